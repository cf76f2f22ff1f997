package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.SingleSteps;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.numeric.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Minimises Σ (r_ui − μ − b_u − b_i − q_iᵀv_u)² plus penalties by stochastic gradient descent, where v_u is p_u, one or two
 * {@link ItemSum}s, or both. In the integrated model {@link NeighbourWeights} learn from the same error.
 *
 * <p>What one rating does to all items of the sums is put off until the user's ratings are done, see {@link SumGroup}.
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

    private final List<SumGroup> groups; // of the sums
    private final ReadAhead ahead; // of q_i
    private final float[] userVector; // v_u of the user who is visited

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
        // The streams of seeds s and s + 1 are the same numbers but for the first: repeats would begin with the same
        // factors.
        SplittableRandom random = Randoms.stream(seed, "factors").split();
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
        this.groups = SumGroup.of(sums, training, factors);
        this.ahead = new ReadAhead(training.byUser(), itemFactors);
        this.userVector = new float[factors];
    }

    /** Learns the parameters of another trainer, not a copy, with other step sizes and regularization. */
    private UserVectorTrainer(UserVectorTrainer other, Settings settings) {
        this.training = other.training;
        this.settings = settings;
        this.sweep = other.sweep;
        this.learningRate = other.learningRate.with(settings);
        this.regularization = settings.get(FactorHyperparameters.REGULARIZATION);
        this.biasRegularization = settings.get(FactorHyperparameters.BIAS_REGULARIZATION);
        this.biases = other.biases;
        this.baseline = other.baseline;
        this.userFactors = other.userFactors;
        this.itemFactors = other.itemFactors;
        this.sums = other.sums.stream()
                .map(sum -> sum.with(settings.get(UserVectorFamily.regularizationOf(sum.weights()))))
                .toList();
        this.neighbours = other.neighbours.map(learner -> learner.with(settings));
        this.groups = SumGroup.of(sums, training, itemFactors.factors());
        this.ahead = other.ahead;
        this.userVector = new float[itemFactors.factors()];
    }

    UserVectorTrainer with(Settings others) {
        return new UserVectorTrainer(this, others);
    }

    /** What single steps see and move: the trainer's own. */
    record State(
            RatingMatrix training,
            Settings settings,
            LearningRate learningRate,
            Biases biases,
            Optional<FactorMatrix> userFactors,
            FactorMatrix itemFactors,
            List<ItemSum> sums,
            List<SumGroup> groups,
            Optional<NeighbourLearner> neighbours) {}

    @Override
    public Optional<SingleSteps> singleSteps() {
        neighbours.ifPresent(learner -> learner.prepare(() -> false));
        return Optional.of(steps());
    }

    SingleSteps steps() {
        State state =
                new State(training, settings, learningRate, biases, userFactors, itemFactors, sums, groups, neighbours);
        return new UserVectorSteps(this, state, (user, positions, count) -> visitor(learningRate.current())
                .visit(user, positions, count));
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
        UserSweep.Visitor visitor = visitor(rate);
        sweep.run(visitor, stopRequested);
        learningRate.epochDone();
        neighbours.ifPresent(NeighbourLearner::epochDone);
    }

    @Override
    public void resume(Parameters learned, int epochs) {
        biases.set(learned);
        userFactors.ifPresent(own -> own.setFlat(flat(learned, UserVectorModel.USER_FACTORS, own)));
        itemFactors.setFlat(flat(learned, UserVectorModel.ITEM_FACTORS, itemFactors));
        sums.forEach(sum -> sum.factors().setFlat(flat(learned, sum.weights().parameterName(), sum.factors())));
        neighbours.ifPresent(learner -> learner.resume(learned, epochs));
        learningRate.skip(epochs);
        sweep.skip(epochs);
    }

    private static float[] flat(Parameters learned, String name, FactorMatrix matrix) {
        return learned.get(name, matrix.size());
    }

    private UserSweep.Visitor visitor(double rate) {
        if (groups.isEmpty()) {
            return (user, positions, count) -> learnFactors(user, positions, count, rate);
        }
        if (userFactors.isPresent()) {
            return (user, positions, count) -> learnFactorsAndSum(user, positions, count, rate);
        }
        return groups.size() == 1
                ? (user, positions, count) -> learnSum(user, positions, count, rate)
                : (user, positions, count) -> learnSums(user, positions, count, rate);
    }

    /** v_u = p_u: p_u ← p_u + γ(e q_i − λ p_u), q_i ← q_i + γ(e p_u − λ q_i). */
    private void learnFactors(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        float[] p = userFactors.orElseThrow().row(user);
        float keep = (float) (1 - rate * regularization);
        for (int k = 0; k < count; k++) {
            ahead.before(k, positions, count);
            int item = byUser.column(positions[k]);
            float[] q = itemFactors.row(item);
            double error = byUser.value(positions[k]) - biases.of(user, item) - Vectors.dot(p, q);
            biases.step(user, item, error, rate, biasRegularization);
            Vectors.stepTogether(p, q, keep, (float) (rate * error));
        }
    }

    /** v_u = z: z ← (1 − γλ) z + γ e C_u q_i, q_i ← q_i + γ(e z − λ q_i). */
    private void learnSum(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        SumGroup group = groups.get(0);
        group.begin(user, rate);
        float[] z = group.vector();
        float keep = (float) (1 - rate * regularization);
        for (int k = 0; k < count; k++) {
            ahead.before(k, positions, count);
            int item = byUser.column(positions[k]);
            float[] q = itemFactors.row(item);
            double error = byUser.value(positions[k]) - biases.of(user, item) - Vectors.dot(z, q);
            double step = rate * error;
            biases.step(user, item, error, rate, biasRegularization);
            Vectors.stepTogether(z, q, group.keep(), group.step(step), keep, (float) step);
        }
        group.end(user, count);
    }

    /** v_u = Σ z, where each z has a λ of its own. */
    private void learnSums(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        float keep = (float) (1 - rate * regularization);
        for (SumGroup group : groups) {
            group.begin(user, rate);
        }
        for (int k = 0; k < count; k++) {
            ahead.before(k, positions, count);
            int item = byUser.column(positions[k]);
            float[] q = itemFactors.row(item);
            Vectors.sum(userVector, groups.get(0).vector(), groups.get(1).vector());
            double error = byUser.value(positions[k]) - biases.of(user, item) - Vectors.dot(userVector, q);
            float step = (float) (rate * error);
            biases.step(user, item, error, rate, biasRegularization);
            for (SumGroup group : groups) {
                Vectors.decayAndAdd(group.vector(), group.keep(), group.step(step), q);
            }
            Vectors.decayAndAdd(q, keep, step, userVector);
        }
        for (SumGroup group : groups) {
            group.end(user, count);
        }
    }

    /** v_u = p_u + z, and in the integrated model the neighbours beside it. */
    private void learnFactorsAndSum(int user, int[] positions, int count, double rate) {
        SparseRows byUser = training.byUser();
        float[] p = userFactors.orElseThrow().row(user);
        SumGroup group = groups.get(0);
        NeighbourLearner learner = neighbours.orElse(null);
        float keep = (float) (1 - rate * regularization);
        if (learner != null) {
            learner.begin(user);
        }
        group.begin(user, rate);
        float[] z = group.vector();
        Vectors.sum(userVector, p, z);
        for (int k = 0; k < count; k++) {
            ahead.before(k, positions, count);
            int item = byUser.column(positions[k]);
            float[] q = itemFactors.row(item);
            double error = byUser.value(positions[k]) - biases.of(user, item) - Vectors.dot(userVector, q);
            if (learner != null) {
                error -= learner.sum(item);
                learner.step(item, error);
            }
            double step = rate * error;
            biases.step(user, item, error, rate, biasRegularization);
            Vectors.stepOfSum(p, z, userVector, q, keep, (float) step, group.keep(), group.step(step));
        }
        group.end(user, count);
        if (learner != null) {
            learner.end();
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
                Ridge.afterDescent(regularization),
                Ridge.USUAL_OF_BIAS);
    }
}
