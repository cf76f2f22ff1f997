package io.github.factorscope.model;

import io.github.factorscope.explanation.Explanation;

/** A model that has learned. Immutable, safe on all threads; predicting writes nothing. */
public interface FittedModel {
    /** Prepares predictions for a user: for many items of one user, far cheaper than {@link #predict}. */
    UserPredictor forUser(int user);

    /** Stars, not clipped to the scale: clipping belongs to evaluation and display, so that explanations add up. */
    default double predict(int user, int item) {
        return forUser(user).predict(item);
    }

    /** Terms that add up to {@link #predict}. */
    Explanation explain(int user, int item);

    /** What {@link ModelFamily#restore} makes the same model of. */
    Parameters parameters();
}
