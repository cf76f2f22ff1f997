package io.github.factorscope.training;

import io.github.factorscope.data.TrainingData;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * After a divergence: halves the step size until the objective falls over the first epochs and the rest does not diverge
 * either, so that advice is measured.
 */
final class StepSizeSearch {
    private static final int TRIALS = 12;
    private static final int FALLING_EPOCHS = 10;
    private static final long MOST_VISITS = 200_000_000; // of ratings in one trial: a minute at the most

    private final ModelFamily family;
    private final TrainingData data;
    private final long seed;

    StepSizeSearch(ModelFamily family, TrainingData data, long seed) {
        this.family = family;
        this.data = data;
        this.seed = seed;
    }

    /**
     * Tries until a step size works, trials run out, or somebody presses stop.
     *
     * @param epoch in which training diverged
     * @param limit root mean squared error that counts as diverged, in stars
     */
    Divergence run(Settings diverged, int epoch, double limit, BooleanSupplier stopRequested) {
        if (family.stepSize().isEmpty()) {
            return new Divergence(epoch, OptionalDouble.empty(), OptionalDouble.empty());
        }
        Hyperparameter<Double> stepSize = family.stepSize().get();
        OptionalDouble rate = OptionalDouble.of(diverged.get(stepSize));
        double trial = rate.getAsDouble();
        for (int k = 0; k < TRIALS && !stopRequested.getAsBoolean(); k++) {
            trial /= 2;
            if (!stepSize.domain().contains(trial)) {
                break;
            }
            if (works(diverged.with(stepSize, trial), limit, stopRequested)) {
                return new Divergence(epoch, rate, OptionalDouble.of(trial));
            }
        }
        return new Divergence(epoch, rate, OptionalDouble.empty());
    }

    private boolean works(Settings settings, double limit, BooleanSupplier stopRequested) {
        Trainer trainer = family.newTrainer(data, settings, seed);
        int epochs = (int) Math.min(
                trainer.plannedEpochs(),
                Math.max(FALLING_EPOCHS, MOST_VISITS / data.ratings().size()));
        double before = Double.POSITIVE_INFINITY;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            trainer.runEpoch(stopRequested);
            Accuracy fit = Evaluator.accuracy(trainer.snapshot(), data.ratings());
            double objective = fit.squaredError() + trainer.penalty();
            boolean bounded = Math.sqrt(fit.squaredError() / fit.ratings()) <= limit && Double.isFinite(objective);
            boolean falls = objective < before || epoch > FALLING_EPOCHS;
            if (!bounded || !falls || stopRequested.getAsBoolean()) {
                return false;
            }
            before = objective;
        }
        return true;
    }
}
