package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RatedItemsTest {
    private final RatedItems two = RatedItems.none().with(7, 3f).with(2, 4.5f);

    @Test
    void ratingsStandInTheOrderOfTheItems() {
        assertThat(two.size()).isEqualTo(2);
        assertThat(two.item(0)).isEqualTo(2);
        assertThat(two.value(0)).isEqualTo(4.5f);
        assertThat(two.item(1)).isEqualTo(7);
        assertThat(two.rating(7)).isEqualTo(3f);
        assertThat(two.rating(5)).isNaN();
        assertThat(two.has(5)).isFalse();
    }

    @Test
    void anItemIsRatedOnce() {
        RatedItems changed = two.with(7, 1f);

        assertThat(changed.size()).isEqualTo(2);
        assertThat(changed.rating(7)).isEqualTo(1f);
        assertThat(two.rating(7)).isEqualTo(3f);
    }

    @Test
    void removedAndPutBackIsTheSame() {
        assertThat(two.without(2).with(2, 4.5f)).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(two.without(2)).isNotEqualTo(two);
        assertThat(two.without(99)).isEqualTo(two);
    }

    @Test
    void whatIsNoRatingIsRefused() {
        assertThatThrownBy(() -> two.with(3, Float.NaN)).hasMessageContaining("item 3");
        assertThatThrownBy(() -> two.with(-1, 3f)).hasMessageContaining("item -1");
    }

    @Test
    void changesInAnyOrderAreThoseOfAMap() {
        SplittableRandom random = new SplittableRandom(4);
        RatedItems rated = RatedItems.none();
        TreeMap<Integer, Float> map = new TreeMap<>();
        for (int step = 0; step < 2_000; step++) {
            int item = random.nextInt(40);
            if (random.nextInt(3) == 0) {
                rated = rated.without(item);
                map.remove(item);
            } else {
                float stars = 1 + random.nextInt(5);
                rated = rated.with(item, stars);
                map.put(item, stars);
            }
            assertThat(rated.size()).isEqualTo(map.size());
            assertThat(rated.rating(item)).isEqualTo(map.getOrDefault(item, Float.NaN));
        }
        int place = 0;
        for (var entry : map.entrySet()) {
            assertThat(rated.item(place)).isEqualTo(entry.getKey());
            assertThat(rated.value(place++)).isEqualTo(entry.getValue());
        }
    }

    @Test
    void aUsersRowIsTakenOver() {
        RatingMatrix matrix = RatingMatrix.of(
                RandomRatings.table(new double[][] {{0, 5, 0, 1}, {2, 0, 0, 0}}), 2, 4, RatingScale.WHOLE_STARS);

        assertThat(RatedItems.ofUser(matrix, 0))
                .isEqualTo(RatedItems.none().with(3, 1f).with(1, 5f));
    }
}
