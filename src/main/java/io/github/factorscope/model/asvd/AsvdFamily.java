package io.github.factorscope.model.asvd;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.EXPLICIT_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.FACTORS;
import static io.github.factorscope.model.parts.FactorHyperparameters.IMPLICIT_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.INITIAL_DEVIATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.REGULARIZATION;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.parts.Description;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.model.parts.ItemSum;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.UserVectorFamily;
import io.github.factorscope.model.parts.UserVectorParts;
import java.util.List;

/** Asymmetric-SVD (Koren 2008, section 4). */
public final class AsvdFamily extends UserVectorFamily {
    static final Hyperparameter<Integer> EPOCHS = FactorHyperparameters.EPOCHS.withDefault(30);
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.005);

    public AsvdFamily() {
        super(
                new Description(
                        "asvd",
                        "Asymmetric-SVD",
                        "What a user rated, and how, describes them: a new rating counts at once, without training.",
                        "r̂ᵤᵢ = bᵤᵢ + qᵢᵀ |Rᵤ|⁻½ Σ ((rᵤⱼ − b̃ᵤⱼ) xⱼ + yⱼ)",
                        "Koren 2008, section 4"),
                new UserVectorParts(false, List.of(ItemSum.Weights.EXPLICIT, ItemSum.Weights.IMPLICIT), false));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(
                FACTORS,
                EPOCHS,
                LEARNING_RATE,
                LearningRate.DECAY,
                REGULARIZATION,
                EXPLICIT_REGULARIZATION,
                IMPLICIT_REGULARIZATION,
                BIAS_REGULARIZATION,
                INITIAL_DEVIATION);
    }
}
