package io.github.factorscope.model.svd;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.model.parts.Ridge;
import io.github.factorscope.model.parts.RidgeSystem;
import io.github.factorscope.model.parts.UserVectorFamily;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.numeric.Vectors;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Minimises the squared error with a ridge on the factors by alternating least squares (Koren, Bell and
 * Volinsky 2009, "Learning algorithms"): with the items fixed, p_u and b_u of each user follow from a linear system of their
 * own, (Q_uᵀQ_u + λ (n_u + n₀) I) p_u = Q_uᵀ e_u with one more unknown for b_u, and the other way round. With n₀ = 0 the objective is that of
 * the gradient descent. Items first, so that at the
 * end p_u follows from q exactly. Users, or items, are solved on all cores; the result does not depend on their number.
 */
final class AlsTrainer implements Trainer {
    private static final int ROWS_BETWEEN_QUESTIONS = 64;

    private final RatingMatrix training;
    private final Settings settings;
    private final Ridge ridge; // λ (n + n₀)
    private final Ridge biasRidge; // λ_b (n + n₀)
    private final Biases biases;
    private final FactorMatrix userFactors; // p_u
    private final FactorMatrix itemFactors; // q_i
    private final ThreadLocal<RidgeSystem> systems;

    AlsTrainer(RatingMatrix training, Settings settings, long seed) {
        this.training = training;
        this.settings = settings;
        double extraRatings = settings.get(SvdFamily.EXTRA_RATINGS);
        this.ridge = new Ridge(settings.get(FactorHyperparameters.REGULARIZATION), extraRatings);
        this.biasRidge = new Ridge(settings.get(FactorHyperparameters.BIAS_REGULARIZATION), extraRatings);
        this.biases = Biases.zero(training);
        int factors = settings.get(FactorHyperparameters.FACTORS);
        double deviation = settings.get(FactorHyperparameters.INITIAL_DEVIATION);
        // The streams of seeds s and s + 1 are the same numbers but for the first: repeats would begin with the same
        // factors.
        SplittableRandom random = Randoms.stream(seed, "factors").split();
        this.userFactors = FactorMatrix.gaussian(training.users(), factors, deviation, random);
        this.itemFactors = FactorMatrix.gaussian(training.items(), factors, deviation, random);
        this.systems = ThreadLocal.withInitial(() -> new RidgeSystem(factors + 1));
    }

    @Override
    public int plannedEpochs() {
        return settings.get(FactorHyperparameters.EPOCHS);
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        Side items = new Side(training.byItem(), userFactors, itemFactors, biases.ofUsers(), biases.ofItems());
        Side users = new Side(training.byUser(), itemFactors, userFactors, biases.ofItems(), biases.ofUsers());
        solve(items, stopRequested);
        solve(users, stopRequested);
    }

    /**
     * One half of the parameters, solved with the other half fixed.
     *
     * @param rows a row for each of the solved
     * @param fixed factors of the other half, and its biases
     * @param solved factors to solve for, and their biases
     */
    private record Side(
            SparseRows rows, FactorMatrix fixed, FactorMatrix solved, float[] fixedBiases, float[] solvedBiases) {}

    private void solve(Side side, BooleanSupplier stopRequested) {
        int count = side.rows().rows();
        for (int from = 0; from < count && !stopRequested.getAsBoolean(); from += ROWS_BETWEEN_QUESTIONS) {
            IntStream.range(from, Math.min(count, from + ROWS_BETWEEN_QUESTIONS))
                    .parallel()
                    .forEach(row -> solve(side, row, systems.get()));
        }
    }

    private void solve(Side side, int row, RidgeSystem system) {
        SparseRows rows = side.rows();
        int factors = side.solved().factors();
        system.clear();
        for (int k = rows.start(row); k < rows.end(row); k++) {
            float[] other = side.fixed().row(rows.column(k));
            system.addRow(other);
            system.addRight(rows.value(k) - training.mean() - side.fixedBiases()[rows.column(k)], other);
        }
        for (int k = 0; k < factors; k++) {
            system.addRidge(k, ridge.of(rows.length(row)));
        }
        system.addRidge(factors, biasRidge.of(rows.length(row)));
        double[] solution = system.solve();
        float[] target = side.solved().row(row);
        for (int k = 0; k < factors; k++) {
            target[k] = (float) solution[k];
        }
        side.solvedBiases()[row] = (float) solution[factors];
    }

    @Override
    public void resume(Parameters learned, int epochs) {
        biases.set(learned);
        UserVectorFamily.setFactors(learned, userFactors, itemFactors);
    }

    @Override
    public double penalty() {
        return penalty(training.byUser(), userFactors, biases.ofUsers())
                + penalty(training.byItem(), itemFactors, biases.ofItems());
    }

    private double penalty(SparseRows rows, FactorMatrix factors, float[] ownBiases) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += ridge.of(rows.length(row)) * Vectors.squaredNorm(factors.row(row))
                    + biasRidge.of(rows.length(row)) * ownBiases[row] * ownBiases[row];
        }
        return sum;
    }

    @Override
    public FittedModel snapshot() {
        return UserVectorFamily.modelOf(
                training, biases.copy(), userFactors.copy(), itemFactors.copy(), ridge, biasRidge);
    }
}
