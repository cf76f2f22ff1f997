package io.github.factorscope.model.baseline;

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
import io.github.factorscope.model.parts.StepPlace;
import io.github.factorscope.model.parts.TrainerSteps;
import io.github.factorscope.numeric.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Minimises Σ (r_ui − μ − b_u − b_i)² + λ₂ Σ b_i² + λ₃ Σ b_u² by solving for all b_i with b_u fixed, and the other way round
 * (the objective of Koren 2008, section 2.1, with a weight for each side).
 */
final class BaselineAlsTrainer implements Trainer {
    private final RatingMatrix training;
    private final Settings settings;
    private final int epochs;
    private final double itemShrinkage; // λ₂
    private final double userShrinkage; // λ₃
    private final Biases biases;

    BaselineAlsTrainer(RatingMatrix training, Settings settings) {
        this(training, settings, Biases.zero(training));
    }

    /** Learns the biases of another trainer, not a copy, with other shrinkage. */
    private BaselineAlsTrainer(BaselineAlsTrainer other, Settings settings) {
        this(other.training, settings, other.biases);
    }

    private BaselineAlsTrainer(RatingMatrix training, Settings settings, Biases biases) {
        this.training = training;
        this.settings = settings;
        this.epochs = settings.get(BaselineFamily.EPOCHS);
        this.itemShrinkage = settings.get(BaselineFamily.ITEM_SHRINKAGE);
        this.userShrinkage = settings.get(BaselineFamily.USER_SHRINKAGE);
        this.biases = biases;
    }

    @Override
    public int plannedEpochs() {
        return epochs;
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        solve(training.byItem(), biases.ofUsers(), biases.ofItems(), itemShrinkage);
        if (!stopRequested.getAsBoolean()) {
            solve(training.byUser(), biases.ofItems(), biases.ofUsers(), userShrinkage);
        }
    }

    /** b = Σ (r − μ − b of the other side) / (λ + n). */
    private void solve(SparseRows rows, float[] fixed, float[] solved, double shrinkage) {
        for (int row = 0; row < solved.length; row++) {
            solve(row, rows, fixed, solved, shrinkage);
        }
    }

    private void solve(int row, SparseRows rows, float[] fixed, float[] solved, double shrinkage) {
        double sum = sum(row, rows, fixed);
        solved[row] = rows.length(row) == 0 ? 0 : (float) (sum / (shrinkage + rows.length(row)));
    }

    /** Σ (r − μ − b of the other side). */
    private double sum(int row, SparseRows rows, float[] fixed) {
        double sum = 0;
        for (int k = rows.start(row); k < rows.end(row); k++) {
            sum += rows.value(k) - training.mean() - fixed[rows.column(k)];
        }
        return sum;
    }

    @Override
    public Optional<SingleSteps> singleSteps() {
        return Optional.of(new Steps());
    }

    private final class Steps extends TrainerSteps {
        Steps() {
            super(BaselineAlsTrainer.this, settings);
        }

        @Override
        protected SingleSteps ofOther(Settings others) {
            return new BaselineAlsTrainer(BaselineAlsTrainer.this, others).new Steps();
        }

        @Override
        public List<Hyperparameter<Double>> stepSizes() {
            return List.of();
        }

        @Override
        public List<Hyperparameter<Double>> regularizations() {
            return List.of(BaselineFamily.ITEM_SHRINKAGE, BaselineFamily.USER_SHRINKAGE);
        }

        @Override
        public List<StepKind> kinds() {
            return List.of(StepKind.ITEM, StepKind.USER);
        }

        @Override
        public double prediction(int user, int item) {
            return biases.of(user, item);
        }

        @Override
        public void take(StepKind kind, int user, int item) {
            switch (kind) {
                case USER -> solve(user, training.byUser(), biases.ofItems(), biases.ofUsers(), userShrinkage);
                case ITEM -> solve(item, training.byItem(), biases.ofUsers(), biases.ofItems(), itemShrinkage);
                case RATING -> throw new IllegalArgumentException("least squares solve for a user or an item");
            }
        }

        @Override
        protected List<StepPlace> places(StepKind kind, int user, int item) {
            return switch (kind) {
                case USER ->
                    List.of(StepPlace.ofBias(
                            Symbol.USER_BIAS,
                            user,
                            biases.ofUsers(),
                            new Solved(training.byUser().length(user), userShrinkage)));
                case ITEM ->
                    List.of(StepPlace.ofBias(
                            Symbol.ITEM_BIAS,
                            item,
                            biases.ofItems(),
                            new Solved(training.byItem().length(item), itemShrinkage)));
                case RATING -> List.of();
            };
        }

        @Override
        public Optional<NormalEquations> equations(StepKind kind, int user, int item) {
            return switch (kind) {
                case USER -> equations(user, training.byUser(), biases.ofItems(), userShrinkage);
                case ITEM -> equations(item, training.byItem(), biases.ofUsers(), itemShrinkage);
                case RATING -> Optional.empty();
            };
        }

        private Optional<NormalEquations> equations(int row, SparseRows rows, float[] fixed, double shrinkage) {
            return Optional.of(new NormalEquations(
                    new double[][] {{shrinkage + rows.length(row)}}, new double[] {sum(row, rows, fixed)}));
        }
    }

    @Override
    public void resume(Parameters learned, int epochs) {
        biases.set(learned);
    }

    @Override
    public double penalty() {
        return itemShrinkage * Vectors.squaredNorm(biases.ofItems())
                + userShrinkage * Vectors.squaredNorm(biases.ofUsers());
    }

    @Override
    public FittedModel snapshot() {
        return new BaselineModel(training, biases.copy(), userShrinkage);
    }
}
