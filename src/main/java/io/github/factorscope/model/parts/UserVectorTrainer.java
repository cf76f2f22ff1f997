package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.numeric.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Minimises Σ (r_ui − μ − b_u − b_i − q_iᵀv_u)² plus penalties by stochastic gradient descent, where v_u is p_u, one or two
 * {@link ItemSum}s, or both. In the integrated model {@link NeighbourWeights} learn from the same error.
 *
 * <p>Written literally, one rating moves x_j of every item that the user rated. The ratings of a user are visited
 * together, and over them only z_u = Σ w_uj x_j matters, which each rating moves by a closed form:
 *
 * <pre>
 * z ← (1 − γλ) z + γ e C_u q_i      with C_u = Σ w_uj²
 * a ← (1 − γλ) a + γ e q_i          from 0
 * </pre>
 *
 * and after the user's m ratings, once, x_j ← (1 − γλ)^m x_j + w_uj a. Because z = (1 − γλ)^m z₀ + C_u a throughout, only z
 * is carried along, and a is worked out at the end. In exact arithmetic this is the literal algorithm in
 * the same order, at O(f) a rating.
 */
final class UserVectorTrainer implements Trainer {
    private final RatingMatrix training;
    private final Settings settings;
    private final UserSweep sweep;
    private final LearningRate learningRate; // γ
    private final double regularization; // λ
    private final double biasRegularization; // λ_b
    private final Biases biases;
    private final Biases baseline; // b̃
    private final Optional<FactorMatrix> userFactors; // p_u
    private final FactorMatrix itemFactors; // q_i
    private final List<ItemSum> sums;
    private final Optional<NeighbourLearner> neighbours;

    private final float[] userVector; // v_u of the user who is visited
    private final float[][] sumVectors; // z, [sums][factors]
    private final float[][] moves; // z₀, then a, [sums][factors]
    private final double[] squaredWeights; // C_u, [sums]
    private final float[] keepSums; // 1 − γλ, [sums]

    UserVectorTrainer(RatingMatrix training, Settings settings, long seed, UserVectorParts parts) {
        this.training = training;
        this.settings = settings;
        this.sweep = new UserSweep(training, Randoms.stream(seed, "sweep"));
        this.learningRate = new LearningRate(settings);
        this.regularization = settings.get(FactorHyperparameters.REGULARIZATION);
        this.biasRegularization = settings.get(FactorHyperparameters.BIAS_REGULARIZATION);
        this.biases = Biases.zero(training);
        this.baseline = Biases.shrunkMeans(training);
        int factors = settings.get(FactorHyperparameters.FACTORS);
        double deviation = settings.get(FactorHyperparameters.INITIAL_DEVIATION);
        SplittableRandom random = Randoms.stream(seed, "factors");
        this.userFactors = parts.ownFactors()
                ? Optional.of(FactorMatrix.gaussian(training.users(), factors, deviation, random))
                : Optional.empty();
        this.itemFactors = FactorMatrix.gaussian(training.items(), factors, deviation, random);
        this.sums = parts.sums().stream()
                .map(each -> new ItemSum(
                        each,
                        training,
                        baseline,
                        FactorMatrix.gaussian(training.items(), factors, deviation, random),
                        settings.get(UserVectorFamily.regularizationOf(each))))
                .toList();
        this.neighbours =
                parts.neighbours() ? Optional.of(new NeighbourLearner(training, baseline, settings)) : Optional.empty();
        this.userVector = new float[factors];
        this.sumVectors = new float[sums.size()][factors];
        this.moves = new float[sums.size()][factors];
        this.squaredWeights = new double[sums.size()];
        this.keepSums = new float[sums.size()];
    }

    @Override
    public int plannedEpochs() {
        return settings.get(FactorHyperparameters.EPOCHS);
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        double rate = learningRate.current();
        if (neighbours.isPresent() && !neighbours.get().prepare(stopRequested)) {
            return;
        }
        UserSweep.Visitor visitor = sums.isEmpty()
                ? (user, positions, count) -> learnFactors(user, positions, count, rate)
                : (user, positions, count) -> learnSums(user, positions, count, rate);
        sweep.run(visitor, stopRequested);
        learningRate.epochDone();
        neighbours.ifPresent(NeighbourLearner::epochDone);
    }

