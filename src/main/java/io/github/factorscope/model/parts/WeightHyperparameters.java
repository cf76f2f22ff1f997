package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;

/** What the models with learned neighbour weights have in common. */
public final class WeightHyperparameters {
    /** Whether c_ij take part. */
    public enum Implicit {
        /** That the user rated an item counts, whatever the rating. */
        ON,
        /** Only how the user rated it counts. */
        OFF
    }

    /** k. */
    public static final Hyperparameter<Integer> NEIGHBOURS = Hyperparameter.whole(
            "neighbours",
            "Neighbours",
            "k",
            1,
            1_000_000,
            300,
            "Each item has weights for so many others, the most similar; more than there are items: for all.");

    /** Whether c_ij take part. */
    public static final Hyperparameter<Implicit> IMPLICIT = Hyperparameter.choice(
            "implicitFeedback",
            "Implicit feedback",
            Implicit.ON,
            "Whether it counts that a user rated a neighbour at all, beside how.");

    /** γ_w. */
    public static final Hyperparameter<Double> LEARNING_RATE = Hyperparameter.real(
            "weightLearningRate",
            "Weight learning rate",
            "γʷ",
            1e-6,
            10,
            0.005,
            "How far each rating moves the weights.");

    /** λ_w. */
    public static final Hyperparameter<Double> REGULARIZATION = Hyperparameter.real(
            "weightRegularization", "Weight regularization", "λʷ", 0, 10, 0.01, "Pulls the weights towards 0.");

    private WeightHyperparameters() {}
}
