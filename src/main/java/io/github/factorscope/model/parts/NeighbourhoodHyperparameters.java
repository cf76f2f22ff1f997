package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.text.Texts;

/** What the models that look at neighbours have in common. */
public final class NeighbourhoodHyperparameters {
    private static final Texts TEXTS = Texts.of(NeighbourhoodHyperparameters.class);

    private static final int MANY = 1_000_000;

    /** k. */
    public static final Hyperparameter<Integer> NEIGHBOURS =
            Hyperparameter.whole(TEXTS, "neighbours", "neighbours", "k", 1, MANY, 30);

    /** λ₂. */
    public static final Hyperparameter<Double> SHRINKAGE =
            Hyperparameter.real(TEXTS, "shrinkage", "shrinkage", "λ₂", 0, MANY, ShrunkCorrelation.USUAL_SHRINKAGE);

    /** How much memory the lists may take. */
    public static final Hyperparameter<Integer> LIST_LENGTH =
            Hyperparameter.whole(TEXTS, "list-length", "listLength", "", 1, MANY, MANY);

    private NeighbourhoodHyperparameters() {}
}
