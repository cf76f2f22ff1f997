package io.github.factorscope.model.parts;

import java.util.List;

/**
 * What stands beside the biases in a prediction μ + b_u + b_i + q_iᵀv_u.
 *
 * @param ownFactors whether p_u is part of v_u
 * @param sums over the items that the user rated, parts of v_u
 * @param neighbours whether {@link NeighbourWeights} are added; only where there are own factors and a sum
 */
public record UserVectorParts(boolean ownFactors, List<ItemSum.Weights> sums, boolean neighbours) {
    public UserVectorParts {
        sums = List.copyOf(sums);
        if (!ownFactors && sums.isEmpty()) {
            throw new IllegalArgumentException("a user vector is made of something");
        }
        if (ownFactors ? sums.size() > 1 : neighbours) {
            throw new IllegalArgumentException("no model has these parts together: " + sums);
        }
    }
}
