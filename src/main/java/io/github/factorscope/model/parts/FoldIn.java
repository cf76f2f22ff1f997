package io.github.factorscope.model.parts;

import io.github.factorscope.numeric.FactorMatrix;
import java.util.Optional;

/**
 * b_u and p_u of somebody by their ratings, with the items fixed: together they minimise
 * Σ (e_j − b − pᵀq_j)² + ridge |p|² + biasRidge b², where e_j is what the rest of the model leaves of rating j.
 */
final class FoldIn {
    private final RatingsSide side;
    private final Optional<RidgeFit> fit; // where users have factors of their own
    private final double biasRidge;

    private FoldIn(RatingsSide side, Optional<RidgeFit> fit, double biasRidge) {
        this.side = side;
        this.fit = fit;
        this.biasRidge = biasRidge;
    }

    static FoldIn ofBias(RatingsSide side, Ridge biasRidge) {
        return new FoldIn(side, Optional.empty(), biasRidge.of(side.ratings().size()));
    }

    static FoldIn ofBiasAndFactors(RatingsSide side, Ridge biasRidge, FactorMatrix itemFactors, Ridge ridge) {
        int count = side.ratings().size();
        RidgeFit fit = new RidgeFit(itemFactors, side.ratings(), ridge.of(count));
        return new FoldIn(side, Optional.of(fit), biasRidge.of(count));
    }

    RatingsSide side() {
        return side;
    }

    /** b_u, in stars. */
    double bias(PersonBiases withoutUser) {
        double[] residuals = side.residuals(withoutUser);
        return fit.isPresent() ? fit.get().bias(residuals, biasRidge) : PersonBiases.shrunkMean(residuals, biasRidge);
    }

    /** p_u given this b_u. */
    Taste taste(PersonBiases biases) {
        return Taste.fitted(side.ratings(), fit.orElseThrow(), side.residuals(biases));
    }
}
