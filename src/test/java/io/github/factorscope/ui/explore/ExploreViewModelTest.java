package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.explore.PeopleViewModel.UserLine;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private ExploreViewModel explore;

    @BeforeEach
    void trainAModel() {
        window = new TestWorkspace(folder);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        explore.activeProperty().set(true);
        window.data.open(window.ratingFile("ratings.csv"));
        train("cor-ngbr");
    }

    private void train(String id) {
        window.train.familyProperty().set(ModelCatalogue.find(id));
        window.train.train();
    }

    @Test
    void showsAUserWithRatingsRecommendationsAndAnExplanation() {
        assertThat(explore.people().lines()).hasSize(30);
        assertThat(explore.ratings().lines()).isNotEmpty();
        assertThat(explore.recommendations().lines()).isNotEmpty();
        Explanation explanation = explore.explanationProperty().get();
        assertThat(explanation.item())
                .isEqualTo(explore.recommendations().lines().get(0).item());
        assertThat(explanation.prediction())
                .isEqualTo(explore.recommendations().lines().get(0).prediction());
    }

    @Test
    void recommendsNothingThatTheUserRatedInTraining() {
        assertThat(explore.recommendations().lines())
                .extracting(RecommendationLine::item)
                .doesNotContainAnyElementsOf(explore.ratings().lines().stream()
                        .filter(line -> line.part().equals("train"))
                        .map(RatingLine::item)
                        .toList());
    }

    @Test
    void findsUsersByTheBeginningOfTheirId() {
        explore.people().searchProperty().set("2");

        assertThat(explore.people().lines().subList(0, 11))
                .allSatisfy(line -> assertThat(((UserLine) line).id()).startsWith("2"));
    }

    @Test
    void explainsTheItemThatIsAskedAbout() {
        int last = explore.recommendations()
                .lines()
                .get(explore.recommendations().lines().size() - 1)
                .item();
        explore.itemProperty().set(last);

        assertThat(explore.explanationProperty().get().item()).isEqualTo(last);
    }

    @Test
    void anotherModelKeepsTheUserAndTheItem() {
        explore.choose(7);
        int asked = explore.recommendations().lines().get(1).item();
        explore.itemProperty().set(asked);
        train("svd");
        window.workspace.selectedRunProperty().set(window.workspace.runs().get(1));

        assertThat(explore.personProperty().get().user()).isEqualTo(7);
        assertThat(explore.explanationProperty().get().item()).isEqualTo(asked);
        assertThat(explore.explanationProperty().get().prediction())
                .isEqualTo(explore.run().model().predict(7, asked));
    }

    @Test
    void worksNothingOutWhileItIsNotShown() {
        explore.activeProperty().set(false);
        var before = explore.run();
        train("svd");
        window.workspace.selectedRunProperty().set(window.workspace.runs().get(1));
        assertThat(explore.run()).isSameAs(before);

        explore.activeProperty().set(true);
        assertThat(explore.run().experiment().family().id()).isEqualTo("svd");
    }

    @Test
    void anotherSplitForgetsTheUser() {
        window.data.seedProperty().set("5");
        window.data.applySplit();

        assertThat(explore.run()).isNull();
        assertThat(explore.recommendations().lines()).isEmpty();
        assertThat(explore.explanationProperty().get()).isNull();
    }
}
