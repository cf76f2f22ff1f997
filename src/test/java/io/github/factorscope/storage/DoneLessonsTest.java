package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoneLessonsTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void whatWasGoneThroughIsKeptOnce() throws IOException {
        Path file = folder.resolve("lessons.json");
        DoneLessons done = new DoneLessons(file, warnings::add);
        assertThat(done.all()).isEmpty();
        done.add("factors");
        done.add("baseline");
        done.add("factors");

        assertThat(new DoneLessons(file, warnings::add).all()).containsExactly("factors", "baseline");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatMakesNoSenseIsKeptAside() throws IOException {
        Path file = folder.resolve("lessons.json");
        Files.writeString(file, "{\"format\": 1, \"lessons\": [{}]}");
        DoneLessons done = new DoneLessons(file, warnings::add);

        assertThat(done.all()).isEmpty();
        assertThat(warnings).hasSize(1);
        assertThat(folder.resolve("lessons.json.damaged")).exists();
        done.add("factors");
        assertThat(done.all()).containsExactly("factors");
    }
}
