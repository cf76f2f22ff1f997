package io.github.factorscope.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Repetition;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.common.ThreadedBackground;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.RunLibraryModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that a closed window leaves behind, and the next one offers to go on with. */
@Timeout(120)
class InterruptedTrainingsTest {
    private static final int EPOCHS = 40;

    @TempDir
    private Path folder;

    private RunLibrary library;
    private Path ratings;

    @BeforeEach
    void writeRatings() {
        library = new RunLibrary(folder.resolve("runs"));
        ratings = new TestWorkspace(folder).ratingFile("ratings.csv");
    }

    /** A window whose trainings run on threads. */
    private final class Window {
        private final ThreadedBackground background = new ThreadedBackground();
        private final TestWorkspace parts = new TestWorkspace(folder, background, 1);
        private final InterruptedViewModel interrupted =
                new InterruptedViewModel(library, parts.background, parts.errors, parts.train);

        Window() {
            new RunLibraryModel(parts.workspace, library, parts.background, parts.errors, parts.preferences);
            parts.train.keepIn(library, Duration.ofDays(1), () -> true);
        }

        void choose(String id, String... settings) {
            parts.data.open(ratings);
            parts.train.familyProperty().set(ModelCatalogue.find(id));
            for (int k = 0; k < settings.length; k += 2) {
                type(settings[k], settings[k + 1]);
            }
            parts.train.patienceProperty().set("0");
        }

        Training train(String id, String... settings) {
            choose(id, settings);
            parts.train.train();
            return parts.train.watchedProperty().get();
        }

        private void type(String setting, String text) {
            parts.train.form().fields().stream()
                    .filter(field -> field.hyperparameter().name().equals(setting))
                    .forEach(field -> field.textProperty().set(text));
        }

        private Run runOf(Training training) throws InterruptedException {
            background.await(training::isOver);
            return training.run().orElseThrow();
        }
    }

    /** Closes a window in the middle of a training. */
    private Experiment interrupt() throws InterruptedException {
        Window window = new Window();
        window.choose("svdpp", "epochs", String.valueOf(EPOCHS), "factors", "2");
        for (int epoch = 1; epoch <= 3; epoch++) {
            window.parts.train.step();
            Training stepped = window.parts.train.watchedProperty().get();
            int done = epoch;
            window.background.await(() ->
                    stepped.history().size() == done && stepped.stateProperty().get() == Training.State.PAUSED);
        }
        Training training = window.parts.train.watchedProperty().get();
        assertThat(window.parts.train.closingWords())
                .contains("The next start offers to go on with SVD++ (epoch 3 of " + EPOCHS + ").");

        window.parts.train.keepAll();

        assertThat(window.parts.workspace.runs()).isEmpty();
        return training.experiment();
    }

    @Test
    void whatAClosedWindowLeftGoesOnInTheNextOneToTheSameNumbers() throws Exception {
        Experiment experiment = interrupt();
        Window next = new Window();
        assertThat(next.interrupted.offerProperty().get()).isEmpty();
        next.interrupted.look();
        assertThat(next.interrupted.offerProperty().get())
                .startsWith("SVD++ on ")
                .endsWith(" was interrupted at epoch 3 of " + EPOCHS + ".");

        next.interrupted.goOn();
        Training continued = next.parts.train.watchedProperty().get();
        assertThat(next.interrupted.offerProperty().get()).isEmpty();
        assertThat(continued.history()).as("the epochs before").hasSize(3);
        Run run = next.runOf(continued);

        Run whole = Run.of(experiment, experiment.newSession(report -> {}).run());
        assertThat(Repetition.compare(whole, run).where()).isEmpty();
        assertThat(continued.history()).hasSize(EPOCHS);
        assertThat(next.parts.workspace.runs()).hasSize(1);
        assertThat(library.list().runs()).hasSize(1);
        next.background.await(this::hasNoCheckpoint); // the run is safe
    }

    private long checkpoints() throws IOException {
        try (var children = Files.list(folder.resolve("runs").resolve(".checkpoints"))) {
            return children.filter(CheckpointPlace::isCheckpoint).count();
        }
    }

    @Test
    void anInterruptedTrainingCanBeLeftForLaterOrDiscarded() throws Exception {
        interrupt();
        Window next = new Window();
        next.interrupted.look();
        next.interrupted.later();
        assertThat(next.interrupted.offerProperty().get()).isEmpty();
        assertThat(checkpoints()).isEqualTo(1);

        next.interrupted.look();
        next.interrupted.discard();
        assertThat(next.interrupted.offerProperty().get()).isEmpty();
        next.interrupted.look();
        assertThat(next.interrupted.offerProperty().get()).isEmpty();
        assertThat(checkpoints()).isZero();
        assertThat(next.parts.errors.messageProperty().get()).isEmpty();
    }

    @Test
    void twoWindowsDoNotGoOnWithTheSameTraining() throws Exception {
        interrupt();
        Window one = new Window();
        Window two = new Window();
        one.interrupted.look();
        two.interrupted.look();
        one.interrupted.goOn();
        two.interrupted.goOn();

        assertThat(two.parts.train.trainings()).isEmpty();
        assertThat(two.parts.errors.messageProperty().get()).contains("Another window");
        one.runOf(one.parts.train.watchedProperty().get());
    }

    @Test
    void aDamagedCheckpointIsSaidAndNotOffered() throws Exception {
        interrupt();
        Path state;
        try (var files = Files.walk(folder.resolve("runs"))) {
            state = files.filter(file -> file.endsWith("state.fsm")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(state);
        bytes[bytes.length / 2] ^= 1;
        Files.write(state, bytes);

        Window next = new Window();
        next.interrupted.look();
        assertThat(next.interrupted.offerProperty().get()).isEmpty();
        assertThat(next.parts.errors.messageProperty().get()).contains(state.toString(), "damaged");
    }

    private boolean hasNoCheckpoint() {
        try {
            return checkpoints() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void statesAreRemovedWhenTheRunIsSaved() throws Exception {
        Window window = new Window();
        window.parts.train.keepIn(library, Duration.ZERO, () -> true);
        window.runOf(window.train("svd", "epochs", "5", "factors", "2"));

        assertThat(library.list().runs()).hasSize(1);
        window.background.await(this::hasNoCheckpoint); // it is removed in the background
        assertThat(window.parts.train.closingWords()).isEmpty();
    }

    @Test
    void aDivergenceOffersTheLearningRateThatWorks() throws Exception {
        Window window = new Window();
        Training diverged = window.train("svd", "learningRate", "5", "epochs", "10");
        Run failed = window.runOf(diverged);
        Divergence divergence = failed.outcome().divergence().orElseThrow();
        double working = divergence.workingLearningRate().orElseThrow();
        assertThat(window.parts.errors.messageProperty().get()).contains(divergence.message());
        assertThat(window.parts.errors.noticeProperty().get()).isFalse();
        assertThat(window.parts.errors.remedyProperty().get().title()).isEqualTo("Train with " + (float) working);

        window.parts.errors.takeOffer();
        Training rescued = window.parts.train.watchedProperty().get();
        assertThat(rescued).isNotSameAs(diverged);
        Run run = window.runOf(rescued);

        assertThat(run.outcome().stopReason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(run.outcome().rescuedFrom()).containsExactly(divergence);
        assertThat(run.experiment().settings().toMap()).containsEntry("learningRate", working);
        assertThat(window.parts.workspace.runs()).extracting(RunEntry::number).containsExactly(1, 2);
    }
}
