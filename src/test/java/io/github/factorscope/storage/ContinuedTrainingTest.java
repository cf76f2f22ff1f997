package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Repetition;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.training.TrainingSession;
import io.github.factorscope.training.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that goes on from a checkpoint ends as though it had never been interrupted, bit for bit. */
class ContinuedTrainingTest {
    private static final int EPOCHS = 6;

    private final Dataset dataset = RandomRatings.dataset(40, 30, 0.4, 11);

    @TempDir
    private Path temp;

    record Variant(ModelFamily family, Settings settings) {
        int epochs() {
            TrainingData data = RandomRatings.trainingData(RandomRatings.matrix(4, 4, 0.5, 1));
            return family.newTrainer(data, settings, 1).plannedEpochs();
        }

        @Override
        public String toString() {
            return family.id() + " " + settings;
        }
    }

    /** All presets of all families, and settings that take another way through the code. */
    static Stream<Variant> variants() {
        Stream<Variant> presets = ModelCatalogue.all().stream().flatMap(family -> family.presets().stream()
                .map(preset -> new Variant(family, fewEpochs(family, preset.settings()))));
        return Stream.concat(
                presets,
                Stream.of(
                        with("global-ngbr", "neighbours", "5"),
                        with("global-ngbr", "implicitFeedback", "off"),
                        with("integrated", "neighbours", "5")));
    }

    static Stream<Variant> withEpochs() {
        return variants().filter(variant -> variant.epochs() > 1);
    }

    static Stream<Variant> inOneGo() {
        return variants().filter(variant -> variant.epochs() == 1);
    }

    private static Variant with(String id, String setting, String value) {
        ModelFamily family = ModelCatalogue.find(id);
        return new Variant(family, fewEpochs(family, family.preset("quick").with(setting, value)));
    }

    private static Settings fewEpochs(ModelFamily family, Settings settings) {
        boolean hasEpochs =
                family.hyperparameters().stream().anyMatch(each -> each.name().equals("epochs"));
        return hasEpochs ? settings.with("epochs", String.valueOf(EPOCHS)) : settings;
    }

    private Experiment experiment(Variant variant, double validationShare) {
        Split split = Split.of(dataset, new SplitPlan(0.1, validationShare, 1));
        return new Experiment(dataset, split, variant.family(), variant.settings(), 5, 0);
    }

    /** Trains to the end, with a checkpoint in this place after each epoch up to one. */
    private static TrainingOutcome train(Experiment experiment, CheckpointPlace place, int lastKept) {
        TrainingSession session = experiment.newSession(report -> {});
        session.keepStates(Duration.ZERO, state -> {
            if (state.epoch() <= lastKept) {
                write(place, experiment, state);
            }
        });
        return session.run();
    }

