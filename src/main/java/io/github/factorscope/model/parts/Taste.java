package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * p_u spread over somebody's ratings by a {@link RidgeFit}. Immutable.
 *
 * @param residuals e_uj: what the rest of the model leaves of each rating, in stars
 * @param fitted the ridge solution of these ratings
 * @param unattributed what p_u is beyond the ridge solution of the ratings that it was learned from; none for newcomers
 */
record Taste(RatedItems ratings, RidgeFit fit, double[] residuals, double[] fitted, Optional<double[]> unattributed) {

    /** Of a newcomer. */
    static Taste fitted(RatedItems ratings, RidgeFit fit, double[] residuals) {
        return new Taste(ratings, fit, residuals, fit.factors(residuals), Optional.empty());
    }

    /** Of a user with these learned factors. */
    Taste learned(float[] learned) {
        double[] beyond = new double[learned.length];
        for (int k = 0; k < beyond.length; k++) {
            beyond[k] = learned[k] - fitted[k];
        }
        return new Taste(ratings, fit, residuals, fitted, Optional.of(beyond));
    }

    /** Of a user whose ratings have changed: this is that of the new ones, the other that of those that were learned from. */
    Taste after(Taste before) {
        return new Taste(ratings, fit, residuals, fitted, before.unattributed);
    }

    /** p_u. */
    float[] factors() {
        float[] factors = new float[fitted.length];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = (float)
                    (fitted[k] + (unattributed.isEmpty() ? 0 : unattributed.get()[k]));
        }
        return factors;
    }

    void addTerms(int item, FactorMatrix itemFactors, List<Term> terms, IntFunction<Similarity> similarities) {
        double[] weights = fit.weights(itemFactors.row(item));
        for (int k = 0; k < weights.length; k++) {
            int neighbour = ratings.item(k);
            terms.add(similarities
                    .apply(neighbour)
                    .term(TermKind.TASTE, neighbour, ratings.value(k), residuals[k], weights[k]));
        }
        unattributed.ifPresent(
                beyond -> terms.add(Term.of(TermKind.UNATTRIBUTED, Vectors.dot(beyond, itemFactors.row(item)))));
    }
}
