package io.github.factorscope.model.baseline;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.SingleSteps;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.DescentSteps;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.StepPlace;
import io.github.factorscope.model.parts.UserSweep;
import io.github.factorscope.numeric.Randoms;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Minimises Σ (r_ui − μ − b_u − b_i)² + λ(b_u² + b_i²) by stochastic gradient descent. */
final class BaselineSgdTrainer implements Trainer {
    private final RatingMatrix training;
    private final Settings settings;
    private final UserSweep sweep;
    private final LearningRate learningRate; // γ
    private final double regularization; // λ
    private final int epochs;
    private final Biases biases;

    BaselineSgdTrainer(RatingMatrix training, Settings settings, long seed) {
        this.training = training;
        this.settings = settings;
        this.sweep = new UserSweep(training, Randoms.stream(seed, "sweep"));
        this.learningRate = new LearningRate(settings);
        this.regularization = settings.get(BaselineFamily.REGULARIZATION);
        this.epochs = settings.get(BaselineFamily.EPOCHS);
        this.biases = Biases.zero(training);
    }

    /** Learns the biases of another trainer, not a copy, with another step size and regularization. */
    private BaselineSgdTrainer(BaselineSgdTrainer other, Settings settings) {
        this.training = other.training;
        this.settings = settings;
        this.sweep = other.sweep;
        this.learningRate = other.learningRate.with(settings);
        this.regularization = settings.get(BaselineFamily.REGULARIZATION);
        this.epochs = other.epochs;
        this.biases = other.biases;
    }

    @Override
    public int plannedEpochs() {
        return epochs;
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        double rate = learningRate.current();
        sweep.run((user, positions, count) -> learn(user, positions, count, rate), stopRequested);
        learningRate.epochDone();
    }

    private void learn(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        for (int k = 0; k < count; k++) {
            int item = byUser.column(positions[k]);
            double error = byUser.value(positions[k]) - biases.of(user, item);
            biases.step(user, item, error, rate, regularization);
        }
    }

    @Override
    public Optional<SingleSteps> singleSteps() {
        return Optional.of(new Steps());
    }

    private final class Steps extends DescentSteps {
        Steps() {
            super(
                    BaselineSgdTrainer.this,
                    settings,
                    training,
                    biases,
                    (user, positions, count) -> learn(user, positions, count, learningRate.current()));
        }

        @Override
        protected SingleSteps ofOther(Settings others) {
            return new BaselineSgdTrainer(BaselineSgdTrainer.this, others).new Steps();
        }

        @Override
        public List<Hyperparameter<Double>> stepSizes() {
            return List.of(BaselineFamily.LEARNING_RATE);
        }

        @Override
        public List<Hyperparameter<Double>> regularizations() {
            return List.of(BaselineFamily.REGULARIZATION);
        }

        @Override
        public double prediction(int user, int item) {
            return biases.of(user, item);
        }

        @Override
        protected double rate() {
            return learningRate.current();
        }

        @Override
        protected double biasRegularization() {
            return regularization;
        }

        @Override
        protected void addPlaces(int user, int item, List<StepPlace> places) {
            // The biases are all there is.
        }
    }

    @Override
    public void resume(Parameters learned, int epochs) {
        biases.set(learned);
        learningRate.skip(epochs);
        sweep.skip(epochs);
    }

    @Override
    public double penalty() {
        return regularization * biases.squaredNorm(training);
    }

    @Override
    public FittedModel snapshot() {
        return new BaselineModel(training, biases.copy(), Biases.USUAL_USER_SHRINKAGE);
    }
}
