package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;

/**
 * z_u = Σ_{j∈R(u)} w_uj x_j: a user described by the items that they rated (Paterek 2007; Koren 2008, section 4). The
 * trainer that made it may write to the factors; everybody else reads.
 */
public final class ItemSum {
    /** How much an item counts. */
    public enum Weights {
        /** w_uj = |R(u)|^(−1/2) (r_uj − b̃_uj): how the user rated it. */
        EXPLICIT("explicitFactors", TermKind.EXPLICIT),
        /** w_uj = |R(u)|^(−1/2): that the user rated it at all. */
        IMPLICIT("implicitFactors", TermKind.IMPLICIT);

        private final String parameterName;
        private final TermKind termKind;

        Weights(String parameterName, TermKind termKind) {
            this.parameterName = parameterName;
            this.termKind = termKind;
        }

        /** Of the factors in a stored model. */
        public String parameterName() {
            return parameterName;
        }

        TermKind termKind() {
            return termKind;
        }
    }

    private final Weights weights;
    private final RatingMatrix training;
    private final Biases baseline; // b̃
    private final FactorMatrix factors; // x_j or y_j
    private final double regularization; // λ_x or λ_y

    public ItemSum(
            Weights weights, RatingMatrix training, Biases baseline, FactorMatrix factors, double regularization) {
        this.weights = weights;
        this.training = training;
        this.baseline = baseline;
        this.factors = factors;
        this.regularization = regularization;
    }

    public Weights weights() {
        return weights;
    }

    public FactorMatrix factors() {
        return factors;
    }

    double regularization() {
        return regularization;
    }

    /** w_uj of the rating at this position in the rows by user. */
    double weight(int user, int position) {
        SparseRows byUser = training.byUser();
        double scale = 1 / Math.sqrt(byUser.length(user));
        return weights == Weights.IMPLICIT
                ? scale
                : scale * (byUser.value(position) - baseline.of(user, byUser.column(position)));
    }

    /** target ← target + z_u. */
    void addTo(float[] target, int user) {
        SparseRows byUser = training.byUser();
        for (int k = byUser.start(user); k < byUser.end(user); k++) {
            Vectors.addScaled(target, (float) weight(user, k), factors.row(byUser.column(k)));
        }
    }

    /** C_u = Σ_j w_uj². */
    double squaredWeights(int user) {
        double sum = 0;
        for (int k = training.byUser().start(user); k < training.byUser().end(user); k++) {
            double weight = weight(user, k);
            sum += weight * weight;
        }
        return sum;
    }

    /** x_j ← keep·x_j + w_uj·step for all j that the user rated. */
    void move(int user, float keep, float[] step) {
        SparseRows byUser = training.byUser();
        for (int k = byUser.start(user); k < byUser.end(user); k++) {
            Vectors.decayAndAdd(factors.row(byUser.column(k)), keep, (float) weight(user, k), step);
        }
    }

    /** λ Σ |x_j|², every x_j once for each rating of each user who has it, in stars². */
    double penalty() {
        double sum = 0;
        for (int j = 0; j < training.items(); j++) {
            double visits = 0;
            for (int k = training.byItem().start(j); k < training.byItem().end(j); k++) {
                visits += training.byUser().length(training.byItem().column(k));
            }
            sum += visits * Vectors.squaredNorm(factors.row(j));
        }
        return regularization * sum;
    }

    ItemSum copy() {
        return new ItemSum(weights, training, baseline, factors.copy(), regularization);
    }
}
