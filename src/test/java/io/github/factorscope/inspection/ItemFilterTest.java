package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.inspection.ItemFilter.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemFilterTest {
    private static final int ALIEN = 0;
    private static final int AIRPLANE = 1;
    private static final int NEWS = 2;
    private static final int NO_YEAR = 3;
    private static final int UNRATED = 4;

    private final ItemFacts facts = facts();

    /** Alien has 3 ratings, Airplane and the news 2, one 1, one none. */
    private static ItemFacts facts() {
        ItemCatalogue catalogue = ItemCatalogue.of(
                IdIndex.of(List.of("a", "b", "c", "d", "e")),
                Map.of(
                        "a", new Item("a", "Alien", 1979, List.of("Horror", "Sci-Fi")),
                        "b", new Item("b", "Airplane!", 1980, List.of("Comedy")),
                        "c", new Item("c", "Broadcast News", 1987, List.of("Comedy", "Drama")),
                        "d", new Item("d", "Some Film", 0, List.of("Drama")),
                        "e", new Item("e", "Nobody Saw It", 1999, List.of())));
        return ItemFacts.of(
                catalogue,
                RatingMatrix.of(
                        RandomRatings.table(new double[][] {{5, 4, 3, 2, 0}, {5, 4, 3, 0, 0}, {5, 0, 0, 0, 0}}),
                        3,
                        5,
                        RatingScale.WHOLE_STARS));
    }

    private List<Integer> left(ItemFilter filter) {
        return IntStream.range(0, facts.items())
                .filter(filter.over(facts))
                .boxed()
                .toList();
    }

    @Test
    void askingForNothingLeavesAll() {
        assertThat(ItemFilter.NONE.isNone()).isTrue();
        assertThat(ItemFilter.NONE.rules()).isEmpty();
        assertThat(ItemFilter.NONE.over(facts).count()).isEqualTo(5);
    }

    @Test
    void genresAreAnyOfAndNoneOf() {
        assertThat(left(ItemFilter.NONE.withAnyOf(List.of("Comedy", "Horror")))).containsExactly(ALIEN, AIRPLANE, NEWS);
        assertThat(left(ItemFilter.NONE.withNoneOf(List.of("Comedy", "Horror"))))
                .containsExactly(NO_YEAR, UNRATED);
        assertThat(left(ItemFilter.NONE.withAnyOf(List.of("Comedy")).withNoneOf(List.of("Drama"))))
                .containsExactly(AIRPLANE);
        assertThat(left(ItemFilter.NONE.withAnyOf(List.of("Western")))).isEmpty();
    }

    @Test
    void yearsLeaveOutWhatHasNone() {
        assertThat(left(ItemFilter.NONE.withYears(1980, 1987))).containsExactly(AIRPLANE, NEWS);
        assertThat(left(ItemFilter.NONE.withYears(1980, 0))).containsExactly(AIRPLANE, NEWS, UNRATED);
        assertThat(left(ItemFilter.NONE.withYears(0, 1979))).containsExactly(ALIEN);
        assertThat(left(ItemFilter.NONE.withYears(1990, 1980))).isEmpty();
    }

    @Test
    void ratingsAreAtLeastSoMany() {
        assertThat(left(ItemFilter.NONE.withLeastRatings(2))).containsExactly(ALIEN, AIRPLANE, NEWS);
        assertThat(left(ItemFilter.NONE.withLeastRatings(3))).containsExactly(ALIEN);
    }

    @Test
    void equallyPopularItemsAreLeftOutTogetherOrNotAtAll() {
        assertThat(left(ItemFilter.NONE.withoutMostRated(19))).hasSize(5);
        assertThat(left(ItemFilter.NONE.withoutMostRated(20))).containsExactly(AIRPLANE, NEWS, NO_YEAR, UNRATED);
        assertThat(left(ItemFilter.NONE.withoutMostRated(59))).containsExactly(AIRPLANE, NEWS, NO_YEAR, UNRATED);
        assertThat(left(ItemFilter.NONE.withoutMostRated(60))).containsExactly(NO_YEAR, UNRATED);
        assertThat(left(ItemFilter.NONE.withoutMostRated(100))).isEmpty();
    }

    @Test
    void popularityRanksAreShared() {
        assertThat(IntStream.range(0, 5).map(facts::popularityRank)).containsExactly(1, 2, 2, 4, 5);
        assertThat(facts.genres()).containsExactly("Comedy", "Drama", "Horror", "Sci-Fi");
        assertThat(facts.hasYears()).isTrue();
    }

    @Test
    void theRulesTogetherAreTheFilter() {
        ItemFilter filter = ItemFilter.NONE
                .withAnyOf(List.of("Drama", "Comedy"))
                .withNoneOf(List.of("Horror"))
                .withYears(1980, 1999)
                .withLeastRatings(2)
                .withoutMostRated(20);

        assertThat(filter.rules())
                .extracting(Rule::text)
                .containsExactly(
                        "Comedy or Drama", "no Horror", "1980–1999", "at least 2 ratings", "not the 20 % most rated");
        for (int item = 0; item < facts.items(); item++) {
            assertThat(filter.over(facts).test(item))
                    .isEqualTo(filter.brokenBy(item, facts).isEmpty());
        }
        assertThat(filter.brokenBy(ALIEN, facts))
                .extracting(Rule::text)
                .containsExactly("Comedy or Drama", "no Horror", "1980–1999", "not the 20 % most rated");
    }

    @Test
    void rulesCanBeTakenAwayOneByOne() {
        ItemFilter filter = ItemFilter.NONE
                .withAnyOf(List.of("Drama"))
                .withNoneOf(List.of("Horror"))
                .withYears(0, 1999)
                .withLeastRatings(1)
                .withoutMostRated(5);
        int rules = 5;
        while (!filter.isNone()) {
            assertThat(filter.rules()).hasSize(rules--);
            filter = filter.rules().get(0).without();
        }
        assertThat(rules).isZero();
    }

    @Test
    void filtersThatAskForTheSameAreEqual() {
        assertThat(ItemFilter.NONE.withAnyOf(List.of("Drama", "Comedy", "Drama")))
                .isEqualTo(ItemFilter.NONE.withAnyOf(List.of("Comedy", "Drama")));
    }

    @Test
    void nonsenseIsNamed() {
        assertThatThrownBy(() -> ItemFilter.NONE.withLeastRatings(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> ItemFilter.NONE.withoutMostRated(101)).hasMessageContaining("101");
        assertThatThrownBy(() -> ItemFilter.NONE.withYears(-3, 0)).hasMessageContaining("-3");
    }
}
