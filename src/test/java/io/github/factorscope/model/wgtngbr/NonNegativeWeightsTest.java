package io.github.factorscope.model.wgtngbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** ½ θᵀAθ − bᵀθ over 0 ≤ θ ≤ 1. */
class NonNegativeWeightsTest {
    private static final int ZERO = 0;
    private static final int ONE = 1;
    private static final int FREE = 2;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void noOtherWeightsAreBetter() {
        int[] seen = new int[3];
        for (int trial = 0; trial < 200; trial++) {
            int size = 1 + trial % 5;
            float[][] a = positiveDefinite(size);
            float[] b = vector(size);
            float[] found = NonNegativeWeights.solve(a, b.clone());

            double best = 0; // of θ = 0
            for (int places = 0; places < Math.pow(3, size); places++) {
                double[] candidate = solvedWith(a, b, digits(places, size));
                if (Arrays.stream(candidate).allMatch(weight -> weight >= 0 && weight <= 1)) {
                    best = Math.min(best, objective(a, b, candidate));
                }
            }
            double[] weights = new double[size];
            for (int j = 0; j < size; j++) {
                assertThat(found[j]).isBetween(0f, 1f);
                seen[found[j] == 0 ? ZERO : found[j] == 1 ? ONE : FREE]++;
                weights[j] = found[j];
            }
            assertThat(objective(a, b, weights)).isCloseTo(best, within(1e-6));
        }
        assertThat(Arrays.stream(seen).min().orElseThrow())
                .as("each kind of weight is seen")
                .isGreaterThan(50);
    }

    @Test
    void whereThereIsRoomTheSlopeIsZero() {
        for (int trial = 0; trial < 50; trial++) {
            assertNoWayDown(positiveDefinite(30), vector(30));
        }
    }

    @Test
    void weightsDoNotRunAwayWhereTheObjectiveFallsForEver() {
        float[][] a = {{1, -3}, {-3, 1}};

        assertThat(NonNegativeWeights.solve(a, new float[] {1, 1})).containsExactly(1, 1);
        assertThat(NonNegativeWeights.solve(a, new float[] {-0.5f, -0.5f})).containsExactly(0, 0);
        for (int trial = 0; trial < 50; trial++) {
            float[][] indefinite = positiveDefinite(10);
            for (int j = 0; j < 10; j++) {
                for (int l = 0; l < j; l++) {
                    indefinite[j][l] -= 0.2f;
                    indefinite[l][j] = indefinite[j][l];
                }
            }
            assertNoWayDown(indefinite, vector(10));
        }
    }

    /** No weight alone can be moved within 0 to 1 so that the objective falls. */
    private static void assertNoWayDown(float[][] a, float[] b) {
        float[] found = NonNegativeWeights.solve(a, b.clone());
        for (int j = 0; j < b.length; j++) {
            double slope = -b[j];
            for (int l = 0; l < b.length; l++) {
                slope += (double) a[j][l] * found[l];
            }
            assertThat(found[j]).isBetween(0f, 1f);
            assertThat(found[j] == 1 ? 0 : slope).isGreaterThan(-1e-4);
            assertThat(found[j] == 0 ? 0 : slope).isLessThan(1e-4);
        }
    }

    @Test
    void whatHasNoProductWithItselfGetsNoWeight() {
        float[] found = NonNegativeWeights.solve(new float[][] {{2, 0}, {0, 0}}, new float[] {1, 5});

        assertThat(found).containsExactly(0.5f, 0);
        assertThat(NonNegativeWeights.solve(new float[0][], new float[0])).isEmpty();
    }

    /** XᵀX/n with a little more on the diagonal. */
    private float[][] positiveDefinite(int size) {
        int rows = 2 * size;
        float[][] x = new float[rows][];
        for (int r = 0; r < rows; r++) {
            x[r] = vector(size);
        }
        float[][] a = new float[size][size];
        for (int j = 0; j < size; j++) {
            for (int l = 0; l < size; l++) {
                for (int r = 0; r < rows; r++) {
                    a[j][l] += x[r][j] * x[r][l] / rows;
                }
            }
            a[j][j] += 0.1f;
        }
        return a;
    }

    private float[] vector(int size) {
        float[] values = new float[size];
        for (int k = 0; k < size; k++) {
            values[k] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }

    private static double objective(float[][] a, float[] b, double[] weights) {
        double sum = 0;
        for (int j = 0; j < b.length; j++) {
            for (int l = 0; l < b.length; l++) {
                sum += weights[j] * a[j][l] * weights[l] / 2;
            }
            sum -= b[j] * weights[j];
        }
        return sum;
    }

    private static int[] digits(int number, int size) {
        int[] digits = new int[size];
        int rest = number;
        for (int j = 0; j < size; j++) {
            digits[j] = rest % 3;
            rest /= 3;
        }
        return digits;
    }

    /** Where the objective is lowest with each weight at 0, at 1 or free; the free ones may turn out to be anything. */
    private static double[] solvedWith(float[][] a, float[] b, int[] places) {
        int size = b.length;
        double[][] rows = new double[size][size + 1];
        for (int j = 0; j < size; j++) {
            for (int l = 0; l < size; l++) {
                rows[j][l] = places[j] == FREE ? a[j][l] : j == l ? 1 : 0;
            }
            rows[j][size] = places[j] == FREE ? b[j] : places[j] == ONE ? 1 : 0;
        }
        for (int k = 0; k < size; k++) { // Gauss and Jordan: A is positive definite, so that no pivot is 0
            for (int r = 0; r < size; r++) {
                double factor = r == k ? 0 : rows[r][k] / rows[k][k];
                for (int c = 0; c <= size; c++) {
                    rows[r][c] -= factor * rows[k][c];
                }
            }
        }
        double[] solution = new double[size];
        for (int j = 0; j < size; j++) {
            solution[j] = rows[j][size] / rows[j][j];
        }
        return solution;
    }
}
