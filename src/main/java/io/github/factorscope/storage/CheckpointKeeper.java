package io.github.factorscope.storage;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the states of one training. There is no place on the disk before the first state, and trouble with it is said once
 * and stops nothing. Safe on all threads.
 */
public final class CheckpointKeeper {
    private static final Texts TEXTS = Texts.of(CheckpointKeeper.class);
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointKeeper.class);

    /** Between two states of a training, unless somebody wants another. */
    public static final Duration USUAL_TIME = Duration.ofMinutes(3);

    private final Experiment experiment;
    private final List<Divergence> rescuedFrom;
    private final Source source;
    private final Consumer<String> warnings;
    private CheckpointPlace place; // null before the first state
    private boolean warned;

    /** Gives the place, held. */
    @FunctionalInterface
    public interface Source {
        CheckpointPlace open() throws IOException;
    }

    /**
     * A keeper that has kept nothing.
     *
     * @param rescuedFrom divergences of attempts before this training
     * @param warnings hears at most one sentence for the user
     */
    public CheckpointKeeper(
            Experiment experiment, List<Divergence> rescuedFrom, Source source, Consumer<String> warnings) {
        this.experiment = experiment;
        this.rescuedFrom = List.copyOf(rescuedFrom);
        this.source = source;
        this.warnings = warnings;
    }

    /** One that goes on in the place of a checkpoint. */
    public static CheckpointKeeper of(Checkpoint checkpoint, CheckpointPlace place, Consumer<String> warnings) {
        CheckpointKeeper keeper =
                new CheckpointKeeper(checkpoint.experiment(), checkpoint.rescuedFrom(), () -> place, warnings);
        keeper.place = place;
        return keeper;
    }

    public List<Divergence> rescuedFrom() {
        return rescuedFrom;
    }

    /** Keeps a state in place of the one before; returns whether that succeeded. */
    public synchronized boolean keep(TrainingState state) {
        try {
            if (place == null) {
                place = source.open();
            }
            place.write(experiment, state, rescuedFrom);
            return true;
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // training goes on, with the state before
            LOG.warn("no checkpoint", e);
            if (!warned) {
                warned = true;
                warnings.accept(TEXTS.get("no-checkpoint", ErrorMessages.of(e)));
            }
            return false;
        }
    }

    /** Where a state is kept; empty where none is. */
    public synchronized Optional<Path> checkpoint() {
        return Optional.ofNullable(place).map(CheckpointPlace::folder).filter(CheckpointPlace::isCheckpoint);
    }

    /** Whether it holds a place on the disk, which is to be removed or closed. */
    public synchronized boolean holdsPlace() {
        return place != null;
    }

    /** The run is safe: there is nothing to go on with. */
    public synchronized void remove() {
        if (place != null) {
            try {
                place.remove();
            } catch (IOException e) { // it is offered again, and gives the same run
                LOG.warn("{} cannot be removed", place.folder(), e);
                close();
            }
            place = null;
        }
    }

    /** Lets others have the checkpoint, which stays. */
    public synchronized void close() {
        if (place != null) {
            try {
                place.close();
            } catch (IOException e) {
                LOG.info("{} stays locked until the process ends", place.folder(), e);
            }
            place = null;
        }
    }
}
