package io.github.factorscope.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.common.ThreadedBackground;
import io.github.factorscope.ui.train.Training.State;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The queue with threads of its own, as in the window. */
@Timeout(120)
class TrainingsOnThreadsTest {
    private static final int EPOCHS = 12;

    @TempDir
    private Path folder;

    private final ThreadedBackground background = new ThreadedBackground();
    private final List<Run> ended = new ArrayList<>();
    private OpenData data;

    private final class Ends implements TrainingQueue.Listener {
        @Override
        public void onEnd(Training training, Run run) {
            ended.add(run);
        }

        @Override
        public void onError(Training training, Throwable error) {
            throw new AssertionError(error);
        }
    }

    @BeforeEach
    void openRatings() {
        TestWorkspace window = new TestWorkspace(folder);
        window.data.open(window.ratingFile("ratings.csv"));
        data = window.workspace.dataProperty().get();
    }

    private TrainingQueue queue(int atOnce) {
        return new TrainingQueue(
                background,
                FXCollections.observableArrayList(),
                atOnce,
                new SafeKeeping(background, new ErrorPresenter()),
                new Ends());
    }

    private Experiment experiment(ModelFamily family, long seed) {
        return new Experiment(
                data.loaded().dataset(),
                data.split(),
                family,
                family.defaults().with("epochs", String.valueOf(EPOCHS)),
                seed,
                0);
    }

    private static Experiment experiment(Experiment like, ModelFamily family) {
        return new Experiment(like.dataset(), like.split(), family, like.settings(), like.seed(), like.patience());
    }

    /** The family, but every epoch begins only when all who share the barrier have come to it. */
    private static ModelFamily inStep(ModelFamily family, CyclicBarrier barrier) {
        return proxy(ModelFamily.class, (proxy, method, arguments) -> {
            Object result = method.invoke(family, arguments);
            return result instanceof Trainer trainer ? inStep(trainer, barrier) : result;
        });
    }

    private static Trainer inStep(Trainer trainer, CyclicBarrier barrier) {
        Method runEpoch = method("runEpoch");
        return proxy(Trainer.class, (proxy, method, arguments) -> {
            if (method.equals(runEpoch)) {
                barrier.await();
            }
            return method.invoke(trainer, arguments);
        });
    }

    private static Method method(String name) {
        return List.of(Trainer.class.getMethods()).stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void whatTrainsBesideAnotherGivesWhatItGivesAlone() throws InterruptedException {
        Experiment first = experiment(ModelCatalogue.find("svd"), 1);
        Experiment second = experiment(ModelCatalogue.find("svdpp"), 2);
        TrainingOutcome firstAlone = first.newSession(report -> {}).run();
        TrainingOutcome secondAlone = second.newSession(report -> {}).run();

        CyclicBarrier barrier = new CyclicBarrier(2);
        TrainingQueue queue = queue(2);
        Training firstBeside = queue.add(experiment(first, inStep(first.family(), barrier)));
        Training secondBeside = queue.add(experiment(second, inStep(second.family(), barrier)));
        queue.startNext();
        background.await(() -> ended.size() == 2);

        assertSame(firstBeside, firstAlone);
        assertSame(secondBeside, secondAlone);
    }

    private void assertSame(Training beside, TrainingOutcome alone) {
        TrainingOutcome outcome = beside.run().orElseThrow().outcome();
        assertThat(beside.history()).isEqualTo(outcome.history()).hasSize(EPOCHS);
        assertThat(outcome.history())
                .usingRecursiveComparison()
                .ignoringFields("epochSeconds", "seconds")
                .isEqualTo(alone.history());
        Split split = data.split();
        for (int user = 0; user < split.training().users(); user++) {
            for (int item = 0; item < split.training().items(); item++) {
                assertThat(outcome.model().predict(user, item))
                        .isEqualTo(alone.model().predict(user, item));
            }
        }
    }

    @Test
    void aTrainingThatPausesAfterItsStepLetsTheNextOneTrain() throws InterruptedException {
        TrainingQueue queue = queue(1);
        Training stepping = queue.add(experiment(ModelCatalogue.find("svd"), 1));
        Training other = queue.add(experiment(ModelCatalogue.find("svd"), 2));
        queue.step(stepping);
        queue.startNext();
        assertThat(other.isWaiting()).isTrue();

        background.await(() -> other.isOver() && isPausedAfter(stepping, 1));
        queue.step(stepping);
        background.await(() -> isPausedAfter(stepping, 2));
        queue.pauseOrResume(stepping);
        background.await(stepping::isOver);
        assertThat(stepping.history()).hasSize(EPOCHS);
    }

    private static boolean isPausedAfter(Training training, int epochs) {
        return training.stateProperty().get() == State.PAUSED
                && training.history().size() == epochs;
    }

    @Test
    void aPausedTrainingCanBeStoppedAndKeepsItsModel() throws InterruptedException {
        TrainingQueue queue = queue(1);
        Training training = queue.add(experiment(ModelCatalogue.find("svd"), 1));
        queue.step(training);
        background.await(() -> isPausedAfter(training, 1));
        queue.stop(training);
        background.await(training::isOver);

        TrainingOutcome outcome = training.run().orElseThrow().outcome();
        assertThat(outcome.stopReason()).isEqualTo(StopReason.STOPPED_BY_USER);
        assertThat(outcome.modelEpoch()).isEqualTo(1);
    }
}
