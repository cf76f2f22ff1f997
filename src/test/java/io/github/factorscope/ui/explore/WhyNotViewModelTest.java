package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.inspection.WhyNot;
import io.github.factorscope.inspection.WhyNot.Gap;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import io.github.factorscope.ui.explore.WhyNotAnswer.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyNotViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private ExploreViewModel explore;
    private WhyNotViewModel model;

    @BeforeEach
    void trainAModel() {
        window = new TestWorkspace(folder);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        model = explore.recommendations().whyNot();
        explore.activeProperty().set(true);
        window.data.open(FilmFolder.write(folder));
        train("cor-ngbr");
        explore.choose(4);
        explore.recommendations().lengthProperty().set(10);
    }

    private void train(String id) {
        window.train.familyProperty().set(ModelCatalogue.find(id));
        window.train.train();
    }

    private Predictions now() {
        return explore.answerProperty().get().now();
    }

    private WhyNotAnswer ask(int item) {
        explore.itemProperty().set(item);
        return model.answerProperty().get();
    }

    @Test
    void findsItemsByTitleAndSaysWhereTheyStand() {
        model.queryProperty().set("film 7");

        assertThat(model.hits()).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.label()).contains("Film").contains("7");
            assertThat(hit.rank()).isEqualTo(now().rank(hit.item()));
        });
        assertThat(model.hits().get(0).label()).isEqualTo("Film 7 (1957)");
        model.queryProperty().set("  ");
        assertThat(model.hits()).isEmpty();
    }

    @Test
    void askingExplainsTheItemAndClearsTheQuestion() {
        model.queryProperty().set("film");
        WhyNotViewModel.Hit hit = model.hits().get(3);
        model.ask(hit);

        assertThat(model.queryProperty().get()).isEmpty();
        assertThat(model.hits()).isEmpty();
        assertThat(explore.explanationProperty().get().item()).isEqualTo(hit.item());
        assertThat(model.answerProperty().get().item()).isEqualTo(hit.item());
        assertThat(model.isTelling(model.answerProperty().get())).isTrue();
    }

    @Test
    void whatIsInTheListNeedsNoAnswerUnlessItIsAskedFor() {
        WhyNotAnswer inList = ask(now().itemAt(3));

        assertThat(inList.reason()).isEqualTo(Reason.IN_THE_LIST);
        assertThat(model.isTelling(inList)).isFalse();
        assertThat(inList.comparison()).isEmpty();
        model.alwaysProperty().set(true);
        assertThat(model.isTelling(model.answerProperty().get())).isTrue();
        assertThat(model.answerProperty().get().comparison().orElseThrow().missing())
                .isLessThanOrEqualTo(0);
    }

    @Test
    void whatIsBelowIsComparedWithTheLastOfTheList() {
        WhyNotAnswer below = ask(now().itemAt(now().candidates()));
        WhyNot whyNot = below.comparison().orElseThrow();

        assertThat(below.reason()).isEqualTo(Reason.BELOW);
        assertThat(below.standing().rank()).isEqualTo(now().candidates());
        assertThat(below.place()).isEqualTo(10);
        assertThat(whyNot.other()).isEqualTo(now().itemAt(10));
        assertThat(whyNot.gaps().stream().mapToInt(Gap::difference).sum()).isEqualTo(-whyNot.missing());
        assertThat(WhyNotSentences.of(below))
                .startsWith(title(below.item()) + ": ranked " + WhyNotSentences.ordinal(now().candidates()) + " of "
                        + now().candidates() + ", ")
                .contains("★ below the 10th (" + title(now().itemAt(10)) + ")");
    }

    private String title(int item) {
        return explore.run().experiment().dataset().items().item(item).title();
    }

    @Test
    void anotherPlaceIsComparedWith() {
        ask(now().itemAt(now().candidates()));
        model.againstProperty().set(1);
        assertThat(model.answerProperty().get().comparison().orElseThrow().other())
                .isEqualTo(now().itemAt(1));

        model.againstProperty().set(100); // more than there are
        assertThat(model.answerProperty().get().comparison().orElseThrow().other())
                .isEqualTo(now().itemAt(now().candidates()));
        assertThat(WhyNotSentences.of(model.answerProperty().get())).contains("the one to compare with");
    }

    @Test
    void theFilterThatLeavesItOutIsNamed() {
        int drama = firstWith("Drama");
        explore.recommendations()
                .filterProperty()
                .set(ItemFilter.NONE.withNoneOf(List.of("Drama")).withLeastRatings(1));
        WhyNotAnswer left = ask(drama);

        assertThat(left.reason()).isEqualTo(Reason.LEFT_OUT_BY_THE_FILTER);
        assertThat(left.broken()).extracting(ItemFilter.Rule::text).containsExactly("no Drama");
        assertThat(WhyNotSentences.of(left))
                .contains("the filter leaves it out (no Drama); ranked ")
                .contains("of those that pass");
    }

    private int firstWith(String genre) {
        return explore.recommendations().lines().stream()
                .filter(line -> line.info().genres().contains(genre))
                .findFirst()
                .orElseThrow()
                .item();
    }

    @Test
    void underAFilterRanksAreThoseOfWhatPasses() {
        explore.recommendations().filterProperty().set(ItemFilter.NONE.withAnyOf(List.of("Comedy")));
        RecommendationList list = explore.recommendations().listProperty().get();
        int[] passing = now().best(list.allowed(), Integer.MAX_VALUE);
        WhyNotAnswer last = ask(passing[passing.length - 1]);

        assertThat(last.reason()).isEqualTo(Reason.BELOW);
        assertThat(last.standing().allowedRank()).isEqualTo(passing.length).isEqualTo(list.candidates());
        assertThat(last.comparison().orElseThrow().other()).isEqualTo(passing[9]);
        assertThat(WhyNotSentences.of(last)).contains("of the " + passing.length + " that pass the filter (");
    }

    @Test
    void diversityThatLeavesItOutNamesWhatItResembles() {
        List<Integer> plain = explore.recommendations().lines().stream()
                .map(RecommendationLine::item)
                .toList();
        explore.recommendations().diversityProperty().set(0.9);
        RecommendationList list = explore.recommendations().listProperty().get();
        int gone = plain.stream().filter(item -> !list.has(item)).findFirst().orElseThrow();
        WhyNotAnswer left = ask(gone);

        assertThat(left.reason()).isEqualTo(Reason.LEFT_OUT_FOR_DIVERSITY);
        assertThat(list.has(left.resembles().orElseThrow().item())).isTrue();
        assertThat(WhyNotSentences.of(left)).contains("but diversity leaves it out: of the list, it resembles ");
    }

    @Test
    void whatIsRatedSaysWhatWasGivenAndPredicted() {
        int rated = now().person().ratings().item(0);
        WhyNotAnswer answer = ask(rated);

        assertThat(answer.reason()).isEqualTo(Reason.RATED);
        assertThat(answer.comparison()).isEmpty();
        assertThat(WhyNotSentences.of(answer)).contains("★, so it is not in the ranking; predicted ");
    }

    @Test
    void theAnswerFollowsTheRatingsAndTheModel() {
        int asked = now().itemAt(now().candidates());
        ask(asked);
        explore.rate(now().person().ratings().without(now().person().ratings().item(0)));
        assertThat(model.answerProperty().get().standing().prediction()).isEqualTo(now().of(asked));
        explore.rate(now().person().ratings().with(asked, 5));
        assertThat(model.answerProperty().get().reason()).isEqualTo(Reason.RATED);

        train("svd");
        assertThat(model.answerProperty().get().item()).isEqualTo(asked);
        assertThat(model.answerProperty().get().standing().prediction()).isEqualTo(now().of(asked));
    }

    @Test
    void withNobodyOnTheScreenThereIsNoAnswer() {
        model.queryProperty().set("film");
        explore.choose(null);

        assertThat(model.answerProperty().get()).isNull();
        assertThat(model.queryProperty().get()).isEmpty();
        assertThat(model.hits()).isEmpty();
    }
}
