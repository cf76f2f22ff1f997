package io.github.factorscope.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.report.TrainingCurves;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.ui.common.TestWorkspace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private TrainViewModel train;

    @BeforeEach
    void openRatings() {
        window = new TestWorkspace(folder);
        train = window.train;
        window.data.open(window.ratingFile("ratings.csv"));
    }

    private Run run() {
        return train.watchedProperty().get().run().orElseThrow();
    }

    private void type(String setting, String text) {
        train.form().fields().stream()
                .filter(field -> field.hyperparameter().name().equals(setting))
                .findFirst()
                .orElseThrow()
                .textProperty()
                .set(text);
    }

    @Test
    void trainsEveryModelAndListsItsRun() {
        List<ModelFamily> families = ModelCatalogue.all().stream()
                .filter(family -> !family.id().equals("content")) // needs more than ratings
                .toList();
        for (ModelFamily family : families) {
            train.familyProperty().set(family);
            train.train();
        }

        assertThat(window.workspace.runs())
                .extracting(entry -> entry.run().experiment().family())
                .containsExactlyElementsOf(families);
        assertThat(train.trainings())
                .allMatch(Training::isOver)
                .extracting(training -> training.entry().orElseThrow())
                .containsExactlyElementsOf(window.workspace.runs());
        assertThat(window.workspace.activities()).isEmpty();
    }

    @Test
    void aModelThatTheDataCannotFeedSaysWhatItNeeds() {
        train.familyProperty().set(ModelCatalogue.find("content"));
        train.train();

        assertThat(window.workspace.runs()).isEmpty();
        assertThat(window.errors.messageProperty().get()).contains("genres").contains("cor-ngbr");
    }

    @Test
    void everyEpochReachesTheCurve() {
        type("epochs", "7");
        train.patienceProperty().set("0");
        train.train();

        assertThat(train.history()).extracting("epoch").containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(train.statusProperty().getValue()).contains("test RMSE").contains("7");
    }

    @Test
    void theFormMarksWhatLiesOutsideItsRangeAndDoesNotTrain() {
        type("factors", "0");

        assertThat(train.form().settingsProperty().get()).isEmpty();
        assertThat(field("factors").errorProperty().get()).contains("factors").contains("1 to 2000");
        train.train();
        train.step();
        assertThat(train.trainings()).isEmpty();
        assertThat(window.errors.messageProperty().get()).contains("setting");
    }

    @Test
    void settingsWithoutAMeaningAreNotAskedFor() {
        train.familyProperty().set(ModelCatalogue.find("baseline"));
        assertThat(applies("learningRate")).isFalse();
        type("solver", "sgd");
        assertThat(applies("learningRate")).isTrue();
        assertThat(applies("itemShrinkage")).isFalse();
    }

    private boolean applies(String setting) {
        return field(setting).appliesProperty().get();
    }

    private SettingField field(String setting) {
        return train.form().fields().stream()
                .filter(field -> field.hyperparameter().name().equals(setting))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasTypedStaysWhileAnotherModelIsLookedAt() {
        type("factors", "17");
        train.familyProperty().set(ModelCatalogue.find("baseline"));
        train.familyProperty().set(ModelCatalogue.find("svd"));

        assertThat(field("factors").textProperty().get()).isEqualTo("17");
    }

    @Test
    void divergenceEndsWithAModelAndAnAdvice() {
        type("learningRate", "5");
        train.train();

        assertThat(run().outcome().stopReason()).isEqualTo(StopReason.DIVERGED);
        assertThat(run().model().predict(0, 0)).isFinite();
        assertThat(window.errors.messageProperty().get())
                .startsWith("1 · SVD")
                .contains("diverged")
                .contains("learning rate");
        assertThat(train.watchedProperty().get().briefProperty().get()).startsWith("Diverged · test RMSE");
    }

    @Test
    void theBestEpochIsTheOneWithTheLowestValidationError() {
        train.train();

        assertThat(TrainingCurves.best(train.history()).orElseThrow())
                .isEqualTo(train.history().stream()
                        .min(Comparator.comparing(
                                report -> report.validationRmse().orElseThrow()))
                        .orElseThrow());
        assertThat(run().outcome().modelEpoch())
                .isEqualTo(TrainingCurves.best(train.history()).orElseThrow().epoch());
    }

    @Test
    void severalSeedsAreTrainedOneAfterTheOther() {
        train.familyProperty().set(ModelCatalogue.find("svd"));
        train.seedProperty().set("7");
        train.repeatsProperty().set("3");
        train.train();
        assertThat(window.workspace.runs())
                .extracting(entry -> entry.run().experiment().seed())
                .containsExactly(7L, 8L, 9L);
        assertThat(window.workspace.runs())
                .extracting(entry -> entry.run().experiment().settings())
                .containsOnly(train.form().settingsProperty().get().orElseThrow());

        for (String wrong : List.of("0", "101", "two")) {
            window.errors.close();
            train.repeatsProperty().set(wrong);
            train.train();
            assertThat(window.errors.messageProperty().get()).contains("number of seeds");
        }
        assertThat(window.workspace.runs()).hasSize(3);
    }
}
