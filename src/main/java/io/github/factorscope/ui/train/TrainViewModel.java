package io.github.factorscope.ui.train;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Rescue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.storage.Checkpoint;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.train.Training.State;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Chooses a model and its settings, trains it beside others, and watches the epochs of one training. */
public final class TrainViewModel {
    private static final Texts TEXTS = Texts.of(TrainViewModel.class);
    static final int USUAL_SEED = 1;
    static final int USUAL_PATIENCE = 5; // epochs
    private static final int MOST_REPEATS = 100;

    private final Workspace workspace;
    private final ErrorPresenter errors;
    private final SafeKeeping keeping;
    private final TrainingQueue queue;
    private final Map<ModelFamily, SettingsForm> forms = new LinkedHashMap<>();
    private final ObjectProperty<ModelFamily> family = new SimpleObjectProperty<>();
    private final StringProperty seed = new SimpleStringProperty(String.valueOf(USUAL_SEED));
    private final StringProperty repeats = new SimpleStringProperty("1");
    private final StringProperty patience = new SimpleStringProperty(String.valueOf(USUAL_PATIENCE));
    private final ObjectProperty<Training> watched = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Forecast> forecast = new ReadOnlyObjectWrapper<>();
    private final ObservableList<EpochReport> history = FXCollections.observableArrayList();

    /** @param atOnce how many trainings run at the same time; others wait */
    public TrainViewModel(Workspace workspace, Background background, ErrorPresenter errors, int atOnce) {
        this.workspace = workspace;
        this.errors = errors;
        keeping = new SafeKeeping(background, errors);
        queue = new TrainingQueue(background, workspace.activities(), atOnce, keeping, new Ends());
        ModelCatalogue.all().forEach(f -> forms.put(f, new SettingsForm(f)));
        family.set(ModelCatalogue.find("svd"));
        watched.addListener((observable, before, now) -> follow(before, now));
        workspace.dataProperty().addListener((observable, before, now) -> {
            forgetEnded();
            updateForecast();
        });
        family.addListener((observable, before, now) -> updateForecast());
        forms.values()
                .forEach(form -> form.settingsProperty().addListener((observable, before, now) -> updateForecast()));
    }

    private void updateForecast() {
        OpenData data = workspace.dataProperty().get();
        Optional<Settings> settings = form().settingsProperty().get();
        forecast.set(
                data == null || settings.isEmpty() ? null : Forecast.of(family.get(), settings.get(), data.split()));
    }

    private void follow(Training before, Training now) {
        if (before != null) {
            Bindings.unbindContent(history, before.history());
        }
        if (now == null) {
            history.clear();
        } else {
            Bindings.bindContent(history, now.history());
            now.entry().filter(workspace.runs()::contains).ifPresent(workspace.selectedRunProperty()::set);
        }
    }

    /** What has ended belongs to the data that was open. */
    private void forgetEnded() {
        watchAnotherThan(Training::isOver);
        queue.forgetEnded();
    }

    /** Watches the last one that stays, where the watched one leaves the list. */
    private void watchAnotherThan(Predicate<Training> leaves) {
        if (watched.get() != null && leaves.test(watched.get())) {
            watched.set(trainings().stream()
                    .filter(leaves.negate())
                    .reduce((before, after) -> after)
                    .orElse(null));
        }
    }

    /** Lists runs, and tells of errors. */
    private final class Ends implements TrainingQueue.Listener {
        @Override
        public void onEnd(Training training, Run run) {
            RunEntry entry = workspace.add(run, watched.get() == training);
            training.list(entry);
            if (!training.remark().isEmpty()) {
                errors.say(TEXTS.get("said-of", entry.name(), training.remark()));
            }
            run.outcome().divergence().ifPresent(divergence -> tell(training, entry, divergence));
        }

        private void tell(Training training, RunEntry entry, Divergence divergence) {
            String sentence = TEXTS.get("said-of", entry.name(), divergence.message());
            Rescue.of(training.experiment(), divergence)
                    .ifPresentOrElse(
                            rescued -> errors.propose(
                                    sentence,
                                    TEXTS.get("train-with", String.valueOf((float)
                                            divergence.workingLearningRate().orElseThrow())),
                                    () -> rescue(training, rescued, divergence)),
                            () -> errors.say(sentence));
        }

        @Override
        public void onError(Training training, Throwable error) {
            errors.show(error);
        }
    }

    private void rescue(Training diverged, Experiment rescued, Divergence divergence) {
        List<Divergence> attempts = new ArrayList<>(diverged.rescuedFrom());
        attempts.add(divergence);
        watched.set(queue.add(rescued, attempts));
        queue.startNext();
    }

    /**
     * Keeps the states of long trainings in a library from now on.
     *
     * @param between two states of one training
     * @param savesRuns whether runs are saved when they end
     */
    public void keepIn(RunLibrary library, Duration between, BooleanSupplier savesRuns) {
        keeping.keepIn(library, between, savesRuns);
    }

    /** Goes on with a training that was interrupted, as soon as its turn comes, and watches it. */
    void goOn(Checkpoint checkpoint, CheckpointPlace place) {
        try {
            watched.set(queue.add(checkpoint, place));
            queue.startNext();
        } catch (InvalidSettingException e) { // it does not fit into this memory
            keeping.letGo(keeping.keeper(checkpoint, place));
            errors.say(e.getMessage());
        }
    }

    /** What closing the window does to trainings that have not ended, as a sentence; empty where there are none. */
    public Optional<String> closingWords() {
        return TrainingWords.closing(trainings());
    }

