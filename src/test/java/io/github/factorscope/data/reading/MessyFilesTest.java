package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessyFilesTest {
    @TempDir
    private Path temp;

    static List<MessyFile> files() {
        return MessyFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsReadRight(MessyFile messy) throws IOException {
        Path file = Files.write(temp.resolve(messy.file()), messy.bytes());

        LoadedData loaded = DatasetReader.read(file);

        assertThat(SampleFiles.ratings(loaded.dataset())).containsExactlyElementsOf(messy.ratings());
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.problemCount()).isZero();
    }

    @Test
    void theCorpusIsLargeAndEachFileIsAnother() {
        assertThat(files()).hasSizeGreaterThan(100);
        assertThat(files().stream().map(MessyFile::name)).doesNotHaveDuplicates();
        assertThat(files().stream()
                        .map(file -> List.of(
                                file.file(), new String(file.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))))
                .doesNotHaveDuplicates();
    }
}
