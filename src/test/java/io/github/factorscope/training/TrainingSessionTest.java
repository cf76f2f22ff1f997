package io.github.factorscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainingSessionTest {
    private static final ScriptedFamily.EpochBody NOTHING = (epoch, stopRequested) -> {};

    /** Everybody gave 4 stars: the error is the distance of the script from 4. */
    private static Split fours(double validationShare) {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int k = 0; k < 40; k++) {
            ratings.add(k / 8, k % 8, 4, 0);
        }
        Dataset dataset = RandomRatings.dataset(ratings.build(), Ratings.none(), 5, 8);
        return Split.of(dataset, new SplitPlan(0.25, validationShare, 1));
    }

    private static TrainingOutcome run(Split split, int patience, TrainingListener listener, double... stars) {
        ModelFamily family = new ScriptedFamily(NOTHING, stars);
        return new TrainingSession(family, family.defaults(), split, 1, patience, listener).run();
    }

    @Test
    void everyEpochIsReportedInOrder() {
        List<EpochReport> reports = new ArrayList<>();
        TrainingOutcome outcome = run(fours(0.2), 0, reports::add, 3, 3.5, 3.7, 3.9);

        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2, 3);
        assertThat(outcome.history()).isEqualTo(reports);
        assertThat(outcome.stopReason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(outcome.divergence()).isEmpty();
        for (int k = 0; k < 3; k++) {
            double error = List.of(0.5, 0.3, 0.1).get(k);
            assertThat(reports.get(k).trainRmse()).isCloseTo(error, within(1e-9));
            assertThat(reports.get(k).validationRmse().orElseThrow()).isCloseTo(error, within(1e-9));
            assertThat(reports.get(k).testRmse().orElseThrow()).isCloseTo(error, within(1e-9));
            assertThat(reports.get(k).objective()).isCloseTo(24 * error * error, within(1e-9)); // 40 − 10 − 6 ratings
            assertThat(reports.get(k).epochSeconds()).isNotNegative();
        }
        assertThat(reports).extracting(EpochReport::seconds).isSorted();
    }

    @Test
    void secondsAreSummedOverTheEpochs() {
        TrainingOutcome outcome = run(fours(0), 0, report -> {}, 3, 3.5, 3.7, 3.9);
        double sum = outcome.history().stream()
                .mapToDouble(EpochReport::epochSeconds)
                .sum();

        assertThat(outcome.seconds()).isCloseTo(sum, within(1e-12));
    }

    @Test
    void withoutValidationTheLastModelIsKept() {
        TrainingOutcome outcome = run(fours(0), 1, report -> {}, 3, 3.9, 3.5, 3.2);

        assertThat(outcome.stopReason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(outcome.modelEpoch()).isEqualTo(3);
        assertThat(outcome.model().predict(0, 0)).isEqualTo(3.2);
        assertThat(outcome.history()).extracting(EpochReport::validationRmse).containsOnly(OptionalDouble.empty());
    }

    @Test
    void patienceEndsTrainingAndKeepsTheBestEpochsModel() {
        // Best in epoch 2; epochs 3 and 4 are worse, and nobody gets to see that epoch 5 would be better.
        TrainingOutcome outcome = run(fours(0.2), 2, report -> {}, 3, 3.5, 3.8, 3.7, 3.6, 4);

        assertThat(outcome.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(outcome.modelEpoch()).isEqualTo(2);
        assertThat(outcome.model().predict(0, 0)).isEqualTo(3.8);
        assertThat(outcome.history()).hasSize(4);
    }

    @Test
    void aBetterEpochRenewsThePatience() {
        TrainingOutcome outcome = run(fours(0.2), 2, report -> {}, 3, 3.5, 3.4, 3.6, 3.5, 3.7);

        assertThat(outcome.stopReason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(outcome.modelEpoch()).isEqualTo(5);
    }

    @Test
    void anEquallyGoodEpochIsNotBetter() {
        TrainingOutcome outcome = run(fours(0.2), 2, report -> {}, 3, 3.5, 3.5, 3.5, 3.9);

        assertThat(outcome.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(outcome.modelEpoch()).isEqualTo(1);
        assertThat(outcome.history()).hasSize(3);
    }

    @Test
    void withPatienceZeroTheBestEpochIsKeptButNothingEndsEarly() {
        TrainingOutcome outcome = run(fours(0.2), 0, report -> {}, 3, 3.9, 3.5, 3.4, 3.3);

        assertThat(outcome.history()).hasSize(4);
        assertThat(outcome.modelEpoch()).isEqualTo(1);
        assertThat(outcome.model().predict(0, 0)).isEqualTo(3.9);
    }

    @Test
    void theTestRatingsDecideNothing() {
        // The test is best in epoch 1, where the script says 4; training and validation have only fives.
        Ratings.Builder ratings = new Ratings.Builder(false);
        Ratings.Builder test = new Ratings.Builder(false);
        for (int k = 0; k < 40; k++) {
            ratings.add(k / 8, k % 8, 5, 0);
            test.add(k / 8, 8 + k % 8, 4, 0);
        }
        Dataset dataset = RandomRatings.dataset(ratings.build(), test.build(), 5, 16);
        TrainingOutcome outcome =
                run(Split.of(dataset, new SplitPlan(0, 0.2, 1)), 1, report -> {}, 3, 4, 4.5, 4.9, 4.6);

        assertThat(outcome.modelEpoch()).isEqualTo(3);
        assertThat(outcome.history().get(0).testRmse()).hasValue(0);
        assertThat(outcome.stopReason()).isEqualTo(StopReason.CONVERGED);
    }

    @Test
    void aRunAwayModelIsDivergenceAndTheBestBeforeIsKept() {
        for (double bad : new double[] {1e9, Double.NaN, Double.POSITIVE_INFINITY}) {
            TrainingOutcome outcome = run(fours(0.2), 0, report -> {}, 3, 3.5, 3.8, bad, 3.9);

            assertThat(outcome.stopReason()).isEqualTo(StopReason.DIVERGED);
            assertThat(outcome.history()).hasSize(2);
            assertThat(outcome.modelEpoch()).isEqualTo(2);
            assertThat(outcome.model().predict(0, 0)).isEqualTo(3.8);
            Divergence divergence = outcome.divergence().orElseThrow();
            assertThat(divergence.epoch()).isEqualTo(3);
            assertThat(divergence.workingLearningRate()).isEmpty();
            assertThat(divergence.message()).contains("epoch 3").endsWith(".");
        }
    }

    @Test
    void memoryThatRunsShortKeepsTheModelOfTheBestWholeEpoch() {
        ScriptedFamily.EpochBody greedy = (epoch, stopRequested) -> {
            if (epoch == 4) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        ModelFamily family = new ScriptedFamily(greedy, 3, 3.5, 3.8, 3.7, 3.9, 4);
        TrainingSession session = new TrainingSession(family, family.defaults(), fours(0.2), 1, 0, report -> {});
        TrainingOutcome outcome = session.run();

        assertThat(outcome.stopReason()).isEqualTo(StopReason.OUT_OF_MEMORY);
        assertThat(outcome.modelEpoch()).isEqualTo(2);
        assertThat(outcome.history()).hasSize(3);
        assertThat(outcome.model().predict(0, 0)).isEqualTo(3.8);
        assertThat(session.state().orElseThrow().epoch()).isEqualTo(3);
    }

    @Test
    void memoryThatRunsShortBeforeTheFirstEpochIsDoneIsAnError() {
        ScriptedFamily.EpochBody greedy = (epoch, stopRequested) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        ModelFamily family = new ScriptedFamily(greedy, 3, 3.5);
        TrainingSession session = new TrainingSession(family, family.defaults(), fours(0), 1, 0, report -> {});

        assertThatThrownBy(session::run).isInstanceOf(OutOfMemoryError.class);
        assertThat(session.state()).isEmpty();
    }

    @Test
    void statesAreKeptAtTheEndsOfEpochsThatAreNotTheLast() {
        ModelFamily family = new ScriptedFamily(NOTHING, 3, 3.5, 3.7, 3.9, 3.8);
        List<Integer> kept = new ArrayList<>();
        TrainingSession session = new TrainingSession(family, family.defaults(), fours(0.2), 1, 0, report -> {});
        session.keepStates(Duration.ZERO, state -> kept.add(state.epoch()));
        session.run();
        assertThat(kept).containsExactly(1, 2, 3);

        TrainingSession seldom = new TrainingSession(family, family.defaults(), fours(0.2), 1, 0, report -> {});
        seldom.keepStates(Duration.ofDays(1), state -> kept.add(-1));
        seldom.run();
        assertThat(kept).as("a training that is shorter than the time between").hasSize(3);
    }

    @Test
    void aDivergedSvdKeepsAFiniteModelAndNamesALearningRateThatTrains() {
        ModelFamily svd = ModelCatalogue.find("svd");
        Dataset dataset = RandomRatings.dataset(60, 40, 0.3, 3);
        Split split = Split.of(dataset, new SplitPlan(0.1, 0, 1));
        Settings settings = svd.defaults().with("learningRate", "5").with("factors", "10");

        TrainingOutcome outcome = new TrainingSession(svd, settings, split, 1, 0, report -> {}).run();

        assertThat(outcome.stopReason()).isEqualTo(StopReason.DIVERGED);
        assertThat(Evaluator.accuracy(outcome.model(), split.training()).squaredError())
                .isFinite();
        Divergence divergence = outcome.divergence().orElseThrow();
        assertThat(divergence.learningRate()).hasValue(5);
        double working = divergence.workingLearningRate().orElseThrow();
        assertThat(working).isLessThan(5).isPositive();
        assertThat(divergence.message()).contains("instead of 5.0", String.valueOf((float) working));

        TrainingOutcome again =
                new TrainingSession(svd, settings.with("learningRate", "" + working), split, 1, 0, report -> {}).run();
        assertThat(again.stopReason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(again.history().get(again.history().size() - 1).objective())
                .isLessThan(again.history().get(0).objective());
    }

    @Test
    void theNamedLearningRateTrainsToTheEndOnManyDataSets() {
        ModelFamily svd = ModelCatalogue.find("svd");
        for (long seed = 1; seed <= 12; seed++) {
            Dataset dataset = RandomRatings.dataset(50, 40, 0.3, seed);
            Split split = Split.of(dataset, new SplitPlan(0, 0, 1));
            for (String rate : List.of("0.5", "1", "5", "10")) {
                Settings settings = svd.defaults().with("learningRate", rate).with("factors", "5");
                TrainingOutcome outcome = new TrainingSession(svd, settings, split, seed, 0, report -> {}).run();
                if (outcome.stopReason() == StopReason.DIVERGED) {
                    double working = outcome.divergence()
                            .orElseThrow()
                            .workingLearningRate()
                            .orElseThrow();
                    TrainingOutcome again = new TrainingSession(
                                    svd, settings.with("learningRate", "" + working), split, seed, 0, report -> {})
                            .run();
                    assertThat(again.stopReason())
                            .as("learning rate %s instead of %s, seed %d", working, rate, seed)
                            .isEqualTo(StopReason.EPOCHS_DONE);
                }
            }
        }
    }

    @Test
    void secondsPerEpochAreTheMedian() {
        assertThat(outcomeOf(3, 1, 2).secondsPerEpoch()).isEqualTo(2);
        assertThat(outcomeOf(4, 1, 2, 100).secondsPerEpoch()).isEqualTo(3);
        assertThat(outcomeOf(7).secondsPerEpoch()).isEqualTo(7);
        assertThat(outcomeOf().secondsPerEpoch()).isZero();
        assertThat(outcomeOf().seconds()).isZero();
        assertThat(outcomeOf(3, 1, 2).seconds()).isEqualTo(6);
    }

    private static TrainingOutcome outcomeOf(double... seconds) {
        List<EpochReport> history = new ArrayList<>();
        double sum = 0;
        for (double each : seconds) {
            sum += each;
            history.add(new EpochReport(
                    history.size() + 1, 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), each, sum));
        }
        return new TrainingOutcome(null, null, history.size(), history, StopReason.EPOCHS_DONE, Optional.empty());
    }

    @Test
    void negativePatienceIsRefused() {
        ModelFamily family = new ScriptedFamily(NOTHING, 3, 4);

        assertThatThrownBy(() -> new TrainingSession(family, family.defaults(), fours(0), 1, -1, report -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patience");
    }

    @Test
    void stopReasonsHaveIdsThatAreReadBack() {
        assertThat(StopReason.values())
                .extracting(StopReason::id)
                .containsExactly("epochs-done", "converged", "stopped-by-user", "diverged", "out-of-memory");
        for (StopReason reason : StopReason.values()) {
            assertThat(StopReason.ofId(reason.id())).isEqualTo(reason);
        }
    }
}
