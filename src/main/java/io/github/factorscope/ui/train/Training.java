package io.github.factorscope.ui.train;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingControl;
import io.github.factorscope.training.TrainingSession;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One training from the press of the button on. The {@link TrainingQueue} moves it, the screen reads it, both on the FX
 * thread; only its reports come from the thread that trains.
 */
public final class Training {
    /** Where it stands. */
    public enum State {
        /** For a processor. */
        WAITING,
        RUNNING,
        PAUSED,
        /** Asked to stop; its model is being judged. */
        STOPPING,
        /** With a run, or by an error. */
        ENDED
    }

    private final Experiment experiment;
    private final TrainingSession session;
    private final Queue<EpochReport> reports = new ConcurrentLinkedQueue<>();
    private final ObservableList<EpochReport> history = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper brief = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private Run run;
    private RunEntry entry;

    /** One that waits. */
    Training(Experiment experiment) {
        this.experiment = experiment;
        this.session = experiment.newSession(reports::add);
        name.set(experiment.family().title());
        describe();
    }

    public Experiment experiment() {
        return experiment;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public boolean isWaiting() {
        return state.get() == State.WAITING;
    }

    /** Whether it has begun and has not ended. */
    public boolean isActive() {
        return !isWaiting() && !isOver();
    }

    public boolean isOver() {
        return state.get() == State.ENDED;
    }

    /** The epochs so far. */
    public ObservableList<EpochReport> history() {
        return history;
    }

    int plannedEpochs() {
        return session.plannedEpochs();
    }

    /** What it led to; empty before the end, and where an error ended it. */
    public Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    /** Its run among those of the window; empty where there is none. */
    public Optional<RunEntry> entry() {
        return Optional.ofNullable(entry);
    }

    /** Whether its model was worked out in one go, without an objective that falls. */
    public boolean isInOneGo() {
        return run != null
                && run.outcome().history().size() == 1
                && run.outcome().stopReason() == StopReason.EPOCHS_DONE;
    }

    /** The model's name; once the run is listed, the run's. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** A few words: waiting, the epoch and the remaining time, paused, or the error of the model. */
    public ReadOnlyStringProperty briefProperty() {
        return brief.getReadOnlyProperty();
    }

    /** One line: epoch, time, remaining time, or how it ended. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Such as "12 s left", or "paused"; empty while unknown. */
    public ReadOnlyStringProperty remainingProperty() {
        return remaining.getReadOnlyProperty();
    }

    /** 0 to 1; −1 while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    TrainingControl control() {
        return session.control();
    }

    /** Trains and judges; called once, on the thread that is to do the work. */
    Run work() {
        return Run.of(experiment, session.run());
    }

    void begin() {
        state.set(State.RUNNING);
        describe();
    }

    void stop() {
        control().stop();
        state.set(State.STOPPING);
        describe();
    }

    /** Takes in what has been reported, and whether training is paused. */
    void refresh() {
        List<EpochReport> fresh = new ArrayList<>();
        for (EpochReport report = reports.poll(); report != null; report = reports.poll()) {
            fresh.add(report);
        }
        if (!fresh.isEmpty()) {
            history.addAll(fresh);
        }
        if (state.get() == State.RUNNING || state.get() == State.PAUSED) {
            state.set(control().isPaused() ? State.PAUSED : State.RUNNING);
        }
        describe();
    }

    /** @param result null where an error ended it */
    void end(Run result) {
        refresh();
        run = result;
        state.set(State.ENDED);
        describe();
    }

    void list(RunEntry listed) {
        entry = listed;
        name.set(listed.name());
    }

    private void describe() {
        brief.set(TrainingWords.brief(this));
        status.set(TrainingWords.status(this));
        remaining.set(TrainingWords.remaining(this));
        double unknown = state.get() == State.PAUSED ? 0 : -1; // a bar that moves would look busy
        progress.set(history.isEmpty() ? unknown : history.size() / (double) plannedEpochs());
    }
}
