package io.github.factorscope.ui.train;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.Checkpoint;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.train.Training.State;
import io.github.factorscope.ui.workspace.Activity;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Trainings side by side: so many at once, the others wait and begin by themselves, in their order.
 *
 * <p>A training that is paused gives its place to the next one, so that a pause never holds up the queue. What somebody
 * asks for by hand happens at once all the same: a training that is resumed, or that is told to take a step, goes on even
 * where that makes one more than the number; none that waits begins until it is below that number again.
 *
 * <p>Trainings that have ended stay until they are forgotten. On the FX thread only.
 */
public final class TrainingQueue {
    private static final Texts TEXTS = Texts.of(TrainingQueue.class);

    private final Background background;
    private final ObservableList<Activity> activities;
    private final int atOnce;
    private final SafeKeeping keeping;
    private final Listener listener;
    private final ObservableList<Training> trainings = FXCollections.observableArrayList();
    private final ObservableList<Training> shown = FXCollections.unmodifiableObservableList(trainings);
    private Background.Ticker ticker;

    /** Hears of every end, before the next training begins. */
    interface Listener {
        void onEnd(Training training, Run run);

        void onError(Training training, Throwable error);
    }

    /**
     * An empty queue.
     *
     * @param activities where every training is listed while it is active
     * @param atOnce how many train at the same time, at least 1
     * @param keeping of all its trainings
     */
    TrainingQueue(
            Background background,
            ObservableList<Activity> activities,
            int atOnce,
            SafeKeeping keeping,
            Listener listener) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("at least one training must run at once, was " + atOnce);
        }
        this.background = background;
        this.activities = activities;
        this.atOnce = atOnce;
        this.keeping = keeping;
        this.listener = listener;
    }

    /** In the order in which they were added: those that wait, those that are active, those that have ended. */
    ObservableList<Training> trainings() {
        return shown;
    }

    /** Adds one that waits until {@link #startNext} or {@link #step}. */
    Training add(Experiment experiment) {
        return add(experiment, List.of());
    }

    /** The same after attempts that diverged. */
    Training add(Experiment experiment, List<Divergence> rescuedFrom) {
        return add(new Training(experiment, rescuedFrom, keeping));
    }

    /** The same for one that goes on where it was interrupted. */
    Training add(Checkpoint checkpoint, CheckpointPlace place) {
        return add(new Training(checkpoint, place, keeping));
    }

    private Training add(Training training) {
        trainings.add(training);
        return training;
    }

    /** Starts those whose turn it is. */
    void startNext() {
        for (Optional<Training> next = next(); next.isPresent(); next = next()) {
            start(next.get());
        }
    }

    private Optional<Training> next() {
        long busy = trainings.stream()
                .filter(training ->
                        training.isActive() && training.stateProperty().get() != State.PAUSED)
                .count();
        return busy >= atOnce
                ? Optional.empty()
                : trainings.stream().filter(Training::isWaiting).findFirst();
    }

    private void start(Training training) {
        if (ticker == null) {
            ticker = background.every100Millis(this::refresh);
        }
        training.begin();
        String model = training.experiment().family().title();
        Activity activity = new Activity(TEXTS.get("training-model", model), model, () -> stop(training));
        activity.progressProperty().bind(training.progressProperty());
        activity.detailProperty().bind(training.remainingProperty());
        activities.add(activity);
        background.run(
                training::work,
                run -> {
                    end(training, activity, run);
                    listener.onEnd(training, run);
                    startNext();
                },
                error -> {
                    end(training, activity, null);
                    listener.onError(training, error);
                    startNext();
                });
    }

    private void end(Training training, Activity activity, Run run) {
        activities.remove(activity);
        training.end(run);
        if (trainings.stream().noneMatch(Training::isActive)) {
            ticker.stop();
            ticker = null;
        }
    }

    private void refresh() {
        trainings.stream().filter(Training::isActive).forEach(Training::refresh);
        startNext(); // one may have paused itself after a step
    }

    /** Pauses, or goes on. */
    void pauseOrResume(Training training) {
        switch (training.stateProperty().get()) {
            case RUNNING -> training.control().pause();
            case PAUSED -> training.control().resume();
            default -> {
                return;
            }
        }
        refresh();
    }

    /** One epoch, then a pause. One that waits begins out of turn. */
    void step(Training training) {
        switch (training.stateProperty().get()) {
            case WAITING -> {
                training.control().step(); // before it begins, or the first epoch might be over already
                start(training);
            }
            case RUNNING, PAUSED -> {
                training.control().step();
                refresh();
            }
            default -> {} // too late
        }
    }

    /** Ends a training, which keeps its model so far; removes one that waits. */
    void stop(Training training) {
        if (training.isWaiting()) {
            training.letGo();
            trainings.remove(training);
        } else if (training.isActive()) {
            training.stop();
        }
    }

    /** Removes those that wait and ends all others. */
    void stopAll() {
        forgetWaiting();
        List.copyOf(trainings).forEach(this::stop);
    }

    private void forgetWaiting() {
        trainings.stream().filter(Training::isWaiting).forEach(Training::letGo);
        trainings.removeIf(Training::isWaiting);
    }

    /** Stops all, and has them leave their states for the next start. */
    void keepAll() {
        forgetWaiting();
        trainings.stream().filter(Training::isActive).forEach(Training::keep);
    }

    /** Removes those that have ended. */
    void forgetEnded() {
        for (int k = trainings.size() - 1; k >= 0; k--) { // one by one: a list's selection moves along with each
            if (trainings.get(k).isOver()) {
                trainings.remove(k);
            }
        }
    }
}
