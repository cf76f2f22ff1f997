package io.github.factorscope.model.svdpp;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
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

/** SVD++ (Koren 2008, section 4). */
public final class SvdppFamily extends UserVectorFamily {
    private static final Texts TEXTS = Texts.of(SvdppFamily.class);

    static final Hyperparameter<Integer> EPOCHS = FactorHyperparameters.EPOCHS.withDefault(30);
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.01);

    public SvdppFamily() {
        super(
                new Description(
                        "svdpp",
                        "SVD++",
                        TEXTS,
                        "r̂ᵤᵢ = μ + bᵤ + bᵢ + qᵢᵀ (pᵤ + |Nᵤ|⁻½ Σ yⱼ)",
                        FormulaTerms.biasesAnd(
                                FormulaTerms.ITEM_TIMES,
                                FormulaTerms.OWN_FACTORS,
                                FormulaTerms.PLUS,
                                FormulaTerms.RATED_FACTORS,
                                FormulaTerms.CLOSE)),
                new UserVectorParts(true, List.of(ItemSum.Weights.IMPLICIT), false));
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
                INITIAL_DEVIATION);
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
                        .with(IMPLICIT_REGULARIZATION, 0.015))
                .ml100k(settings -> settings.with(FACTORS, 100).with(EPOCHS, 25).with(IMPLICIT_REGULARIZATION, 0.002))
                .ml1m(settings -> settings.with(FACTORS, 200)
                        .with(EPOCHS, 69)
                        .with(LEARNING_RATE, 0.006)
                        .with(REGULARIZATION, 0.045)
                        .with(IMPLICIT_REGULARIZATION, 0.0015))
                .quick(settings -> settings.with(FACTORS, 20).with(EPOCHS, 20))
                .toList();
    }
}
