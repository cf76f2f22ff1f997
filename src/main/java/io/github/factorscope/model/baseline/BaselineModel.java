package io.github.factorscope.model.baseline;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.BiasedPersonalModel;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.PersonBiases;
import io.github.factorscope.model.parts.TrainedModel;
import java.util.List;

/**
 * r̂_ui = μ + b_u + b_i.
 *
 * @param userShrinkage how many ratings at the mean a user starts with
 */
record BaselineModel(RatingMatrix training, Biases biases, double userShrinkage) implements TrainedModel {
    @Override
    public UserPredictor forUser(int user) {
        return item -> biases.of(user, item);
    }

    @Override
    public PersonalModel forPerson(Person person) {
        return new BiasesAlone(person, biases.forPerson(person, training, userShrinkage));
    }

    private static final class BiasesAlone extends BiasedPersonalModel {
        BiasesAlone(Person person, PersonBiases biases) {
            super(person, biases);
        }

        @Override
        public double predict(int item) {
            return biases().of(item);
        }

        @Override
        protected void addTerms(int item, List<Term> terms) {
            // The biases are all there is.
        }
    }

    @Override
    public Parameters parameters() {
        return biases.store(new Parameters());
    }
}
