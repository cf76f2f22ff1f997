package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartersTest {
    private static final int USERS = 600;
    private static final int ITEMS = 80;

    /**
     * The items 0 to 9 are one series that the same users like; 10 to 19 are as popular and each a matter of its own taste; of
     * 20 to 29 everybody thinks the same; the others are hardly known.
     */
    private static RatingMatrix ratings() {
        SplittableRandom random = new SplittableRandom(5);
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int user = 0; user < USERS; user++) {
            int ofSeries = 1 + random.nextInt(5);
            for (int item = 0; item < ITEMS; item++) {
                if (item < 10) {
                    ratings.add(user, item, ofSeries, 0);
                } else if (item < 20 && random.nextInt(10) > 0) {
                    ratings.add(user, item, 1 + random.nextInt(5), 0);
                } else if (item < 30 && item >= 20) {
                    ratings.add(user, item, 4, 0);
                } else if (random.nextInt(100) == 0) {
                    ratings.add(user, item, 1 + random.nextInt(5), 0);
                }
            }
        }
        return RatingMatrix.of(ratings.build(), USERS, ITEMS, RatingScale.WHOLE_STARS);
    }

    private final RatingMatrix ratings = ratings();

    @Test
    void takesOneOfASeriesAndThenWhatTellsMoreOfTaste() {
        List<Integer> first = new Starters(ratings).of(0, 11);

        assertThat(first).filteredOn(item -> item < 10).hasSize(1);
        assertThat(first).filteredOn(item -> item >= 10 && item < 20).hasSize(10);
    }

    @Test
    void leavesOutWhatFewKnow() {
        assertThat(new Starters(ratings).size()).isEqualTo(48);
    }

    @Test
    void goesOnWithoutRepeatingItselfAndIsTheSameEveryTime() {
        Starters starters = new Starters(ratings);
        List<Integer> all = IntStream.range(0, 5)
                .mapToObj(page -> starters.of(12 * page, 12))
                .flatMap(List::stream)
                .toList();

        assertThat(all).hasSize(48).doesNotHaveDuplicates();
        assertThat(starters.of(12, 12)).isEqualTo(all.subList(12, 24));
        assertThat(new Starters(ratings).of(0, 48)).isEqualTo(all);
        assertThat(starters.of(100, 12)).isEmpty();
    }

    @Test
    void valueIsLogPopularityTimesEntropy() {
        Ratings.Builder two = new Ratings.Builder(false);
        float[] stars = {1, 1, 1, 5};
        for (int user = 0; user < 4; user++) {
            two.add(user, 0, stars[user], 0);
            two.add(user, 1, 3, 0);
        }
        RatingMatrix matrix = RatingMatrix.of(two.build(), 4, 2, RatingScale.WHOLE_STARS);

        assertThat(Starters.value(matrix.byItem(), 0))
                .isCloseTo(Math.log(4) * -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), within(1e-12));
        assertThat(Starters.value(matrix.byItem(), 1)).isZero();
    }
}
