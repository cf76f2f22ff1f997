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
        RatingsSide side = side(person.ratings(), baseline.forPerson(person, training, Biases.USUAL_USER_SHRINKAGE));
        PersonBiases ofPerson = biases.forPerson(person, training, Biases.USUAL_USER_SHRINKAGE);
        if (userFactors.isEmpty()) {
            return new UserVectorPerson(person, ofPerson, side, itemFactors, correlation());
        }
        Taste fitted = fitted(side, ofPerson);
        Taste taste = person.isNewcomer() ? fitted : fitted.after(learned(person.user()));
        return new UserVectorPerson(
                person, ofPerson, side, itemFactors, correlation(), taste.factors(), Lazy.of(taste));
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
                        new Lazy<>(() -> learned(user)));
    }

    private RatingsSide side(RatedItems ratings, PersonBiases ofPerson) {
        return new RatingsSide(
                ratings, ofPerson, sums, itemFactors, neighbours.map(weights -> weights.sum(ratings, ofPerson)));
    }

    private Taste fitted(RatingsSide side, PersonBiases ofPerson) {
        RatedItems ratings = side.ratings();
        return Taste.fitted(
                ratings, new RidgeFit(itemFactors, ratings, ridge.of(ratings.size())), side.residuals(ofPerson));
    }

    private Taste learned(int user) {
        RatingsSide side = side(RatedItems.ofUser(training, user), baseline.forUser(user));
        return fitted(side, biases.forUser(user))
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
