package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * r̂_ui = μ + b_u + b_i + q_iᵀv_u, where v_u is p_u, one or two {@link ItemSum}s, or both; in the integrated model plus what
 * the neighbours of i say.
 *
 * @param baseline b̃, which the similarities of the evidence rest on
 * @param userFactors p_u, where the users have factors of their own
 * @param neighbours in the integrated model
 * @param ridge of the factors, by which p_u is spread over the user's ratings
 */
record UserVectorModel(
        RatingMatrix training,
        Biases biases,
        Biases baseline,
        Optional<FactorMatrix> userFactors,
        FactorMatrix itemFactors,
        List<ItemSum> sums,
        Optional<NeighbourWeights> neighbours,
        Ridge ridge)
        implements FittedModel {
    static final String USER_FACTORS = "userFactors";
    static final String ITEM_FACTORS = "itemFactors";

    @Override
    public UserPredictor forUser(int user) {
        double ofUser = biases.ofUser(user);
        float[] vector =
                userFactors.isPresent() && sums.isEmpty() ? userFactors.get().row(user) : userVector(user, true);
        if (neighbours.isEmpty()) {
            return item -> ofUser + biases.item(item) + Vectors.dot(vector, itemFactors.row(item));
        }
        UserPredictor ofNeighbours = neighbours.get().forUser(user);
        return item ->
                ofUser + biases.item(item) + Vectors.dot(vector, itemFactors.row(item)) + ofNeighbours.predict(item);
    }

    /** v_u, or what p_u leaves of it. */
    private float[] userVector(int user, boolean withOwnFactors) {
        float[] vector = withOwnFactors && userFactors.isPresent()
                ? userFactors.get().row(user).clone()
                : new float[itemFactors.factors()];
        sums.forEach(sum -> sum.addTo(vector, user));
        return vector;
    }

    @Override
    public Explanation explain(int user, int item) {
        List<Evidence> evidence = evidence(user, item);
        List<Term> terms = new ArrayList<>(biases.terms(user, item));
        for (ItemSum sum : sums) {
            addSum(terms, sum, user, item, evidence);
        }
        neighbours.ifPresent(weights -> addWeights(terms, weights.terms(user, item, correlation()::evidence)));
        if (userFactors.isPresent()) {
            addTaste(terms, userFactors.get().row(user), user, item, evidence);
        }
        return new Explanation(user, item, predict(user, item), terms);
    }

    /** What is already there for the same neighbour and reason grows: y_j and c_ij both say that j was rated. */
    private static void addWeights(List<Term> terms, List<Term> added) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < terms.size(); place++) {
            if (terms.get(place).kind() == TermKind.IMPLICIT) {
                places.put(terms.get(place).item(), place);
            }
        }
        for (Term term : added) {
            Integer place = term.kind() == TermKind.IMPLICIT ? places.get(term.item()) : null;
            if (place == null) {
                terms.add(term);
            } else {
                terms.set(place, terms.get(place).plus(term.amount()));
            }
        }
    }

    /** Of each rating of the user, in their order. */
    private List<Evidence> evidence(int user, int item) {
        SparseRows byUser = training.byUser();
        ShrunkCorrelation correlation = new ShrunkCorrelation(training, baseline, ShrunkCorrelation.USUAL_SHRINKAGE);
        List<Evidence> evidence = new ArrayList<>();
        for (int k = byUser.start(user); k < byUser.end(user); k++) {
            evidence.add(correlation.evidence(item, byUser.column(k), byUser.value(k)));
        }
        return evidence;
    }

    private ShrunkCorrelation correlation() {
        return new ShrunkCorrelation(training, baseline, ShrunkCorrelation.USUAL_SHRINKAGE);
    }

    private void addSum(List<Term> terms, ItemSum sum, int user, int item, List<Evidence> evidence) {
        SparseRows byUser = training.byUser();
        int start = byUser.start(user);
        for (int k = 0; k < evidence.size(); k++) {
            int neighbour = byUser.column(start + k);
            double amount = sum.weight(user, start + k)
                    * Vectors.dot(itemFactors.row(item), sum.factors().row(neighbour));
            terms.add(Term.of(sum.weights().termKind(), neighbour, amount, evidence.get(k)));
        }
    }

    private void addTaste(List<Term> terms, float[] ownFactors, int user, int item, List<Evidence> evidence) {
        SparseRows byUser = training.byUser();
        float[] rest = userVector(user, false);
        UserPredictor ofNeighbours =
                neighbours.map(weights -> weights.forUser(user)).orElse(rated -> 0);
        int[] rated = new int[evidence.size()];
        double[] residuals = new double[rated.length]; // e_uj: what the rest of the model leaves
        for (int k = 0; k < rated.length; k++) {
            int position = byUser.start(user) + k;
            rated[k] = byUser.column(position);
            residuals[k] = byUser.value(position)
                    - biases.of(user, rated[k])
                    - Vectors.dot(rest, itemFactors.row(rated[k]))
                    - ofNeighbours.predict(rated[k]);
        }
        double[] amounts = RidgeExpansion.contributions(rated, residuals, itemFactors, item, ridge.of(rated.length));
        double attributed = 0;
        for (int k = 0; k < rated.length; k++) {
            terms.add(Term.of(TermKind.TASTE, rated[k], amounts[k], evidence.get(k)));
            attributed += amounts[k];
        }
        double taste = Vectors.dot(ownFactors, itemFactors.row(item));
        terms.add(Term.of(TermKind.UNATTRIBUTED, taste - attributed));
    }

    @Override
    public Optional<FactorMatrix> factorsOfItems() {
        return Optional.of(itemFactors);
    }

    @Override
    public Parameters parameters() {
        Parameters parameters = biases.store(new Parameters());
        userFactors.ifPresent(factors -> parameters.put(USER_FACTORS, factors.toFlat()));
        parameters.put(ITEM_FACTORS, itemFactors.toFlat());
        neighbours.ifPresent(weights -> weights.store(parameters));
        sums.forEach(sum ->
                parameters.put(sum.weights().parameterName(), sum.factors().toFlat()));
        return parameters;
    }
}
