package io.github.factorscope.cli;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Rescue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.CheckpointKeeper;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingListener;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.training.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Trainings that leave checkpoints, outlast a divergence, and say what to do when the memory runs short. */
final class SafeTraining {
    private static final double MOST_MINUTES = 1e6;
    private static final int MILLIS_A_MINUTE = 60_000;

    @Option(
            names = "--checkpoint-minutes",
            paramLabel = "N",
            description = "With --out: keep the state every N minutes in DIR.checkpoint, for --resume (default 3, 0:"
                    + " never). Models that are worked out in one go have none.")
    private Double minutes; // null where it is not given

    @Option(
            names = "--rescue",
            description = "Where training diverges, train again with the learning rate that it then advises, at most "
                    + Rescue.MOST + " times.")
    private boolean rescue;

    /** @throws InvalidSettingException where the options do not go together */
    void check(Path out) {
        if (minutes != null && !(minutes >= 0 && minutes <= MOST_MINUTES)) {
            throw new InvalidSettingException("--checkpoint-minutes must lie in 0 to 1000000, was " + minutes + ".");
        }
        if (minutes != null && minutes > 0 && out == null) {
            throw new InvalidSettingException(
                    "--checkpoint-minutes goes with --out DIR, beside which checkpoints lie.");
        }
        if (out != null) {
            requireNoCheckpoint(out);
        }
    }

    private static void requireNoCheckpoint(Path out) {
        Path place = CheckpointPlace.beside(out);
        if (CheckpointPlace.isCheckpoint(place)) {
            throw new UserException(place + " holds a training that was interrupted. Go on with train --resume " + out
                    + ", or remove that folder.");
        }
    }

    /** A training to come. */
    record Task(Experiment experiment, Path folder, OutputOptions output, Supplier<TrainingListener> listeners) {}

    /**
     * Trains, and saves the run.
     *
     * @return empty where somebody ended the process in the middle, and has been told how to go on
     */
    Optional<Run> train(Task task) throws IOException {
        return train(task, List.of());
    }

    private Optional<Run> train(Task task, List<Divergence> before) throws IOException {
        CheckpointKeeper keeper =
                new CheckpointKeeper(task.experiment(), before, () -> place(task.folder()), task.output()::progress);
        TrainingSession session = task.experiment().newSession(task.listeners().get());
        return run(task, session, keeper);
    }

    private static CheckpointPlace place(Path folder) throws IOException {
        Path beside = CheckpointPlace.beside(folder);
        return CheckpointPlace.hold(beside)
                .orElseThrow(() -> new UserException(beside + " is in use by another training."));
    }

    /**
     * Trains to the end, from wherever the session stands.
     *
     * @param keeper keeps nothing where the task has no folder
     */
    Optional<Run> run(Task task, TrainingSession session, CheckpointKeeper keeper) throws IOException {
        double between = minutes == null ? CheckpointKeeper.USUAL_TIME.toMinutes() : minutes;
        boolean keeps = task.folder() != null && between > 0;
        if (keeps) {
            session.keepStates(Duration.ofMillis((long) (between * MILLIS_A_MINUTE)), keeper::keep);
        }
        try {
            Optional<TrainingOutcome> outcome =
                    keeps ? interruptible(task, session, keeper) : Optional.of(session.run());
            return outcome.isEmpty() ? Optional.empty() : end(task, outcome.get(), keeper);
        } catch (OutOfMemoryError e) {
            throw new UserException("The memory ran short. " + task.experiment().whenMemoryRanShort());
        } finally {
            keeper.close();
        }
    }

    /** Empty where the process is being ended. */
    private static Optional<TrainingOutcome> interruptible(
            Task task, TrainingSession session, CheckpointKeeper keeper) {
        try (Interruption interruption = new Interruption(session.control()::stop)) {
            TrainingOutcome outcome = session.run();
            if (!interruption.happened() || outcome.stopReason() != StopReason.STOPPED_BY_USER) {
                return Optional.of(outcome);
            }
            boolean kept = session.state().filter(keeper::keep).isPresent();
            task.output()
                    .progress(
                            kept
                                    ? "Interrupted after epoch "
                                            + outcome.history().size() + " of "
                                            + session.plannedEpochs() + ". Go on with train --resume " + task.folder()
                                            + "."
                                    : "Interrupted before there was anything to go on with.");
            return Optional.empty();
        }
    }

    private Optional<Run> end(Task task, TrainingOutcome outcome, CheckpointKeeper keeper) throws IOException {
        Optional<Divergence> divergence = outcome.divergence();
        divergence.ifPresent(each -> task.output().progress(each.message()));
        if (rescue && divergence.isPresent() && keeper.rescuedFrom().size() < Rescue.MOST) {
            Optional<Experiment> rescued = Rescue.of(task.experiment(), divergence.get());
            if (rescued.isPresent()) {
                keeper.remove();
                return rescue(task, rescued.get(), keeper.rescuedFrom(), divergence.get());
            }
        }
        boolean outOfMemory = outcome.stopReason() == StopReason.OUT_OF_MEMORY;
        if (outOfMemory) {
            task.output()
                    .progress("The memory ran short after epoch "
                            + outcome.history().size() + "; the model of epoch " + outcome.modelEpoch() + " is kept. "
                            + task.experiment().whenMemoryRanShort());
        }
        Run run = Run.of(task.experiment(), outcome.after(keeper.rescuedFrom()));
        if (task.folder() != null) {
            save(run, task, keeper);
        }
        if (!outOfMemory) { // with more memory it can go on
            keeper.remove();
        }
        return Optional.of(run);
    }

    private static void save(Run run, Task task, CheckpointKeeper keeper) throws IOException {
        try {
            RunStore.save(run, task.folder());
        } catch (IOException | RuntimeException e) {
            keeper.checkpoint().ifPresent(place -> task.output()
                    .progress("The checkpoint in " + place + " stays. Go on with train --resume " + place + "."));
            throw e;
        }
    }

    private Optional<Run> rescue(Task task, Experiment rescued, List<Divergence> before, Divergence divergence)
            throws IOException {
        List<Divergence> attempts = new ArrayList<>(before);
        attempts.add(divergence);
        task.output().progress("Training again, rescue " + attempts.size() + " of at most " + Rescue.MOST + ".");
        return train(new Task(rescued, task.folder(), task.output(), task.listeners()), attempts);
    }
}
