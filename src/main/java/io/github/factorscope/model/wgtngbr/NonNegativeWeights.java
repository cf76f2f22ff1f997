package io.github.factorscope.model.wgtngbr;

import io.github.factorscope.numeric.Vectors;

/**
 * Minimises ½ θᵀAθ − bᵀθ over 0 ≤ θ ≤ 1 by going through the coordinates in turn: each is set to where the objective is
 * lowest given the others. Bell and Koren (ICDM 2007, section 4.3) do it by projected gradients, without the upper bound.
 * The entries of Â are estimated pair by pair, so that with little shrinkage there are directions of θ in which the objective
 * falls for ever: the bound keeps the weights from running away along them.
 */
final class NonNegativeWeights {
    private static final int SWEEPS = 100;
    private static final float TOLERANCE = 1e-5f;
    private static final float MOST = 1;

    private NonNegativeWeights() {}

    /**
     * The weights θ; 0 where an entry of the diagonal is not positive.
     *
     * @param products A, symmetric, [neighbours][neighbours]
     * @param right b, overwritten
     */
    static float[] solve(float[][] products, float[] right) {
        float[] weights = new float[right.length];
        float[] rest = right; // b − Aθ
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            float moved = 0;
            for (int j = 0; j < weights.length; j++) {
                float diagonal = products[j][j];
                float best = diagonal > 0 ? Math.max(0, Math.min(MOST, weights[j] + rest[j] / diagonal)) : 0;
                float move = best - weights[j];
                if (move != 0) {
                    weights[j] = best;
                    Vectors.addScaled(rest, -move, products[j]);
                    moved = Math.max(moved, Math.abs(move));
                }
            }
            if (moved < TOLERANCE) {
                break;
            }
        }
        return weights;
    }
}
