package io.github.factorscope.model.factors;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.EPOCHS;
import static io.github.factorscope.model.parts.FactorHyperparameters.FACTORS;
import static io.github.factorscope.model.parts.FactorHyperparameters.INITIAL_DEVIATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.REGULARIZATION;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.parts.Description;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.UserVectorFamily;
import java.util.List;

/** SVD: biases and an inner product of factors (Koren 2008, section 2.3; Koren, Bell and Volinsky 2009). */
public final class SvdFamily extends UserVectorFamily {
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.02);

    public SvdFamily() {
        super(
                new Description(
                        "svd",
                        "SVD",
                        "Users and items are points in a space of tastes; a rating is high where they point the same way.",
                        "r̂ᵤᵢ = μ + bᵤ + bᵢ + pᵤᵀqᵢ",
                        "Koren 2008, section 2.3; Koren, Bell and Volinsky 2009"),
                true,
                List.of());
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(
                FACTORS,
                EPOCHS,
                LEARNING_RATE,
                LearningRate.DECAY,
                REGULARIZATION,
                BIAS_REGULARIZATION,
                INITIAL_DEVIATION);
    }
}
