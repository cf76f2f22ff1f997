package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.List;
import java.util.Optional;

/**
 * r̂_ui = μ + b_u + b_i + q_iᵀv_u, where v_u is p_u, one or two {@link ItemSum}s, or both; in the integrated model plus what
 * the neighbours of i say.
 *
 * @param baseline b̃, which the similarities of the evidence rest on
 * @param userFactors p_u, where the users have factors of their own
 * @param neighbours in the integrated model
 * @param ridge of the factors, by which p_u is spread over the user's ratings, and fitted to new ones
 * @param biasRidge of b_u where it is fitted to new ratings
 */
record UserVectorModel(
        RatingMatrix training,
        Biases biases,
        Biases baseline,
        Optional<FactorMatrix> userFactors,
        FactorMatrix itemFactors,
        List<ItemSum> sums,
        Optional<NeighbourWeights> neighbours,
        Ridge ridge,
        Ridge biasRidge)
        implements TrainedModel {
    static final String USER_FACTORS = "userFactors";
    static final String ITEM_FACTORS = "itemFactors";

    @Override
    public UserPredictor forUser(int user) {
        if (userFactors.isPresent() && sums.isEmpty() && neighbours.isEmpty()) {
            double ofUser = biases.ofUser(user);
            float[] vector = userFactors.get().row(user);
            return item -> ofUser + biases.item(item) + Vectors.dot(vector, itemFactors.row(item));
        }
        return forKnown(Person.known(training, user));
    }

    @Override
    public PersonalModel forPerson(Person person) {
        if (knows(person)) {
            return forKnown(person);
        }
        FoldIn now = foldIn(person);
        Optional<FoldIn> before =
                person.isNewcomer() ? Optional.empty() : Optional.of(foldIn(Person.known(training, person.user())));
        PersonBiases nobody = biases.forNobody();
        PersonBiases ofPerson = biases.forPerson(
                person, now.bias(nobody), () -> before.orElseThrow().bias(nobody));
        if (userFactors.isEmpty()) {
            return new UserVectorPerson(person, ofPerson, now.side(), itemFactors, correlation());
        }
        Taste fitted = now.taste(ofPerson);
        Taste taste =
                before.map(own -> fitted.after(learned(own, person.user()))).orElse(fitted);
        return new UserVectorPerson(
                person, ofPerson, now.side(), itemFactors, correlation(), taste.factors(), Lazy.of(taste));
    }

    private UserVectorPerson forKnown(Person person) {
        int user = person.user();
        RatingsSide side = side(person.ratings(), baseline.forUser(user));
        PersonBiases ofUser = biases.forUser(user);
        return userFactors.isEmpty()
                ? new UserVectorPerson(person, ofUser, side, itemFactors, correlation())
                : new UserVectorPerson(
                        person,
                        ofUser,
                        side,
                        itemFactors,
                        correlation(),
                        userFactors.get().row(user),
                        new Lazy<>(() -> learned(foldIn(person), user)));
    }

    private RatingsSide side(RatedItems ratings, PersonBiases ofPerson) {
        return new RatingsSide(
                ratings, ofPerson, sums, itemFactors, neighbours.map(weights -> weights.sum(ratings, ofPerson)));
    }

    private FoldIn foldIn(Person person) {
        RatingsSide side = side(person.ratings(), baseline.forPerson(person, training, Biases.USUAL_USER_SHRINKAGE));
        return userFactors.isEmpty()
                ? FoldIn.ofBias(side, biasRidge)
                : FoldIn.ofBiasAndFactors(side, biasRidge, itemFactors, ridge);
    }

    private Taste learned(FoldIn known, int user) {
        return known.taste(biases.forUser(user))
                .learned(userFactors.orElseThrow().row(user));
    }

    private ShrunkCorrelation correlation() {
        return new ShrunkCorrelation(training, baseline, ShrunkCorrelation.USUAL_SHRINKAGE);
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
