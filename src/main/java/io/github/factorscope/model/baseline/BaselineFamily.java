package io.github.factorscope.model.baseline;

import io.github.factorscope.data.TrainingData;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.Costs;
import io.github.factorscope.model.parts.DescribedFamily;
import io.github.factorscope.model.parts.Description;
import io.github.factorscope.model.parts.FormulaTerms;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.PresetList;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Baseline estimates (Koren 2008, section 2.1). */
public final class BaselineFamily extends DescribedFamily {
    private static final Texts TEXTS = Texts.of(BaselineFamily.class);

    /** How the biases are found. */
    public enum Solver {
        /** Shrunk means, in one go. */
        MEANS,
        /** Stochastic gradient descent. */
        SGD,
        /** Alternating least squares. */
        ALS
    }

    public static final Hyperparameter<Solver> SOLVER = Hyperparameter.choice(TEXTS, "solver", "solver", Solver.MEANS);

    static final Hyperparameter<Integer> EPOCHS = Hyperparameter.whole(TEXTS, "epochs", "epochs", "", 1, 10_000, 30)
            .onlyWithAny(SOLVER, Set.of(Solver.SGD, Solver.ALS));
    static final Hyperparameter<Double> LEARNING_RATE =
            LearningRate.LEARNING_RATE.withDefault(0.01).onlyWith(SOLVER, Solver.SGD);
    static final Hyperparameter<Double> DECAY = LearningRate.DECAY.onlyWith(SOLVER, Solver.SGD);
    static final Hyperparameter<Double> REGULARIZATION = Hyperparameter.real(
                    TEXTS, "regularization", "regularization", "λ", 0, 10, 0.05)
            .onlyWith(SOLVER, Solver.SGD);
    static final Hyperparameter<Double> ITEM_SHRINKAGE = Hyperparameter.real(
                    TEXTS, "item-shrinkage", "itemShrinkage", "λ₂", 0, 10_000, 25)
            .onlyWithAny(SOLVER, Set.of(Solver.MEANS, Solver.ALS));
    static final Hyperparameter<Double> USER_SHRINKAGE = Hyperparameter.real(
                    TEXTS, "user-shrinkage", "userShrinkage", "λ₃", 0, 10_000, 10)
            .onlyWithAny(SOLVER, Set.of(Solver.MEANS, Solver.ALS));

    public BaselineFamily() {
        super(new Description("baseline", "Baseline", TEXTS, "r̂ᵤᵢ = μ + bᵤ + bᵢ", FormulaTerms.biasesAnd()));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(SOLVER, EPOCHS, LEARNING_RATE, DECAY, REGULARIZATION, ITEM_SHRINKAGE, USER_SHRINKAGE);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings)
                .ml100k(settings ->
                        settings.with(SOLVER, Solver.SGD).with(EPOCHS, 16).with(REGULARIZATION, 0.05))
                .ml1m(settings -> settings.with(SOLVER, Solver.ALS)
                        .with(ITEM_SHRINKAGE, 1.0)
                        .with(USER_SHRINKAGE, 6.0))
                .quickAsDefault()
                .add("sgd", TEXTS.get("preset-sgd"), settings -> settings.with(SOLVER, Solver.SGD))
                .add("als", TEXTS.get("preset-als"), settings -> settings.with(SOLVER, Solver.ALS))
                .toList();
    }

    @Override
    public Optional<Hyperparameter<Double>> stepSize() {
        return Optional.of(LEARNING_RATE);
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return switch (settings.get(SOLVER)) {
            case MEANS -> Costs.solvedBiases(shape, 1);
            case ALS -> Costs.solvedBiases(shape, settings.get(EPOCHS));
            case SGD -> Costs.biases(shape, settings.get(EPOCHS));
        };
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        return switch (settings.get(SOLVER)) {
            case MEANS -> new MeansTrainer(data.ratings(), settings);
            case ALS -> new BaselineAlsTrainer(data.ratings(), settings);
            case SGD -> new BaselineSgdTrainer(data.ratings(), settings, seed);
        };
    }

    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        double userShrinkage =
                switch (settings.get(SOLVER)) {
                    case MEANS, ALS -> settings.get(USER_SHRINKAGE);
                    case SGD -> Biases.USUAL_USER_SHRINKAGE;
                };
        return new BaselineModel(data.ratings(), Biases.restore(data.ratings(), parameters), userShrinkage);
    }
}
