package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Person;

/** A model that explains its predictions for users as it does those for anybody. */
public interface TrainedModel extends FittedModel {
    /** What it learned from. */
    RatingMatrix training();

    @Override
    default Explanation explain(int user, int item) {
        return forPerson(Person.known(training(), user)).explain(item);
    }

    /** Whether these are the very ratings that the model learned from. */
    default boolean knows(Person person) {
        return !person.isNewcomer() && person.equals(Person.known(training(), person.user()));
    }
}
