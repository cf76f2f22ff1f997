package io.github.factorscope.model.globalngbr;

import static io.github.factorscope.model.parts.FactorHyperparameters.BIAS_REGULARIZATION;
import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.SHRINKAGE;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.NeighbourLearner;
import io.github.factorscope.model.parts.UserSweep;
import io.github.factorscope.numeric.Randoms;
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
    public double penalty() {
        return biasRegularization * biases.squaredNorm(training) + neighbours.penalty();
    }

    @Override
    public FittedModel snapshot() {
        return new GlobalNgbrModel(training, biases.copy(), baseline, neighbours.snapshot(), settings.get(SHRINKAGE));
    }
}
