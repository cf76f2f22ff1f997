package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.inspection.Move;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.explore.RecommendationList.Cost;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationsViewModelTest {
    @TempDir
    private Path folder;

    private ExploreViewModel explore;
    private RecommendationsViewModel model;

    @BeforeEach
    void trainAModel() {
        TestWorkspace window = new TestWorkspace(folder);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        model = explore.recommendations();
        explore.activeProperty().set(true);
        window.data.open(FilmFolder.write(folder));
        window.train.familyProperty().set(ModelCatalogue.find("cor-ngbr"));
        window.train.train();
        explore.choose(4);
    }

    private List<RecommendationLine> lines() {
        return List.copyOf(model.lines());
    }

    private Set<Integer> items() {
        return lines().stream().map(RecommendationLine::item).collect(Collectors.toSet());
    }

    private Predictions now() {
        return explore.answerProperty().get().now();
    }

    @Test
    void showsAsManyAsAreAskedForAndKeepsTheItem() {
        int chosen = lines().get(2).item();
        explore.itemProperty().set(chosen);
        model.lengthProperty().set(10);

        assertThat(lines())
                .hasSize(10)
                .extracting(RecommendationLine::place)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(explore.itemProperty().get()).isEqualTo(chosen);
        model.lengthProperty().set(50);
        assertThat(lines()).hasSize(Math.min(50, now().candidates()));
    }

    @Test
    void aFilterLeavesOnlyWhatPassesAndKeepsRanksOfAll() {
        model.filterProperty().set(ItemFilter.NONE.withAnyOf(List.of("Comedy")).withYears(1960, 0));

        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.info().genres()).containsExactly("Comedy");
            assertThat(line.info().year()).isGreaterThanOrEqualTo(1960);
            assertThat(line.rank()).isEqualTo(now().rank(line.item()));
        });
        assertThat(model.listProperty().get().candidates()).isBetween(lines().size(), now().candidates() - 1);
        model.filterProperty().set(ItemFilter.NONE);
        assertThat(lines().get(0).rank()).isEqualTo(1);
    }

    @Test
    void aFilterThatNothingPassesShowsNothingAndTheItemStays() {
        Integer item = explore.itemProperty().get();
        model.filterProperty().set(ItemFilter.NONE.withYears(1850, 1851));

        assertThat(lines()).isEmpty();
        assertThat(model.listProperty().get().candidates()).isZero();
        assertThat(explore.itemProperty().get()).isEqualTo(item);
    }

    @Test
    void diversityIsExactlyThePlainListAtZeroAndSaysWhatItCostsAbove() {
        model.lengthProperty().set(10);
        List<RecommendationLine> plain = lines();
        model.diversityProperty().set(0.7);
        Cost cost = model.listProperty().get().cost().orElseThrow();
        List<RecommendationLine> diverse = lines();

        assertThat(cost.lines()).isEqualTo(10);
        assertThat(diverse.stream()
                        .filter(line -> !plainHas(plain, line.item()))
                        .count())
                .isEqualTo(cost.replaced())
                .isPositive();
        assertThat(cost.stars()).isEqualTo(meanShown(diverse), within(1e-9)).isLessThan(cost.plainStars());
        assertThat(cost.plainStars()).isEqualTo(meanShown(plain), within(1e-9));
        assertThat(cost.similarity()).isLessThan(cost.plainSimilarity());
        model.diversityProperty().set(0);
        assertThat(lines()).isEqualTo(plain);
        assertThat(model.listProperty().get().cost()).isEmpty();
    }

    private static boolean plainHas(List<RecommendationLine> lines, int item) {
        return lines.stream().anyMatch(line -> line.item() == item);
    }

    private double meanShown(List<RecommendationLine> lines) {
        return lines.stream()
                .mapToDouble(
                        line -> explore.run().experiment().dataset().scale().clip(line.prediction()))
                .average()
                .orElseThrow();
    }

    @Test
    void unchangedRatingsMoveNothing() {
        assertThat(lines()).allSatisfy(line -> {
            assertThat(line.move()).isEmpty();
            assertThat(Moves.signs(line, true)).isEmpty();
        });
        assertThat(model.listProperty().get().left()).isEmpty();
    }

    @Test
    void changedRatingsSayHowFarEachLineMovedAndWhatLeft() {
        model.lengthProperty().set(10);
        Set<Integer> before = items();
        Predictions came = now();
        turnTheTaste();

        RecommendationList list = model.listProperty().get();
        assertThat(lines()).allSatisfy(line -> {
            Move move = line.move().orElseThrow();
            assertThat(move.before()).isEqualTo(came.rank(line.item()));
            assertThat(move.now()).isEqualTo(now().rank(line.item())).isEqualTo(line.rank());
            assertThat(move.starsNow()).isEqualTo(line.prediction());
            assertThat(line.entered()).isEqualTo(!before.contains(line.item()));
        });
        assertThat(list.left()).isNotEmpty().allSatisfy(line -> assertThat(before)
                .contains(line.item()));
        assertThat(list.left().stream().map(RecommendationLine::item)).doesNotContainAnyElementsOf(items());
        assertThat(list.left().size())
                .isEqualTo(lines().stream().filter(RecommendationLine::entered).count());
    }

    /** What was liked is not, and the other way round; the best recommendation is rated. */
    private void turnTheTaste() {
        RatedItems rated = now().person().ratings();
        RatedItems turned = rated;
        for (int place = 0; place < rated.size(); place++) {
            turned = turned.with(rated.item(place), 6 - rated.value(place));
        }
        explore.rate(turned.with(lines().get(0).item(), 3));
    }

    @Test
    void whatIsRatedNowLeftTheListForThatReason() {
        int best = lines().get(0).item();
        explore.rate(now().person().ratings().with(best, 4));

        RecommendationList list = model.listProperty().get();
        assertThat(list.left()).first().satisfies(line -> {
            assertThat(line.item()).isEqualTo(best);
            assertThat(Moves.signs(line, true)).isEqualTo("rated");
            assertThat(Moves.words(line)).isEqualTo("rated now, was 1st");
        });
        assertThat(Moves.left(list.left())).startsWith("Left the list: ").contains("(1, rated now)");
    }

    @Test
    void aRatingTakenBackIsNewInTheRanking() {
        RatedItems rated = now().person().ratings();
        model.lengthProperty().set(100);
        explore.rate(rated.without(rated.item(0)));

        assertThat(lines())
                .filteredOn(line -> line.item() == rated.item(0))
                .singleElement()
                .satisfies(line -> assertThat(Moves.signs(line, true)).isEqualTo("new"));
    }

    @Test
    void theListBeforeIsThatOfTheRatingsThatThePersonCameWith() {
        List<Integer> before = lines().stream().map(RecommendationLine::item).toList();
        turnTheTaste();
        model.beforeProperty().set(true);
        assertThat(lines().stream().map(RecommendationLine::item)).isEqualTo(before);
        assertThat(lines()).extracting(RecommendationLine::rank).startsWith(1, 2, 3);

        explore.choose(5);
        assertThat(model.beforeProperty().get()).isFalse();
    }

    @Test
    void anotherPersonIsShownTheirOwnBestItem() {
        explore.choose(9);

        assertThat(explore.itemProperty().get())
                .isEqualTo(lines().get(0).item())
                .isEqualTo(now().itemAt(1));
    }
}
