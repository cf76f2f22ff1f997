package io.github.factorscope.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.ui.common.ScriptedBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.train.Training.State;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.RunEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The train screen with two trainings at once and more in the queue. */
class SeveralTrainingsTest {
    private static final int AT_ONCE = 2;

    @TempDir
    private Path folder;

    private ScriptedBackground background;
    private TestWorkspace window;
    private TrainViewModel train;

    @BeforeEach
    void openRatings() {
        background = new ScriptedBackground();
        window = new TestWorkspace(folder, background, AT_ONCE);
        train = window.train;
        window.data.open(window.ratingFile("ratings.csv"));
    }

    private Training press(String id) {
        train.familyProperty().set(ModelCatalogue.find(id));
        train.train();
        return train.watchedProperty().get();
    }

    private void type(String setting, String text) {
        train.form().fields().stream()
                .filter(field -> field.hyperparameter().name().equals(setting))
                .forEach(field -> field.textProperty().set(text));
    }

    private static State state(Training training) {
        return training.stateProperty().get();
    }

    @Test
    void asManyTrainAsThereIsRoomForAndTheOthersFollowInTheirOrder() {
        Training first = press("baseline");
        Training second = press("cor-ngbr");
        Training third = press("svd");
        Training fourth = press("baseline");
        assertThat(train.trainings()).containsExactly(first, second, third, fourth);
        assertThat(train.trainings())
                .extracting(SeveralTrainingsTest::state)
                .containsExactly(State.RUNNING, State.RUNNING, State.WAITING, State.WAITING);
        assertThat(background.begun()).isEqualTo(AT_ONCE);

        background.finish(1);
        assertThat(train.trainings())
                .extracting(SeveralTrainingsTest::state)
                .containsExactly(State.RUNNING, State.ENDED, State.RUNNING, State.WAITING);
        background.finish(0);
        background.finish(3);
        background.finish(2);

        assertThat(train.trainings()).allMatch(Training::isOver);
        assertThat(window.workspace.runs())
                .extracting(RunEntry::name)
                .containsExactly("1 · CorNgbr", "2 · Baseline", "3 · Baseline", "4 · SVD");
        assertThat(second.nameProperty().get()).isEqualTo("1 · CorNgbr");
        assertThat(background.tickers()).isZero();
    }

    @Test
    void thoseThatTrainStandInTheActivityBarAndThoseThatWaitDoNot() {
        press("baseline");
        press("svd");
        press("cor-ngbr");
        assertThat(window.workspace.activities())
                .extracting(Activity::title)
                .containsExactly("Training Baseline", "Training SVD");

        background.finish(0);
        assertThat(window.workspace.activities())
                .extracting(Activity::title)
                .containsExactly("Training SVD", "Training CorNgbr");
        window.workspace.activities().get(1).stop();
        assertThat(train.trainings().get(2).stateProperty().get()).isEqualTo(State.STOPPING);
        assertThat(train.trainings().get(1).stateProperty().get()).isEqualTo(State.RUNNING);
    }

    @Test
    void aTrainingHasTheSettingsAsTheyWereTypedWhenItWasAskedFor() {
        press("svd");
        press("svd");
        type("factors", "3");
        train.seedProperty().set("8");
        Training waiting = press("svd");
        type("factors", "4");
        background.finish(0);
        background.finish(2);

        assertThat(train.distinction(waiting)).isEqualTo("Factors 3, seed 8");
        assertThat(window.workspace.runs().get(1).run().experiment().settings().toMap())
                .containsEntry("factors", 3);
    }

    @Test
    void aPausedTrainingGivesItsPlaceToTheNextAndGoesOnWhenItIsAskedTo() {
        Training first = press("svd");
        press("baseline");
        Training third = press("baseline");
        Training fourth = press("baseline");
        train.watchedProperty().set(first);
        train.pauseOrResume();
        assertThat(state(first)).isEqualTo(State.PAUSED);
        assertThat(state(third)).isEqualTo(State.RUNNING);

        train.pauseOrResume();
        assertThat(state(first)).isEqualTo(State.RUNNING);
        background.finish(1);
        assertThat(state(fourth)).isEqualTo(State.WAITING); // two others still train
        background.finish(2);
        assertThat(state(fourth)).isEqualTo(State.RUNNING);
    }

    @Test
    void stopRemovesOneThatWaitsAndWatchesTheLastThatStays() {
        Training first = press("baseline");
        Training second = press("baseline");
        press("svd");
        train.stop();

        assertThat(train.trainings()).containsExactly(first, second);
        assertThat(train.watchedProperty().get()).isEqualTo(second);
        assertThat(state(second)).isEqualTo(State.RUNNING);
        background.finish(0);
        background.finish(1);
        assertThat(background.begun()).isEqualTo(2);
    }

