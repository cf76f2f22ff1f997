package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.text.Texts;

/** What the models with factors have in common. */
public final class FactorHyperparameters {
    private static final Texts TEXTS = Texts.of(FactorHyperparameters.class);

    /** f. */
    public static final Hyperparameter<Integer> FACTORS =
            Hyperparameter.whole(TEXTS, "factors", "factors", "f", 1, 2000, 50);

    public static final Hyperparameter<Integer> EPOCHS =
            Hyperparameter.whole(TEXTS, "epochs", "epochs", "", 1, 10_000, 50);

    /** λ. */
    public static final Hyperparameter<Double> REGULARIZATION =
            Hyperparameter.real(TEXTS, "regularization", "regularization", "λ", 0, 10, 0.06);

    /** λ_b. */
    public static final Hyperparameter<Double> BIAS_REGULARIZATION =
            Hyperparameter.real(TEXTS, "bias-regularization", "biasRegularization", "λᵇ", 0, 10, 0.05);

    /** σ₀. */
    public static final Hyperparameter<Double> INITIAL_DEVIATION =
            Hyperparameter.real(TEXTS, "initial-deviation", "initialDeviation", "σ₀", 0, 1, 0.03);

    /** λ_x. */
    public static final Hyperparameter<Double> EXPLICIT_REGULARIZATION =
            Hyperparameter.real(TEXTS, "explicit-regularization", "explicitRegularization", "λˣ", 0, 10, 0.0005);

    /** λ_y. */
    public static final Hyperparameter<Double> IMPLICIT_REGULARIZATION =
            Hyperparameter.real(TEXTS, "implicit-regularization", "implicitRegularization", "λʸ", 0, 10, 0.0005);

    private FactorHyperparameters() {}
}
