package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.numeric.Randoms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed while ten of its threads save runs: each kill interrupts ten savings. Another is killed while it loads,
 * trains and saves. {@code -Dfactorscope.kills=100} kills more often.
 */
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("factorscope.kills", 12);
    private static final int THREADS = 10;
    private static final int LONGEST_LIFE = 120; // milliseconds after the first run was saved
    private static final int KEPT = 30;

    @TempDir
    private Path temp;

    @Test
    void whatWasSavedStaysReadableAndNothingHalfIsListed() throws Exception {
        RunLibrary library = new RunLibrary(temp.resolve("library"));
        double[] expected = SampleRuns.predictions(EndlessSaver.sample());
        SplittableRandom random = Randoms.stream(17, "kills");
        Set<Path> saved = new HashSet<>();
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            saved.addAll(saveUntilKilled(library.folder(), random.nextInt(LONGEST_LIFE)));
            interrupted += unfinished(library.folder());

            RunLibrary.Listing listing = library.list();
            assertThat(listing.unreadable()).isEmpty();
            assertThat(listing.runs()).extracting(RunSummary::folder).containsAll(saved);
            for (RunSummary summary : listing.runs()) {
                Run opened = RunStore.open(summary.folder());
                assertThat(SampleRuns.predictions(opened)).isEqualTo(expected);
                assertThat(summary.labels().number()).isPositive();
            }
            keepSome(library, listing.runs(), saved);
        }
        assertThat(interrupted)
                .as("savings in the middle of which the process died")
                .isGreaterThan(KILLS);
    }

    /** Returns what the process reported as saved. */
    private List<Path> saveUntilKilled(Path library, int millis) throws IOException, InterruptedException {
        ChildProcess process =
                ChildProcess.start(temp.resolve("report"), List.of(), EndlessSaver.class, library, THREADS);
        try {
            process.await("", 1);
            Thread.sleep(millis);
        } finally {
            process.kill();
        }
        return process.lines().stream().map(Path::of).toList();
    }

    @Test
    void killsWhileLoadingTrainingAndSavingLoseNoRunAndWhatWasInterruptedGoesOn() throws Exception {
        Path ratings = writeRatings();
        RunLibrary library = new RunLibrary(temp.resolve("library"));
        List<double[]> expected = new ArrayList<>();
        for (int seed = 0; seed < EndlessTrainer.SEEDS; seed++) {
            Experiment experiment = EndlessTrainer.experiment(ratings, seed);
            expected.add(SampleRuns.predictions(
                    Run.of(experiment, experiment.newSession(report -> {}).run())));
        }
        SplittableRandom random = Randoms.stream(18, "kills");
        Set<Path> saved = new HashSet<>();
        int interrupted = 0;
        int continued = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Phase phase = Phase.values()[kill % Phase.values().length];
            List<String> lines = trainUntilKilled(ratings, library.folder(), phase, random);
            lines.stream()
                    .filter(line -> line.startsWith("saved "))
                    .map(line -> Path.of(line.substring("saved ".length())))
                    .forEach(saved::add);
            continued += lines.stream().anyMatch(line -> line.startsWith("continuing ")) ? 1 : 0;

            RunLibrary.Listing listing = library.list();
            assertThat(listing.unreadable()).isEmpty();
            assertThat(listing.runs()).extracting(RunSummary::folder).containsAll(saved);
            for (RunSummary summary : listing.runs()) {
                assertThat(SampleRuns.predictions(RunStore.open(summary.folder())))
                        .isEqualTo(expected.get((int) summary.seed()));
            }
            CheckpointShelf.Listing checkpoints = library.checkpoints().list();
            assertThat(checkpoints.unreadable()).isEmpty();
            for (CheckpointSummary summary : checkpoints.interrupted()) {
                interrupted++;
                assertGoesOn(library, summary, expected);
            }
            unfinished(library.folder());
            keepSome(library, listing.runs(), saved);
        }
        assertThat(interrupted).as("trainings that can go on").isGreaterThan(KILLS / 4);
        assertThat(continued).as("trainings that went on in the next process").isPositive();
    }

    /** What the process is doing when it is killed, and for how many milliseconds at the most it does so. */
    private enum Phase {
        LOADING(60),
        TRAINING(300),
        SAVING(25);

        private final int longest;

        Phase(int longest) {
            this.longest = longest;
        }
    }

    private List<String> trainUntilKilled(Path ratings, Path library, Phase phase, SplittableRandom random)
            throws IOException, InterruptedException {
        ChildProcess process =
                ChildProcess.start(temp.resolve("report"), List.of(), EndlessTrainer.class, ratings, library);
        try {
            process.await(phase.name().toLowerCase(Locale.ROOT), 1 + random.nextInt(3));
            Thread.sleep(random.nextInt(phase.longest));
        } finally {
            process.kill();
        }
        return process.lines();
    }

    private static void assertGoesOn(RunLibrary library, CheckpointSummary summary, List<double[]> expected)
            throws IOException {
        try (CheckpointPlace place = library.checkpoints().take(summary).orElseThrow()) {
            Checkpoint checkpoint = place.read();
            assertThat(checkpoint.state().epoch()).isEqualTo(summary.epoch());
            Run run = Run.of(
                    checkpoint.experiment(), checkpoint.newSession(report -> {}).run());
            assertThat(SampleRuns.predictions(run)).as(summary.words()).isEqualTo(expected.get((int)
                    checkpoint.experiment().seed()));
        }
    }

    private Path writeRatings() throws IOException {
        StringBuilder lines = new StringBuilder("userId,movieId,rating,timestamp\n");
        SplittableRandom random = Randoms.stream(5, "ratings");
        for (int user = 0; user < 80; user++) {
            for (int item = 0; item < 50; item++) {
                if (random.nextInt(3) > 0) {
                    lines.append(user + "," + item + "," + (1 + random.nextInt(5)) + ".0,1000\n");
                }
            }
        }
        return Files.writeString(temp.resolve("ratings.csv"), lines);
    }

    private static int unfinished(Path library) throws IOException {
        try (Stream<Path> children = Files.list(library)) {
            List<Path> parts = children.filter(AtomicFiles::isUnfinished).toList();
            for (Path part : parts) {
                AtomicFiles.deleteTree(part);
            }
            return parts.size();
        }
    }

    private static void keepSome(RunLibrary library, List<RunSummary> runs, Set<Path> saved) throws IOException {
        for (RunSummary summary : runs.subList(0, Math.max(0, runs.size() - KEPT))) {
            library.delete(summary.folder());
            saved.remove(summary.folder());
        }
        AtomicFiles.deleteTree(library.folder().resolve(".trash"));
    }
}
