package io.github.factorscope.model.globalngbr;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.SHRINKAGE;

import io.github.factorscope.data.RatingMatrix;
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
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.model.parts.FormulaTerms;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.NeighbourLearner;
import io.github.factorscope.model.parts.PresetList;
import io.github.factorscope.model.parts.WeightHyperparameters;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.Optional;

/** The new neighbourhood model: weights that do not depend on the user, learned from all ratings (Koren 2008, section 3). */
public final class GlobalNgbrFamily extends DescribedFamily {
    private static final Texts TEXTS = Texts.of(GlobalNgbrFamily.class);

    static final Hyperparameter<Integer> EPOCHS = FactorHyperparameters.EPOCHS.withDefault(30);
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.01);

    public GlobalNgbrFamily() {
        super(new Description(
                "global-ngbr",
                "Global neighbourhood",
                TEXTS,
                "r̂ᵤᵢ = μ + bᵤ + bᵢ + |Rᵏ|⁻½ Σ ((rᵤⱼ − b̃ᵤⱼ) wᵢⱼ + cᵢⱼ)",
                FormulaTerms.biasesAnd(
                        FormulaTerms.PLUS, FormulaTerms.WEIGHTS, FormulaTerms.PLUS, FormulaTerms.OFFSETS)));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(
                WeightHyperparameters.NEIGHBOURS,
                SHRINKAGE,
                WeightHyperparameters.IMPLICIT,
                EPOCHS,
                LEARNING_RATE,
                WeightHyperparameters.LEARNING_RATE,
                LearningRate.DECAY,
                WeightHyperparameters.REGULARIZATION,
                BIAS_REGULARIZATION);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings.with(WeightHyperparameters.NEIGHBOURS, 1_000_000)
                        .with(EPOCHS, 15)
                        .with(LEARNING_RATE, 0.005)
                        .with(WeightHyperparameters.LEARNING_RATE, 0.005)
                        .with(LearningRate.DECAY, 0.9)
                        .with(WeightHyperparameters.REGULARIZATION, 0.002)
                        .with(BIAS_REGULARIZATION, 0.002))
                .ml100k(settings -> settings.with(EPOCHS, 60))
                .ml1m(settings -> settings.with(EPOCHS, 36).with(WeightHyperparameters.REGULARIZATION, 0.005))
                .quick(TEXTS.get("preset-quick"), settings -> settings.with(WeightHyperparameters.NEIGHBOURS, 50)
                        .with(EPOCHS, 15))
                .toList();
    }

    @Override
    public Optional<Hyperparameter<Double>> stepSize() {
        return Optional.of(LEARNING_RATE);
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return Costs.biases(shape, settings.get(EPOCHS)).plus(Costs.weights(shape, settings));
    }

    @Override
    public List<Hyperparameter<Integer>> memorySettings() {
        return List.of(WeightHyperparameters.NEIGHBOURS);
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        return new GlobalNgbrTrainer(data.ratings(), settings, seed);
    }

    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        RatingMatrix training = data.ratings();
        Biases baseline = Biases.shrunkMeans(training);
        return new GlobalNgbrModel(
                training,
                Biases.restore(training, parameters),
                baseline,
                NeighbourLearner.restore(training, baseline, settings, parameters),
                settings.get(SHRINKAGE));
    }
}