    /** Stops all trainings, and waits, a minute at most, until they have left their states: before the process ends. */
    public void keepAll() {
        queue.keepAll();
        keeping.awaitAll();
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

    /** What a training with the settings as typed would take; null where there is no data or a setting is wrong. */
    public ReadOnlyObjectProperty<Forecast> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    /** The form of a family, whether it is chosen or not. */
    public SettingsForm form(ModelFamily of) {
        return forms.get(of);
    }

    /** Chooses a family and shows these settings in its form. */
    public void choose(ModelFamily chosen, Settings settings) {
        family.set(chosen);
        form().fill(settings);
    }

    public void choosePreset(Preset preset) {
        form().fill(preset.settings());
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /** How many seeds are trained one after the other, from {@link #seedProperty} on, as typed. */
    public StringProperty repeatsProperty() {
        return repeats;
    }

    public StringProperty patienceProperty() {
        return patience;
    }

    /** All that wait or are active, and those that have ended since the data was opened, in the order of asking. */
    public ObservableList<Training> trainings() {
        return queue.trainings();
    }

    /** The training that the curves and the buttons belong to: one of the list, or null where there is none. */
    public ObjectProperty<Training> watchedProperty() {
        return watched;
    }

    /** Where the watched training stands; null where there is none. */
    public ObservableValue<State> stateProperty() {
        return watched.flatMap(Training::stateProperty);
    }

    /** One line about the watched training; empty where there is none. */
    public ObservableValue<String> statusProperty() {
        return watched.flatMap(Training::statusProperty).orElse("");
    }

    /** The epochs of the watched training. */
    public ObservableList<EpochReport> history() {
        return history;
    }

    /** Whether there is nothing to train on. */
    public BooleanBinding noData() {
        return Bindings.isNull(workspace.dataProperty());
    }

    /** What distinguishes a training from others of its model: settings that are not the default, and other data. */
    public String distinction(Training training) {
        List<String> parts = new ArrayList<>();
        Experiment experiment = training.experiment();
        OpenData open = workspace.dataProperty().get();
        if (open != null
                && !experiment.split().fingerprint().equals(open.split().fingerprint())) {
            boolean sameName =
                    experiment.dataset().name().equals(open.loaded().dataset().name());
            parts.add(
                    sameName
                            ? TEXTS.get("on-another-split")
                            : TEXTS.get("on-data", experiment.dataset().name()));
        }
        parts.addAll(TrainingWords.differences(experiment));
        return String.join(", ", parts);
    }

    /**
     * Adds a training with the settings as typed for each seed, and watches the first. It begins at once, or when its turn
     * comes.
     */
    public void train() {
        Optional<Experiment> experiment = typed();
        OptionalInt count = experiment.isEmpty() ? OptionalInt.empty() : typedRepeats();
        if (count.isEmpty()) {
            return;
        }
        for (int k = 0; k < count.getAsInt(); k++) {
            Training added =
                    queue.add(experiment.get().withSeed(experiment.get().seed() + k));
            if (k == 0) {
                watched.set(added);
            }
        }
        queue.startNext();
    }

    private OptionalInt typedRepeats() {
        try {
            long count = whole("no-count-of-seeds", repeats.get());
            if (count >= 1 && count <= MOST_REPEATS) {
                return OptionalInt.of((int) count);
            }
            errors.say(TEXTS.get("wrong-count-of-seeds", String.valueOf(MOST_REPEATS), String.valueOf(count)));
        } catch (IllegalArgumentException e) {
            errors.say(e.getMessage());
        }
        return OptionalInt.empty();
    }

    /** The experiment as typed; empty where there is none, and the user has been told why. */
    private Optional<Experiment> typed() {
        OpenData data = workspace.dataProperty().get();
        if (data == null) {
            return Optional.empty();
        }
        Optional<Settings> settings = form().settingsProperty().get();
        if (settings.isEmpty()) {
            errors.say(TEXTS.get("setting-wrong"));
            return Optional.empty();
        }
        try {
            Experiment experiment = new Experiment(
                    data.loaded().dataset(),
                    data.split(),
                    family.get(),
                    settings.get(),
                    whole("no-seed", seed.get()),
                    (int) Math.min(1_000_000, Math.max(0, whole("no-patience", patience.get()))));
            experiment.requireFits();
            errors.close();
            return Optional.of(experiment);
        } catch (IllegalArgumentException e) {
            errors.say(e.getMessage());
            return Optional.empty();
        }
    }

    /** @param complaint key of what is said where it is none */
    private static long whole(String complaint, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(TEXTS.get(complaint, text), e);
        }
    }

    /** Pauses the watched training, or goes on with it. */
    public void pauseOrResume() {
        if (watched.get() != null) {
            queue.pauseOrResume(watched.get());
        }
    }

    /** One epoch of the watched training, then a pause; of a new one where that has ended or there is none. */
    public void step() {
        if (watched.get() == null || watched.get().isOver()) {
            Optional<Experiment> experiment = typed();
            if (experiment.isEmpty()) {
                return;
            }
            watched.set(queue.add(experiment.get()));
        }
        queue.step(watched.get());
    }

    /** Ends the watched training, which keeps its model so far; removes it where it still waits. */
    public void stop() {
        Training stopped = watched.get();
        if (stopped != null) {
            watchAnotherThan(training -> training == stopped && training.isWaiting());
            queue.stop(stopped);
        }
    }

    /** Ends all trainings. */
    public void stopAll() {
        watchAnotherThan(Training::isWaiting);
        queue.stopAll();
    }
}