    private static void write(CheckpointPlace place, Experiment experiment, TrainingState state) {
        try {
            place.write(experiment, state, List.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("withEpochs")
    void aContinuedTrainingEndsAsOneThatWasNeverInterrupted(Variant variant) throws IOException {
        for (double validationShare : new double[] {0, 0.2}) {
            Experiment experiment = experiment(variant, validationShare);
            for (int kept : new int[] {1, EPOCHS - 1}) {
                Path folder = temp.resolve("checkpoint-" + validationShare + "-" + kept);
                try (CheckpointPlace place = CheckpointPlace.hold(folder).orElseThrow()) {
                    TrainingOutcome whole = train(experiment, place, kept);
                    Checkpoint checkpoint = place.read();
                    assertThat(checkpoint.state().epoch()).isEqualTo(kept);
                    List<Integer> heard = new ArrayList<>();
                    TrainingOutcome continued = checkpoint
                            .newSession(report -> heard.add(report.epoch()))
                            .run();

                    assertThat(heard).first().isEqualTo(kept + 1);
                    assertSame(Run.of(experiment, whole), Run.of(checkpoint.experiment(), continued));
                }
            }
        }
    }

    private static void assertSame(Run whole, Run continued) {
        Repetition repetition = Repetition.compare(whole, continued);
        assertThat(repetition.where()).isEmpty();
        assertThat(repetition.same()).isTrue();
        assertThat(SampleRuns.predictions(continued)).isEqualTo(SampleRuns.predictions(whole));
        assertThat(continued.experiment().settings())
                .isEqualTo(whole.experiment().settings());
        assertThat(continued.model().parameters().arrays().keySet())
                .isEqualTo(whole.model().parameters().arrays().keySet());
    }

    @ParameterizedTest
    @MethodSource("inOneGo")
    void whatIsWorkedOutInOneGoKeepsNothingAndSaysWhy(Variant variant) throws IOException {
        Experiment experiment = experiment(variant, 0.2);
        Path folder = temp.resolve("checkpoint");
        try (CheckpointPlace place = CheckpointPlace.hold(folder).orElseThrow()) {
            TrainingSession session = experiment.newSession(report -> {});
            session.keepStates(Duration.ZERO, state -> write(place, experiment, state));
            FittedModel model = session.run().model();

            assertThat(session.state()).isEmpty();
            assertThat(folder).doesNotExist();
            Trainer trainer = variant.family()
                    .newTrainer(experiment.split().trainingData(), experiment.settings(), experiment.seed());
            Parameters learned = model.parameters();
            assertThatThrownBy(() -> trainer.resume(learned, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one go");
        }
    }

    @Test
    void patienceGoesOnCountingWhereItWas() throws IOException {
        ModelFamily svd = ModelCatalogue.find("svd");
        Settings overfits = svd.defaults()
                .with("epochs", "100")
                .with("regularization", "0")
                .with("learningRate", "0.05")
                .with("learningRateDecay", "1");
        Split split = Split.of(dataset, new SplitPlan(0.1, 0.2, 1));
        Experiment experiment = new Experiment(dataset, split, svd, overfits, 5, 3);
        try (CheckpointPlace place =
                CheckpointPlace.hold(temp.resolve("checkpoint")).orElseThrow()) {
            TrainingOutcome whole = train(experiment, place, Integer.MAX_VALUE);
            assertThat(whole.stopReason()).isEqualTo(StopReason.CONVERGED);
            Checkpoint checkpoint = place.read();
            assertThat(checkpoint.state().hasOwnBest())
                    .as("the best is not the last")
                    .isTrue();

            TrainingOutcome continued = checkpoint.newSession(report -> {}).run();

            assertThat(continued.stopReason()).isEqualTo(StopReason.CONVERGED);
            assertSame(Run.of(experiment, whole), Run.of(checkpoint.experiment(), continued));
        }
    }

    @Test
    void aStoppedTrainingCanGoOnFromItsLastWholeEpoch() throws IOException {
        ModelFamily svdpp = ModelCatalogue.find("svdpp");
        Experiment experiment = experiment(new Variant(svdpp, fewEpochs(svdpp, svdpp.defaults())), 0.2);
        TrainingOutcome whole = experiment.newSession(report -> {}).run();
        TrainingSession[] session = new TrainingSession[1];
        session[0] = experiment.newSession(report -> {
            if (report.epoch() == 3) {
                session[0].control().stop();
            }
        });
        assertThat(session[0].run().stopReason()).isEqualTo(StopReason.STOPPED_BY_USER);

        try (CheckpointPlace place =
                CheckpointPlace.hold(temp.resolve("checkpoint")).orElseThrow()) {
            place.write(experiment, session[0].state().orElseThrow(), List.of());
            Checkpoint checkpoint = place.read();
            assertThat(checkpoint.state().epoch()).isEqualTo(3);
            assertSame(
                    Run.of(experiment, whole),
                    Run.of(
                            checkpoint.experiment(),
                            checkpoint.newSession(report -> {}).run()));
        }
    }

    @Test
    void theCheckpointOfARescuedTrainingRemembersWhatItWasRescuedFrom() throws IOException {
        ModelFamily svd = ModelCatalogue.find("svd");
        Experiment experiment = experiment(new Variant(svd, fewEpochs(svd, svd.defaults())), 0);
        List<Divergence> before = List.of(new Divergence(2, OptionalDouble.of(5), OptionalDouble.of(0.01)));
        TrainingSession session = experiment.newSession(report -> {});
        try (CheckpointPlace place =
                CheckpointPlace.hold(temp.resolve("checkpoint")).orElseThrow()) {
            session.runTo(2);
            place.write(experiment, session.state().orElseThrow(), before);

            assertThat(place.read().rescuedFrom()).isEqualTo(before);
        }
    }
}
