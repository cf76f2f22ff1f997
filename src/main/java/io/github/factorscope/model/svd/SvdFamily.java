package io.github.factorscope.model.svd;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.EPOCHS;
import static io.github.factorscope.model.parts.FactorHyperparameters.FACTORS;
import static io.github.factorscope.model.parts.FactorHyperparameters.INITIAL_DEVIATION;
import static io.github.factorscope.model.parts.FactorHyperparameters.REGULARIZATION;

import io.github.factorscope.data.TrainingData;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Costs;
import io.github.factorscope.model.parts.Description;
import io.github.factorscope.model.parts.FormulaTerms;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.PresetList;
import io.github.factorscope.model.parts.Ridge;
import io.github.factorscope.model.parts.UserVectorFamily;
import io.github.factorscope.model.parts.UserVectorParts;
import io.github.factorscope.text.Texts;
import java.util.List;

/** SVD: biases and an inner product of factors (Koren 2008, section 2.3; Koren, Bell and Volinsky 2009). */
public final class SvdFamily extends UserVectorFamily {
    private static final Texts TEXTS = Texts.of(SvdFamily.class);

    /** How the factors are found. */
    public enum Solver {
        /** Stochastic gradient descent. */
        SGD,
        /** Alternating least squares. */
        ALS
    }

    public static final Hyperparameter<Solver> SOLVER = Hyperparameter.choice(TEXTS, "solver", "solver", Solver.SGD);

    static final Hyperparameter<Double> LEARNING_RATE =
            LearningRate.LEARNING_RATE.withDefault(0.02).onlyWith(SOLVER, Solver.SGD);
    static final Hyperparameter<Double> DECAY = LearningRate.DECAY.onlyWith(SOLVER, Solver.SGD);

    private static final FormulaTerm TASTE =
            FormulaTerms.of(TEXTS, "taste", "p_u^{\\mathsf T} q_i", TermKind.TASTE, TermKind.UNATTRIBUTED);

    public SvdFamily() {
        super(
                new Description(
                        "svd",
                        "SVD",
                        TEXTS,
                        "r̂ᵤᵢ = μ + bᵤ + bᵢ + pᵤᵀqᵢ",
                        FormulaTerms.biasesAnd(FormulaTerms.PLUS, TASTE)),
                new UserVectorParts(true, List.of(), false));
    }

    /** n₀. */
    static final Hyperparameter<Double> EXTRA_RATINGS = Hyperparameter.real(
                    TEXTS, "extra-ratings", "extraRatings", "n₀", 0, 10_000, 0)
            .onlyWith(SOLVER, Solver.ALS);

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(
                SOLVER,
                FACTORS,
                EPOCHS,
                LEARNING_RATE,
                DECAY,
                REGULARIZATION,
                EXTRA_RATINGS,
                BIAS_REGULARIZATION,
                INITIAL_DEVIATION);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings.with(FACTORS, 50)
                        .with(EPOCHS, 30)
                        .with(LEARNING_RATE, 0.007)
                        .with(DECAY, 0.9)
                        .with(REGULARIZATION, 0.015)
                        .with(BIAS_REGULARIZATION, 0.005))
                .ml100k(settings -> settings.with(FACTORS, 200).with(EPOCHS, 54).with(LEARNING_RATE, 0.01))
                .ml1m(settings -> settings.with(FACTORS, 200)
                        .with(EPOCHS, 40)
                        .with(LEARNING_RATE, 0.01)
                        .with(REGULARIZATION, 0.045)
                        .with(BIAS_REGULARIZATION, 0.01))
                .quick(settings -> settings.with(FACTORS, 20).with(EPOCHS, 20))
                .add("als", TEXTS.get("preset-als"), settings -> settings.with(SOLVER, Solver.ALS)
                        .with(FACTORS, 30)
                        .with(REGULARIZATION, 0.048)
                        .with(EPOCHS, 20)
                        .with(EXTRA_RATINGS, 100.0)
                        .with(INITIAL_DEVIATION, 0.1))
                .toList();
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        return switch (settings.get(SOLVER)) {
            case SGD -> super.newTrainer(data, settings, seed);
            case ALS -> new AlsTrainer(data.ratings(), settings, seed);
        };
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return switch (settings.get(SOLVER)) {
            case SGD -> super.cost(shape, settings);
            case ALS -> Costs.leastSquares(shape, settings);
        };
    }

    @Override
    protected Ridge ridge(Settings settings) {
        return switch (settings.get(SOLVER)) {
            case SGD -> super.ridge(settings);
            case ALS -> new Ridge(settings.get(REGULARIZATION), settings.get(EXTRA_RATINGS));
        };
    }

    @Override
    protected Ridge biasRidge(Settings settings) {
        return switch (settings.get(SOLVER)) {
            case SGD -> super.biasRidge(settings);
            case ALS -> new Ridge(settings.get(BIAS_REGULARIZATION), settings.get(EXTRA_RATINGS));
        };
    }
}
