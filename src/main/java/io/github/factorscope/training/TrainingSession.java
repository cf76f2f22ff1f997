package io.github.factorscope.training;

import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** One training from the first epoch to its outcome. Runs once, on the thread that calls {@link #run}. */
public final class TrainingSession {
    private static final double RUN_AWAY = 2; // times the error of the untrained model, or of the whole scale

    private static final double LEAST_ERROR = 1e-3; // stars: where all ratings are equal there is no range

    private final ModelFamily family;
    private final Settings settings;
    private final Split split;
    private final long seed;
    private final int patience;
    private final TrainingListener listener;
    private final TrainingControl control = new TrainingControl();
    private final List<EpochReport> history = new ArrayList<>();

    private FittedModel best;
    private Accuracies bestAccuracies;
    private int bestEpoch;
    private double bestValidation = Double.POSITIVE_INFINITY;
    private volatile int plannedEpochs;

    /**
     * A session that has not begun.
     *
     * @param patience epochs without a lower validation error after which training ends; 0 for never, and without a
     *     meaning where the split has no validation ratings
     */
    public TrainingSession(
            ModelFamily family, Settings settings, Split split, long seed, int patience, TrainingListener listener) {
        if (patience < 0) {
            throw new IllegalArgumentException("patience must not be negative, was " + patience);
        }
        this.family = family;
        this.settings = settings;
        this.split = split;
        this.seed = seed;
        this.patience = patience;
        this.listener = listener;
    }

    public TrainingControl control() {
        return control;
    }

    /** How many epochs the settings ask for; 0 before training has begun. */
    public int plannedEpochs() {
        return plannedEpochs;
    }

    /** Trains. Divergence and a stop are outcomes, not errors. */
    public TrainingOutcome run() {
        BooleanSupplier question = control.question();
        Trainer trainer = family.newTrainer(split.trainingData(), settings, seed);
        plannedEpochs = trainer.plannedEpochs();
        best = trainer.snapshot();
        bestAccuracies = Accuracies.of(best, split);
        double limit = runAwayLimit(bestAccuracies.train());
        double seconds = 0;
        for (int epoch = 1; epoch <= trainer.plannedEpochs(); epoch++) {
            long start = System.nanoTime() - control.pausedNanos();
            trainer.runEpoch(question);
            double epochSeconds = (System.nanoTime() - control.pausedNanos() - start) / 1e9;
            if (control.isStopped()) {
                return stopped(trainer, epoch);
            }
            seconds += epochSeconds;
            FittedModel model = trainer.snapshot();
            Accuracies accuracies = Accuracies.of(model, split);
            double objective = accuracies.train().squaredError() + trainer.penalty();
            if (!(rootMeanSquare(accuracies.train()) <= limit) || !Double.isFinite(objective)) {
                return outcome(StopReason.DIVERGED, Optional.of(divergence(epoch, limit, question)));
            }
            EpochReport report = new EpochReport(
                    epoch,
                    objective,
                    accuracies.train().rmse(),
                    rmse(accuracies.validation()),
                    rmse(accuracies.test()),
                    epochSeconds,
                    seconds);
            history.add(report);
            keepIfBest(model, accuracies, report);
            control.epochDone(); // before the report: whoever answers it with a step gets that step
            listener.onEpoch(report);
            if (split.hasValidation() && patience > 0 && epoch - bestEpoch >= patience) {
                return outcome(StopReason.CONVERGED, Optional.empty());
            }
        }
        return outcome(StopReason.EPOCHS_DONE, Optional.empty());
    }

    private void keepIfBest(FittedModel model, Accuracies accuracies, EpochReport report) {
        double validation = report.validationRmse().orElse(Double.NEGATIVE_INFINITY);
        if (report.validationRmse().isEmpty() || validation < bestValidation) {
            best = model;
            bestAccuracies = accuracies;
            bestEpoch = report.epoch();
            bestValidation = validation;
        }
    }

    private TrainingOutcome stopped(Trainer trainer, int epoch) {
        if (epoch == 1) {
            FittedModel unfinished = trainer.snapshot();
            Accuracies accuracies = Accuracies.of(unfinished, split);
            if (Double.isFinite(accuracies.train().squaredError())) { // less than an epoch is better than nothing
                best = unfinished;
                bestAccuracies = accuracies;
            }
        }
        return outcome(StopReason.STOPPED_BY_USER, Optional.empty());
    }

    private TrainingOutcome outcome(StopReason reason, Optional<Divergence> divergence) {
        return new TrainingOutcome(best, bestAccuracies, bestEpoch, history, reason, divergence);
    }

    private double runAwayLimit(Accuracy untrained) {
        double range = split.training().scale().max() - split.training().scale().min();
        return RUN_AWAY * Math.max(LEAST_ERROR, Math.max(rootMeanSquare(untrained), range));
    }

    private static double rootMeanSquare(Accuracy accuracy) {
        return Math.sqrt(accuracy.squaredError() / accuracy.ratings());
    }

    private static OptionalDouble rmse(Optional<Accuracy> accuracy) {
        return accuracy.map(present -> OptionalDouble.of(present.rmse())).orElse(OptionalDouble.empty());
    }

    private Divergence divergence(int epoch, double limit, BooleanSupplier question) {
        return new StepSizeSearch(family, split.trainingData(), seed).run(settings, epoch, limit, question);
    }
}
