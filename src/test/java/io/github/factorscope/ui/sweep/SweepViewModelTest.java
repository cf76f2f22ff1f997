package io.github.factorscope.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.sweep.TrialEnd;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ImmediateBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.common.ThreadedBackground;
import io.github.factorscope.ui.sweep.SweepForm.Way;
import io.github.factorscope.ui.sweep.SweepViewModel.State;
import io.github.factorscope.ui.sweep.VariedSetting.Choice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SweepViewModelTest {
    private final ModelFamily svd = ModelCatalogue.find("svd");

    @TempDir
    private Path folder;

    private TestWorkspace window;
    private SweepViewModel sweep;

    @BeforeEach
    void openRatings() {
        window = new TestWorkspace(folder);
        sweep = sweep(new ImmediateBackground());
        window.data.open(window.ratingFile("ratings.csv"));
        sweep.form().presetProperty().set("quick");
    }

    private SweepViewModel sweep(Background background) {
        return new SweepViewModel(window.workspace, background, window.errors, window.train, window.shelf, 2);
    }

    private void choose(String model, boolean chosen) {
        sweep.form().chosen().get(ModelCatalogue.find(model)).set(chosen);
    }

    private static Choice setting(List<Choice> choices, String name) {
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewUserCanStartAtOnce() {
        SweepViewModel fresh = sweep(new ImmediateBackground());

        assertThat(fresh.form().families()).containsExactly(svd);
        assertThat(fresh.form().first().choiceProperty().get().name()).isEqualTo("factors");
        assertThat(fresh.form().first().textProperty().get()).isEqualTo("10,20,50,100");
        assertThat(fresh.form().wordsProperty().get()).startsWith("4 trainings, at most about");
        assertThat(fresh.obstacle()).isEmpty();
        fresh.start();
        assertThat(fresh.rows())
                .hasSize(4)
                .allMatch(row -> row.standingProperty().get().trial().isPresent());
        assertThat(fresh.picturesProperty().get()).isPresent();
        assertThat(fresh.statusProperty().get()).contains("4 of 4 trained on ", "best validation RMSE");
        assertThat(fresh.stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(window.workspace.activities()).isEmpty();
    }

    @Test
    void theBestOfEachModelIsMarked() {
        choose("svdpp", true);
        sweep.form().first().textProperty().set("1,2,3");
        sweep.start();

        for (String model : List.of("svd", "svdpp")) {
            List<SweepRow> its = sweep.rows().stream()
                    .filter(row -> row.attempt().candidate().family().id().equals(model))
                    .toList();
            double least = its.stream()
                    .mapToDouble(row -> row.standingProperty().get().error())
                    .min()
                    .orElseThrow();
            assertThat(its).hasSize(3);
            assertThat(its.stream().filter(row -> row.standingProperty().get().isBest()))
                    .singleElement()
                    .matches(row -> row.standingProperty().get().error() == least);
        }
    }

    @Test
    void whatIsWrongIsSaidWhereItIsAndNothingStarts() {
        sweep.form().first().textProperty().set("20..5:3");

        assertThat(sweep.form().first().wrongProperty().get()).isTrue();
        assertThat(sweep.form().first().hintProperty().get()).contains("rises");
        assertThat(sweep.form().planProperty().get()).isEmpty();
        sweep.start();
        assertThat(sweep.rows()).isEmpty();
        assertThat(window.errors.messageProperty().get()).contains("marked");

        sweep.form().first().textProperty().set("5..20:4");
        assertThat(sweep.form().first().hintProperty().get()).isEqualTo("5  10  15  20");
        assertThat(sweep.obstacle()).isEmpty();
    }

    @Test
    void onlyWhatAllChosenModelsHaveCanBeVaried() {
        choose("global-ngbr", true);
        assertThat(sweep.form().firstChoices())
                .extracting(Choice::name)
                .contains("epochs", "learningRate")
                .doesNotContain("factors", "neighbours");
        choose("svd", false);
        assertThat(sweep.form().first().choiceProperty().get().name()).isEqualTo("epochs");
        sweep.form().first().choiceProperty().set(setting(sweep.form().firstChoices(), "neighbours"));
        assertThat(sweep.form().first().textProperty().get()).isEqualTo("10,30,100,300");
        choose("global-ngbr", false);
        assertThat(sweep.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("Choose a model"));
    }

    @Test
    void valuesToBeginWithAreOfferedForEverySettingOfEveryModel() {
        choose("svd", false);
        for (ModelFamily family : ModelCatalogue.all()) {
            choose(family.id(), true);
            for (Choice choice : sweep.form().firstChoices()) {
                sweep.form().first().choiceProperty().set(choice);
                assertThat(sweep.form().first().wrongProperty().get())
                        .as(family.id() + " " + choice.name() + ": "
                                + sweep.form().first().hintProperty().get())
                        .isFalse();
            }
            choose(family.id(), false);
        }
    }

    @Test
    void twoSettingsMakeEveryCombination() {
        sweep.form().first().textProperty().set("1,2");
        sweep.form().second().choiceProperty().set(setting(sweep.form().secondChoices(), "regularization"));
        sweep.form().second().textProperty().set("0.01,0.1,1");
        sweep.form().repeatsProperty().set("2");
        sweep.start();

        assertThat(sweep.rows()).hasSize(12);
        assertThat(sweep.varied()).extracting("name").containsExactly("factors", "regularization");
    }

    @Test
    void aRangeWithoutStepsIsForDrawsAtRandom() {
        sweep.form().first().textProperty().set("1..10");
        assertThat(sweep.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("1..10:5"));
        sweep.form().wayProperty().set(Way.RANDOM);
        sweep.form().trialsProperty().set("4");
        assertThat(sweep.form().wordsProperty().get()).startsWith("4 trainings");
        sweep.form().trialsProperty().set("many");
        assertThat(sweep.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("many"));
    }

    @Test
    void halvingShowsWhatWasEliminated() {
        sweep.form().first().textProperty().set("1..20");
        sweep.form().wayProperty().set(Way.HALVING);
        sweep.form().trialsProperty().set("9");
        sweep.form().patienceProperty().set("0");
        sweep.start();

        assertThat(sweep.rows())
                .extracting(row ->
                        row.standingProperty().get().trial().orElseThrow().end())
                .contains(TrialEnd.ELIMINATED, TrialEnd.EPOCHS_DONE);
    }

    @Test
    void aClickOnATrialPutsItsSettingsUnderTrain() {
        choose("svd", false);
        choose("svdpp", true);
        sweep.form().first().textProperty().set("3,7");
        sweep.start();
        sweep.selectedProperty().set(sweep.rows().get(1));

        assertThat(window.train.familyProperty().get().id()).isEqualTo("svdpp");
        assertThat(window.train.form().settingsProperty().get())
                .hasValue(sweep.rows().get(1).attempt().candidate().settings());
        assertThat(sweep.noteProperty().get()).contains("Factors 7", "Train");
    }

    @Test
    void whatIsTypedUnderTrainCanBeTheRest() {
        window.train.choose(svd, svd.defaults().with("learningRate", "0.0123").with("epochs", "3"));
        sweep.form().presetProperty().set(SweepForm.asTyped());
        sweep.form().first().textProperty().set("2,3");
        sweep.start();

        assertThat(sweep.rows())
                .extracting(row -> row.attempt().candidate().value("learningRate"))
                .containsOnly("0.0123");
    }

    @Test
    void theBestIsSavedUnderANameThatIsFree() {
        assertThat(sweep.saveBest("mine")).isFalse();
        sweep.form().first().textProperty().set("2,3");
        sweep.start();

        assertThat(sweep.saveBest("quick")).isFalse();
        assertThat(window.errors.messageProperty().get()).contains("quick");
        assertThat(sweep.saveBest(" mine ")).isTrue();
        assertThat(window.shelf.savedOf(svd)).extracting("name").containsExactly("mine");
        SweepRow best = sweep.rows().stream()
                .filter(row -> row.standingProperty().get().isBest())
                .findFirst()
                .orElseThrow();
        assertThat(window.shelf.savedOf(svd).get(0).settings().toMap())
                .containsEntry(
                        "factors", best.attempt().candidate().settings().toMap().get("factors"))
                .containsEntry("epochs", best.standingProperty().get().epoch());
        assertThat(sweep.form().presets()).contains("mine");
        window.shelf.delete(svd, "mine");
        assertThat(sweep.form().presets()).doesNotContain("mine");
    }

    @Test
    void withoutDataOrValidationRatingsTheReasonIsGiven() {
        TestWorkspace empty = new TestWorkspace(folder);
        SweepViewModel without = new SweepViewModel(
                empty.workspace, new ImmediateBackground(), empty.errors, empty.train, empty.shelf, 1);
        assertThat(without.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("data"));

        window.data.form().validationPercentProperty().set("0");
        window.data.applySplit();
        assertThat(sweep.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("validation"));
    }

    @Test
    void anotherSplitForgetsWhatWasFoundOnTheOld() {
        sweep.form().first().textProperty().set("2,3");
        sweep.start();
        window.data.form().seedProperty().set("99");
        window.data.applySplit();

        assertThat(sweep.rows()).isEmpty();
        assertThat(sweep.picturesProperty().get()).isEmpty();
        assertThat(sweep.statusProperty().get()).isEmpty();
    }

    @Test
    void pausesGoesOnAndStopsFromTheWindow() throws Exception {
        ThreadedBackground background = new ThreadedBackground();
        sweep = sweep(background);
        sweep.form().presetProperty().set("quick");
        window.train.choose(svd, svd.defaults().with("epochs", "10000"));
        sweep.form().presetProperty().set(SweepForm.asTyped());
        sweep.form().patienceProperty().set("0");
        sweep.form().first().textProperty().set("1..9:9");
        sweep.start();
        assertThat(window.workspace.activities()).hasSize(1);
        background.await(() -> sweep.rows().get(0).standingProperty().get().epoch() > 0);
        assertThat(sweep.stateProperty().get()).isEqualTo(State.RUNNING);

        sweep.pauseOrResume();
        assertThat(sweep.stateProperty().get()).isEqualTo(State.PAUSED);
        assertThat(sweep.statusProperty().get()).startsWith("Paused");
        sweep.pauseOrResume();
        assertThat(sweep.stateProperty().get()).isEqualTo(State.RUNNING);
        window.workspace.activities().get(0).stop();
        assertThat(sweep.stateProperty().get()).isEqualTo(State.STOPPING);
        background.await(() -> sweep.stateProperty().get() == State.IDLE);

        assertThat(window.workspace.activities()).isEmpty();
        assertThat(sweep.statusProperty().get()).startsWith("Stopped");
        assertThat(sweep.rows().get(0).standingProperty().get().trial()).isPresent();
        assertThat(sweep.rows().get(8).standingProperty().get().words()).isEqualTo("not trained");
        assertThat(sweep.hasBest()).isTrue();
    }
}
