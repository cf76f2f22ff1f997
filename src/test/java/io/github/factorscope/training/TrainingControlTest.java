package io.github.factorscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The buttons, pressed from another thread. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a spinning test answers no interrupt
class TrainingControlTest {
    private static final int EPOCHS = 1000;

    private final Split split = Split.of(RandomRatings.dataset(10, 8, 0.6, 1), new SplitPlan(0, 0, 1));
    private final BlockingQueue<EpochReport> reports = new LinkedBlockingQueue<>();

    private static double[] risingStars() {
        double[] stars = new double[EPOCHS + 1];
        for (int k = 0; k <= EPOCHS; k++) {
            stars[k] = 2 + k / (double) EPOCHS;
        }
        return stars;
    }

    private TrainingSession session(ScriptedFamily.EpochBody body) {
        ModelFamily family = new ScriptedFamily(body, risingStars());
        return new TrainingSession(family, family.defaults(), split, 1, 0, reports::add);
    }

    /** Asks once an epoch, as families do; blocks there while paused. */
    private static void askOnce(int epoch, BooleanSupplier stopRequested) {
        boolean stop = stopRequested.getAsBoolean();
        assertThat(stop && epoch == 0).isFalse();
    }

    /** A session on a thread whose state can be watched. */
    private static final class Running {
        private final FutureTask<TrainingOutcome> task;
        private final Thread thread;

        Running(TrainingSession session) {
            task = new FutureTask<>(session::run);
            thread = new Thread(task, "training");
            thread.setDaemon(true);
            thread.start();
        }

        TrainingOutcome outcome() throws Exception {
            return task.get();
        }

