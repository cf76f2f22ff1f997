package io.github.factorscope.model.asvd;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.EXPLICIT_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.FACTORS;
import static io.github.factorscope.model.parts.FactorHyperparameters.IMPLICIT_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.INITIAL_DEVIATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.REGULARIZATION;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.parts.Description;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.model.parts.FormulaTerms;
import io.github.factorscope.model.parts.ItemSum;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.PresetList;
import io.github.factorscope.model.parts.UserVectorFamily;
import io.github.factorscope.model.parts.UserVectorParts;
import io.github.factorscope.text.Texts;
import java.util.List;

/** Asymmetric-SVD (Koren 2008, section 4). */
public final class AsvdFamily extends UserVectorFamily {
    private static final Texts TEXTS = Texts.of(AsvdFamily.class);

    static final Hyperparameter<Integer> EPOCHS = FactorHyperparameters.EPOCHS.withDefault(30);
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.005);

    public AsvdFamily() {
        super(
                new Description(
                        "asvd",
                        "Asymmetric-SVD",
                        TEXTS,
                        "r̂ᵤᵢ = bᵤᵢ + qᵢᵀ |Rᵤ|⁻½ Σ ((rᵤⱼ − b̃ᵤⱼ) xⱼ + yⱼ)",
                        FormulaTerms.biasesAnd(
                                FormulaTerms.ITEM_TIMES,
                                FormulaTerms.GIVEN_FACTORS,
                                FormulaTerms.PLUS,
                                FormulaTerms.RATED_FACTORS,
                                FormulaTerms.CLOSE)),
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

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings.with(FACTORS, 50)
                        .with(EPOCHS, 30)
                        .with(LEARNING_RATE, 0.002)
                        .with(LearningRate.DECAY, 0.9)
                        .with(REGULARIZATION, 0.04)
                        .with(BIAS_REGULARIZATION, 0.04)
                        .with(EXPLICIT_REGULARIZATION, 0.04)
                        .with(IMPLICIT_REGULARIZATION, 0.04))
                .ml100k(settings -> settings.with(FACTORS, 150).with(EPOCHS, 20).with(REGULARIZATION, 0.08))
                .ml1m(settings -> settings.with(FACTORS, 200)
                        .with(EPOCHS, 41)
                        .with(LEARNING_RATE, 0.003)
                        .with(REGULARIZATION, 0.045))
                .quick(settings -> settings.with(FACTORS, 20).with(EPOCHS, 20))
                .toList();
    }
}
