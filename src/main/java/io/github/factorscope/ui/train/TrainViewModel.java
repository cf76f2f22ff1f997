package io.github.factorscope.ui.train;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.training.TrainingSession;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.Workspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Chooses a model, its settings, and trains it while its epochs are watched. */
public final class TrainViewModel {
    /** What training is doing. */
    public enum State {
        IDLE,
        RUNNING,
        PAUSED,
        STOPPING
    }

    private static final String PAUSED = "Paused · ";

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final Map<ModelFamily, SettingsForm> forms = new LinkedHashMap<>();
    private final ObjectProperty<ModelFamily> family = new SimpleObjectProperty<>();
    private final StringProperty seed = new SimpleStringProperty("1");
    private final StringProperty patience = new SimpleStringProperty("5");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObservableList<EpochReport> history = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ModelFamily> watched = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Run> finished = new ReadOnlyObjectWrapper<>();
    private TrainingSession session;

    public TrainViewModel(Workspace workspace, Background background, ErrorPresenter errors) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        ModelCatalogue.all().forEach(f -> forms.put(f, new SettingsForm(f)));
        family.set(ModelCatalogue.find("svd"));
        workspace.dataProperty().addListener((observable, before, now) -> forgetWatched());
    }

    private void forgetWatched() {
        if (state.get() == State.IDLE) {
            history.clear();
            finished.set(null);
            watched.set(null);
            status.set("");
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    /** In the order of the papers. */
    public List<ModelFamily> families() {
        return List.copyOf(forms.keySet());
    }

    public ObjectProperty<ModelFamily> familyProperty() {
        return family;
    }

    /** The form of the chosen family; what was typed in the others stays. */
    public SettingsForm form() {
        return forms.get(family.get());
    }

    public void choosePreset(Preset preset) {
        form().fill(preset.settings());
    }

    public StringProperty seedProperty() {
        return seed;
    }

    public StringProperty patienceProperty() {
        return patience;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One line: epoch, time, remaining time, or how it ended. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The epochs of the training that runs, or of the last one. */
    public ObservableList<EpochReport> history() {
        return history;
    }

    /** Whose epochs these are; null before the first training. */
    public ReadOnlyObjectProperty<ModelFamily> watchedProperty() {
        return watched.getReadOnlyProperty();
    }

    /** The last training's run; null while one runs. */
    public ReadOnlyObjectProperty<Run> finishedProperty() {
        return finished.getReadOnlyProperty();
    }

    /** Whether there is nothing to train on. */
    public BooleanBinding noData() {
        return Bindings.isNull(workspace.dataProperty());
    }

    /** Starts a training with the settings as typed. */
    public void train() {
        OpenData data = workspace.dataProperty().get();
        if (data == null || state.get() != State.IDLE) {
            return;
        }
        Optional<Settings> settings = form().settingsProperty().get();
        if (settings.isEmpty()) {
            errors.say("A setting is wrong: correct the field that is marked.");
            return;
        }
        Experiment experiment;
        try {
            experiment = new Experiment(
                    data.loaded().dataset(),
                    data.split(),
                    family.get(),
                    settings.get(),
                    whole("seed", seed.get()),
                    (int) Math.min(1_000_000, Math.max(0, whole("patience", patience.get()))));
        } catch (IllegalArgumentException e) {
            errors.say(e.getMessage());
            return;
        }
        errors.close();
        start(experiment);
    }

    private void start(Experiment experiment) {
        ConcurrentLinkedQueue<EpochReport> reports = new ConcurrentLinkedQueue<>();
        TrainingSession started = experiment.newSession(reports::add);
        session = started;
        history.clear();
        finished.set(null);
        watched.set(experiment.family());
        state.set(State.RUNNING);
        status.set("Starting");
        Activity activity = new Activity("Training " + experiment.family().title(), this::stop);
        workspace.activities().add(activity);
        Background.Ticker ticker = background.every100Millis(() -> drain(reports, started, activity));
        background.run(
                () -> Run.of(experiment, started.run()),
                run -> {
                    end(ticker, activity);
                    drain(reports, started, activity);
                    finish(run);
                },
                error -> {
                    end(ticker, activity);
                    status.set("");
                    errors.show(error);
                });
    }

    private void end(Background.Ticker ticker, Activity activity) {
        ticker.stop();
        workspace.activities().remove(activity);
        state.set(State.IDLE);
        session = null;
    }

    private void finish(Run run) {
        finished.set(run);
        workspace.add(run);
        run.outcome().divergence().ifPresentOrElse(divergence -> errors.say(divergence.message()), () -> {});
        status.set(summary(run));
    }

    private static String summary(Run run) {
        TrainingOutcome outcome = run.outcome();
        String how = capital(outcome.stopReason().words());
        if (outcome.stopReason() == StopReason.EPOCHS_DONE && outcome.history().size() == 1) {
            how = "Worked out in one go";
        } else if (outcome.stopReason() == StopReason.CONVERGED) {
            how += ", no better for " + run.experiment().patience() + " epochs";
        }
        String error = run.test()
                .map(test -> "test RMSE " + Formats.rmse(test.rmse()) + " · MAE " + Formats.rmse(test.mae()))
                .or(() -> run.validation().map(accuracy -> "validation RMSE " + Formats.rmse(accuracy.rmse())))
                .orElse("training RMSE " + Formats.rmse(run.train().rmse()));
        String epoch = outcome.history().size() == 1
                ? ""
                : " · epoch " + outcome.modelEpoch() + " of "
                        + outcome.history().size();
        return how + " · " + error + epoch + " · " + Formats.seconds(outcome.seconds());
    }

    /** Whether what is watched was worked out in one go, without an objective that falls. */
    public boolean inOneGo() {
        return finished.get() != null
                && finished.get().outcome().history().size() == 1
                && finished.get().outcome().stopReason() == StopReason.EPOCHS_DONE;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void drain(ConcurrentLinkedQueue<EpochReport> reports, TrainingSession started, Activity activity) {
        List<EpochReport> fresh = new ArrayList<>();
        for (EpochReport report = reports.poll(); report != null; report = reports.poll()) {
            fresh.add(report);
        }
        if (!fresh.isEmpty()) {
            show(fresh, started, activity);
        }
        if (session != null) {
            showState(session);
        }
    }

    private void show(List<EpochReport> fresh, TrainingSession started, Activity activity) {
        history.addAll(fresh);
        int planned = started.plannedEpochs();
        EpochReport last = fresh.get(fresh.size() - 1);
        double remaining = last.seconds() / last.epoch() * (planned - last.epoch());
        activity.progressProperty().set(last.epoch() / (double) planned);
        activity.detailProperty().set("about " + Formats.seconds(remaining) + " left");
        status.set("Epoch " + last.epoch() + " of " + planned + " · " + Formats.seconds(last.seconds()) + " · about "
                + Formats.seconds(remaining) + " left");
    }

    private void showState(TrainingSession watchedSession) {
        if (state.get() == State.STOPPING) {
            return;
        }
        boolean paused = watchedSession.control().isPaused();
        state.set(paused ? State.PAUSED : State.RUNNING);
        if (paused && !status.get().startsWith(PAUSED)) {
            status.set(PAUSED + status.get());
        }
    }

    /** Pauses, or goes on. */
    public void pauseOrResume() {
        if (session != null && state.get() != State.STOPPING) {
            if (state.get() == State.PAUSED) {
                session.control().resume();
            } else {
                session.control().pause();
            }
            showState(session);
        }
    }

    /** One epoch, then a pause; starts a training where none runs. */
    public void step() {
        if (session == null) {
            train();
        }
        if (session != null && state.get() != State.STOPPING) {
            session.control().step();
            showState(session);
        }
    }

    /** Ends training and keeps the model so far. */
    public void stop() {
        if (session != null) {
            session.control().stop();
            state.set(State.STOPPING);
        }
    }

    private static long whole(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The " + name + " must be a whole number, was \"" + text + "\".", e);
        }
    }
}
