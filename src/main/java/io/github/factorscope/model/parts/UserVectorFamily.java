package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.NewRatings;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.numeric.FactorMatrix;
import java.util.List;
import java.util.Optional;

/** What the families have in common that predict μ + b_u + b_i + q_iᵀv_u and learn by SGD. */
public abstract class UserVectorFamily extends DescribedFamily {
    private final UserVectorParts parts;

    protected UserVectorFamily(Description description, UserVectorParts parts) {
        super(description);
        this.parts = parts;
    }

    static Hyperparameter<Double> regularizationOf(ItemSum.Weights weights) {
        return switch (weights) {
            case EXPLICIT -> FactorHyperparameters.EXPLICIT_REGULARIZATION;
            case IMPLICIT -> FactorHyperparameters.IMPLICIT_REGULARIZATION;
        };
    }

    @Override
    public Optional<Hyperparameter<Double>> stepSize() {
        return Optional.of(LearningRate.LEARNING_RATE);
    }

    @Override
    public NewRatings newRatings() {
        return parts.ownFactors() ? NewRatings.FOLD_IN : NewRatings.AT_ONCE;
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return Costs.userVectors(shape, settings, parts);
    }

    @Override
    public List<Hyperparameter<Integer>> memorySettings() {
        return parts.neighbours()
                ? List.of(WeightHyperparameters.NEIGHBOURS, FactorHyperparameters.FACTORS)
                : List.of(FactorHyperparameters.FACTORS);
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        return new UserVectorTrainer(data.ratings(), settings, seed, parts);
    }

    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        RatingMatrix training = data.ratings();
        int factors = settings.get(FactorHyperparameters.FACTORS);
        Biases baseline = Biases.shrunkMeans(training);
        return new UserVectorModel(
                training,
                Biases.restore(training, parameters),
                baseline,
                parts.ownFactors()
                        ? Optional.of(restore(parameters, UserVectorModel.USER_FACTORS, training.users(), factors))
                        : Optional.empty(),
                restore(parameters, UserVectorModel.ITEM_FACTORS, training.items(), factors),
                parts.sums().stream()
                        .map(weights -> new ItemSum(
                                weights,
                                training,
                                baseline,
                                restore(parameters, weights.parameterName(), training.items(), factors),
                                settings.get(regularizationOf(weights))))
                        .toList(),
                parts.neighbours()
                        ? Optional.of(NeighbourLearner.restore(training, baseline, settings, parameters))
                        : Optional.empty(),
                ridge(settings),
                biasRidge(settings));
    }

    /** By which p_u is spread over the user's ratings in explanations, and fitted to new ones. */
    protected Ridge ridge(Settings settings) {
        return Ridge.afterDescent(settings.get(FactorHyperparameters.REGULARIZATION));
    }

    /** By which b_u is fitted to new ratings. */
    protected Ridge biasRidge(Settings settings) {
        return Ridge.USUAL_OF_BIAS;
    }

    /** μ + b_u + b_i + p_uᵀq_i of parameters that were found in another way than by this family's trainer. */
    public static FittedModel modelOf(
            RatingMatrix training,
            Biases biases,
            FactorMatrix userFactors,
            FactorMatrix itemFactors,
            Ridge ridge,
            Ridge biasRidge) {
        return new UserVectorModel(
                training,
                biases,
                Biases.shrunkMeans(training),
                Optional.of(userFactors),
                itemFactors,
                List.of(),
                Optional.empty(),
                ridge,
                biasRidge);
    }

    /** Takes over p_u and q_i of a stored model: for a trainer that finds them in another way. */
    public static void setFactors(Parameters learned, FactorMatrix userFactors, FactorMatrix itemFactors) {
        userFactors.setFlat(learned.get(UserVectorModel.USER_FACTORS, userFactors.size()));
        itemFactors.setFlat(learned.get(UserVectorModel.ITEM_FACTORS, itemFactors.size()));
    }

    private static FactorMatrix restore(Parameters parameters, String name, int rows, int factors) {
        return FactorMatrix.fromFlat(parameters.get(name, (long) rows * factors), rows, factors);
    }
}
