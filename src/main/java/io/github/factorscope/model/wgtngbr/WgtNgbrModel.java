package io.github.factorscope.model.wgtngbr;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.NeighbourLists;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import io.github.factorscope.model.parts.UserResiduals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * r̂_ui = b̃_ui + Σ_{j∈S^k(i;u)} θ^u_ij (r_uj − b̃_uj), where 0 ≤ θ ≤ 1 minimises the squared error that the neighbours
 * leave of item i: ½ θᵀÂθ − b̂ᵀθ with b̂_j = Â_ij.
 *
 * @param products Â
 * @param neighbours k
 */
record WgtNgbrModel(
        RatingMatrix training,
        Biases baseline,
        NeighbourLists lists,
        ResidualProducts products,
        ShrunkCorrelation correlation,
        int neighbours)
        implements FittedModel {

    @Override
    public UserPredictor forUser(int user) {
        float[] residuals = UserResiduals.of(training, baseline, user);
        return item -> {
            int[] nearest = nearest(residuals, item);
            float[] weights = weights(nearest, item);
            double sum = baseline.of(user, item);
            for (int k = 0; k < nearest.length; k++) {
                sum += (double) weights[k] * residuals[nearest[k]];
            }
            return sum;
        };
    }

    /** S^k(i;u), most similar first. */
    private int[] nearest(float[] residuals, int item) {
        int[] nearest = new int[Math.min(neighbours, lists.count(item))];
        int count = 0;
        if (products.takesPart(item)) {
            for (int rank = 0; rank < lists.count(item) && count < nearest.length; rank++) {
                int candidate = lists.neighbour(item, rank);
                if (!Float.isNaN(residuals[candidate]) && products.takesPart(candidate)) {
                    nearest[count++] = candidate;
                }
            }
        }
        return Arrays.copyOf(nearest, count);
    }

    /** θ^u_ij. */
    private float[] weights(int[] nearest, int item) {
        int size = nearest.length;
        float[][] among = new float[size][size];
        float[] right = new float[size];
        for (int a = 0; a < size; a++) {
            right[a] = products.get(item, nearest[a]);
            for (int b = 0; b <= a; b++) {
                float product = products.get(nearest[a], nearest[b]);
                among[a][b] = product;
                among[b][a] = product;
            }
        }
        return NonNegativeWeights.solve(among, right);
    }

    @Override
    public Explanation explain(int user, int item) {
        float[] residuals = UserResiduals.of(training, baseline, user);
        int[] nearest = nearest(residuals, item);
        float[] weights = weights(nearest, item);
        List<Term> terms = new ArrayList<>(baseline.terms(user, item));
        for (int k = 0; k < nearest.length; k++) {
            int neighbour = nearest[k];
            terms.add(Term.of(
                    TermKind.EXPLICIT,
                    neighbour,
                    (double) weights[k] * residuals[neighbour],
                    correlation.evidence(item, neighbour, training.rating(user, neighbour))));
        }
        return new Explanation(user, item, predict(user, item), terms);
    }

    @Override
    public Parameters parameters() {
        return baseline.store(new Parameters());
    }
}
