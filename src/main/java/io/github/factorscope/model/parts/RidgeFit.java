package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.Arrays;

/**
 * The factors that fit somebody's ratings best with the items fixed, p = (QᵀQ + ridge·I)⁻¹ Qᵀe, and how they spread over the
 * ratings: q_iᵀp = Σ_j q_iᵀ(…)⁻¹q_j · e_j. The idea is that of explanations by alternating least squares (Hu, Koren and
 * Volinsky 2008, section 5). Decomposed once; where there are fewer ratings than factors, by way of the ratings:
 * (QᵀQ + ridge·I)⁻¹Qᵀ = Qᵀ(QQᵀ + ridge·I)⁻¹. Safe on all threads.
 */
final class RidgeFit {
    private final float[][] rows; // q_j of the ratings, in their order
    private final int factors;
    private final RidgeSystem system; // of the factors, or of the ratings where those are fewer
    private final boolean byRatings;

    /**
     * A fit to these ratings.
     *
     * @param itemFactors q
     * @param ridge λ n
     */
    RidgeFit(FactorMatrix itemFactors, RatedItems ratings, double ridge) {
        factors = itemFactors.factors();
        rows = new float[ratings.size()][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = itemFactors.row(ratings.item(k));
        }
        byRatings = rows.length > 0 && rows.length < factors;
        int size = byRatings ? rows.length : factors;
        system = new RidgeSystem(size);
        if (byRatings) {
            for (int factor = 0; factor < factors; factor++) {
                system.addRow(column(factor));
            }
        } else {
            for (float[] row : rows) {
                system.addRow(row);
            }
        }
        for (int k = 0; k < size; k++) {
            system.addRidge(k, ridge);
        }
        system.decompose();
    }

    private float[] column(int factor) {
        float[] column = new float[rows.length];
        for (int k = 0; k < column.length; k++) {
            column[k] = rows[k][factor];
        }
        return column;
    }

    /**
     * p.
     *
     * @param residuals e_j of each rating, in their order, in stars
     */
    double[] factors(double[] residuals) {
        return byRatings ? combined(solved(residuals)) : solved(combined(residuals));
    }

    /**
     * The b that fits best where a bias is fitted together with the factors, in stars.
     *
     * @param residuals of each rating, in their order, in stars: what is left for bias and factors
     * @param biasRidge what is added for b, as the ridge is for each factor
     */
    double bias(double[] residuals, double biasRidge) {
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        double[] byFactors = products(factors(ones)); // what the factors would take over of a common shift
        double sum = 0;
        double weights = biasRidge;
        for (int k = 0; k < ones.length; k++) {
            double left = 1 - byFactors[k];
            sum += left * residuals[k];
            weights += left;
        }
        return weights > 0 ? sum / weights : 0;
    }

    /**
     * q_iᵀ(…)⁻¹q_j of each rating j, in their order: what a star of e_j adds to q_iᵀp.
     *
     * @param target q_i
     */
    double[] weights(float[] target) {
        double[] right = new double[factors]; // products of floats would lose digits
        for (int k = 0; k < factors; k++) {
            right[k] = target[k];
        }
        return byRatings ? solved(products(right)) : products(solved(right));
    }

    /** Qx. */
    private double[] products(double[] x) {
        double[] products = new double[rows.length];
        for (int k = 0; k < products.length; k++) {
            products[k] = Vectors.dot(x, rows[k]);
        }
        return products;
    }

    /** Qᵀx. */
    private double[] combined(double[] x) {
        double[] sum = new double[factors];
        for (int k = 0; k < rows.length; k++) {
            Vectors.addScaled(sum, x[k], rows[k]);
        }
        return sum;
    }

    private double[] solved(double[] right) {
        synchronized (system) { // the solver has space of its own
            return system.solve(right);
        }
    }
}
