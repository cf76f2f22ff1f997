package io.github.factorscope.model.globalngbr;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.BiasedPersonalModel;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.NeighbourSum;
import io.github.factorscope.model.parts.NeighbourWeights;
import io.github.factorscope.model.parts.PersonBiases;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import io.github.factorscope.model.parts.TrainedModel;
import java.util.List;

/**
 * r̂_ui = μ + b_u + b_i + |R^k(i;u)|^(−1/2) Σ_{j∈R^k(i;u)} ((r_uj − b̃_uj) w_ij + c_ij).
 *
 * @param baseline b̃
 * @param shrinkage λ₂
 */
record GlobalNgbrModel(
        RatingMatrix training, Biases biases, Biases baseline, NeighbourWeights weights, double shrinkage)
        implements TrainedModel {

    @Override
    public UserPredictor forUser(int user) {
        return new WithNeighbours(Person.known(training, user), biases.forUser(user), baseline.forUser(user));
    }

    @Override
    public PersonalModel forPerson(Person person) {
        PersonBiases ofPerson =
                biases.forPerson(person, fittedBias(person), () -> fittedBias(Person.known(training, person.user())));
        return new WithNeighbours(person, ofPerson, baselineOf(person));
    }

    private PersonBiases baselineOf(Person person) {
        return baseline.forPerson(person, training, Biases.USUAL_USER_SHRINKAGE);
    }

    /** b_u by what the neighbours leave of the ratings, in stars. */
    private double fittedBias(Person person) {
        WithNeighbours withoutBias = new WithNeighbours(person, biases.forNobody(), baselineOf(person));
        RatedItems ratings = person.ratings();
        double[] residuals = new double[ratings.size()];
        for (int k = 0; k < residuals.length; k++) {
            residuals[k] = ratings.value(k) - withoutBias.predict(ratings.item(k));
        }
        return PersonBiases.shrunkMean(residuals, Biases.USUAL_USER_SHRINKAGE);
    }

    private final class WithNeighbours extends BiasedPersonalModel {
        private final NeighbourSum sum;

        WithNeighbours(Person person, PersonBiases biases, PersonBiases baseline) {
            super(person, biases);
            sum = weights.sum(person.ratings(), baseline);
        }

        @Override
        public double predict(int item) {
            return biases().of(item) + sum.of(item);
        }

        @Override
        protected void addTerms(int item, List<Term> terms) {
            terms.addAll(sum.terms(item, new ShrunkCorrelation(training, baseline, shrinkage).of(item)));
        }
    }

    @Override
    public Parameters parameters() {
        Parameters parameters = biases.store(new Parameters());
        weights.store(parameters);
        return parameters;
    }
}
