package io.github.factorscope.storage;

import io.github.factorscope.storage.RunLibrary.Unreadable;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The checkpoints of a library: the folder {@code .checkpoints} in it, one folder a training. */
public final class CheckpointShelf {
    private static final Texts TEXTS = Texts.of(CheckpointShelf.class);

    private final Path folder;
    private final RunTrash trash;

    CheckpointShelf(Path library, RunTrash trash) {
        this.folder = library.resolve(".checkpoints");
        this.trash = trash;
    }

    /**
     * Trainings that nobody carries on: their processes have ended.
     *
     * @param interrupted the latest first
     */
    public record Listing(List<CheckpointSummary> interrupted, List<Unreadable> unreadable) {
        public Listing {
            interrupted = List.copyOf(interrupted);
            unreadable = List.copyOf(unreadable);
        }
    }

    public Listing list() throws IOException {
        List<CheckpointSummary> interrupted = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Path child : RunTrash.children(folder)) {
            if (child.getFileName().toString().startsWith(".") || !Files.isDirectory(child)) {
                continue;
            }
            try (CheckpointPlace place = CheckpointPlace.hold(child).orElse(null)) {
                if (place != null && Files.exists(child)) {
                    interrupted.add(CheckpointRecord.summary(child));
                }
            } catch (IOException e) {
                if (Files.exists(child)) {
                    unreadable.add(new Unreadable(child, ErrorMessages.of(e)));
                }
            }
        }
        interrupted.sort(Comparator.comparing(CheckpointSummary::written).reversed());
        return new Listing(interrupted, unreadable);
    }

    /** A place that nobody has, for a training that begins. */
    public CheckpointPlace newPlace(String name) throws IOException {
        return CheckpointPlace.hold(folder.resolve(name))
                .orElseThrow(() -> new IOException(TEXTS.get("in-use", folder.resolve(name))));
    }

    /** Holds a checkpoint to go on with it; empty where another process was faster. */
    public Optional<CheckpointPlace> take(CheckpointSummary interrupted) throws IOException {
        Optional<CheckpointPlace> place = CheckpointPlace.hold(interrupted.folder());
        if (place.isPresent() && !Files.exists(interrupted.folder())) {
            place.get().remove();
            return Optional.empty();
        }
        return place;
    }

    /** Moves a checkpoint into the trash of the library; nothing where somebody carries it on. */
    public void discard(CheckpointSummary interrupted) throws IOException {
        Optional<CheckpointPlace> place = take(interrupted);
        if (place.isPresent()) {
            try (CheckpointPlace held = place.get()) {
                trash.take(held.folder(), Instant.now());
                held.remove();
            }
        }
    }

    /** Removes what processes that were killed left behind long ago. */
    void tidy(Instant now) throws IOException {
        trash.removeUnfinished(folder, now);
    }
}
