package io.github.factorscope.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SweepSessionTest {
    private static final Strategy GRID = new Strategy.Grid();

    private final Dataset dataset = RandomRatings.dataset(40, 30, 0.5, 1);
    private final Split split = Split.of(dataset, new SplitPlan(0.1, 0.2, 1));

    private static Candidate base(String model, int epochs) {
        return new Candidate(
                        ModelCatalogue.find(model), ModelCatalogue.find(model).defaults())
                .with("epochs", String.valueOf(epochs));
    }

    private static SweepPlan plan(Candidate base, Strategy strategy, int patience, String... variations) {
        SearchSpace space = new SearchSpace(
                List.of(base), Stream.of(variations).map(Variation::parse).toList());
        return SweepPlan.of(space, strategy, 1, 4, patience, false);
    }

    private SweepSession session(SweepPlan plan, int atOnce, SweepListener listener) {
        return new SweepSession(dataset, split, plan, atOnce, listener);
    }

    private TrainingOutcome alone(Attempt attempt, Split on, int patience) {
        Candidate candidate = attempt.candidate();
        return new Experiment(dataset, on, candidate.family(), candidate.settings(), attempt.seed(), patience)
                .newSession(report -> {})
                .run();
    }

    private static double validation(TrainingOutcome outcome) {
        return outcome.accuracies().validation().orElseThrow().rmse();
    }

    @Test
    void aTrialIsWhatTrainingAloneGives() {
        SweepPlan plan = plan(base("svd", 6), GRID, 2, "factors=2,3,5");
        List<Trial> heard = new ArrayList<>();
        SweepResult result = session(plan, 2, new SweepListener() {
                    @Override
                    public void onEnd(Trial trial) {
                        heard.add(trial);
                    }
                })
                .run();

        assertThat(result.isComplete()).isTrue();
        assertThat(heard).hasSize(3).containsExactlyInAnyOrderElementsOf(result.trials());
        assertThat(result.trials()).extracting(Trial::attempt).containsExactlyElementsOf(plan.attempts());
        for (Trial trial : result.trials()) {
            TrainingOutcome alone = alone(trial.attempt(), split.withoutTest(), 2);
            assertThat(trial.epoch()).isEqualTo(alone.modelEpoch());
            assertThat(trial.epochs()).isEqualTo(alone.history().size());
            assertThat(trial.end().id()).isEqualTo(alone.stopReason().id());
            assertThat(trial.validationRmse()).hasValue(validation(alone));
        }
    }

    @Test
    void severalModelsAndSeedsAreSummedUpBySetting() {
        SearchSpace space =
                new SearchSpace(List.of(base("svd", 4), base("svdpp", 4)), List.of(Variation.parse("factors=2,4")));
        SweepResult result = session(SweepPlan.of(space, GRID, 3, 1, 0, false), 2, SweepListener.NONE)
                .run();

        assertThat(result.trials()).hasSize(12);
        assertThat(result.scores()).hasSize(4).allMatch(score -> score.trials().size() == 3);
        Score first = result.scores().get(0);
        double[] errors = first.trials().stream().mapToDouble(Trial::error).toArray();
        double mean = (errors[0] + errors[1] + errors[2]) / 3;
        double variance =
                (Math.pow(errors[0] - mean, 2) + Math.pow(errors[1] - mean, 2) + Math.pow(errors[2] - mean, 2)) / 2;
        assertThat(first.error()).isEqualTo(mean, within(1e-12));
        assertThat(first.spread().orElseThrow()).isEqualTo(Math.sqrt(variance), within(1e-12));
        assertThat(result.best(ModelCatalogue.find("svdpp"))
                        .orElseThrow()
                        .candidate()
                        .family()
                        .id())
                .isEqualTo("svdpp");
        assertThat(result.best().orElseThrow().error())
                .isEqualTo(
                        result.scores().stream().mapToDouble(Score::error).min().orElseThrow());
    }

    @Test
    void whatIsKeptHasTheEpochsOfTheBestModel() {
        SweepResult result = session(
                        plan(base("svd", 300).with("regularization", "0"), GRID, 2, "learningRate=0.000001,0.05"),
                        1,
                        SweepListener.NONE)
                .run();
        Score best = result.best().orElseThrow();

        assertThat(best.candidate().value("learningRate")).isEqualTo("0.05");
        assertThat(best.trials().get(0).epoch()).isLessThan(300);
        assertThat(best.settingsToKeep().toMap())
                .containsEntry("epochs", best.trials().get(0).epoch());
    }

    @Test
    void testRatingsAreNotSeenUnlessAskedFor() {
        List<EpochReport> reports = new ArrayList<>();
        SweepListener listener = new SweepListener() {
            @Override
            public void onEpoch(Attempt attempt, EpochReport report) {
                reports.add(report);
            }
        };
        SweepPlan plan = plan(base("svd", 4), GRID, 0, "factors=2,3");
        SweepResult without = session(plan, 2, listener).run();

        assertThat(without.trials()).allMatch(trial -> trial.testRmse().isEmpty());
        assertThat(reports).hasSize(8).allMatch(report -> report.testRmse().isEmpty());

        SweepPlan asked = SweepPlan.of(plan.space(), GRID, 1, 4, 0, true);
        for (Trial trial : session(asked, 2, SweepListener.NONE).run().trials()) {
            TrainingOutcome alone = alone(trial.attempt(), split, 0);
            assertThat(trial.testRmse())
                    .hasValue(alone.accuracies().test().orElseThrow().rmse());
            assertThat(trial.validationRmse()).hasValue(validation(alone));
        }
    }

    @Test
    void withoutValidationRatingsTheWholeTrainingIsJudgedByTestWhereThatIsAskedFor() {
        Split without = Split.of(dataset, new SplitPlan(0.1, 0, 1));
        SweepPlan plan = plan(base("svd", 4), GRID, 1, "factors=2,3");
        SweepPlan asked = SweepPlan.of(plan.space(), GRID, 1, 4, 1, true);

        assertThatThrownBy(() -> new SweepSession(dataset, without, plan, 1, SweepListener.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        SweepResult result = new SweepSession(dataset, without, asked, 1, SweepListener.NONE).run();
        assertThat(result.trials())
                .allMatch(trial ->
                        trial.epoch() == 4 && trial.error() == trial.testRmse().orElseThrow());
    }

    @Test
    void theSurvivorOfHalvingIsWhatAnUninterruptedTrainingGivesBitForBit() {
        Strategy halving = new Strategy.Halving(OptionalInt.of(9), 3);
        SweepPlan plan = plan(base("svdpp", 18), halving, 0, "factors=2..20", "learningRate=0.002..0.05:log");
        SweepResult result = session(plan, 2, SweepListener.NONE).run();
        List<Trial> whole = result.trials().stream()
                .filter(trial -> trial.end() == TrialEnd.EPOCHS_DONE)
                .toList();

        assertThat(result.isComplete()).isTrue();
        assertThat(result.trials()).hasSize(9);
        assertThat(result.trials())
                .extracting(trial -> trial.end().id() + " " + trial.epochs())
                .containsOnly("eliminated 2", "eliminated 6", "epochs-done 18")
                .satisfies(ends ->
                        assertThat(ends.stream().filter("eliminated 2"::equals)).hasSize(6))
                .satisfies(ends ->
                        assertThat(ends.stream().filter("eliminated 6"::equals)).hasSize(2));
        assertThat(whole).hasSize(1);
        TrainingOutcome alone = alone(whole.get(0).attempt(), split.withoutTest(), 0);
        assertThat(whole.get(0).validationRmse()).hasValue(validation(alone));
        assertThat(whole.get(0).epoch()).isEqualTo(alone.modelEpoch());
        assertThat(result.best().orElseThrow().trials()).isEqualTo(whole);
    }

    @Test
    void halvingLetsTheBestSoFarGoOn() {
        Strategy halving = new Strategy.Halving(OptionalInt.empty(), 2);
        SweepPlan plan = plan(base("svd", 12), halving, 0, "learningRate=0.0001,0.001,0.01,0.03");
        SweepResult result = session(plan, 2, SweepListener.NONE).run();
        List<Candidate> afterThree = plan.attempts().stream()
                .sorted(Comparator.comparingDouble(attempt -> validation(
                        alone(new Attempt(1, attempt.candidate().with("epochs", "3"), 4), split.withoutTest(), 0))))
                .map(Attempt::candidate)
                .toList();

        assertThat(result.trials().stream().filter(trial -> trial.epochs() == 3).map(Trial::candidate))
                .containsExactlyInAnyOrderElementsOf(afterThree.subList(2, 4));
        assertThat(result.trials().stream().filter(trial -> trial.epochs() > 3).map(Trial::candidate))
                .containsExactlyInAnyOrderElementsOf(afterThree.subList(0, 2));
    }

    @Test
    void halvingGivesTheSameHoweverManyTrainAtOnce() {
        Strategy halving = new Strategy.Halving(OptionalInt.of(6), 2);
        SweepPlan plan = plan(base("svd", 8), halving, 3, "factors=2..20", "regularization=0.01..0.5:log");

        assertThat(ends(session(plan, 4, SweepListener.NONE).run()))
                .isEqualTo(ends(session(plan, 1, SweepListener.NONE).run()));
    }

    private static List<String> ends(SweepResult result) {
        return result.trials().stream()
                .map(trial -> trial.attempt() + " " + trial.epochs() + " " + trial.error() + " " + trial.endWords())
                .toList();
    }

    @Test
    void aModelWithoutEpochsHasNothingToHalve() {
        Candidate corNgbr = new Candidate(
                ModelCatalogue.find("cor-ngbr"), ModelCatalogue.find("cor-ngbr").defaults());
        SweepPlan plan = plan(corNgbr, new Strategy.Halving(OptionalInt.empty(), 3), 0, "neighbours=5,10,20");

        assertThatThrownBy(() -> session(plan, 1, SweepListener.NONE))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("cor-ngbr");
    }

    /** A sweep on a thread of its own. */
    private static FutureTask<SweepResult> start(SweepSession session) {
        FutureTask<SweepResult> task = new FutureTask<>(session::run);
        Thread thread = new Thread(task, "sweep of a test");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Counts epochs, and pauses at one of them. */
    private static final class Pausing implements SweepListener {
        private final int atEpoch;
        private final CountDownLatch paused = new CountDownLatch(1);
        private SweepControl control;
        private int epochs; // guarded by this

        Pausing(int atEpoch) {
            this.atEpoch = atEpoch;
        }

        @Override
        public synchronized void onEpoch(Attempt attempt, EpochReport report) {
            epochs++;
            if (epochs == atEpoch) {
                control.pause();
                paused.countDown();
            }
        }

        synchronized int epochs() {
            return epochs;
        }
    }

    @Test
    void aPauseHoldsAllTrainingsAndGoingOnChangesNothing() throws Exception {
        SweepPlan plan = plan(base("svd", 200), GRID, 0, "factors=2,3,4,5,6");
        Pausing pausing = new Pausing(50);
        SweepSession session = session(plan, 2, pausing);
        pausing.control = session.control();
        FutureTask<SweepResult> running = start(session);
        assertThat(pausing.paused.await(30, TimeUnit.SECONDS)).isTrue();

        // both may be within an epoch whose last question was answered before the pause, so one more each at the most
        assertThat(running.isDone()).isFalse();
        assertThat(session.control().isPaused()).isTrue();
        assertThat(pausing.epochs()).isBetween(50, 52);
        session.control().resume();

        assertThat(ends(running.get()))
                .isEqualTo(ends(session(plan, 1, SweepListener.NONE).run()));
    }

    @Test
    void aStopEndsThePausedToo() throws Exception {
        SweepPlan plan = plan(base("svd", 10_000), GRID, 0, "factors=2,3,4,5,6");
        Pausing pausing = new Pausing(20);
        SweepSession session = session(plan, 2, pausing);
        pausing.control = session.control();
        FutureTask<SweepResult> running = start(session);
        assertThat(pausing.paused.await(30, TimeUnit.SECONDS)).isTrue();
        session.control().stop();
        SweepResult result = running.get();

        assertThat(result.isComplete()).isFalse();
        assertThat(result.trials())
                .hasSizeBetween(1, 2)
                .allMatch(trial -> trial.end() == TrialEnd.STOPPED_BY_USER && trial.epochs() > 0)
                .allMatch(trial -> Double.isFinite(trial.error()));
    }

    @Test
    void aStoppedHalvingKeepsWhatItsTrainingsHadReached() throws Exception {
        Strategy halving = new Strategy.Halving(OptionalInt.empty(), 2);
        SweepPlan plan = plan(base("svd", 10_000), halving, 0, "factors=2,3,4,5");
        Pausing pausing = new Pausing(2 * 2500 + 1); // half of the first step
        SweepSession session = session(plan, 1, pausing);
        pausing.control = session.control();
        FutureTask<SweepResult> running = start(session);
        assertThat(pausing.paused.await(50, TimeUnit.SECONDS)).isTrue();
        session.control().stop();

        assertThat(running.get().trials())
                .extracting(Trial::epochs)
                .hasSizeBetween(2, 3)
                .startsWith(2500, 2500);
        assertThat(running.get().isComplete()).isFalse();
    }

    @Test
    void anErrorInOneTrainingEndsTheSweep() {
        SweepPlan plan = plan(base("svd", 5), GRID, 0, "factors=2,3");
        SweepSession session = session(plan, 2, new SweepListener() {
            @Override
            public void onStart(Attempt attempt) {
                throw new IllegalStateException("of a test");
            }
        });

        assertThatThrownBy(session::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of a test");
    }

    @Test
    void aDivergedTrainingIsATrialWithoutASearchForAStepSize() {
        SweepPlan plan = plan(base("svd", 5), GRID, 0, "learningRate=0.01,10");
        SweepResult result = session(plan, 1, SweepListener.NONE).run();

        assertThat(result.trials()).hasSize(1); // nothing was learned by the other one
        assertThat(result.trials().get(0).candidate().value("learningRate")).isEqualTo("0.01");
    }
}
