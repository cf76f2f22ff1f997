package io.github.factorscope.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deleted runs: the folder {@code .trash} in a library, in which each lies in a folder named by the time of deletion. */
final class RunTrash {
    private static final Logger LOG = LoggerFactory.getLogger(RunTrash.class);
    private static final String DOOMED = ".doomed-";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LONGEST_SAVING = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = 15;

    private final Path library;
    private final Path trash;

    RunTrash(Path library) {
        this.library = library;
        this.trash = library.resolve(".trash");
    }

    /** Moves a run in; returns where it lies. */
    Path take(Path run, Instant now) throws IOException {
        AtomicFiles.createFolders(trash);
        Path place = trash.resolve(TIME.format(now) + "-" + UUID.randomUUID());
        AtomicFiles.moveOnDisk(run, place);
        return place;
    }

    /** Removes for good what was deleted long ago. */
    void empty(Instant now) throws IOException {
        for (Path child : children(trash)) {
            String name = child.getFileName().toString();
            if (name.startsWith(DOOMED)) {
                remove(child);
            } else if (taken(name).filter(time -> time.plus(KEPT).isBefore(now)).isPresent()) {
                Path doomed = trash.resolve(DOOMED + UUID.randomUUID());
                try {
                    AtomicFiles.moveOnDisk(child, doomed); // so that nobody takes half of it back
                } catch (NoSuchFileException e) {
                    continue; // another process was faster
                }
                remove(doomed);
            }
        }
    }

    private static Optional<Instant> taken(String name) {
        try {
            return name.length() < TIME_LENGTH
                    ? Optional.empty()
                    : Optional.of(TIME.parse(name.substring(0, TIME_LENGTH), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty(); // not from here
        }
    }

    /** Removes what was begun and never moved into its place, and is too old to be still being written. */
    void removeUnfinished(Instant now) throws IOException {
        removeUnfinished(library, now);
    }

    /** The same in another folder, and locks of checkpoints that are gone. */
    void removeUnfinished(Path folder, Instant now) throws IOException {
        for (Path child : children(folder)) {
            boolean leftOver = AtomicFiles.isUnfinished(child) || CheckpointPlace.isIdleLock(child);
            if (leftOver && isOld(child, now)) {
                remove(child);
            }
        }
    }

    private static boolean isOld(Path path, Instant now) throws IOException {
        try {
            return Files.getLastModifiedTime(path)
                    .toInstant()
                    .plus(LONGEST_SAVING)
                    .isBefore(now);
        } catch (NoSuchFileException e) {
            return false; // another process was faster
        }
    }

    private static void remove(Path folder) {
        try {
            AtomicFiles.deleteTree(folder);
        } catch (IOException e) { // perhaps another process removes the same; if not, the next start tries again
            LOG.info("{} cannot be removed", folder, e);
        }
    }

    static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return children;
    }
}
