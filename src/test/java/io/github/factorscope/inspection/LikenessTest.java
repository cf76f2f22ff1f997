package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.parts.Biases;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final int USERS = 80;
    private static final int ITEMS = 12;

    private final RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.5, 4);

    @Test
    void isTheShrunkCorrelationOfResiduals() {
        int[] items = {7, 2, 11, 0, 5};
        float[][] found = Likeness.of(training).among(items);

        for (int a = 0; a < items.length; a++) {
            assertThat(found[a][a]).isZero();
            for (int b = 0; b < items.length; b++) {
                if (a != b) {
                    assertThat(found[a][b]).isEqualTo(found[b][a]);
                    assertThat((double) found[a][b]).isEqualTo(naive(items[a], items[b]), within(1e-5));
                }
            }
        }
    }

    /** Koren 2008, section 2.2, with λ₂ = 100. */
    private double naive(int i, int j) {
        Biases baseline = Biases.shrunkMeans(training);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        int support = 0;
        for (int user = 0; user < USERS; user++) {
            double x = training.rating(user, i) - baseline.of(user, i);
            double y = training.rating(user, j) - baseline.of(user, j);
            if (!Double.isNaN(x + y)) {
                xy += x * y;
                xx += x * x;
                yy += y * y;
                support++;
            }
        }
        return xy / Math.sqrt(xx * yy) * support / (support + 100);
    }

    @Test
    void itemsWithoutACommonUserAreNotAlike() {
        RatingMatrix apart =
                RatingMatrix.of(RandomRatings.table(new double[][] {{5, 0, 0}, {0, 4, 0}}), 2, 3, training.scale());

        assertThat(Likeness.of(apart).among(new int[] {0, 1, 2}))
                .isDeepEqualTo(new float[][] {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}});
    }
}
