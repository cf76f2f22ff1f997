package io.github.factorscope.model.integrated;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.FACTORS;
import static io.github.factorscope.model.parts.FactorHyperparameters.IMPLICIT_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.INITIAL_DEVIATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.REGULARIZATION;
import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.SHRINKAGE;

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
import io.github.factorscope.model.parts.WeightHyperparameters;
import io.github.factorscope.text.Texts;
import java.util.List;

/** The integrated model: SVD++ and the global neighbourhood model, learned together (Koren 2008, section 5). */
public final class IntegratedFamily extends UserVectorFamily {
    private static final Texts TEXTS = Texts.of(IntegratedFamily.class);

    static final Hyperparameter<Integer> EPOCHS = FactorHyperparameters.EPOCHS.withDefault(30);
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.007);
    static final Hyperparameter<Double> WEIGHT_LEARNING_RATE = WeightHyperparameters.LEARNING_RATE.withDefault(0.002);

    public IntegratedFamily() {
        super(
                new Description(
                        "integrated",
                        "Integrated",
                        TEXTS,
                        "r̂ᵤᵢ = μ + bᵤ + bᵢ + qᵢᵀ (pᵤ + |Nᵤ|⁻½ Σ yⱼ) + |Rᵏ|⁻½ Σ ((rᵤⱼ − b̃ᵤⱼ) wᵢⱼ + cᵢⱼ)",
                        FormulaTerms.biasesAnd(
                                FormulaTerms.ITEM_TIMES,
                                FormulaTerms.OWN_FACTORS,
                                FormulaTerms.PLUS,
                                FormulaTerms.RATED_FACTORS,
                                FormulaTerms.CLOSE,
                                FormulaTerms.PLUS,
                                FormulaTerms.WEIGHTS,
                                FormulaTerms.PLUS,
                                FormulaTerms.OFFSETS)),
                new UserVectorParts(true, List.of(ItemSum.Weights.IMPLICIT), true));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(
                FACTORS,
                EPOCHS,
                LEARNING_RATE,
                LearningRate.DECAY,
                REGULARIZATION,
                IMPLICIT_REGULARIZATION,
                BIAS_REGULARIZATION,
                INITIAL_DEVIATION,
                WeightHyperparameters.NEIGHBOURS,
                SHRINKAGE,
                WeightHyperparameters.IMPLICIT,
                WEIGHT_LEARNING_RATE,
                WeightHyperparameters.REGULARIZATION);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings.with(FACTORS, 50)
                        .with(EPOCHS, 30)
                        .with(LEARNING_RATE, 0.007)
                        .with(LearningRate.DECAY, 0.9)
                        .with(REGULARIZATION, 0.015)
                        .with(BIAS_REGULARIZATION, 0.005)
                        .with(IMPLICIT_REGULARIZATION, 0.015)
                        .with(WeightHyperparameters.NEIGHBOURS, 300)
                        .with(WEIGHT_LEARNING_RATE, 0.001)
                        .with(WeightHyperparameters.REGULARIZATION, 0.015))
                .ml100k(settings -> settings.with(FACTORS, 100)
                        .with(EPOCHS, 42)
                        .with(IMPLICIT_REGULARIZATION, 0.002)
                        .with(WEIGHT_LEARNING_RATE, 0.0015)
                        .with(WeightHyperparameters.REGULARIZATION, 0.03))
                .ml1m(settings -> settings.with(FACTORS, 150)
                        .with(EPOCHS, 59)
                        .with(WEIGHT_LEARNING_RATE, 0.001)
                        .with(WeightHyperparameters.REGULARIZATION, 0.03))
                .quick(TEXTS.get("preset-quick"), settings -> settings.with(FACTORS, 20)
                        .with(EPOCHS, 15)
                        .with(WeightHyperparameters.NEIGHBOURS, 50))
                .toList();
    }
}
