package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingsTest {
    @Test
    void ratingsKeepTheirOrderHoweverManyThereAre() {
        Ratings.Builder builder = new Ratings.Builder(true);
        for (int k = 0; k < 5000; k++) {
            builder.add(k, 2 * k, k / 2f, 1_000_000_000_000L + k);
        }
        Ratings ratings = builder.build();

        assertThat(ratings.size()).isEqualTo(5000);
        for (int k = 0; k < 5000; k++) {
            assertThat(ratings.user(k)).isEqualTo(k);
            assertThat(ratings.item(k)).isEqualTo(2 * k);
            assertThat(ratings.value(k)).isEqualTo(k / 2f);
            assertThat(ratings.time(k)).isEqualTo(1_000_000_000_000L + k);
        }
    }

    @Test
    void selectionKeepsTimesAndTheGivenOrder() {
        Ratings.Builder builder = new Ratings.Builder(true);
        builder.add(1, 2, 3, 4);
        builder.add(5, 6, 7, 8);
        Ratings selected = builder.build().select(new int[] {1, 0});

        assertThat(selected.user(0)).isEqualTo(5);
        assertThat(selected.time(0)).isEqualTo(8);
        assertThat(selected.time(1)).isEqualTo(4);
    }

    @Test
    void withoutTimesAskingForOneIsAnError() {
        Ratings ratings = RandomRatings.of(new double[] {0, 0, 4});

        assertThat(ratings.hasTimes()).isFalse();
        assertThatThrownBy(() -> ratings.time(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void idsAreNumberedInTheOrderInWhichTheyAreSeen() {
        IdIndex.Builder builder = new IdIndex.Builder();
        assertThat(List.of(builder.indexOf("b"), builder.indexOf("a"), builder.indexOf("b")))
                .containsExactly(0, 1, 0);
        IdIndex ids = builder.build();

        assertThat(ids.ids()).containsExactly("b", "a");
        assertThat(ids.find("a")).isEqualTo(1);
        assertThat(ids.find("c")).isEqualTo(-1);
        assertThatThrownBy(() -> IdIndex.of(List.of("x", "y", "x"))).hasMessageContaining("x occurs twice");
    }

    @Test
    void anItemOfWhichNothingIsKnownIsCalledByItsId() {
        ItemCatalogue items = ItemCatalogue.of(
                IdIndex.of(List.of("7", "9")), Map.of("9", new Item("9", "Alien", 1979, List.of("Horror"))));

        assertThat(items.item(0).label()).isEqualTo("Item 7");
        assertThat(items.item(items.find("9")).label()).isEqualTo("Alien (1979)");
    }

    @Test
    void factsDescribeTheRatings() {
        Ratings.Builder builder = new Ratings.Builder(true);
        builder.add(0, 0, 5, 300);
        builder.add(0, 1, 3, 100);
        builder.add(1, 0, 3, 200);
        RatingFacts facts = RatingFacts.of(RandomRatings.dataset(builder.build(), Ratings.none(), 2, 3));

        assertThat(facts.histogram()).containsExactly(new RatingFacts.Bar(3, 3, 2), new RatingFacts.Bar(5, 5, 1));
        assertThat(facts.users().falling()).containsExactly(2, 1);
        assertThat(facts.items().falling()).containsExactly(2, 1, 0);
        assertThat(facts.items().counts()).containsExactly(2, 1, 0);
        assertThat(facts.items().means()).containsExactly(4, 3, Double.NaN);
        assertThat(facts.firstTime()).hasValue(100);
        assertThat(facts.lastTime()).hasValue(300);
        assertThat(facts.mean()).isEqualTo(11 / 3.0);
    }

    @Test
    void aHistogramOfManyDifferentRatingsCountsEachOnce() {
        Ratings.Builder builder = new Ratings.Builder(false);
        for (int k = 0; k <= 400; k++) {
            builder.add(0, k, 1 + k / 100f, 0);
        }
        List<RatingFacts.Bar> bars = RatingFacts.of(RandomRatings.dataset(builder.build(), Ratings.none(), 1, 401))
                .histogram();

        assertThat(bars).hasSize(20);
        assertThat(bars.stream().mapToInt(RatingFacts.Bar::count).sum()).isEqualTo(401);
        assertThat(bars.get(0).low()).isEqualTo(1);
        assertThat(bars.get(19).high()).isEqualTo(5);
    }
}
