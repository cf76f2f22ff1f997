package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;

/** What the models that look at neighbours have in common. */
public final class NeighbourhoodHyperparameters {
    private static final int MANY = 1_000_000;

    /** k. */
    public static final Hyperparameter<Integer> NEIGHBOURS = Hyperparameter.whole(
            "neighbours",
            "Neighbours",
            "k",
            1,
            MANY,
            30,
            "At most so many of the user's rated items speak for a prediction, the most similar first.");

    /** λ₂. */
    public static final Hyperparameter<Double> SHRINKAGE = Hyperparameter.real(
            "shrinkage",
            "Shrinkage",
            "λ₂",
            0,
            MANY,
            ShrunkCorrelation.USUAL_SHRINKAGE,
            "Distrusts a correlation that rests on few common ratings: it counts half at this many.");

    /** How much memory the lists may take. */
    public static final Hyperparameter<Integer> LIST_LENGTH = Hyperparameter.whole(
            "listLength",
            "List length",
            "",
            1,
            MANY,
            MANY,
            "Neighbours kept of each item, the most similar first: fewer take less memory.");

    private NeighbourhoodHyperparameters() {}
}
