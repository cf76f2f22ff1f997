package io.github.factorscope.model;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.numeric.FactorMatrix;
import java.util.Optional;

/** A model that has learned. Immutable, safe on all threads; predicting writes nothing. */
public interface FittedModel {
    /** Prepares predictions for a user: for many items of one user, far cheaper than {@link #predict}. */
    UserPredictor forUser(int user);

    /** Stars, not clipped to the scale: clipping belongs to evaluation and display, so that explanations add up. */
    default double predict(int user, int item) {
        return forUser(user).predict(item);
    }

    /** Terms that add up to {@link #predict}: those of {@link #forPerson} for the user as the model knows them. */
    Explanation explain(int user, int item);

    /**
     * The model as it speaks to somebody with these ratings, with all that it learned of items and of other users as it is.
     * A user whose ratings are those that it learned from is predicted as by {@link #forUser}, exactly; where ratings differ,
     * b_u and p_u move by as much as the values do that fit the ratings best, with the items fixed. For a newcomer they are
     * those values.
     */
    PersonalModel forPerson(Person person);

    /** q_i, one row an item, where items have factors. Not to be written to. */
    default Optional<FactorMatrix> factorsOfItems() {
        return Optional.empty();
    }

    /** What {@link ModelFamily#restore} makes the same model of. */
    Parameters parameters();
}
