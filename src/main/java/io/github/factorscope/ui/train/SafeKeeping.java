package io.github.factorscope.ui.train;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.Checkpoint;
import io.github.factorscope.storage.CheckpointKeeper;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.RunLabels;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingSession;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.SavingCount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the trainings of the window leave their states, and what becomes of them. Without a library, nothing is kept. */
final class SafeKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(SafeKeeping.class);
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final Background background;
    private final ErrorPresenter errors;
    private final SavingCount working = new SavingCount();
    private RunLibrary library; // null where nothing is kept
    private Duration between;
    private BooleanSupplier savesRuns;

    SafeKeeping(Background background, ErrorPresenter errors) {
        this.background = background;
        this.errors = errors;
    }

    /**
     * Keeps states from now on.
     *
     * @param time between two of one training
     * @param saves whether runs are saved when they end
     */
    void keepIn(RunLibrary kept, Duration time, BooleanSupplier saves) {
        library = kept;
        between = time;
        savesRuns = saves;
    }

    boolean isOn() {
        return library != null;
    }

    CheckpointKeeper keeper(Experiment experiment, List<Divergence> rescuedFrom) {
        RunLibrary kept = library;
        return new CheckpointKeeper(experiment, rescuedFrom, () -> kept.newCheckpoint(experiment), this::warn);
    }

    CheckpointKeeper keeper(Checkpoint checkpoint, CheckpointPlace place) {
        return CheckpointKeeper.of(checkpoint, place, this::warn);
    }

    private void warn(String sentence) {
        background.onFxThread(() -> errors.say(sentence));
    }

    void watch(TrainingSession session, CheckpointKeeper keeper) {
        if (isOn()) {
            session.keepStates(between, keeper::keep);
        }
    }

    /** The state of a training whose run is listed is needed until the run is saved, and where more memory may help. */
    void listed(Run run, RunEntry entry, CheckpointKeeper keeper) {
        boolean outOfMemory = run.outcome().stopReason() == StopReason.OUT_OF_MEMORY;
        Runnable done = () -> inBackground(keeper, outOfMemory ? keeper::close : keeper::remove);
        if (isOn() && savesRuns.getAsBoolean()) {
            entry.whenSaved(done);
        } else {
            done.run();
        }
    }

    /** Lets others have what is kept. */
    void letGo(CheckpointKeeper keeper) {
        inBackground(keeper, keeper::close);
    }

    private void inBackground(CheckpointKeeper keeper, Runnable work) {
        if (!keeper.holdsPlace()) {
            return;
        }
        background.run(
                () -> {
                    work.run();
                    return work;
                },
                done -> {},
                errors::show);
    }

    /** Saves a run that ended while the window was being closed, and says whether it is saved; on any thread. */
    boolean save(Run run) {
        try {
            if (isOn() && savesRuns.getAsBoolean()) {
                library.save(run, RunLabels.NONE);
                return true;
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("a run is lost", e);
        }
        return false;
    }

    /** Trainings that are at work: whoever ends the process waits for them. */
    SavingCount working() {
        return working;
    }

    void awaitAll() {
        working.await(LONGEST_WAIT_MILLIS);
    }
}
