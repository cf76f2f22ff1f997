package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.TrainingState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one checkpoint, held by one training at a time: a lock beside it tells a training that goes on from one that
 * was killed, because a lock ends with its process.
 */
public final class CheckpointPlace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointPlace.class);
    private static final String LOCK = ".lock";

    /** Of this process: a second channel to a file that it has locked would end the lock when it is closed. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;
    private ObjectNode description; // null before the first state

    private CheckpointPlace(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** The checkpoint of what will be saved to a folder: beside it. */
    public static Path beside(Path run) {
        Path absolute = run.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + ".checkpoint");
    }

    /** Whether there is a checkpoint in a folder, whole or damaged. */
    public static boolean isCheckpoint(Path folder) {
        return Files.isRegularFile(folder.resolve(CheckpointRecord.STATE));
    }

    /**
     * Holds a place until it is closed.
     *
     * @param folder that need not exist
     * @return empty where a training holds it, here or in another process
     */
    public static Optional<CheckpointPlace> hold(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (!HELD.add(place)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean held = false;
        try {
            AtomicFiles.createFolders(place.getParent());
            Path lockFile = lockFile(place);
            channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = isLocked(channel, lockFile);
            return held ? Optional.of(new CheckpointPlace(place, lockFile, channel)) : Optional.empty();
        } finally {
            if (!held) {
                HELD.remove(place);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static boolean isLocked(FileChannel channel, Path lockFile) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) { // some network drives know no locks: better a checkpoint without than none
            LOG.info("{} cannot be locked", lockFile, e);
            return true;
        }
    }

    private static Path lockFile(Path place) {
        return place.resolveSibling("." + place.getFileName() + LOCK);
    }

    /** Whether this is the lock of a place that has no checkpoint any more, or not yet. */
    static boolean isIdleLock(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".")
                && name.endsWith(LOCK)
                && !Files.exists(path.resolveSibling(name.substring(1, name.length() - LOCK.length())));
    }

    public Path folder() {
        return folder;
    }

    /** Puts a state in the place of the one before, which stays where this fails. */
    void write(Experiment experiment, TrainingState state, List<Divergence> rescuedFrom) throws IOException {
        if (description == null) {
            description = CheckpointRecord.describe(experiment, rescuedFrom);
        }
        if (!isCheckpoint(folder)) {
            AtomicFiles.writeFolder(folder, target -> {
                ExperimentJson.writeRatings(experiment, target);
                if (state.hasOwnBest()) {
                    ParametersFile.write(
                            CheckpointRecord.best(target, state.bestEpoch()),
                            state.best().get());
                }
                CheckpointRecord.writeState(target.resolve(CheckpointRecord.STATE), description, state);
            });
            return;
        }
        Path best = CheckpointRecord.best(folder, state.bestEpoch());
        if (state.hasOwnBest() && !Files.exists(best)) {
            AtomicFiles.writeFile(
                    best, target -> ParametersFile.write(target, state.best().get()));
        }
        AtomicFiles.writeFile(
                folder.resolve(CheckpointRecord.STATE),
                target -> CheckpointRecord.writeState(target, description, state));
        removeAllBut(state.hasOwnBest() ? best : null);
    }

    /** Bests of states before, and what a process that was killed left unfinished. */
    private void removeAllBut(Path best) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean needed = name.equals(CheckpointRecord.STATE) || name.equals(ExperimentJson.RATINGS);
                if (!needed && !file.equals(best)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** @throws RunFormatException where there is none, or a damaged or newer one, with a sentence for the user */
    public Checkpoint read() throws IOException {
        return CheckpointRecord.read(folder);
    }

    /** Removes the checkpoint, whole at once for those who look, and closes. */
    public void remove() throws IOException {
        AtomicFiles.removeFolder(folder);
        close();
    }

    /** Lets others have the place; the checkpoint stays, where there is one. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (!Files.exists(folder)) {
                Files.deleteIfExists(lockFile);
            }
        } finally {
            HELD.remove(folder);
        }
    }
}
