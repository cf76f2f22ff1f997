package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.numeric.FactorMatrix;
import java.util.List;
import java.util.Optional;

/** What the families have in common that predict μ + b_u + b_i + q_iᵀv_u and learn by SGD. */
public abstract class UserVectorFamily implements ModelFamily {
    private final Description description;
    private final boolean ownFactors;
    private final List<ItemSum.Weights> sums;

    /**
     * Says what v_u is made of.
     *
     * @param ownFactors whether p_u is part of it
     * @param sums over the items that the user rated
     */
    protected UserVectorFamily(Description description, boolean ownFactors, List<ItemSum.Weights> sums) {
        this.description = description;
        this.ownFactors = ownFactors;
        this.sums = List.copyOf(sums);
    }

    static Hyperparameter<Double> regularizationOf(ItemSum.Weights weights) {
        return switch (weights) {
            case EXPLICIT -> FactorHyperparameters.EXPLICIT_REGULARIZATION;
            case IMPLICIT -> FactorHyperparameters.IMPLICIT_REGULARIZATION;
        };
    }

    @Override
    public final String id() {
        return description.id();
    }

    @Override
    public final String title() {
        return description.title();
    }

    @Override
    public final String summary() {
        return description.summary();
    }

    @Override
    public final String formula() {
        return description.formula();
    }

    @Override
    public final String citation() {
        return description.citation();
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("default", "Sensible on any data.", defaults()),
                new Preset(
                        "quick",
                        "Fewer factors and epochs: a first look.",
                        defaults().with(FactorHyperparameters.FACTORS, 20).with(FactorHyperparameters.EPOCHS, 20)));
    }

    @Override
    public Optional<Hyperparameter<Double>> stepSize() {
        return Optional.of(LearningRate.LEARNING_RATE);
    }

    @Override
    public Trainer newTrainer(RatingMatrix training, Settings settings, long seed) {
        return new UserVectorTrainer(training, settings, seed, ownFactors, sums);
    }

    @Override
    public FittedModel restore(RatingMatrix training, Settings settings, Parameters parameters) {
        int factors = settings.get(FactorHyperparameters.FACTORS);
        Biases baseline = Biases.shrunkMeans(training);
        return new UserVectorModel(
                training,
                Biases.restore(training, parameters),
                baseline,
                ownFactors
                        ? Optional.of(restore(parameters, UserVectorModel.USER_FACTORS, training.users(), factors))
                        : Optional.empty(),
                restore(parameters, UserVectorModel.ITEM_FACTORS, training.items(), factors),
                sums.stream()
                        .map(weights -> new ItemSum(
                                weights,
                                training,
                                baseline,
                                restore(parameters, weights.parameterName(), training.items(), factors),
                                settings.get(regularizationOf(weights))))
                        .toList(),
                settings.get(FactorHyperparameters.REGULARIZATION));
    }

    private static FactorMatrix restore(Parameters parameters, String name, int rows, int factors) {
        return FactorMatrix.fromFlat(parameters.get(name, (long) rows * factors), rows, factors);
    }
}
