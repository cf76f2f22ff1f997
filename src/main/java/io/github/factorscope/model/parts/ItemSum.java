package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Moved.Descent;
import io.github.factorscope.model.Moved.Symbol;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.List;

/**
 * z_u = Σ_{j∈R(u)} w_uj x_j: a user described by the items that they rated (Paterek 2007; Koren 2008, section 4). The
 * trainer that made it may write to the factors; everybody else reads.
 */
public final class ItemSum {
    /** How much an item counts. */
    public enum Weights {
        /** w_uj = |R(u)|^(−1/2) (r_uj − b̃_uj): how the user rated it. */
        EXPLICIT("explicitFactors"),
        /** w_uj = |R(u)|^(−1/2): that the user rated it at all. */
        IMPLICIT("implicitFactors");

        private final String parameterName;

        Weights(String parameterName) {
            this.parameterName = parameterName;
        }

        /** Of the factors in a stored model. */
        public String parameterName() {
            return parameterName;
        }
    }

    private final Weights weights;
    private final RatingMatrix training;
    private final Biases baseline; // b̃
    private final FactorMatrix factors; // x_j or y_j
    private final double regularization; // λ_x or λ_y
    private final ReadAhead ahead; // while it learns

    public ItemSum(
            Weights weights, RatingMatrix training, Biases baseline, FactorMatrix factors, double regularization) {
        this.weights = weights;
        this.training = training;
        this.baseline = baseline;
        this.factors = factors;
        this.regularization = regularization;
        this.ahead = new ReadAhead(training.byUser(), factors);
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

    /** The same factors, not a copy, with another λ. */
    ItemSum with(double otherRegularization) {
        return new ItemSum(weights, training, baseline, factors, otherRegularization);
    }

    /**
     * w_uj of the rating at this position in the rows by user.
     *
     * @param scale |R(u)|^(−1/2)
     */
    private double weight(int user, int position, double scale) {
        SparseRows byUser = training.byUser();
        return weights == Weights.IMPLICIT
                ? scale
                : scale * (byUser.value(position) - baseline.of(user, byUser.column(position)));
    }

    /**
     * w_uj of all ratings of the user, in their order.
     *
     * @param target overwritten; at least as long as there are ratings
     * @return C_u = Σ_j w_uj²
     */
    double fillWeights(int user, float[] target) {
        int start = training.byUser().start(user);
        int count = training.byUser().length(user);
        double squares = 0;
        double scale = 1 / Math.sqrt(count);
        for (int k = 0; k < count; k++) {
            double weight = weight(user, start + k, scale);
            target[k] = (float) weight;
            squares += weight * weight;
        }
        return squares;
    }

    /** w_uj of a rating of anybody. */
    private double weight(RatedItems ratings, PersonBiases ofPerson, int place) {
        double scale = 1 / Math.sqrt(ratings.size());
        return weights == Weights.IMPLICIT ? scale : scale * (ratings.value(place) - ofPerson.of(ratings.item(place)));
    }

    /**
     * target ← target + z of anybody.
     *
     * @param ofPerson b̃
     */
    void addTo(float[] target, RatedItems ratings, PersonBiases ofPerson) {
        for (int k = 0; k < ratings.size(); k++) {
            Vectors.addScaled(target, (float) weight(ratings, ofPerson, k), factors.row(ratings.item(k)));
        }
    }

    /**
     * What a rating of anybody contributes to q_iᵀz.
     *
     * @param ofPerson b̃
     * @param place of the rating
     * @param itemFactors q_i
     */
    Term term(RatedItems ratings, PersonBiases ofPerson, int place, float[] itemFactors, Similarity similarity) {
        int neighbour = ratings.item(place);
        float rating = ratings.value(place);
        double weight = Vectors.dot(itemFactors, factors.row(neighbour)) / Math.sqrt(ratings.size());
        return weights == Weights.IMPLICIT
                ? similarity.implicitTerm(neighbour, rating, weight)
                : similarity.term(TermKind.EXPLICIT, neighbour, rating, rating - ofPerson.of(neighbour), weight);
    }

    /** target ← target + z_u, where w_uj are known. */
    void addTo(float[] target, int user, float[] known) {
        SparseRows byUser = training.byUser();
        int start = byUser.start(user);
        int count = byUser.length(user);
        for (int k = 0; k < count; k++) {
            ahead.before(k, start, count);
            Vectors.addScaled(target, known[k], factors.row(byUser.column(start + k)));
        }
    }

    /** x_j ← keep·x_j + w_uj·step for all j that the user rated, where w_uj are known. */
    void move(int user, float[] known, float keep, float[] step) {
        SparseRows byUser = training.byUser();
        int start = byUser.start(user);
        int count = byUser.length(user);
        for (int k = 0; k < count; k++) {
            Vectors.decayAndAdd(factors.row(byUser.column(start + k)), keep, known[k], step);
        }
    }

    /** target ← target + both z_u, in one pass over the user's ratings. */
    static void addBoth(float[] target, int user, ItemSum a, float[] knownA, ItemSum b, float[] knownB) {
        SparseRows byUser = a.training.byUser();
        int start = byUser.start(user);
        int count = byUser.length(user);
        for (int k = 0; k < count; k++) {
            a.ahead.before(k, start, count);
            b.ahead.before(k, start, count);
            int item = byUser.column(start + k);
            Vectors.addScaled(target, knownA[k], a.factors.row(item), knownB[k], b.factors.row(item));
        }
    }

    /** {@link #move} of both, in one pass over the user's ratings. */
    static void moveBoth(int user, ItemSum a, float[] knownA, ItemSum b, float[] knownB, float keep, float[] step) {
        SparseRows byUser = a.training.byUser();
        int start = byUser.start(user);
        int count = byUser.length(user);
        for (int k = 0; k < count; k++) {
            int item = byUser.column(start + k);
            Vectors.decayAndAdd(a.factors.row(item), b.factors.row(item), keep, knownA[k], knownB[k], step);
        }
    }

    /** The factors of all items of the user, which a step moves along w_uj q_i. */
    void addPlaces(int user, double rate, float[] itemFactors, List<StepPlace> places) {
        SparseRows byUser = training.byUser();
        float[] known = new float[byUser.length(user)];
        fillWeights(user, known);
        for (int k = 0; k < known.length; k++) {
            int item = byUser.column(byUser.start(user) + k);
            float[] input = new float[itemFactors.length];
            Vectors.addScaled(input, known[k], itemFactors);
            Symbol symbol = weights == Weights.EXPLICIT ? Symbol.EXPLICIT_FACTORS : Symbol.IMPLICIT_FACTORS;
            places.add(StepPlace.ofRow(symbol, item, factors.row(item), new Descent(rate, regularization, input)));
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
