package io.github.factorscope.model;

/** Predictions for one user. What depends on the user alone was worked out beforehand. Safe on all threads. */
@FunctionalInterface
public interface UserPredictor {
    /** Stars, not clipped to the scale. */
    double predict(int item);
}
