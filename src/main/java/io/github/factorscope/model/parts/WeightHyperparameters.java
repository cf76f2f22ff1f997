package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.text.Texts;

/** What the models with learned neighbour weights have in common. */
public final class WeightHyperparameters {
    private static final Texts TEXTS = Texts.of(WeightHyperparameters.class);

    /** Whether c_ij take part. */
    public enum Implicit {
        /** That the user rated an item counts, whatever the rating. */
        ON,
        /** Only how the user rated it counts. */
        OFF
    }

    /** k. */
    public static final Hyperparameter<Integer> NEIGHBOURS =
            Hyperparameter.whole(TEXTS, "weighted-neighbours", "neighbours", "k", 1, 1_000_000, 300);

    /** Whether c_ij take part. */
    public static final Hyperparameter<Implicit> IMPLICIT =
            Hyperparameter.choice(TEXTS, "implicit-feedback", "implicitFeedback", Implicit.ON);

    /** γ_w. */
    public static final Hyperparameter<Double> LEARNING_RATE =
            Hyperparameter.real(TEXTS, "weight-learning-rate", "weightLearningRate", "γʷ", 1e-6, 10, 0.005);

    /** λ_w. */
    public static final Hyperparameter<Double> REGULARIZATION =
            Hyperparameter.real(TEXTS, "weight-regularization", "weightRegularization", "λʷ", 0, 10, 0.01);

    private WeightHyperparameters() {}
}
