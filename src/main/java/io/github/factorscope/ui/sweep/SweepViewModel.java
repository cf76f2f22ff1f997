package io.github.factorscope.ui.sweep;

import io.github.factorscope.experiment.sweep.Attempt;
import io.github.factorscope.experiment.sweep.Candidate;
import io.github.factorscope.experiment.sweep.Score;
import io.github.factorscope.experiment.sweep.SweepControl;
import io.github.factorscope.experiment.sweep.SweepListener;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.SweepResult;
import io.github.factorscope.experiment.sweep.SweepSession;
import io.github.factorscope.experiment.sweep.Trial;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.report.SweepPictures;
import io.github.factorscope.storage.PresetStore;
import io.github.factorscope.storage.SavedPreset;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.train.TrainViewModel;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.PresetShelf;
import io.github.factorscope.ui.workspace.Workspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Sweeps over the open data, and what the last sweep found. */
public final class SweepViewModel {
    private static final Texts TEXTS = Texts.of(SweepViewModel.class);

    /** Where a sweep stands. */
    public enum State {
        IDLE,
        RUNNING,
        PAUSED,
        STOPPING
    }

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final TrainViewModel train;
    private final PresetShelf shelf;
    private final int atOnce;
    private final SweepForm form;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<SweepPictures>> pictures =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<SweepRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.standingProperty()});
    private final ObjectProperty<SweepRow> selected = new SimpleObjectProperty<>();
    private final Queue<Runnable> heard = new ConcurrentLinkedQueue<>();
    private final List<Trial> trials = new ArrayList<>();
    private SweepPlan shown; // whose rows and trials there are; null before the first sweep
    private OpenData data; // on which
    private SweepControl control;
    private Activity activity;
    private Background.Ticker ticker;

    /** @param atOnce how many trainings run at the same time */
    public SweepViewModel(
            Workspace workspace,
            Background background,
            ErrorPresenter errors,
            TrainViewModel train,
            PresetShelf shelf,
            int atOnce) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        this.train = train;
        this.shelf = shelf;
        this.atOnce = atOnce;
        form = new SweepForm(
                shelf,
                train.familyProperty().get(),
                family -> train.form(family).settingsProperty().get(),
                () -> Optional.ofNullable(workspace.dataProperty().get()).map(OpenData::split),
                atOnce);
        workspace.dataProperty().addListener((observable, before, now) -> {
            form.read();
            if (state.get() == State.IDLE) {
                forget();
            }
        });
        selected.addListener((observable, before, now) -> {
            if (now != null) {
                useInTrain(now.attempt().candidate());
            }
        });
    }

    private void forget() {
        selected.set(null);
        rows.clear();
        trials.clear();
        shown = null;
        status.set("");
        note.set("");
        pictures.set(Optional.empty());
    }

    private void useInTrain(Candidate candidate) {
        train.choose(candidate.family(), candidate.settings());
        note.set(TEXTS.get("under-train", words(candidate)));
    }

    /** Such as "Factors 20, Learning rate 0.01". */
    private String words(Candidate candidate) {
        return shown.space().variations().stream()
                .map(variation -> candidate.settings().words(candidate.hyperparameter(variation.name())))
                .collect(Collectors.joining(", "));
    }

    public SweepForm form() {
        return form;
    }

    /** As the screen is shown: what is typed under Train may have changed. */
    public void refreshForm() {
        form.read();
    }

    /** Why no sweep can begin now; empty where one can. */
    public Optional<String> obstacle() {
        OpenData open = workspace.dataProperty().get();
        if (open == null) {
            return Optional.of(TEXTS.get("open-data-first"));
        }
        if (!open.split().hasValidation()) {
            return Optional.of(TEXTS.get("no-validation"));
        }
        return form.planProperty().get().isPresent()
                ? Optional.empty()
                : Optional.of(form.wordsProperty().get());
    }

    /** Sweeps as chosen and typed; what the last sweep found is forgotten. */
    public void start() {
        if (state.get() != State.IDLE) {
            return;
        }
        form.read();
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            errors.say(obstacle.get());
            return;
        }
        errors.close();
        forget();
        SweepPlan plan = form.planProperty().get().orElseThrow();
        shown = plan;
        data = workspace.dataProperty().get();
        rows.setAll(plan.attempts().stream().map(SweepRow::new).toList());
        control = new SweepControl();
        state.set(State.RUNNING);
        begin(plan);
        OpenData on = data;
        SweepControl buttons = control;
        background.run(
                () -> new SweepSession(on.loaded().dataset(), on.split(), plan, atOnce, new Listener(), buttons).run(),
                this::end,
                error -> {
                    end(null);
                    errors.show(error);
                });
    }

    private void begin(SweepPlan plan) {
        String models = String.join(
                ", ", plan.families().stream().map(ModelFamily::title).toList());
        activity = new Activity(TEXTS.get("sweep-of", models), TEXTS.get("sweep"), this::stop);
        workspace.activities().add(activity);
        ticker = background.every100Millis(this::refresh);
        refresh();
    }

    /** @param result null where an error ended it */
    private void end(SweepResult result) {
        ticker.stop();
        workspace.activities().remove(activity);
        refresh();
        rows.stream()
                .filter(row -> row.standingProperty().get().trial().isEmpty())
                .forEach(SweepRow::leaveOut);
        state.set(State.IDLE);
        boolean stopped = result == null || !result.isComplete();
        status.set((stopped ? TEXTS.get("stopped") + " · " : "") + summary());
        String open = workspace.dataProperty().get().split().fingerprint();
        if (!open.equals(data.split().fingerprint())) {
            note.set(TEXTS.get("other-data"));
        }
    }

    /** Takes in what was heard. */
    private void refresh() {
        boolean ended = false;
        for (Runnable event = heard.poll(); event != null; event = heard.poll()) {
            int before = trials.size();
            event.run();
            ended |= trials.size() > before;
        }
        if (ended) {
            trials.sort(
                    (a, b) -> Integer.compare(a.attempt().number(), b.attempt().number()));
            markBest();
            pictures.set(Optional.of(new SweepPictures(shown, List.copyOf(trials))));
        }
        if (state.get() == State.RUNNING || state.get() == State.PAUSED) {
            state.set(control.isPaused() ? State.PAUSED : State.RUNNING);
        }
        double done = rows.stream()
                .filter(row -> row.standingProperty().get().trial().isPresent())
                .count();
        activity.progressProperty().set(done / rows.size());
        activity.detailProperty()
                .set(
                        state.get() == State.PAUSED
                                ? TEXTS.get("paused-within")
                                : TEXTS.get("done-of", String.valueOf((int) done), String.valueOf(rows.size())));
        status.set(
                switch (state.get()) {
                    case PAUSED -> TEXTS.get("paused") + " · " + summary();
                    case STOPPING -> TEXTS.get("stopping") + " · " + summary();
                    default -> summary();
                });
    }

    private void markBest() {
        List<Candidate> best = bestScores().stream().map(Score::candidate).toList();
        for (SweepRow row : rows) {
            boolean ended = row.standingProperty().get().trial().isPresent();
            row.setBest(ended && best.contains(row.attempt().candidate()));
        }
    }

    /** One a model, of those that were tried. */
    private List<Score> bestScores() {
        SweepResult soFar = new SweepResult(shown, trials, false);
        return shown.families().stream()
                .flatMap(family -> soFar.best(family).stream())
                .toList();
    }

    private String summary() {
        String count = TEXTS.get(
                "trained-of",
                Formats.count(trials.size()),
                Formats.count(rows.size()),
                data.loaded().dataset().name());
        return bestScores().stream()
                .min(Score.BEST_FIRST)
                .map(best -> TEXTS.get(
                        "trained-and-best",
                        count,
                        Formats.rmse(best.error()),
                        best.candidate().family().title(),
                        words(best.candidate())))
                .orElse(count);
    }

    /** Pauses, or goes on. */
    public void pauseOrResume() {
        switch (state.get()) {
            case RUNNING -> control.pause();
            case PAUSED -> control.resume();
            default -> {
                return;
            }
        }
        refresh();
    }

    /** Ends soon and keeps what is done. */
    public void stop() {
        if (state.get() == State.RUNNING || state.get() == State.PAUSED) {
            state.set(State.STOPPING);
            control.stop();
            refresh();
        }
    }

    /** Whether there is something to save. */
    public boolean hasBest() {
        return state.get() == State.IDLE && !trials.isEmpty();
    }

    /** Saves the best settings of each model under a name; false where that failed, and the user has been told why. */
    public boolean saveBest(String typedName) {
        if (!hasBest()) {
            return false;
        }
        String name = typedName.strip();
        List<String> saved = new ArrayList<>();
        try {
            bestScores()
                    .forEach(score -> PresetStore.requireName(score.candidate().family(), name));
        } catch (InvalidSettingException e) {
            errors.say(e.getMessage());
            return false;
        }
        for (Score score : bestScores()) {
            ModelFamily family = score.candidate().family();
            String about = SavedPreset.foundOn(
                    data.loaded().dataset().name(), score.error(), LocalDate.now(ZoneId.systemDefault()));
            if (!shelf.save(family, name, score.settingsToKeep(), about)) {
                return false;
            }
            saved.add(family.title());
        }
        errors.close();
        note.set(TEXTS.get("saved-as", name, String.join(", ", saved)));
        return true;
    }

    /** Hears on the threads that train; the FX thread takes it in. */
    private final class Listener implements SweepListener {
        @Override
        public void onStart(Attempt attempt) {
            heard.add(() -> row(attempt).start());
        }

        @Override
        public void onEpoch(Attempt attempt, EpochReport report) {
            heard.add(() -> row(attempt).show(report));
        }

        @Override
        public void onEnd(Trial trial) {
            heard.add(() -> {
                if (trial.epochs() > 0) {
                    row(trial.attempt()).show(trial);
                    trials.add(trial);
                }
            });
        }

        private SweepRow row(Attempt attempt) {
            return rows.get(attempt.number() - 1);
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far it is and what was best; empty before the first sweep. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What the last click did. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Of the trainings that have ended; empty before the first one has. */
    public ReadOnlyObjectProperty<Optional<SweepPictures>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /** Every planned training, in the order of the plan. */
    public ObservableList<SweepRow> rows() {
        return rows;
    }

    /** Whose settings stand in the form of Train; null where none was selected. */
    public ObjectProperty<SweepRow> selectedProperty() {
        return selected;
    }

    /** What is varied in the rows; empty before the first sweep. */
    public List<Hyperparameter<?>> varied() {
        List<Hyperparameter<?>> varied = new ArrayList<>();
        if (shown != null) {
            Candidate base = shown.space().bases().get(0);
            shown.space().variations().forEach(variation -> varied.add(base.hyperparameter(variation.name())));
        }
        return varied;
    }

    public Workspace workspace() {
        return workspace;
    }
}
