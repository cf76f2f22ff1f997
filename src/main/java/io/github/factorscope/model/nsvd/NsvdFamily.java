package io.github.factorscope.model.nsvd;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.FACTORS;
import static io.github.factorscope.model.parts.FactorHyperparameters.IMPLICIT_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.INITIAL_DEVIATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.REGULARIZATION;

import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FormulaTerm;
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

/** NSVD: a user is the sum of what they rated (Paterek 2007). */
public final class NsvdFamily extends UserVectorFamily {
    private static final Texts TEXTS = Texts.of(NsvdFamily.class);

    static final Hyperparameter<Integer> EPOCHS = FactorHyperparameters.EPOCHS.withDefault(30);
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.01);

    private static final FormulaTerm RATED_ITEMS = FormulaTerms.of(
            TEXTS,
            "rated-items",
            "q_i^{\\mathsf T}\\, |R(u)|^{-\\frac{1}{2}} \\sum_{j \\in R(u)} y_j",
            TermKind.IMPLICIT);

    public NsvdFamily() {
        super(
                new Description(
                        "nsvd",
                        "NSVD",
                        TEXTS,
                        "r̂ᵤᵢ = μ + bᵤ + bᵢ + qᵢᵀ |Rᵤ|⁻½ Σ yⱼ",
                        FormulaTerms.biasesAnd(FormulaTerms.PLUS, RATED_ITEMS)),
                new UserVectorParts(false, List.of(ItemSum.Weights.IMPLICIT), false));
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
                        .with(LEARNING_RATE, 0.002)
                        .with(LearningRate.DECAY, 0.9)
                        .with(REGULARIZATION, 0.04)
                        .with(BIAS_REGULARIZATION, 0.04)
                        .with(IMPLICIT_REGULARIZATION, 0.04))
                .ml100k(settings -> settings.with(FACTORS, 20)
                        .with(EPOCHS, 25)
                        .with(REGULARIZATION, 0.04)
                        .with(IMPLICIT_REGULARIZATION, 0.001))
                .ml1m(settings -> settings.with(FACTORS, 100)
                        .with(EPOCHS, 27)
                        .with(LEARNING_RATE, 0.01)
                        .with(IMPLICIT_REGULARIZATION, 0.0003))
                .quick(settings -> settings.with(FACTORS, 20).with(EPOCHS, 20))
                .toList();
    }
}
