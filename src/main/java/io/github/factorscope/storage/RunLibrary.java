package io.github.factorscope.storage;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder of run folders. Several processes may use it at once: every run has a name of its own, and whatever changes is
 * moved into place. Safe on all threads.
 */
public final class RunLibrary {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int ID_LENGTH = 8;
    private static final int TRIES = 10;

    private final Path folder;
    private final RunTrash trash;
    private final CheckpointShelf checkpoints;
    private final SharedRatings ratings = new SharedRatings();

    /** @param folder that need not exist yet */
    public RunLibrary(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.trash = new RunTrash(this.folder);
        this.checkpoints = new CheckpointShelf(this.folder, trash);
    }

    /** A folder in which there is no run that can be read. The reason is a sentence for the user. */
    public record Unreadable(Path folder, String reason) {}

    /**
     * What is in a library.
     *
     * @param runs the earliest first
     */
    public record Listing(List<RunSummary> runs, List<Unreadable> unreadable) {
        public Listing {
            runs = List.copyOf(runs);
            unreadable = List.copyOf(unreadable);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Trainings that have not ended. */
    public CheckpointShelf checkpoints() {
        return checkpoints;
    }

    /** A place for the checkpoints of a training that begins. */
    public CheckpointPlace newCheckpoint(Experiment experiment) throws IOException {
        String name = DATE.format(Instant.now()) + "-" + experiment.family().id() + "-" + shortId();
        return checkpoints.newPlace(name);
    }

    /** Reads no ratings and no models. What another process takes away meanwhile is not listed. */
    public Listing list() throws IOException {
        List<RunSummary> runs = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Path each : runFolders()) {
            try {
                runs.add(RunSummary.read(each));
            } catch (IOException e) {
                if (Files.exists(each)) {
                    unreadable.add(new Unreadable(each, ErrorMessages.of(e)));
                }
            }
        }
        runs.sort(Comparator.comparing(RunSummary::finished)
                .thenComparing(run -> run.folder().toString()));
        return new Listing(runs, unreadable);
    }

    private List<Path> runFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (!child.getFileName().toString().startsWith(".") && Files.isDirectory(child)) {
                    folders.add(child);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of(); // nothing was saved yet
        }
        folders.sort(Comparator.naturalOrder());
        return folders;
    }

    /**
     * Saves a run under a new name of date, model and a short id.
     *
     * @return its folder
     */
    public Path save(Run run, RunLabels labels) throws IOException {
        String name =
                DATE.format(run.finished()) + "-" + run.experiment().family().id();
        Path place = freshPlace(name);
        RunStore.save(run, labels, place);
        return place;
    }

    private static String shortId() {
        return UUID.randomUUID().toString().substring(0, ID_LENGTH);
    }

    private Path freshPlace(String name) throws IOException {
        for (int k = 0; k < TRIES; k++) {
            Path place = folder.resolve(name + "-" + shortId());
            if (!Files.exists(place)) {
                return place;
            }
        }
        throw new FileAlreadyExistsException(folder.resolve(name).toString());
    }

    /**
     * Opens a run. Its model is read when it is first asked, on the thread that asks, and what is wrong with it comes to
     * light then; runs with the same ratings share them in memory.
     *
     * @param run of this library or of elsewhere
     */
    public Run open(Path run) throws IOException {
        return RunStore.open(run, ratings, true);
    }

    /** Names a run, and gives it tags. */
    public void label(Path run, RunLabels labels) throws IOException {
        labels.write(run);
    }

    /** Whether a path is a run folder: of this library or of elsewhere, readable or not. */
    public static boolean isRun(Path path) {
        return Files.isRegularFile(path.resolve(RunRecord.FILE));
    }

    /** The run folder that a path means: itself, or that of a file of the model; empty where it is of no run. */
    public static Optional<Path> runOf(Path path) {
        boolean model =
                path.getFileName() != null && path.getFileName().toString().equals(RunStore.MODEL);
        Path folder = model ? path.toAbsolutePath().getParent() : path;
        return isRun(folder) ? Optional.of(folder) : Optional.empty();
    }

    /** Whether a folder lies in this library. */
    public boolean contains(Path run) {
        return folder.equals(run.toAbsolutePath().normalize().getParent());
    }

    /**
     * Moves a run into the trash, from which it can be taken back for 30 days.
     *
     * @return what {@link #takeBack} needs
     */
    public Deleted delete(Path run) throws IOException {
        if (!contains(run)) {
            throw new IllegalArgumentException(run + " is not in the library " + folder);
        }
        return new Deleted(run, trash.take(run, Instant.now()));
    }

    /** A run in the trash. */
    public record Deleted(Path run, Path inTrash) {}

    /**
     * Undoes a deletion.
     *
     * @return where the run is now: where it was, unless something else is there
     */
    public Path takeBack(Deleted deleted) throws IOException {
        Path place = Files.exists(deleted.run())
                ? freshPlace(deleted.run().getFileName().toString())
                : deleted.run();
        AtomicFiles.moveOnDisk(deleted.inTrash(), place);
        return place;
    }

    /** Removes what was deleted more than 30 days ago, and what a process that was killed left unfinished. */
    public void tidy(Instant now) throws IOException {
        trash.empty(now);
        trash.removeUnfinished(now);
        checkpoints.tidy(now);
    }
}
