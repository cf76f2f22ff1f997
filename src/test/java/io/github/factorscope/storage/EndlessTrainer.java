package io.github.factorscope.storage;

import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadMonitor;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.training.TrainingSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A process that loads ratings, trains with a checkpoint after every epoch, and saves, again and again until it is killed. It
 * begins with what was interrupted before. It prints what it does, and what it has saved.
 */
final class EndlessTrainer {
    static final int SEEDS = 3;

    private EndlessTrainer() {}

    /** The rating file, and the library. */
    public static void main(String[] args) throws IOException {
        RunLibrary library = new RunLibrary(Path.of(args[1]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (CheckpointSummary interrupted : library.checkpoints().list().interrupted()) {
            Optional<CheckpointPlace> place = library.checkpoints().take(interrupted);
            if (place.isPresent()) {
                out.println("continuing " + interrupted.epoch());
                Checkpoint checkpoint = place.get().read();
                CheckpointKeeper keeper = CheckpointKeeper.of(checkpoint, place.get(), EndlessTrainer::fail);
                train(library, checkpoint.experiment(), checkpoint.newSession(report -> {}), keeper, out);
            }
        }
        for (long seed = 0; ; seed++) {
            out.println("loading");
            Experiment experiment = experiment(Path.of(args[0]), seed % SEEDS);
            CheckpointKeeper keeper = new CheckpointKeeper(
                    experiment, List.of(), () -> library.newCheckpoint(experiment), EndlessTrainer::fail);
            train(library, experiment, experiment.newSession(report -> {}), keeper, out);
        }
    }

    private static void fail(String warning) {
        throw new IllegalStateException(warning);
    }

    static Experiment experiment(Path ratings, long seed) throws IOException {
        var dataset =
                DatasetReader.read(ratings, Optional.empty(), LoadMonitor.NONE).dataset();
        ModelFamily family = ModelCatalogue.find("svdpp");
        var settings = family.defaults().with("factors", "6").with("epochs", "30");
        return new Experiment(dataset, Split.of(dataset, new SplitPlan(0.1, 0.1, 1)), family, settings, seed, 0);
    }

    private static void train(
            RunLibrary library,
            Experiment experiment,
            TrainingSession session,
            CheckpointKeeper keeper,
            PrintStream out)
            throws IOException {
        session.keepStates(Duration.ZERO, keeper::keep);
        out.println("training");
        Run run = Run.of(experiment, session.run());
        out.println("saving");
        Path folder = library.save(run, RunLabels.NONE);
        out.println("saved " + folder);
        keeper.remove();
    }
}
