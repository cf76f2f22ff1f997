package io.github.factorscope.cli;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.Checkpoint;
import io.github.factorscope.storage.CheckpointKeeper;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.training.TrainingListener;
import io.github.factorscope.training.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code train --resume}: goes on with a training that was interrupted. */
final class ResumedTraining {
    private static final Set<String> ALLOWED =
            Set.of("--resume", "--out", "--checkpoint-minutes", "--rescue", "--json", "--help");
    private static final String SUFFIX = ".checkpoint";

    private final SafeTraining.Task task;
    private final TrainingSession session;
    private final CheckpointKeeper keeper;
    private final int epoch;

    /** The checkpoint itself is not kept: its numbers take as much memory as the model. */
    private ResumedTraining(Checkpoint checkpoint, CheckpointPlace place, SafeTraining.Task task) {
        this.task = task;
        session = checkpoint.newSession(task.listeners().get());
        keeper = CheckpointKeeper.of(checkpoint, place, task.output()::progress);
        epoch = checkpoint.state().epoch();
        task.output()
                .progress("goes on after epoch " + epoch + " of "
                        + checkpoint.state().plannedEpochs());
    }

    /** Refuses options that would make it another run. */
    static void requireNothingElse(CommandSpec spec) {
        RepeatedRun.requireOnly(spec, ALLOWED, "--resume goes on with a run as it was begun");
    }

    /**
     * The training that was to be saved to a folder, or whose checkpoint is in it.
     *
     * @param out where the run is to be saved; null for where it was to be
     */
    static ResumedTraining of(Path named, Path out, OutputOptions output, Supplier<TrainingListener> listeners)
            throws IOException {
        boolean isPlace = CheckpointPlace.isCheckpoint(named);
        Path beside = isPlace ? named : CheckpointPlace.beside(named);
        if (!CheckpointPlace.isCheckpoint(beside) && RunStore.isRun(named)) {
            throw new UserException("There is nothing to go on with: the run in " + named + " has ended.");
        }
        if (!CheckpointPlace.isCheckpoint(beside)) {
            throw new UserException("There is nothing to go on with: " + beside + " is no checkpoint. train --out DIR"
                    + " keeps one every few minutes while it trains; models that are worked out in one go have none.");
        }
        Path folder = out != null ? out : isPlace ? withoutSuffix(named) : named;
        AtomicFiles.requireFree(folder);
        CheckpointPlace place = CheckpointPlace.hold(beside)
                .orElseThrow(() -> new UserException(beside + " is in use: its training is still going on."));
        try {
            Checkpoint checkpoint = place.read();
            SafeTraining.Task task = new SafeTraining.Task(checkpoint.experiment(), folder, output, listeners);
            return new ResumedTraining(checkpoint, place, task);
        } catch (IOException | RuntimeException | Error e) {
            place.close();
            throw e;
        }
    }

    private static Path withoutSuffix(Path place) {
        String name = String.valueOf(place.getFileName());
        if (!name.endsWith(SUFFIX)) {
            throw new InvalidSettingException("Name a folder for the run with --out.");
        }
        return place.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** Where the run is saved. */
    Path folder() {
        return task.folder();
    }

    /** After which it goes on. */
    int epoch() {
        return epoch;
    }

    /** Empty where it was interrupted again. */
    Optional<Run> train(SafeTraining safe) throws IOException {
        return safe.run(task, session, keeper);
    }
}
