package io.github.factorscope.model.baseline;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.numeric.Vectors;
import java.util.function.BooleanSupplier;

/**
 * Minimises Σ (r_ui − μ − b_u − b_i)² + λ₂ Σ b_i² + λ₃ Σ b_u² by solving for all b_i with b_u fixed, and the other way round
 * (the objective of Koren 2008, section 2.1, with a weight for each side).
 */
final class BaselineAlsTrainer implements Trainer {
    private final RatingMatrix training;
    private final int epochs;
    private final double itemShrinkage; // λ₂
    private final double userShrinkage; // λ₃
    private final Biases biases;

    BaselineAlsTrainer(RatingMatrix training, Settings settings) {
        this.training = training;
        this.epochs = settings.get(BaselineFamily.EPOCHS);
        this.itemShrinkage = settings.get(BaselineFamily.ITEM_SHRINKAGE);
        this.userShrinkage = settings.get(BaselineFamily.USER_SHRINKAGE);
        this.biases = Biases.zero(training);
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
            double sum = 0;
            for (int k = rows.start(row); k < rows.end(row); k++) {
                sum += rows.value(k) - training.mean() - fixed[rows.column(k)];
            }
            solved[row] = rows.length(row) == 0 ? 0 : (float) (sum / (shrinkage + rows.length(row)));
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
