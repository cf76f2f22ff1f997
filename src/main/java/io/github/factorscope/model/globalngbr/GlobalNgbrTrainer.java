package io.github.factorscope.model.globalngbr;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.SHRINKAGE;

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
import io.github.factorscope.model.parts.NeighbourLearner;
import io.github.factorscope.model.parts.StepPlace;
import io.github.factorscope.model.parts.UserSweep;
import io.github.factorscope.model.parts.WeightHyperparameters;
import io.github.factorscope.numeric.Randoms;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Minimises Σ (r_ui − r̂_ui)² + λ_b (b_u² + b_i²) + λ_w Σ_{j∈R^k(i;u)} (w_ij² + c_ij²) by stochastic gradient descent.
 */
final class GlobalNgbrTrainer implements Trainer {
    private final RatingMatrix training;
    private final Settings settings;
    private final UserSweep sweep;
    private final LearningRate learningRate; // γ
    private final double biasRegularization; // λ_b
    private final Biases biases;
    private final Biases baseline; // b̃
    private final NeighbourLearner neighbours;

    GlobalNgbrTrainer(RatingMatrix training, Settings settings, long seed) {
        this.training = training;
        this.settings = settings;
        this.sweep = new UserSweep(training, Randoms.stream(seed, "sweep"));
        this.learningRate = new LearningRate(settings);
        this.biasRegularization = settings.get(BIAS_REGULARIZATION);
        this.biases = Biases.zero(training);
        this.baseline = Biases.shrunkMeans(training);
        this.neighbours = new NeighbourLearner(training, baseline, settings);
    }

    /** Learns the parameters of another trainer, not a copy, with other step sizes and regularization. */
    private GlobalNgbrTrainer(GlobalNgbrTrainer other, Settings settings) {
        this.training = other.training;
        this.settings = settings;
        this.sweep = other.sweep;
        this.learningRate = other.learningRate.with(settings);
        this.biasRegularization = settings.get(BIAS_REGULARIZATION);
        this.biases = other.biases;
        this.baseline = other.baseline;
        this.neighbours = other.neighbours.with(settings);
    }

    @Override
    public int plannedEpochs() {
        return settings.get(GlobalNgbrFamily.EPOCHS);
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        if (neighbours.prepare(stopRequested)) {
            double rate = learningRate.current();
            sweep.run((user, positions, count) -> learn(user, positions, count, rate), stopRequested);
            learningRate.epochDone();
            neighbours.epochDone();
        }
    }

    @Override
    public void resume(Parameters learned, int epochs) {
        biases.set(learned);
        neighbours.resume(learned, epochs);
        learningRate.skip(epochs);
        sweep.skip(epochs);
    }

    private void learn(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        neighbours.begin(user);
        for (int k = 0; k < count; k++) {
            int item = byUser.column(positions[k]);
            double error = byUser.value(positions[k]) - biases.of(user, item) - neighbours.sum(item);
            neighbours.step(item, error);
            biases.step(user, item, error, rate, biasRegularization);
        }
        neighbours.end();
    }

    @Override
    public Optional<SingleSteps> singleSteps() {
        neighbours.prepare(() -> false);
        return Optional.of(new Steps());
    }

    private final class Steps extends DescentSteps {
        Steps() {
            super(
                    GlobalNgbrTrainer.this,
                    settings,
                    training,
                    biases,
                    (user, positions, count) -> learn(user, positions, count, learningRate.current()));
        }

        @Override
        protected SingleSteps ofOther(Settings others) {
            return new GlobalNgbrTrainer(GlobalNgbrTrainer.this, others).new Steps();
        }

        @Override
        public List<Hyperparameter<Double>> stepSizes() {
            return List.of(GlobalNgbrFamily.LEARNING_RATE, WeightHyperparameters.LEARNING_RATE);
        }

        @Override
        public List<Hyperparameter<Double>> regularizations() {
            return List.of(WeightHyperparameters.REGULARIZATION, BIAS_REGULARIZATION);
        }

        @Override
        public double prediction(int user, int item) {
            neighbours.begin(user);
            double sum = neighbours.sum(item);
            neighbours.end();
            return biases.of(user, item) + sum;
        }

        @Override
        protected double rate() {
            return learningRate.current();
        }

        @Override
        protected double biasRegularization() {
            return biasRegularization;
        }

        @Override
        protected void addPlaces(int user, int item, List<StepPlace> places) {
            neighbours.begin(user);
            neighbours.sum(item);
            neighbours.addPlaces(item, places);
            neighbours.end();
        }
    }

    @Override
    public double penalty() {
        return biasRegularization * biases.squaredNorm(training) + neighbours.penalty();
    }

    @Override
    public FittedModel snapshot() {
        return new GlobalNgbrModel(training, biases.copy(), baseline, neighbours.snapshot(), settings.get(SHRINKAGE));
    }
}