        /** Returns when the thread waits inside its question. */
        void awaitWaiting(TrainingSession session) {
            while (!session.control().isPaused() || thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aStopWithinAnEpochEndsItAndKeepsTheModelOfTheLastWholeOne() throws Exception {
        CountDownLatch inEpoch3 = new CountDownLatch(1);
        TrainingSession session = session((epoch, stopRequested) -> {
            if (epoch == 3) {
                inEpoch3.countDown();
                while (!stopRequested.getAsBoolean()) {
                    Thread.onSpinWait(); // an epoch that would never end by itself
                }
            }
        });
        Running running = new Running(session);
        inEpoch3.await();
        session.control().stop();

        TrainingOutcome stopped = running.outcome();
        assertThat(stopped.stopReason()).isEqualTo(StopReason.STOPPED_BY_USER);
        assertThat(stopped.modelEpoch()).isEqualTo(2);
        assertThat(stopped.model().predict(0, 0)).isEqualTo(risingStars()[2]);
        assertThat(stopped.history()).hasSize(2);
        assertThat(session.control().isStopped()).isTrue();
    }

    @Test
    void aStopInTheFirstEpochKeepsWhatWasLearnedSoFar() {
        TrainingSession[] session = new TrainingSession[1];
        session[0] = session((epoch, stopRequested) -> session[0].control().stop());
        TrainingOutcome outcome = session[0].run();

        assertThat(outcome.stopReason()).isEqualTo(StopReason.STOPPED_BY_USER);
        assertThat(outcome.modelEpoch()).isZero();
        assertThat(outcome.history()).isEmpty();
        assertThat(outcome.model().predict(0, 0)).isEqualTo(risingStars()[1]);
    }

    static Stream<ModelFamily> families() {
        return ModelCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aStopBeforeTheBeginningStillGivesAModel(ModelFamily family) {
        TrainingSession session = new TrainingSession(family, family.defaults(), split, 1, 0, reports::add);
        session.control().stop();
        TrainingOutcome outcome = session.run();

        assertThat(outcome.stopReason()).isEqualTo(StopReason.STOPPED_BY_USER);
        assertThat(outcome.model().predict(0, 0)).isBetween(0.0, 6.0);
        assertThat(reports).isEmpty();
    }

    @Test
    void everySgdFamilyStopsWithinAnEpoch() throws Exception {
        ModelFamily svd = ModelCatalogue.find("svd");
        TrainingSession session = new TrainingSession(
                svd, svd.defaults().with("epochs", "10000").with("factors", "500"), split, 1, 0, reports::add);
        Running running = new Running(session);
        reports.take();
        session.control().stop();

        TrainingOutcome stopped = running.outcome();
        assertThat(stopped.stopReason()).isEqualTo(StopReason.STOPPED_BY_USER);
        assertThat(stopped.modelEpoch()).isEqualTo(stopped.history().size()).isPositive();
    }

    @Test
    void whilePausedNothingIsLearnedAndResumeGoesOn() throws Exception {
        CountDownLatch pressed = new CountDownLatch(1);
        CountDownLatch wentOn = new CountDownLatch(1);
        TrainingSession session = session((epoch, stopRequested) -> {
            if (epoch == 2) {
                await(pressed);
                askOnce(epoch, stopRequested);
                wentOn.countDown();
            }
        });
        Running running = new Running(session);
        assertThat(reports.take().epoch()).isEqualTo(1);
        session.control().pause();
        pressed.countDown();
        running.awaitWaiting(session);

        assertThat(wentOn.getCount()).isEqualTo(1);
        assertThat(reports).isEmpty();

        session.control().resume();
        assertThat(session.control().isPaused()).isFalse();
        assertThat(running.outcome().stopReason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(running.outcome().history()).hasSize(EPOCHS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStepIsExactlyOneEpoch() throws Exception {
        TrainingSession session = session(TrainingControlTest::askOnce);
        session.control().pause();
        Running running = new Running(session);
        for (int epoch = 1; epoch <= 5; epoch++) {
            session.control().step();
            running.awaitWaiting(session);
            assertThat(reports.take().epoch()).isEqualTo(epoch);
            assertThat(reports).as("epochs after the step").isEmpty();
        }
        session.control().stop();
        assertThat(running.outcome().history()).hasSize(5);
    }

    @Test
    void aStepPressedWhenTheReportArrivesIsNotLost() throws Exception {
        TrainingSession[] session = new TrainingSession[1];
        ModelFamily family = new ScriptedFamily(TrainingControlTest::askOnce, risingStars());
        CountDownLatch second = new CountDownLatch(2);
        session[0] = new TrainingSession(family, family.defaults(), split, 1, 0, report -> {
            reports.add(report);
            second.countDown();
            if (report.epoch() == 1) {
                session[0].control().step(); // as a fast finger does while the first step's report is on its way
            }
        });
        session[0].control().pause();
        Running running = new Running(session[0]);
        session[0].control().step();
        boolean bothStepsRan = second.await(2, TimeUnit.SECONDS);
        session[0].control().stop();

        running.outcome();
        assertThat(bothStepsRan).isTrue();
        assertThat(reports).hasSize(2);
    }

    @Test
    void aStopEndsTrainingThatIsPaused() throws Exception {
        TrainingSession session = session(TrainingControlTest::askOnce);
        session.control().pause();
        Running running = new Running(session);
        session.control().step();
        running.awaitWaiting(session);
        session.control().stop();

        assertThat(running.outcome().stopReason()).isEqualTo(StopReason.STOPPED_BY_USER);
        assertThat(running.outcome().modelEpoch()).isEqualTo(1);
    }

    @Test
    void aPauseDoesNotCountAsLearningTime() throws Exception {
        TrainingSession session = session((epoch, stopRequested) -> {
            if (epoch == 1) {
                askOnce(epoch, stopRequested);
            }
        });
        session.control().pause();
        long start = System.nanoTime();
        Running running = new Running(session);
        running.awaitWaiting(session);
        long pauseSeen = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(20); // so that the pause has a length at all
        long resumed = System.nanoTime();
        session.control().resume();
        TrainingOutcome outcome = running.outcome();
        double all = (System.nanoTime() - start) / 1e9;

        // At least from the moment it was seen to the moment it ended, nothing counts.
        assertThat(outcome.history().get(0).epochSeconds()).isLessThanOrEqualTo(all - (resumed - pauseSeen) / 1e9);
        assertThat(outcome.seconds()).isLessThanOrEqualTo(all - (resumed - pauseSeen) / 1e9);
    }

    @Test
    void pausingAndSteppingDoNotChangeTheModel() throws Exception {
        ModelFamily svd = ModelCatalogue.find("svd");
        double straight = new TrainingSession(svd, svd.preset("quick"), split, 1, 0, report -> {})
                .run()
                .model()
                .predict(1, 1);
        TrainingSession session = new TrainingSession(svd, svd.preset("quick"), split, 1, 0, reports::add);
        session.control().pause();
        Running running = new Running(session);
        session.control().step();
        running.awaitWaiting(session);
        session.control().step();
        running.awaitWaiting(session);
        session.control().resume();

        assertThat(running.outcome().model().predict(1, 1)).isEqualTo(straight);
    }
}
