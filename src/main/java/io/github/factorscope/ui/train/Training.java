package io.github.factorscope.ui.train;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.Checkpoint;
import io.github.factorscope.storage.CheckpointKeeper;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingControl;
import io.github.factorscope.training.TrainingOutcome;
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
    private static final Texts TEXTS = Texts.of(Training.class);

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
    private final SafeKeeping keeping;
    private final CheckpointKeeper keeper;
    private final int epochsBefore; // that were planned when it was interrupted; 0 where it was not
    private volatile boolean closing;
    private volatile String remark = "";
    private Run run;
    private RunEntry entry;

    /**
     * One that waits.
     *
     * @param rescuedFrom divergences of attempts before it
     */
    Training(Experiment experiment, List<Divergence> rescuedFrom, SafeKeeping keeping) {
        this.experiment = experiment;
        this.keeping = keeping;
        this.session = experiment.newSession(reports::add);
        this.keeper = keeping.keeper(experiment, rescuedFrom);
        this.epochsBefore = 0;
        beReady();
    }

    /** One that waits to go on. */
    Training(Checkpoint checkpoint, CheckpointPlace place, SafeKeeping keeping) {
        this.experiment = checkpoint.experiment();
        this.keeping = keeping;
        this.session = checkpoint.newSession(reports::add);
        this.keeper = keeping.keeper(checkpoint, place);
        this.epochsBefore = checkpoint.state().plannedEpochs();
        history.setAll(checkpoint.state().history());
        beReady();
    }

    private void beReady() {
        keeping.watch(session, keeper);
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
        return session.plannedEpochs() == 0 ? epochsBefore : session.plannedEpochs();
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
        try {
            TrainingOutcome outcome = session.run();
            if (outcome.stopReason() == StopReason.OUT_OF_MEMORY) {
                remark = TEXTS.get(
                        "memory-short-after",
                        String.valueOf(outcome.history().size()),
                        String.valueOf(outcome.modelEpoch()),
                        experiment.whenMemoryRanShort());
            }
            Run ended = Run.of(experiment, outcome.after(keeper.rescuedFrom()));
            if (closing) {
                keepOrSave(ended);
            }
            return ended;
        } catch (OutOfMemoryError e) {
            throw new UserException(TEXTS.get("memory-short", experiment.whenMemoryRanShort()));
        } finally {
            keeping.working().end();
        }
    }

    /** The window will not hear of this run any more. */
    private void keepOrSave(Run ended) {
        boolean stopped = ended.outcome().stopReason() == StopReason.STOPPED_BY_USER;
        boolean kept = stopped
                && keeping.isOn()
                && session.state().filter(keeper::keep).isPresent();
        boolean saved = !kept && !ended.outcome().history().isEmpty() && keeping.save(ended);
        if (saved && ended.outcome().stopReason() != StopReason.OUT_OF_MEMORY) {
            keeper.remove();
        } else {
            keeper.close(); // an older state is better than none
        }
    }

    /** What is to be said when it has ended; empty where nothing is. */
    String remark() {
        return remark;
    }

    List<Divergence> rescuedFrom() {
        return keeper.rescuedFrom();
    }

    /** Whether closing the window now leaves a state from which it can go on. */
    boolean canBeKept() {
        return isActive() && keeping.isOn() && !history.isEmpty() && plannedEpochs() > 1;
    }

    /** Stops, and leaves its state for the next start. */
    void keep() {
        closing = true;
        control().stop();
    }

    /** It will never begin. */
    void letGo() {
        keeping.letGo(keeper);
    }

    void begin() {
        keeping.working().begin();
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
        keeping.listed(run, listed, keeper);
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