    @Test
    void stopEndsTheWatchedTrainingAndNoOther() {
        Training first = press("svd");
        Training second = press("svd");
        train.watchedProperty().set(first);
        train.stop();
        train.pauseOrResume(); // too late for that, and for a step
        train.step();

        assertThat(state(first)).isEqualTo(State.STOPPING);
        assertThat(state(second)).isEqualTo(State.RUNNING);
        assertThat(train.trainings()).hasSize(2);
        background.finish(0);
        assertThat(first.briefProperty().get()).startsWith("Stopped · test RMSE");
    }

    @Test
    void aStepBeginsOutOfTurn() {
        press("baseline");
        press("baseline");
        Training third = press("svd");
        train.step();
        assertThat(state(third)).isEqualTo(State.RUNNING);
        assertThat(background.begun()).isEqualTo(AT_ONCE + 1);
        background.finish(0);

        train.watchedProperty().set(train.trainings().get(0));
        train.step(); // that one has ended: another is made
        assertThat(train.trainings())
                .hasSize(4)
                .last()
                .isEqualTo(train.watchedProperty().get());
        assertThat(train.watchedProperty().get().isActive()).isTrue();
    }

    @Test
    void anErrorEndsOneTrainingAndTheNextBegins() {
        Training first = press("baseline");
        press("baseline");
        Training third = press("baseline");
        background.fail(0, new OutOfMemoryError("too large"));

        assertThat(first.isOver()).isTrue();
        assertThat(first.run()).isEmpty();
        assertThat(first.briefProperty().get()).isEqualTo("Failed");
        assertThat(window.errors.messageProperty().get()).isNotEmpty();
        assertThat(state(third)).isEqualTo(State.RUNNING);
        assertThat(window.workspace.activities()).hasSize(2);
    }

    @Test
    void theBestRunIsSelectedAsLongAsNobodyLooks() {
        press("svd");
        Training second = press("baseline");
        background.finish(0);
        RunEntry first = window.workspace.runs().get(0);
        assertThat(window.workspace.selectedRunProperty().get()).isEqualTo(first); // there was none
        background.finish(1);
        RunEntry other = second.entry().orElseThrow();
        assertThat(error(other)).isNotEqualTo(error(first));
        assertThat(window.workspace.selectedRunProperty().get()).isEqualTo(error(other) < error(first) ? other : first);

        train.watchedProperty().set(train.trainings().get(0));
        assertThat(window.workspace.selectedRunProperty().get()).isEqualTo(first);
        train.watchedProperty().set(second);
        assertThat(window.workspace.selectedRunProperty().get())
                .isEqualTo(second.entry().orElseThrow());
        assertThat(train.history())
                .isEqualTo(second.run().orElseThrow().outcome().history());
    }

    @Test
    void nothingTakesThePlaceOfTheRunThatSomebodyLooksAt() {
        press("baseline");
        background.finish(0);
        RunEntry first = window.workspace.runs().get(0);
        window.workspace.setLooking(true);
        press("svd");
        background.finish(1);
        assertThat(window.workspace.selectedRunProperty().get()).isEqualTo(first);

        window.workspace.setLooking(false);
        Training awaited = press("baseline"); // no better, but what one waits for now
        background.finish(2);
        assertThat(window.workspace.selectedRunProperty().get())
                .isEqualTo(awaited.entry().orElseThrow());
    }

    private static double error(RunEntry entry) {
        return entry.run().test().orElseThrow().rmse();
    }

    @Test
    void otherDataForgetsWhatHasEndedAndLeavesTheRestAlone() {
        press("baseline");
        Training second = press("svd");
        Training third = press("svd");
        background.finish(0);
        train.watchedProperty().set(train.trainings().get(0));
        assertThat(train.history()).hasSize(1);
        window.data.seedProperty().set("99");
        window.data.applySplit();

        assertThat(train.trainings()).containsExactly(second, third);
        assertThat(train.watchedProperty().get()).isEqualTo(third);
        assertThat(train.distinction(third)).isEqualTo("on another split");
        background.finish(1);
        background.finish(2);
        assertThat(window.workspace.runs()).hasSize(3);

        window.data.open(window.ratingFile("others.csv"));
        assertThat(train.trainings()).isEmpty();
        assertThat(train.watchedProperty().get()).isNull();
        assertThat(train.history()).isEmpty();
        assertThat(train.statusProperty().getValue()).isEmpty();
    }

    @Test
    void whereTheWindowClosesNothingBeginsAnyMore() {
        press("svd");
        press("svd");
        press("svd");
        train.stopAll();
        assertThat(train.trainings()).hasSize(2).allMatch(training -> state(training) == State.STOPPING);
        background.finish(0);
        background.finish(1);
        assertThat(background.begun()).isEqualTo(2);
    }

    @Test
    void whoeverClosesTheWindowHearsWhatBeginsAnew() {
        assertThat(train.closingWords()).isEmpty();
        press("svd");
        assertThat(train.closingWords())
                .contains("One training waits or has not finished an epoch: it would have to begin anew.");
        press("svd");
        press("baseline");
        assertThat(train.closingWords().orElseThrow()).startsWith("3 trainings wait or have not finished an epoch");
        background.finish(0);
        background.finish(1);
        background.finish(2);
        assertThat(train.closingWords()).isEmpty();
    }
}
