package io.github.factorscope.model.parts;

import io.github.factorscope.numeric.FactorMatrix;

/**
 * Spreads q_iᵀp_u over the ratings of the user: with p_u ≈ (Q_uᵀQ_u + λ n_u I)⁻¹ Q_uᵀ e_u, rating j contributes
 * q_iᵀ(…)⁻¹ q_j e_uj. The idea is that of explanations by alternating least squares (Hu, Koren and Volinsky 2008, section
 * 5).
 */
public final class RidgeExpansion {
    private RidgeExpansion() {}

    /**
     * The contribution of each rating, in stars.
     *
     * @param items that the user rated
     * @param residuals e_uj: what the rest of the model leaves of each of these ratings, in stars
     * @param itemFactors q
     * @param target the item i whose prediction is explained
     * @param ridge λ n_u
     */
    public static double[] contributions(
            int[] items, double[] residuals, FactorMatrix itemFactors, int target, double ridge) {
        RidgeSystem system = new RidgeSystem(itemFactors.factors());
        for (int item : items) {
            system.addRow(itemFactors.row(item));
        }
        for (int k = 0; k < itemFactors.factors(); k++) {
            system.addRidge(k, ridge);
        }
        system.addRight(1, itemFactors.row(target));
        double[] direction = system.solve(); // (Q_uᵀQ_u + λ n_u I)⁻¹ q_i
        double[] contributions = new double[items.length];
        for (int k = 0; k < items.length; k++) {
            contributions[k] = dot(direction, itemFactors.row(items[k])) * residuals[k];
        }
        return contributions;
    }

    private static double dot(double[] direction, float[] row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += direction[k] * row[k];
        }
        return sum;
    }
}
