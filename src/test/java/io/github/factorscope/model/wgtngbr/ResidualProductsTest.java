package io.github.factorscope.model.wgtngbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.parts.Biases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidualProductsTest {
    private static final int USERS = 30;
    private static final int ITEMS = 50; // more than are worked out between two questions whether to stop

    @ParameterizedTest
    @CsvSource({"0.1, 0, 1", "0.1, 250, 1", "0.4, 3, 1", "0.4, 500, 13", "0.9, 0, 27", "0.3, 7, 1000"})
    void eachIsTheShrunkMeanProductOfTheUsersWhoRatedBoth(double density, double shrinkage, int fewest) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, density, 8);
        Direct direct = new Direct(training);
        ResidualProducts products = ResidualProducts.of(training, direct.baseline, shrinkage, fewest, () -> false);
        for (int i = 0; i < ITEMS; i++) {
            assertThat(products.takesPart(i)).isEqualTo(training.byItem().length(i) >= fewest);
            for (int j = 0; j < ITEMS && products.takesPart(i); j++) {
                if (products.takesPart(j)) {
                    assertThat((double) products.get(i, j))
                            .as("%d %d", i, j)
                            .isCloseTo(direct.product(i, j, shrinkage), within(1e-5));
                }
            }
        }
    }

    @Test
    void theseDataHaveItemsOnBothSidesOfTheFewestRatings() {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.4, 8);
        ResidualProducts products = ResidualProducts.of(training, Biases.shrunkMeans(training), 500, 13, () -> false);
        int taking = 0;
        for (int i = 0; i < ITEMS; i++) {
            taking += products.takesPart(i) ? 1 : 0;
        }
        assertThat(taking).isBetween(10, 40);
    }

    @Test
    void aStopLeavesNoItemThatTakesPart() {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.4, 8);
        int[] questions = {0};
        ResidualProducts stopped =
                ResidualProducts.of(training, Biases.shrunkMeans(training), 10, 1, () -> ++questions[0] > 1);
        for (int i = 0; i < ITEMS; i++) {
            assertThat(stopped.takesPart(i)).isFalse();
            assertThat(ResidualProducts.none(ITEMS).takesPart(i)).isFalse();
        }
    }

    /** The definition, in doubles on a table of residuals; 0 where there is neither a common user nor shrinkage. */
    private static final class Direct {
        private final Biases baseline;
        private final double[][] residuals = new double[USERS][ITEMS]; // NaN where there is no rating
        private final double diagonalMean; // of x² over all ratings
        private final double otherMean; // of x_uj x_ul over all pairs j ≠ l of one user

        Direct(RatingMatrix training) {
            baseline = Biases.shrunkMeans(training);
            for (int u = 0; u < USERS; u++) {
                for (int i = 0; i < ITEMS; i++) {
                    residuals[u][i] = training.rating(u, i) - baseline.of(u, i);
                }
            }
            double squares = 0;
            double products = 0;
            int pairs = 0;
            for (int i = 0; i < ITEMS; i++) {
                squares += sum(i, i);
                for (int j = 0; j < ITEMS; j++) {
                    products += i == j ? 0 : sum(i, j);
                    pairs += i == j ? 0 : common(i, j);
                }
            }
            diagonalMean = squares / training.size();
            otherMean = products / pairs;
        }

        private double sum(int i, int j) {
            double sum = 0;
            for (double[] ofUser : residuals) {
                sum += Double.isNaN(ofUser[i] * ofUser[j]) ? 0 : ofUser[i] * ofUser[j];
            }
            return sum;
        }

        private int common(int i, int j) {
            int common = 0;
            for (double[] ofUser : residuals) {
                common += Double.isNaN(ofUser[i] * ofUser[j]) ? 0 : 1;
            }
            return common;
        }

        double product(int i, int j, double shrinkage) {
            double weight = common(i, j) + shrinkage;
            double mean = i == j ? diagonalMean : otherMean;
            return weight == 0 ? 0 : (sum(i, j) + shrinkage * mean) / weight;
        }
    }
}
