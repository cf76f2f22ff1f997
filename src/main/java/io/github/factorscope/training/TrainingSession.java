package io.github.factorscope.training;

import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One training from the first epoch to its outcome, on the thread that calls {@link #run}. {@link #runTo} does it in
 * pieces, one after the other: the epochs are the same.
 */
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

    private Trainer trainer; // null before the first epoch
    private double limit; // root mean squared error that counts as diverged, in stars
    private int epoch; // completed
    private double seconds;
    private boolean over;
    private boolean advice = true;
    private TrainingState resumed; // where it goes on; null where it begins
    private Duration betweenStates;
    private Consumer<TrainingState> states; // null where nobody keeps them
    private long stateKept; // by the clock of System.nanoTime
    private FittedModel last; // of the last completed epoch; null while the next one is taken
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

    /** A divergence then proposes no step size: finding one takes trainings of its own. */
    public void leaveOutAdvice() {
        advice = false;
    }

    /** Goes on where another session of the same experiment was. Called before it begins. */
    public void resume(TrainingState state) {
        resumed = state;
    }

    /**
     * Has the state kept from time to time, at the end of an epoch, on the thread that trains. A training that is shorter
     * than the time between has none kept; nor has one of a single epoch, which has nothing to go on with.
     *
     * @param between from one state to the next, and from the beginning to the first
     * @param keeper throws nothing
     */
    public void keepStates(Duration between, Consumer<TrainingState> keeper) {
        betweenStates = between;
        states = keeper;
    }

    /**
     * Where it stands: after the last whole epoch. To be asked by the thread that trains, or after it has ended.
     *
     * @return empty where there is nothing to go on with: before the end of the first epoch, and where there is only one
     */
    public Optional<TrainingState> state() {
        FittedModel now = last == null && bestEpoch == history.size() ? best : last;
        if (history.isEmpty() || plannedEpochs < 2 || now == null) {
            return Optional.empty();
        }
        return Optional.of(new TrainingState(
                plannedEpochs, history, now::parameters, bestEpoch, best::parameters, bestAccuracies));
    }

    /** Trains. Divergence and a stop are outcomes, not errors. */
    public TrainingOutcome run() {
        return runTo(Integer.MAX_VALUE).orElseThrow();
    }

    /**
     * Trains, or goes on, to the end of an epoch. Afterwards the session waits with all it has learned, and may go on
     * from another thread.
     *
     * @return the outcome where training ended; empty where there are epochs left
     */
    public Optional<TrainingOutcome> runTo(int lastEpoch) {
        if (over) {
            throw new IllegalStateException("this training has ended");
        }
        Optional<TrainingOutcome> outcome = advance(lastEpoch);
        over = outcome.isPresent();
        return outcome;
    }

    /** What it has led to so far, as though it were stopped now; at least one call of {@link #runTo} went before. */
    public TrainingOutcome outcomeSoFar() {
        return outcome(StopReason.STOPPED_BY_USER, Optional.empty());
    }

    private Optional<TrainingOutcome> advance(int lastEpoch) {
        BooleanSupplier question = control.question();
        if (trainer == null) {
            begin();
        }
        while (epoch < trainer.plannedEpochs()) {
            if (epoch >= lastEpoch) {
                return Optional.empty();
            }
            Optional<TrainingOutcome> outcome = runEpochWithinMemory(question);
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.of(outcome(StopReason.EPOCHS_DONE, Optional.empty()));
    }

    private void begin() {
        trainer = family.newTrainer(split.trainingData(), settings, seed);
        plannedEpochs = trainer.plannedEpochs();
        best = trainer.snapshot();
        bestAccuracies = Accuracies.of(best, split);
        limit = runAwayLimit(bestAccuracies.train());
        stateKept = System.nanoTime();
        if (resumed != null) {
            goOn(resumed);
            resumed = null; // its numbers need not stay
        }
    }

    private void goOn(TrainingState state) {
        if (state.plannedEpochs() != plannedEpochs) {
            throw new IllegalArgumentException(
                    "the training was of " + state.plannedEpochs() + " epochs, and this is of " + plannedEpochs);
        }
        trainer.resume(state.last().get(), state.epoch());
        history.addAll(state.history());
        epoch = state.epoch();
        seconds = state.history().get(epoch - 1).seconds();
        last = trainer.snapshot();
        if (state.bestEpoch() > 0) {
            best = state.hasOwnBest()
                    ? family.restore(
                            split.trainingData(), settings, state.best().get())
                    : last;
            bestAccuracies = state.bestAccuracies();
            bestEpoch = state.bestEpoch();
            bestValidation = state.bestValidation();
        }
    }

    /** What was learned in whole epochs outlasts memory that runs short; before the first, there is nothing to keep. */
    private Optional<TrainingOutcome> runEpochWithinMemory(BooleanSupplier question) {
        try {
            return runEpoch(question);
        } catch (OutOfMemoryError e) {
            if (bestEpoch == 0) {
                throw e;
            }
            trainer = null; // whoever keeps the model needs room
            return Optional.of(outcome(StopReason.OUT_OF_MEMORY, Optional.empty()));
        }
    }

    /** Empty where training goes on. */
    private Optional<TrainingOutcome> runEpoch(BooleanSupplier question) {
        long start = System.nanoTime() - control.pausedNanos();
        trainer.runEpoch(question);
        double epochSeconds = (System.nanoTime() - control.pausedNanos() - start) / 1e9;
        if (control.isStopped()) {
            return Optional.of(stopped());
        }
        epoch++;
        seconds += epochSeconds;
        last = null; // or there would be one model more in memory than training needs
        FittedModel model = trainer.snapshot();
        Accuracies accuracies = Accuracies.of(model, split);
        double objective = accuracies.train().squaredError() + trainer.penalty();
        if (!(rootMeanSquare(accuracies.train()) <= limit) || !Double.isFinite(objective)) {
            return Optional.of(outcome(StopReason.DIVERGED, Optional.of(divergence(question))));
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
        last = model;
        keepIfBest(model, accuracies, report);
        control.epochDone(); // before the report: whoever answers it with a step gets that step
        listener.onEpoch(report);
        boolean converged = hasConverged();
        if (!converged && epoch < plannedEpochs) {
            keepState();
        }
        return converged ? Optional.of(outcome(StopReason.CONVERGED, Optional.empty())) : Optional.empty();
    }

    private boolean hasConverged() {
        return split.hasValidation() && patience > 0 && epoch - bestEpoch >= patience;
    }

    private void keepState() {
        if (states != null && System.nanoTime() - stateKept >= betweenStates.toNanos()) {
            state().ifPresent(states);
            stateKept = System.nanoTime();
        }
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

    private TrainingOutcome stopped() {
        if (epoch == 0) {
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

    private Divergence divergence(BooleanSupplier question) {
        if (!advice) {
            OptionalDouble rate =
                    family.stepSize().stream().mapToDouble(settings::get).findFirst();
            return new Divergence(epoch, rate, OptionalDouble.empty());
        }
        return new StepSizeSearch(family, split.trainingData(), seed).run(settings, epoch, limit, question);
    }
}
