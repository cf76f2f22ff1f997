package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;

/** What the models with factors have in common. */
public final class FactorHyperparameters {
    /** f. */
    public static final Hyperparameter<Integer> FACTORS = Hyperparameter.whole(
            "factors", "Factors", "f", 1, 2000, 50, "Length of the vectors that describe a user and an item.");

    public static final Hyperparameter<Integer> EPOCHS =
            Hyperparameter.whole("epochs", "Epochs", "", 1, 10_000, 50, "How often each rating is learned from.");

    /** λ. */
    public static final Hyperparameter<Double> REGULARIZATION =
            Hyperparameter.real("regularization", "Regularization", "λ", 0, 10, 0.06, "Pulls the factors towards 0.");

    /** λ_b. */
    public static final Hyperparameter<Double> BIAS_REGULARIZATION = Hyperparameter.real(
            "biasRegularization", "Bias regularization", "λᵇ", 0, 10, 0.05, "Pulls the biases towards 0.");

    /** σ₀. */
    public static final Hyperparameter<Double> INITIAL_DEVIATION = Hyperparameter.real(
            "initialDeviation",
            "Initial deviation",
            "σ₀",
            0,
            1,
            0.03,
            "Spread of the random factors before the first epoch.");

    /** λ_x. */
    public static final Hyperparameter<Double> EXPLICIT_REGULARIZATION = Hyperparameter.real(
            "explicitRegularization",
            "Explicit regularization",
            "λˣ",
            0,
            10,
            0.0005,
            "Pulls x towards 0, once for every rating of every user who has the item: so it is small.");

    /** λ_y. */
    public static final Hyperparameter<Double> IMPLICIT_REGULARIZATION = Hyperparameter.real(
            "implicitRegularization",
            "Implicit regularization",
            "λʸ",
            0,
            10,
            0.0005,
            "Pulls y towards 0, once for every rating of every user who has the item: so it is small.");

    private FactorHyperparameters() {}
}
