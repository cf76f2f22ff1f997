package io.github.factorscope.model.svd;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Moved.Solved;
import io.github.factorscope.model.Moved.Symbol;
import io.github.factorscope.model.NormalEquations;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.SingleSteps;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.model.parts.Ridge;
import io.github.factorscope.model.parts.RidgeSystem;
import io.github.factorscope.model.parts.StepPlace;
import io.github.factorscope.model.parts.TrainerSteps;
import io.github.factorscope.model.parts.UserVectorFamily;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.numeric.Vectors;
import java.util.List;
import java.util.Optional;
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

    /** Learns the parameters of another trainer, not a copy, with other regularization. */
    private AlsTrainer(AlsTrainer other, Settings settings) {
        this.training = other.training;
        this.settings = settings;
        double extraRatings = settings.get(SvdFamily.EXTRA_RATINGS);
        this.ridge = new Ridge(settings.get(FactorHyperparameters.REGULARIZATION), extraRatings);
        this.biasRidge = new Ridge(settings.get(FactorHyperparameters.BIAS_REGULARIZATION), extraRatings);
        this.biases = other.biases;
        this.userFactors = other.userFactors;
        this.itemFactors = other.itemFactors;
        this.systems = other.systems;
    }

    @Override
    public int plannedEpochs() {
        return settings.get(FactorHyperparameters.EPOCHS);
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        solve(items(), stopRequested);
        solve(users(), stopRequested);
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
        int factors = side.solved().factors();
        fill(side, row, system);
        double[] solution = system.solve();
        float[] target = side.solved().row(row);
        for (int k = 0; k < factors; k++) {
            target[k] = (float) solution[k];
        }
        side.solvedBiases()[row] = (float) solution[factors];
    }

    private void fill(Side side, int row, RidgeSystem system) {
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
    }

    private Side items() {
        return new Side(training.byItem(), userFactors, itemFactors, biases.ofUsers(), biases.ofItems());
    }

    private Side users() {
        return new Side(training.byUser(), itemFactors, userFactors, biases.ofItems(), biases.ofUsers());
    }

    @Override
    public Optional<SingleSteps> singleSteps() {
        return Optional.of(new Steps());
    }

    private final class Steps extends TrainerSteps {
        Steps() {
            super(AlsTrainer.this, settings);
        }

        @Override
        protected SingleSteps ofOther(Settings others) {
            return new AlsTrainer(AlsTrainer.this, others).new Steps();
        }

        @Override
        public List<Hyperparameter<Double>> stepSizes() {
            return List.of();
        }

        @Override
        public List<Hyperparameter<Double>> regularizations() {
            return List.of(
                    FactorHyperparameters.REGULARIZATION,
                    FactorHyperparameters.BIAS_REGULARIZATION,
                    SvdFamily.EXTRA_RATINGS);
        }

        @Override
        public List<StepKind> kinds() {
            return List.of(StepKind.ITEM, StepKind.USER);
        }

        @Override
        public double prediction(int user, int item) {
            return biases.of(user, item) + Vectors.dot(userFactors.row(user), itemFactors.row(item));
        }

        private Side side(StepKind kind) {
            return switch (kind) {
                case USER -> users();
                case ITEM -> items();
                case RATING -> throw new IllegalArgumentException("least squares solve for a user or an item");
            };
        }

        private int row(StepKind kind, int user, int item) {
            return kind == StepKind.USER ? user : item;
        }

        @Override
        public void take(StepKind kind, int user, int item) {
            solve(side(kind), row(kind, user, item), systems.get());
        }

        @Override
        protected List<StepPlace> places(StepKind kind, int user, int item) {
            Side side = side(kind);
            int row = row(kind, user, item);
            int ratings = side.rows().length(row);
            boolean isUser = kind == StepKind.USER;
            return List.of(
                    StepPlace.ofBias(
                            isUser ? Symbol.USER_BIAS : Symbol.ITEM_BIAS,
                            row,
                            side.solvedBiases(),
                            new Solved(ratings, biasRidge.of(ratings))),
                    StepPlace.ofRow(
                            isUser ? Symbol.USER_FACTORS : Symbol.ITEM_FACTORS,
                            row,
                            side.solved().row(row),
                            new Solved(ratings, ridge.of(ratings))));
        }

        @Override
        public Optional<NormalEquations> equations(StepKind kind, int user, int item) {
            RidgeSystem system = systems.get();
            fill(side(kind), row(kind, user, item), system);
            return Optional.of(system.equations());
        }
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
