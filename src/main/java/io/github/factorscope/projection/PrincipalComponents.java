package io.github.factorscope.projection;

import io.github.factorscope.numeric.FactorMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The directions in which rows of factors differ most: eigenvectors of their covariance, of which each row has a weight.
 * Immutable.
 *
 * <p>The covariance of the factors does not change when a model's factors are turned, which is all that a penalty on their
 * length leaves open: two trainings that found the same model have the same components.
 */
public final class PrincipalComponents {
    private static final double ENOUGH_RATINGS = 100; // for half the weight

    private final double[] mean; // [factors]
    private final double[][] axes; // [components][factors], of length 1, the widest first
    private final double[] variances; // [components], falling
    private final double total; // Σ of the variances

    private PrincipalComponents(double[] mean, double[][] axes, double[] variances) {
        this.mean = mean;
        this.axes = axes;
        this.variances = variances;
        this.total = Arrays.stream(variances).sum();
    }

    /**
     * How much an item with so many ratings counts, 0 to 1: the vector of an item with few is mostly the random start. See
     * decision 14.
     */
    public static double weight(int ratings) {
        return ratings / (ratings + ENOUGH_RATINGS);
    }

    /**
     * As many components as there are factors. The sign of an axis is chosen so that the longer tail lies on the positive
     * side.
     *
     * @param weight how much a row counts, finite and not negative; all rows have a place on every axis, also those that
     *     count nothing
     */
    public static PrincipalComponents of(FactorMatrix rows, IntToDoubleFunction weight) {
        int factors = rows.factors();
        double[] weights = new double[rows.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = weight.applyAsDouble(row);
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new IllegalArgumentException(
                        "a weight is finite and not negative, that of row " + row + " was " + weights[row]);
            }
        }
        double[] mean = mean(rows, weights);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(factors, true, true);
        if (!eigen.decompose(covariance(rows, weights, mean))) {
            throw new IllegalArgumentException("the factors have no covariance: they are not all finite");
        }
        List<Integer> order = IntStream.range(0, factors)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -eigen.getEigenvalue(k).getReal()))
                .toList();
        double[][] axes = new double[factors][];
        double[] variances = new double[factors];
        for (int component = 0; component < factors; component++) {
            int k = order.get(component);
            variances[component] = Math.max(0, eigen.getEigenvalue(k).getReal());
            axes[component] = pointed(eigen.getEigenVector(k).data.clone(), rows, weights, mean);
        }
        return new PrincipalComponents(mean, axes, variances);
    }

    private static double[] mean(FactorMatrix rows, double[] weights) {
        double[] mean = new double[rows.factors()];
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            float[] values = rows.row(row);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += weights[row] * values[k];
            }
            sum += weights[row];
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] = sum == 0 ? 0 : mean[k] / sum;
        }
        return mean;
    }

    /** Σ w (q − mean)(q − mean)ᵀ / Σ w. */
    private static DMatrixRMaj covariance(FactorMatrix rows, double[] weights, double[] mean) {
        int factors = mean.length;
        DMatrixRMaj covariance = new DMatrixRMaj(factors, factors);
        double[] sums = covariance.data; // the lower half until the end
        double[] centred = new double[factors];
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            float[] values = rows.row(row);
            for (int k = 0; k < factors; k++) {
                centred[k] = values[k] - mean[k];
            }
            for (int a = 0; a < factors; a++) {
                double factor = weights[row] * centred[a];
                int start = a * factors;
                for (int b = 0; b <= a; b++) {
                    sums[start + b] += factor * centred[b];
                }
            }
            sum += weights[row];
        }
        for (int a = 0; a < factors; a++) {
            for (int b = 0; b <= a; b++) {
                double value = sum == 0 ? 0 : sums[a * factors + b] / sum;
                sums[a * factors + b] = value;
                sums[b * factors + a] = value;
            }
        }
        return covariance;
    }

    /** The axis or its opposite: Σ w z³ > 0, or where that is 0 the first number that is not 0 is positive. */
    private static double[] pointed(double[] axis, FactorMatrix rows, double[] weights, double[] mean) {
        double cubes = 0;
        for (int row = 0; row < weights.length; row++) {
            double place = place(axis, rows.row(row), mean);
            cubes += weights[row] * place * place * place;
        }
        double first =
                Arrays.stream(axis).filter(value -> value != 0).findFirst().orElse(1);
        if (cubes < 0 || (cubes == 0 && first < 0)) {
            for (int k = 0; k < axis.length; k++) {
                axis[k] = -axis[k];
            }
        }
        return axis;
    }

    private static double place(double[] axis, float[] row, double[] mean) {
        double sum = 0;
        for (int k = 0; k < axis.length; k++) {
            sum += axis[k] * (row[k] - mean[k]);
        }
        return sum;
    }

    public int count() {
        return axes.length;
    }

    /** The part of the variance that lies along this axis, 0 to 1; 0 where there is no variance. */
    public double share(int component) {
        return total == 0 ? 0 : variances[component] / total;
    }

    /** Where each row lies along this axis, in the unit of the factors; 0 is the weighted mean. A new array. */
    public double[] places(FactorMatrix rows, int component) {
        double[] places = new double[rows.rows()];
        for (int row = 0; row < places.length; row++) {
            places[row] = place(axes[component], rows.row(row), mean);
        }
        return places;
    }
}
