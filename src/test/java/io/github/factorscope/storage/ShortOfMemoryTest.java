package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory that runs short ends a training, which can go on, and not the process. */
class ShortOfMemoryTest {
    @TempDir
    private Path temp;

    @Test
    void theTrainingStopsWithItsLastWholeEpochAndASentenceAndTheProcessGoesOn() throws Exception {
        ChildProcess process = ChildProcess.start(
                temp.resolve("report"),
                List.of("-Xmx96m", "-XX:+UseSerialGC"),
                ShortOfMemory.class,
                temp.resolve("library"));
        List<String> lines = process.finish();

        assertThat(lines)
                .anyMatch(line -> line.matches("ended out-of-memory with the model of epoch [1-5]"))
                .anyMatch(line -> line.matches("kept epoch [45]"))
                .anyMatch(line -> line.startsWith("said Training svdpp")
                        && line.contains("It would fit with factors = ")
                        && line.endsWith("JAVA_OPTS=-Xmx8g."))
                .contains(ShortOfMemory.expected());
    }
}