    /** v_u = p_u: p_u ← p_u + γ(e q_i − λ p_u), q_i ← q_i + γ(e p_u − λ q_i). */
    private void learnFactors(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        float[] p = userFactors.orElseThrow().row(user);
        float keep = (float) (1 - rate * regularization);
        for (int k = 0; k < count; k++) {
            int item = byUser.column(positions[k]);
            float[] q = itemFactors.row(item);
            double error = byUser.value(positions[k]) - biases.of(user, item) - Vectors.dot(p, q);
            biases.step(user, item, error, rate, biasRegularization);
            Vectors.stepTogether(p, q, keep, (float) (rate * error));
        }
    }

    /** v_u = p_u + Σ z, or Σ z alone; all right-hand sides use the values from before the step. */
    private void learnSums(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        float[] own = userFactors.isPresent() ? userFactors.get().row(user) : null;
        NeighbourLearner learner = neighbours.orElse(null);
        float keep = (float) (1 - rate * regularization);
        if (learner != null) {
            learner.begin(user);
        }
        for (int s = 0; s < sumVectors.length; s++) {
            Arrays.fill(sumVectors[s], 0);
            sums.get(s).addTo(sumVectors[s], user);
            System.arraycopy(sumVectors[s], 0, moves[s], 0, moves[s].length);
            squaredWeights[s] = sums.get(s).squaredWeights(user);
            keepSums[s] = (float) (1 - rate * sums.get(s).regularization());
        }
        for (int k = 0; k < count; k++) {
            int item = byUser.column(positions[k]);
            float[] q = itemFactors.row(item);
            gatherUserVector(own);
            double error = byUser.value(positions[k]) - biases.of(user, item) - Vectors.dot(userVector, q);
            if (learner != null) {
                error -= learner.sum(item);
                learner.step(item, error);
            }
            float step = (float) (rate * error);
            biases.step(user, item, error, rate, biasRegularization);
            for (int s = 0; s < sumVectors.length; s++) {
                Vectors.decayAndAdd(sumVectors[s], keepSums[s], (float) (step * squaredWeights[s]), q);
            }
            if (own != null) {
                Vectors.decayAndAdd(own, keep, step, q);
            }
            Vectors.decayAndAdd(q, keep, step, userVector);
        }
        if (learner != null) {
            learner.end();
        }
        for (int s = 0; s < sumVectors.length; s++) {
            moveItems(user, s, (float) Math.pow(keepSums[s], count));
        }
    }

    /** a = (z − (1 − γλ)^m z₀) / C_u, for z and a move in step; moves holds z₀ before and a after. */
    private void moveItems(int user, int s, float keepAll) {
        if (squaredWeights[s] > 0) {
            float perWeight = (float) (1 / squaredWeights[s]);
            Vectors.decayAndAdd(moves[s], -keepAll * perWeight, perWeight, sumVectors[s]);
        } else {
            Arrays.fill(moves[s], 0); // no item of the user has a weight: they are decayed only
        }
        sums.get(s).move(user, keepAll, moves[s]);
    }

    private void gatherUserVector(float[] own) {
        float[] first = own != null ? own : sumVectors[0];
        int next = own != null ? 0 : 1;
        if (next == sumVectors.length) {
            System.arraycopy(first, 0, userVector, 0, userVector.length);
        } else {
            Vectors.sum(userVector, first, sumVectors[next]);
        }
        for (int s = next + 1; s < sumVectors.length; s++) {
            Vectors.addScaled(userVector, 1, sumVectors[s]);
        }
    }

    @Override
    public double penalty() {
        double factors = itemFactors.squaredNorm(training.byItem()::length)
                + userFactors
                        .map(own -> own.squaredNorm(training.byUser()::length))
                        .orElse(0.0);
        return regularization * factors
                + biasRegularization * biases.squaredNorm(training)
                + sums.stream().mapToDouble(ItemSum::penalty).sum()
                + neighbours.map(NeighbourLearner::penalty).orElse(0.0);
    }

    @Override
    public FittedModel snapshot() {
        return new UserVectorModel(
                training,
                biases.copy(),
                baseline,
                userFactors.map(FactorMatrix::copy),
                itemFactors.copy(),
                sums.stream().map(ItemSum::copy).toList(),
                neighbours.map(NeighbourLearner::snapshot),
                new Ridge(regularization, 0));
    }
}
