package io.github.factorscope.storage;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.training.TrainingSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A process with little memory, which somebody else fills in the middle of a training. It prints how the training ended, what
 * is said, and the predictions' hash of the training that goes on when there is room again.
 */
final class ShortOfMemory {
    static final int FILLED_AFTER = 5; // epochs

    private static final int BLOCK = 1 << 16; // bytes
    private static final int BLOCKS_LEFT = 16; // a megabyte: the model is larger
    private static final List<byte[]> BALLAST = new ArrayList<>(1 << 16);

    private ShortOfMemory() {}

    /** The library. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RunLibrary library = new RunLibrary(Path.of(args[0]));
        Experiment experiment = experiment();
        CheckpointKeeper keeper = new CheckpointKeeper(
                experiment, List.of(), () -> library.newCheckpoint(experiment), warning -> out.println("warned"));
        TrainingSession session = experiment.newSession(ShortOfMemory::fillMemory);
        session.keepStates(Duration.ZERO, keeper::keep);
        TrainingOutcome outcome = session.run();
        BALLAST.clear();
        keeper.close();
        out.println("ended " + outcome.stopReason().id() + " with the model of epoch " + outcome.modelEpoch());
        out.println("said " + experiment.whenMemoryRanShort());

        CheckpointSummary interrupted =
                library.checkpoints().list().interrupted().get(0);
        out.println("kept epoch " + interrupted.epoch());
        try (CheckpointPlace place = library.checkpoints().take(interrupted).orElseThrow()) {
            Checkpoint checkpoint = place.read();
            TrainingOutcome whole = checkpoint.newSession(report -> {}).run();
            out.println("went on to " + whole.stopReason().id() + " " + hash(whole));
        }
    }

    private static void fillMemory(EpochReport report) {
        if (report.epoch() != FILLED_AFTER) {
            return;
        }
        try {
            while (true) {
                BALLAST.add(new byte[BLOCK]);
            }
        } catch (OutOfMemoryError e) {
            BALLAST.subList(BALLAST.size() - BLOCKS_LEFT, BALLAST.size()).clear();
        }
    }

    static Experiment experiment() {
        Dataset dataset = RandomRatings.dataset(1500, 900, 0.01, 3);
        ModelFamily family = ModelCatalogue.find("svdpp");
        var settings = family.defaults().with("factors", "300").with("epochs", "10");
        return new Experiment(dataset, Split.of(dataset, new SplitPlan(0, 0.1, 1)), family, settings, 1, 0);
    }

    static int hash(TrainingOutcome outcome) {
        return Arrays.hashCode(SampleRuns.predictions(Run.of(experiment(), outcome)));
    }

    static String expected() {
        return "went on to " + StopReason.EPOCHS_DONE.id() + " "
                + hash(experiment().newSession(report -> {}).run());
    }
}
