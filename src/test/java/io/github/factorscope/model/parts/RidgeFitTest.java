package io.github.factorscope.model.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.numeric.FactorMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RidgeFitTest {
    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void contributionsAreThoseOfADirectSolution() {
        for (int factors : new int[] {1, 2, 7, 30}) {
            for (int count : new int[] {1, 3, 20}) {
                FactorMatrix q = FactorMatrix.gaussian(40, factors, 0.5, random);
                int[] items = someItems(count);
                double[] residuals = someResiduals(count);
                double lambda = 0.06;
                int target = 39;

                double[] contributions = contributions(items, residuals, q, target, lambda * count);

                double[][] matrix = normalMatrix(items, q, lambda * count);
                for (int k = 0; k < count; k++) {
                    double[] direction = solved(matrix, row(q, items[k]));
                    assertThat(contributions[k]).isCloseTo(dot(row(q, target), direction) * residuals[k], within(1e-9));
                }
            }
        }
    }

    @Test
    void contributionsAddUpToTheProductWithTheRidgeSolution() {
        for (int trial = 0; trial < 50; trial++) {
            int factors = 1 + random.nextInt(25);
            int count = 1 + random.nextInt(30);
            FactorMatrix q = FactorMatrix.gaussian(40, factors, 0.5, random);
            int[] items = someItems(count);
            double[] residuals = someResiduals(count);
            double lambda = 0.001 + random.nextDouble();
            double[] right = new double[factors];
            for (int k = 0; k < count; k++) {
                for (int f = 0; f < factors; f++) {
                    right[f] += residuals[k] * q.row(items[k])[f];
                }
            }
            double[] p = solved(normalMatrix(items, q, lambda * count), right);
            double[] fitted = new RidgeFit(q, rated(items), lambda * count).factors(residuals);
            for (int f = 0; f < factors; f++) {
                assertThat(fitted[f]).isCloseTo(p[f], within(1e-9));
            }
            for (int target = 0; target < 40; target += 13) {
                double sum = 0;
                for (double contribution : contributions(items, residuals, q, target, lambda * count)) {
                    sum += contribution;
                }
                assertThat(sum).isCloseTo(dot(row(q, target), p), within(1e-9));
            }
        }
    }

    @Test
    void withoutRatingsThereIsNothingToContribute() {
        FactorMatrix q = FactorMatrix.gaussian(3, 4, 0.5, random);

        assertThat(contributions(new int[0], new double[0], q, 1, 0.1)).isEmpty();
    }

    @Test
    void withoutPenaltyMoreFactorsThanRatingsAreNoObstacle() {
        FactorMatrix q = FactorMatrix.gaussian(5, 20, 0.5, random);
        double[] contributions = contributions(new int[] {0, 1}, new double[] {1, -0.5}, q, 0, 0);

        // The user's two ratings are met exactly where nothing is penalised: the prediction for the first is its own.
        assertThat(contributions[0] + contributions[1]).isCloseTo(1, within(1e-4));
    }

    private static double[] contributions(int[] items, double[] residuals, FactorMatrix q, int target, double ridge) {
        double[] contributions = new RidgeFit(q, rated(items), ridge).weights(q.row(target));
        for (int k = 0; k < contributions.length; k++) {
            contributions[k] *= residuals[k];
        }
        return contributions;
    }

    private static RatedItems rated(int[] items) {
        RatedItems ratings = RatedItems.none();
        for (int item : items) {
            ratings = ratings.with(item, 3);
        }
        return ratings;
    }

    private int[] someItems(int count) {
        int[] items = new int[count];
        for (int k = 0; k < count; k++) {
            items[k] = k;
        }
        return items;
    }

    private double[] someResiduals(int count) {
        double[] residuals = new double[count];
        for (int k = 0; k < count; k++) {
            residuals[k] = 4 * random.nextDouble() - 2;
        }
        return residuals;
    }

    private static double[] row(FactorMatrix q, int item) {
        double[] row = new double[q.factors()];
        for (int f = 0; f < row.length; f++) {
            row[f] = q.row(item)[f];
        }
        return row;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double[][] normalMatrix(int[] items, FactorMatrix q, double ridge) {
        int factors = q.factors();
        double[][] matrix = new double[factors][factors];
        for (int item : items) {
            for (int a = 0; a < factors; a++) {
                for (int b = 0; b < factors; b++) {
                    matrix[a][b] += (double) q.row(item)[a] * q.row(item)[b];
                }
            }
        }
        for (int k = 0; k < factors; k++) {
            matrix[k][k] += ridge;
        }
        return matrix;
    }

    /** Gauss and Jordan with the largest pivot: slow, and independent of the library. */
    private static double[] solved(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] a = new double[n][];
        for (int r = 0; r < n; r++) {
            a[r] = Arrays.copyOf(matrix[r], n + 1);
            a[r][n] = right[r];
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int r = k + 1; r < n; r++) {
                pivot = Math.abs(a[r][k]) > Math.abs(a[pivot][k]) ? r : pivot;
            }
            double[] kept = a[k];
            a[k] = a[pivot];
            a[pivot] = kept;
            for (int r = 0; r < n; r++) {
                double factor = r == k ? 0 : a[r][k] / a[k][k];
                for (int c = k; c <= n; c++) {
                    a[r][c] -= factor * a[k][c];
                }
            }
        }
        double[] solution = new double[n];
        for (int k = 0; k < n; k++) {
            solution[k] = a[k][n] / a[k][k];
        }
        return solution;
    }
}
