package io.github.factorscope.model.baseline;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.UserSweep;
import io.github.factorscope.numeric.Randoms;
import java.util.function.BooleanSupplier;

/** Minimises Σ (r_ui − μ − b_u − b_i)² + λ(b_u² + b_i²) by stochastic gradient descent. */
final class BaselineSgdTrainer implements Trainer {
    private final RatingMatrix training;
    private final UserSweep sweep;
    private final LearningRate learningRate; // γ
    private final double regularization; // λ
    private final int epochs;
    private final Biases biases;

    BaselineSgdTrainer(RatingMatrix training, Settings settings, long seed) {
        this.training = training;
        this.sweep = new UserSweep(training, Randoms.stream(seed, "sweep"));
        this.learningRate = new LearningRate(settings);
        this.regularization = settings.get(BaselineFamily.REGULARIZATION);
        this.epochs = settings.get(BaselineFamily.EPOCHS);
        this.biases = Biases.zero(training);
    }

    @Override
    public int plannedEpochs() {
        return epochs;
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        double rate = learningRate.current();
        SparseRows byUser = training.byUser();
        sweep.run(
                (user, positions, count) -> {
                    for (int k = 0; k < count; k++) {
                        int item = byUser.column(positions[k]);
                        double error = byUser.value(positions[k]) - biases.of(user, item);
                        biases.step(user, item, error, rate, regularization);
                    }
                },
                stopRequested);
        learningRate.epochDone();
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
