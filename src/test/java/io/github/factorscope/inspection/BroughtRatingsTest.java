package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.NamedRating;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.inspection.BroughtRatings.LeftOut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BroughtRatingsTest {
    private static final ItemCatalogue FILMS = ItemCatalogue.of(
            IdIndex.of(List.of("10", "20", "30", "40")),
            Map.of(
                    "10", new Item("10", "Alien", 1979, List.of()),
                    "20", new Item("20", "Amélie", 2001, List.of()),
                    "30", new Item("30", "Hamlet", 1996, List.of()),
                    "40", new Item("40", "Hamlet", 1990, List.of())));

    private static BroughtRatings bring(boolean sameData, NamedRating... ratings) {
        return BroughtRatings.of(List.of(ratings), sameData, FILMS, RatingScale.WHOLE_STARS);
    }

    @Test
    void theSameDataIsReadById() {
        BroughtRatings brought =
                bring(true, new NamedRating("20", "another title", 4), new NamedRating("10", "Alien (1979)", 5));

        assertThat(brought.ratings()).isEqualTo(RatedItems.none().with(0, 5).with(1, 4));
        assertThat(brought.leftOut()).isEmpty();
    }

    @Test
    void otherDataIsReadByIdOnlyWhereTheTitleAgrees() {
        BroughtRatings brought = bring(
                false,
                new NamedRating("10", "alien (1979)", 5),
                new NamedRating("30", "Amelie (2001)", 4),
                new NamedRating("20", "Heat (1995)", 3),
                new NamedRating("40", "Hamlet", 2));

        assertThat(brought.ratings())
                .isEqualTo(RatedItems.none().with(0, 5).with(1, 4).with(3, 2));
        assertThat(brought.leftOut()).containsExactly(new LeftOut(2, "there is no item 20, Heat (1995)"));
    }

    @Test
    void aTitleAloneMustBeWhole() {
        BroughtRatings brought =
                bring(false, new NamedRating("", "Hamlet (1990)", 4), new NamedRating("", "Hamlet", 4));

        assertThat(brought.ratings()).isEqualTo(RatedItems.none().with(3, 4));
        assertThat(brought.leftOut()).containsExactly(new LeftOut(1, "there is no Hamlet"));
    }

    @Test
    void whatIsOutsideTheScaleOrRatedTwiceIsLeftOutWithTheReason() {
        BroughtRatings brought = bring(
                false,
                new NamedRating("10", "", 5.5f),
                new NamedRating("20", "", 4),
                new NamedRating("20", "Amélie (2001)", 1),
                new NamedRating("99", "", 3));

        assertThat(brought.ratings()).isEqualTo(RatedItems.none().with(1, 4));
        assertThat(brought.leftOut())
                .containsExactly(
                        new LeftOut(0, "the rating 5.5 is outside 1 to 5"),
                        new LeftOut(2, "Amélie (2001) is rated twice"),
                        new LeftOut(3, "there is no item 99"));
    }
}
