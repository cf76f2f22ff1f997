package io.github.factorscope.model.baseline;

import io.github.factorscope.model.parts.FormulaTerms;
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
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.PresetList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Baseline estimates (Koren 2008, section 2.1). */
public final class BaselineFamily extends DescribedFamily {
    /** How the biases are found. */
    public enum Solver {
        /** Shrunk means, in one go. */
        MEANS,
        /** Stochastic gradient descent. */
        SGD,
        /** Alternating least squares. */
        ALS
    }

    public static final Hyperparameter<Solver> SOLVER = Hyperparameter.choice(
            "solver",
            "Solver",
            Solver.MEANS,
            "Shrunk means in one go; stochastic gradient descent or alternating least squares come closer.");

    static final Hyperparameter<Integer> EPOCHS = Hyperparameter.whole(
                    "epochs", "Epochs", "", 1, 10_000, 30, "How often each rating is learned from.")
            .onlyWithAny(SOLVER, Set.of(Solver.SGD, Solver.ALS));
    static final Hyperparameter<Double> LEARNING_RATE =
            LearningRate.LEARNING_RATE.withDefault(0.01).onlyWith(SOLVER, Solver.SGD);
    static final Hyperparameter<Double> DECAY = LearningRate.DECAY.onlyWith(SOLVER, Solver.SGD);
    static final Hyperparameter<Double> REGULARIZATION = Hyperparameter.real(
                    "regularization", "Regularization", "λ", 0, 10, 0.05, "Pulls the biases towards 0.")
            .onlyWith(SOLVER, Solver.SGD);
    static final Hyperparameter<Double> ITEM_SHRINKAGE = Hyperparameter.real(
                    "itemShrinkage",
                    "Item shrinkage",
                    "λ₂",
                    0,
                    10_000,
                    25,
                    "Ratings at the mean that an item starts with.")
            .onlyWithAny(SOLVER, Set.of(Solver.MEANS, Solver.ALS));
    static final Hyperparameter<Double> USER_SHRINKAGE = Hyperparameter.real(
                    "userShrinkage",
                    "User shrinkage",
                    "λ₃",
                    0,
                    10_000,
                    10,
                    "Ratings at the mean that a user starts with.")
            .onlyWithAny(SOLVER, Set.of(Solver.MEANS, Solver.ALS));

    public BaselineFamily() {
        super(new Description(
                "baseline",
                "Baseline",
                "Some users rate higher than others, some items are rated higher than others, and that is all.",
                "r̂ᵤᵢ = μ + bᵤ + bᵢ",
                FormulaTerms.biasesAnd(),
                "Koren 2008, section 2.1"));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(SOLVER, EPOCHS, LEARNING_RATE, DECAY, REGULARIZATION, ITEM_SHRINKAGE, USER_SHRINKAGE);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper("Shrunk means as in the papers.", settings -> settings)
                .ml100k(settings ->
                        settings.with(SOLVER, Solver.SGD).with(EPOCHS, 16).with(REGULARIZATION, 0.05))
                .ml1m(settings -> settings.with(SOLVER, Solver.ALS)
                        .with(ITEM_SHRINKAGE, 1.0)
                        .with(USER_SHRINKAGE, 6.0))
                .quickAsDefault()
                .add(
                        "sgd",
                        "Stochastic gradient descent: comes closer than shrunk means.",
                        settings -> settings.with(SOLVER, Solver.SGD))
                .add(
                        "als",
                        "Alternating least squares: as close, without a learning rate.",
                        settings -> settings.with(SOLVER, Solver.ALS))
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
