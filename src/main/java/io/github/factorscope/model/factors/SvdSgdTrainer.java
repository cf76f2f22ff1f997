package io.github.factorscope.model.factors;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.LearningRate;
import io.github.factorscope.model.parts.UserSweep;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.numeric.Vectors;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Minimises Σ (r_ui − r̂_ui)² + λ_b(b_u² + b_i²) + λ(|p_u|² + |q_i|²) by stochastic gradient descent (Koren 2008, section
 * 2.3).
 */
final class SvdSgdTrainer implements Trainer {
    private final RatingMatrix training;
    private final Settings settings;
    private final UserSweep sweep;
    private final LearningRate learningRate; // γ
    private final double regularization; // λ
    private final double biasRegularization; // λ_b
    private final Biases biases;
    private final Biases baseline; // b̃
    private final FactorMatrix userFactors; // p_u
    private final FactorMatrix itemFactors; // q_i

    SvdSgdTrainer(RatingMatrix training, Settings settings, long seed) {
        this.training = training;
        this.settings = settings;
        this.sweep = new UserSweep(training, Randoms.stream(seed, "sweep"));
        this.learningRate = new LearningRate(settings);
        this.regularization = settings.get(SvdFamily.REGULARIZATION);
        this.biasRegularization = settings.get(SvdFamily.BIAS_REGULARIZATION);
        this.biases = Biases.zero(training);
        this.baseline = Biases.shrunkMeans(training);
        int factors = settings.get(SvdFamily.FACTORS);
        double deviation = settings.get(SvdFamily.INITIAL_DEVIATION);
        SplittableRandom random = Randoms.stream(seed, "factors");
        this.userFactors = FactorMatrix.gaussian(training.users(), factors, deviation, random);
        this.itemFactors = FactorMatrix.gaussian(training.items(), factors, deviation, random);
    }

    @Override
    public int plannedEpochs() {
        return settings.get(SvdFamily.EPOCHS);
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        double rate = learningRate.current();
        sweep.run((user, positions, count) -> learnFromUser(user, positions, count, rate), stopRequested);
        learningRate.epochDone();
    }

    /** b ← b + γ(e − λ_b b), p_u ← p_u + γ(e q_i − λ p_u), q_i ← q_i + γ(e p_u − λ q_i). */
    private void learnFromUser(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        float[] p = userFactors.row(user);
        float keep = (float) (1 - rate * regularization);
        for (int k = 0; k < count; k++) {
            int item = byUser.column(positions[k]);
            float[] q = itemFactors.row(item);
            double error = byUser.value(positions[k]) - biases.of(user, item) - Vectors.dot(p, q);
            biases.step(user, item, error, rate, biasRegularization);
            Vectors.stepTogether(p, q, keep, (float) (rate * error));
        }
    }

    @Override
    public double penalty() {
        double factors = 0;
        for (int u = 0; u < training.users(); u++) {
            factors += training.byUser().length(u) * Vectors.squaredNorm(userFactors.row(u));
        }
        for (int i = 0; i < training.items(); i++) {
            factors += training.byItem().length(i) * Vectors.squaredNorm(itemFactors.row(i));
        }
        return regularization * factors + biasRegularization * biases.squaredNorm(training);
    }

    @Override
    public FittedModel snapshot() {
        return new SvdModel(training, biases.copy(), baseline, userFactors.copy(), itemFactors.copy(), regularization);
    }
}
