package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.numeric.Randoms;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingMatrixTest {
    private static final double[] DENSITIES = {0, 0.03, 0.3, 1};

    @Test
    void bothDirectionsHoldExactlyTheTriplets() {
        for (double density : DENSITIES) {
            int users = 23;
            int items = 31;
            Ratings ratings = shuffled(RandomRatings.ratings(users, items, density, 4), 9);
            RatingMatrix matrix = RatingMatrix.of(ratings, users, items, RatingScale.WHOLE_STARS);
            float[][] expected = new float[users][items];
            for (int k = 0; k < ratings.size(); k++) {
                expected[ratings.user(k)][ratings.item(k)] = ratings.value(k);
            }

            assertThat(matrix.size()).isEqualTo(ratings.size());
            assertThat(dense(matrix.byUser(), items)).isDeepEqualTo(expected);
            assertThat(dense(matrix.byItem(), users)).isDeepEqualTo(transposed(expected, users, items));
            for (int user = 0; user < users; user++) {
                for (int item = 0; item < items; item++) {
                    float stars = expected[user][item];
                    if (stars == 0) {
                        assertThat(matrix.rating(user, item)).isNaN();
                    } else {
                        assertThat(matrix.rating(user, item)).isEqualTo(stars);
                    }
                }
            }
        }
    }

    @Test
    void columnsRiseWithinEveryRow() {
        RatingMatrix matrix =
                RatingMatrix.of(shuffled(RandomRatings.ratings(40, 30, 0.4, 5), 6), 40, 30, RatingScale.WHOLE_STARS);
        for (SparseRows rows : new SparseRows[] {matrix.byUser(), matrix.byItem()}) {
            for (int row = 0; row < rows.rows(); row++) {
                assertThat(rows.end(row) - rows.start(row)).isEqualTo(rows.length(row));
                for (int k = rows.start(row) + 1; k < rows.end(row); k++) {
                    assertThat(rows.column(k)).isGreaterThan(rows.column(k - 1));
                }
            }
        }
    }

    @Test
    void negativeAndZeroStarsSurvive() {
        Ratings ratings = RandomRatings.of(
                new double[] {0, 2, -1.5}, new double[] {0, 0, 0}, new double[] {0, 1, -0.25}, new double[] {1, 0, 7});
        RatingMatrix matrix = RatingMatrix.of(ratings, 2, 3, new RatingScale(-2, 7, 0));

        assertThat(matrix.rating(0, 0)).isZero();
        assertThat(matrix.rating(0, 1)).isEqualTo(-0.25f);
        assertThat(matrix.rating(0, 2)).isEqualTo(-1.5f);
        assertThat(matrix.rating(1, 0)).isEqualTo(7);
        assertThat(matrix.byItem().value(matrix.byItem().find(2, 0))).isEqualTo(-1.5f);
    }

    @Test
    void theMeanDoesNotDependOnTheOrderOfTheFile() {
        Ratings ratings = RandomRatings.ratings(40, 30, 0.4, 5);
        double sum = 0;
        for (int k = 0; k < ratings.size(); k++) {
            sum += ratings.value(k);
        }
        double mean = RatingMatrix.of(ratings, 40, 30, RatingScale.WHOLE_STARS).mean();

        assertThat(mean).isCloseTo(sum / ratings.size(), within(1e-12));
        assertThat(RatingMatrix.of(shuffled(ratings, 8), 40, 30, RatingScale.WHOLE_STARS)
                        .mean())
                .isEqualTo(mean);
    }

    @Test
    void withoutRatingsTheMeanIsTheMiddleOfTheScale() {
        RatingMatrix matrix = RatingMatrix.of(Ratings.none(), 3, 2, RatingScale.WHOLE_STARS);

        assertThat(matrix.mean()).isEqualTo(3);
        assertThat(matrix.users()).isEqualTo(3);
        assertThat(matrix.items()).isEqualTo(2);
        assertThat(matrix.size()).isZero();
    }

    static Ratings shuffled(Ratings ratings, long seed) {
        return ratings.select(Randoms.permutation(ratings.size(), new SplittableRandom(seed)));
    }

    private static float[][] dense(SparseRows rows, int columns) {
        float[][] dense = new float[rows.rows()][columns];
        for (int row = 0; row < rows.rows(); row++) {
            for (int k = rows.start(row); k < rows.end(row); k++) {
                dense[row][rows.column(k)] = rows.value(k);
            }
        }
        return dense;
    }

    private static float[][] transposed(float[][] table, int rows, int columns) {
        float[][] result = new float[columns][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column][row] = table[row][column];
            }
        }
        return result;
    }
}
