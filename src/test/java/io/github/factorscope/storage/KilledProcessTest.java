package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.numeric.Randoms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed while ten of its threads save runs: each kill interrupts ten savings. {@code
 * -Dfactorscope.kills=200} kills more often.
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

    /** Returns what the process reported as saved; a line counts when it is whole. */
    private List<Path> saveUntilKilled(Path library, int millis) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path report = temp.resolve("report"); // a file, because a killed process takes its pipes with it
        Files.deleteIfExists(report);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        EndlessSaver.class.getName(),
                        library.toString(),
                        String.valueOf(THREADS))
                .redirectOutput(report.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (Files.size(report) == 0) {
                assertThat(process.isAlive()).as("the process saves").isTrue();
                Thread.sleep(2);
            }
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(report);
        return text.substring(0, text.lastIndexOf('\n') + 1) // the last line may be cut off
                .lines()
                .map(Path::of)
                .toList();
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
