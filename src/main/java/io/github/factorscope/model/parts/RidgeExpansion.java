package io.github.factorscope.model.parts;

import io.github.factorscope.numeric.FactorMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Spreads q_iᵀp_u over the ratings of the user: with p_u ≈ (Q_uᵀQ_u + λ n_u I)⁻¹ Q_uᵀ e_u, rating j contributes
 * q_iᵀ(…)⁻¹ q_j e_uj. The idea is that of explanations by alternating least squares (Hu, Koren and Volinsky 2008, section
 * 5).
 */
public final class RidgeExpansion {
    private static final double LEAST_RIDGE = 1e-6; // keeps the matrix regular where nothing is penalised

    private RidgeExpansion() {}

    /**
     * The contribution of each rating, in stars.
     *
     * @param items that the user rated
     * @param residuals e_uj: what the rest of the model leaves of each of these ratings, in stars
     * @param itemFactors q
     * @param target the item i whose prediction is explained
     * @param regularization λ
     */
    public static double[] contributions(
            int[] items, double[] residuals, FactorMatrix itemFactors, int target, double regularization) {
        int factors = itemFactors.factors();
        DMatrixRMaj gram = new DMatrixRMaj(factors, factors);
        for (int item : items) {
            addOuterProduct(gram, itemFactors.row(item));
        }
        double ridge = Math.max(LEAST_RIDGE, regularization * items.length);
        for (int k = 0; k < factors; k++) {
            gram.add(k, k, ridge);
        }
        DMatrixRMaj right = new DMatrixRMaj(factors, 1);
        for (int k = 0; k < factors; k++) {
            right.set(k, 0, itemFactors.row(target)[k]);
        }
        DMatrixRMaj direction = new DMatrixRMaj(factors, 1); // (Q_uᵀQ_u + λ n_u I)⁻¹ q_i
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(factors);
        double[] contributions = new double[items.length];
        if (!solver.setA(gram)) {
            return contributions; // factors that overflowed: nothing can be attributed
        }
        solver.solve(right, direction);
        for (int k = 0; k < items.length; k++) {
            contributions[k] = dot(direction, itemFactors.row(items[k])) * residuals[k];
        }
        return contributions;
    }

    private static void addOuterProduct(DMatrixRMaj gram, float[] row) {
        for (int a = 0; a < row.length; a++) {
            for (int b = 0; b < row.length; b++) {
                gram.data[a * row.length + b] += (double) row[a] * row[b];
            }
        }
    }

    private static double dot(DMatrixRMaj column, float[] row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += column.data[k] * row[k];
        }
        return sum;
    }
}
