package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.reading.Columns;
import io.github.factorscope.data.reading.Dialect;
import io.github.factorscope.data.reading.Layout;
import io.github.factorscope.data.reading.TimeFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutStoreTest {
    private static final Layout ODD = Layout.of(new Dialect(";", true, true, "#"), true, new Columns(2, 0, 4, 1, 5))
            .withTimeFormat(TimeFormat.DATE)
            .withCharset(StandardCharsets.UTF_16LE)
            .withScale(Optional.of(new RatingScale(-10, 10, 0.5f)))
            .withNoRating(Optional.of(99f));

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private LayoutStore store() {
        return new LayoutStore(folder.resolve("layouts.json"), warnings::add);
    }

    @Test
    void remembersEverythingThatIsNeededToRead() throws IOException {
        Layout plain = Layout.of(new Dialect(" ", false), false, new Columns(0, 1, 2, -1, 3));
        store().remember("a", ODD);
        store().remember("b", plain);

        assertThat(store().of("a")).contains(ODD);
        assertThat(store().of("b")).contains(plain);
        assertThat(store().of("c")).isEmpty();

        store().remember("a", plain);
        assertThat(store().of("a")).contains(plain);
        store().forget("a");
        assertThat(store().of("a")).isEmpty();
    }

    @Test
    void aDamagedFileIsKeptAsideWithASentence() throws IOException {
        Files.writeString(folder.resolve("layouts.json"), "{\"format\": 1, \"layouts\": [{\"shape\": \"a\"}]}");
        assertThat(store().of("a")).isEmpty();
        assertThat(warnings).singleElement().asString().contains("layouts.json.damaged");
        store().remember("a", ODD);
        assertThat(store().of("a")).contains(ODD);
    }
}
