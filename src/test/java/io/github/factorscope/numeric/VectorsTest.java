package io.github.factorscope.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorsTest {
    private static final int LONGEST = 40; // covers every remainder of the unrolled loop several times

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void dotIsTheSumOfProductsForEveryLength() {
        for (int length = 0; length <= LONGEST; length++) {
            float[] a = randomRow(length);
            float[] b = randomRow(length);
            double expected = 0;
            for (int k = 0; k < length; k++) {
                expected += (double) a[k] * b[k];
            }
            assertThat((double) Vectors.dot(a, b)).as("length %d", length).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void squaredNormIsTheDotWithItself() {
        for (int length = 0; length <= LONGEST; length++) {
            float[] a = randomRow(length);
            assertThat(Vectors.squaredNorm(a)).as("length %d", length).isCloseTo(Vectors.dot(a, a), within(1e-5));
        }
    }

    @Test
    void squaredNormDoesNotLoseSmallSquaresBesideALargeOne() {
        // 2^24 + 1 has no float: a running sum in float would stay at 2^24.
        assertThat(Vectors.squaredNorm(new float[] {4096, 1, 1})).isEqualTo(4096.0 * 4096 + 2);
    }

    @Test
    void bothSidesStepFromTheValuesBeforeTheStep() {
        float keep = 0.99f;
        float step = 0.25f;
        for (int length = 0; length <= LONGEST; length++) {
            float[] p = randomRow(length);
            float[] q = randomRow(length);
            float[] pBefore = p.clone();
            float[] qBefore = q.clone();

            Vectors.stepTogether(p, q, keep, step);

            for (int k = 0; k < length; k++) {
                assertThat(p[k]).isCloseTo(keep * pBefore[k] + step * qBefore[k], within(1e-6f));
                assertThat(q[k]).isCloseTo(keep * qBefore[k] + step * pBefore[k], within(1e-6f));
            }
        }
    }

    private float[] randomRow(int length) {
        float[] row = new float[length];
        for (int k = 0; k < length; k++) {
            row[k] = (float) (2 * random.nextDouble() - 1);
        }
        return row;
    }
}
