package io.github.factorscope.model.factors;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.LearningRate;
import java.util.List;
import java.util.Optional;

/** SVD: biases and an inner product of factors (Koren 2008, section 2.3; Koren, Bell and Volinsky 2009). */
public final class SvdFamily implements ModelFamily {
    static final Hyperparameter<Integer> FACTORS = Hyperparameter.whole(
            "factors", "Factors", "f", 1, 2000, 50, "Length of the vectors that describe a user and an item.");
    static final Hyperparameter<Integer> EPOCHS =
            Hyperparameter.whole("epochs", "Epochs", "", 1, 10_000, 50, "How often each rating is learned from.");
    static final Hyperparameter<Double> LEARNING_RATE = LearningRate.LEARNING_RATE.withDefault(0.02);
    static final Hyperparameter<Double> REGULARIZATION =
            Hyperparameter.real("regularization", "Regularization", "λ", 0, 10, 0.06, "Pulls the factors towards 0.");
    static final Hyperparameter<Double> BIAS_REGULARIZATION = Hyperparameter.real(
            "biasRegularization", "Bias regularization", "λᵇ", 0, 10, 0.05, "Pulls the biases towards 0.");
    static final Hyperparameter<Double> INITIAL_DEVIATION = Hyperparameter.real(
            "initialDeviation",
            "Initial deviation",
            "σ₀",
            0,
            10,
            0.03,
            "Spread of the random factors before the first epoch.");

    @Override
    public String id() {
        return "svd";
    }

    @Override
    public String title() {
        return "SVD";
    }

    @Override
    public String summary() {
        return "Users and items are points in a space of tastes; a rating is high where they point the same way.";
    }

    @Override
    public String formula() {
        return "r̂ᵤᵢ = μ + bᵤ + bᵢ + pᵤᵀqᵢ";
    }

    @Override
    public String citation() {
        return "Koren 2008, section 2.3; Koren, Bell and Volinsky 2009";
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(
                FACTORS,
                EPOCHS,
                LEARNING_RATE,
                LearningRate.DECAY,
                REGULARIZATION,
                BIAS_REGULARIZATION,
                INITIAL_DEVIATION);
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("default", "Sensible on any data.", defaults()),
                new Preset(
                        "quick",
                        "Fewer factors and epochs: a first look.",
                        defaults().with(FACTORS, 20).with(EPOCHS, 20)));
    }

    @Override
    public Optional<Hyperparameter<Double>> stepSize() {
        return Optional.of(LEARNING_RATE);
    }

    @Override
    public Trainer newTrainer(RatingMatrix training, Settings settings, long seed) {
        return new SvdSgdTrainer(training, settings, seed);
    }

    @Override
    public FittedModel restore(RatingMatrix training, Settings settings, Parameters parameters) {
        return SvdModel.restore(training, settings, parameters);
    }
}
