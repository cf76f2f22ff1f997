package io.github.factorscope.training;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** After a divergence: halves the step size until a few epochs make the objective fall, so that advice is measured. */
final class StepSizeSearch {
    private static final int TRIALS = 12;
    private static final int MOST_EPOCHS = 10;

    private final ModelFamily family;
    private final RatingMatrix training;
    private final long seed;

    StepSizeSearch(ModelFamily family, RatingMatrix training, long seed) {
        this.family = family;
        this.training = training;
        this.seed = seed;
    }

    /**
     * Tries until a step size works, trials run out, or somebody presses stop.
     *
     * @param epoch in which training diverged: each trial goes as far, within reason
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
            if (falls(diverged.with(stepSize, trial), Math.min(MOST_EPOCHS, epoch + 1), limit, stopRequested)) {
                return new Divergence(epoch, rate, OptionalDouble.of(trial));
            }
        }
        return new Divergence(epoch, rate, OptionalDouble.empty());
    }

    private boolean falls(Settings settings, int epochs, double limit, BooleanSupplier stopRequested) {
        Trainer trainer = family.newTrainer(training, settings, seed);
        double before = Double.POSITIVE_INFINITY;
        for (int epoch = 0; epoch < epochs; epoch++) {
            trainer.runEpoch(stopRequested);
            Accuracy fit = Evaluator.accuracy(trainer.snapshot(), training);
            double objective = fit.squaredError() + trainer.penalty();
            boolean fell = objective < before && Math.sqrt(fit.squaredError() / fit.ratings()) <= limit;
            if (!fell || stopRequested.getAsBoolean()) {
                return false;
            }
            before = objective;
        }
        return true;
    }
}
