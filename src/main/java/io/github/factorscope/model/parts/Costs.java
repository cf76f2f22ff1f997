package io.github.factorscope.model.parts;

import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.parts.WeightHyperparameters.Implicit;

/**
 * What the shared parts of the models take. The nanoseconds were fitted to the times of {@code bench}, see
 * docs/benchmarks.md; they need to be right within a factor of two only.
 */
public final class Costs {
    private static final double KEPT_AT_ONCE = 3; // what is trained, the best model so far, and the newest

    // Nanoseconds on one core.
    private static final double RATING = 12; // reading it, biases, shuffling
    private static final double FACTOR = 0.75; // one factor of p and q in one step
    private static final double SUM_FACTOR =
            1.1; // the same of one item sum, with what it takes before and after a user
    private static final double PREDICTION = 8;
    private static final double PREDICTION_FACTOR = 0.6;
    private static final double PAIR = 3; // two ratings of one user, in a correlation or product of items
    private static final double SORTED = 40; // a neighbour in a list
    private static final double LISTED = 2; // a place of a list that is looked at
    private static final double SLOT = 1.1; // a place of S^k(i) that is looked at
    private static final double HIT = 8; // a weight that learns

    private static final double RATER = 6; // one user who rated the item
    private static final double CHOSEN = 120; // one of the k nearest
    private static final double SOLVED = 8; // an entry of a small system
    private static final double PRODUCT = 0.8; // multiplied and added in a large system

    private static final double SOLVED_FASTER = 5; // a pass for means is so many times as fast as one for steps

    private static final double POSITIVE = 0.55; // share of the pairs that somebody rated both

    private Costs() {}

    /** Of {@code rows} rows of so many floats. */
    public static double rows(double rows, double length) {
        return rows * (24 + 4 * length);
    }

    /** One pass over all ratings for the biases, and models of biases. */
    public static Cost biases(DataShape shape, int epochs) {
        return new Cost(
                KEPT_AT_ONCE * 4 * (shape.users() + shape.items()), epochs, 0, RATING * shape.ratings(), 0, PREDICTION);
    }

    /** The same where all biases of a side are solved at once. */
    public static Cost solvedBiases(DataShape shape, int epochs) {
        Cost cost = biases(shape, epochs);
        return new Cost(cost.bytes(), epochs, 0, cost.epochAlone() / SOLVED_FASTER, 0, cost.predictionShared());
    }

    /** μ + b_u + b_i + q_iᵀv_u by stochastic gradient descent. */
    static Cost userVectors(DataShape shape, Settings settings, UserVectorParts parts) {
        int factors = settings.get(FactorHyperparameters.FACTORS);
        int sums = parts.sums().size();
        double matrices = (parts.ownFactors() ? shape.users() : 0) + (1.0 + sums) * shape.items();
        Cost cost = biases(shape, settings.get(FactorHyperparameters.EPOCHS))
                .plus(new Cost(
                        KEPT_AT_ONCE * rows(matrices, factors),
                        0,
                        0,
                        shape.ratings() * factors * (FACTOR + SUM_FACTOR * sums),
                        0,
                        factors * PREDICTION_FACTOR * (1 + sums)));
        return parts.neighbours() ? cost.plus(weights(shape, settings)) : cost;
    }

    /** Learned weights of neighbours. */
    public static Cost weights(DataShape shape, Settings settings) {
        double slots = Math.min(settings.get(WeightHyperparameters.NEIGHBOURS), Math.max(0, shape.items() - 1));
        boolean complete = slots == shape.items() - 1;
        double arrays = settings.get(WeightHyperparameters.IMPLICIT) == Implicit.ON ? 2 : 1;
        double hits = complete ? shape.userSquares() : shape.userSquares() * hitShare(shape, slots);
        double looked = complete ? 0 : SLOT * slots * shape.ratings();
        double epoch = RATING * shape.ratings() + looked + HIT * hits * (1 + arrays) / 2;
        return new Cost(
                rows((double) shape.items(), slots) * (KEPT_AT_ONCE * arrays + (complete ? 1 : 4)),
                0,
                complete ? PAIR * shape.userSquares() : 2 * PAIR * shape.userSquares() + sorting(shape, slots),
                epoch,
                arrays * slots * shape.items(),
                0.6 * epoch / Math.max(1, shape.ratings()));
    }

    /** Which share of a user's ratings lies in S^k(i): more than k of all items, for popular items are in many lists. */
    private static double hitShare(DataShape shape, double slots) {
        return Math.min(1, 2 * slots / shape.items());
    }

    /** All similarities that are positive, in lists. */
    public static Cost lists(DataShape shape, Settings settings, double pairs) {
        double positive = POSITIVE * pairs;
        double longest = shape.items() == 0 ? 0 : positive / shape.items();
        double length = Math.min(settings.get(NeighbourhoodHyperparameters.LIST_LENGTH), longest);
        return new Cost(rows(2.0 * shape.items(), length), 1, sorting(shape, longest), 0, 0, 0);
    }

    private static double sorting(DataShape shape, double longest) {
        return SORTED * shape.items() * longest;
    }

    /** Correlations or products of all pairs of items. */
    public static Cost pairs(DataShape shape) {
        return new Cost(0, 1, PAIR * shape.userSquares(), 0, 0, 0);
    }

    /** A prediction that looks through a list until it has found k rated items. */
    public static Cost lookUp(DataShape shape, int neighbours) {
        double rated = shape.ratings() / (double) Math.max(1, shape.items());
        double places = Math.min((double) shape.items(), (double) neighbours * shape.users() / Math.max(1, rated));
        return new Cost(0, 1, 0, 0, 0, PREDICTION + LISTED * places);
    }

    /** A prediction that looks at everybody who rated the item. */
    public static Cost raters(DataShape shape, int neighbours) {
        double raters = shape.itemSquares() / Math.max(1, shape.ratings());
        return new Cost(0, 1, 0, 0, 0, PREDICTION + RATER * raters + CHOSEN * Math.min(neighbours, raters));
    }

    /** Products of residuals, and predictions that solve for their weights. */
    public static Cost products(DataShape shape, int fewestRatings, int neighbours) {
        double part = shape.itemLengths().atLeast(fewestRatings);
        double perUser = shape.ratings() / (double) Math.max(1, shape.users());
        double size = Math.min(neighbours, perUser);
        return new Cost(rows(part, part / 2), 1, PAIR / 2 * shape.userSquares(), 0, 0, SOLVED * size * size);
    }

    /** μ + b_u + b_i + p_uᵀq_i by alternating least squares. */
    public static Cost leastSquares(DataShape shape, Settings settings) {
        double unknowns = settings.get(FactorHyperparameters.FACTORS) + 1.0;
        double rows = shape.users() + shape.items();
        double square = unknowns * unknowns;
        return biases(shape, settings.get(FactorHyperparameters.EPOCHS))
                .plus(new Cost(
                        KEPT_AT_ONCE * rows(rows, unknowns),
                        0,
                        0,
                        0,
                        2 * shape.ratings() * square / 2 * PRODUCT + rows * square * unknowns / 3 * PRODUCT,
                        unknowns * PREDICTION_FACTOR));
    }
}
