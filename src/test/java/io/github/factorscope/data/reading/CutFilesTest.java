package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download that broke off, at every byte. */
class CutFilesTest {
    private static final ReadingPolicy ANY = ReadingPolicy.USUAL.withMostProblems(1);

    @TempDir
    private Path temp;

    private final MessyFile whole = new MessyFile.Writer()
            .quotes()
            .comment("#")
            .lineEnd("\r\n")
            .given(MessyFile.sample().subList(0, 20))
            .as("small", "small.csv");

    @Test
    void ofAPlainFileTheWholeLinesAreRead() throws IOException {
        Set<String> given = new HashSet<>(
                whole.ratings().stream().map(CutFilesTest::withoutTime).toList());
        int last = 0;
        for (int length = 0; length <= whole.bytes().length; length++) {
            Path file = Files.write(temp.resolve("small.csv"), Arrays.copyOf(whole.bytes(), length));

            Optional<LoadedData> loaded = Refusals.readOrRefuse(file, ANY);

            List<String> read =
                    loaded.map(data -> SampleFiles.ratings(data.dataset())).orElse(List.of());
            long strange = read.stream()
                    .filter(rating -> !given.contains(withoutTime(rating)))
                    .count();
            assertThat(strange)
                    .as("ratings that were not given, of " + length + " bytes")
                    .isLessThanOrEqualTo(1);
            assertThat(read.size()).isBetween(last - 1, last + 1);
            last = read.size();
        }
        assertThat(last).isEqualTo(whole.ratings().size());
    }

    /** Of two lines one of which is cut off nobody can say that the last column is a time. */
    private static String withoutTime(String rating) {
        return rating.replaceFirst(" \\d{5,}$", "");
    }

    @Test
    void aGzipFileIsReadWholeOrNotAtAll() throws IOException {
        cutEverywhere("small.csv.gz", MessyFile.gzip(whole.bytes()));
    }

    @Test
    void aZipFileIsReadWholeOrNotAtAll() throws IOException {
        cutEverywhere("small.zip", MessyFile.zip("data/ratings.csv", whole.bytes()));
    }

    private void cutEverywhere(String name, byte[] packed) throws IOException {
        for (int length = 0; length <= packed.length; length++) {
            Path file = Files.write(temp.resolve(name), Arrays.copyOf(packed, length));

            Optional<LoadedData> loaded = Refusals.readOrRefuse(file, ANY);

            assertThat(loaded.isPresent()).as("loaded, of " + length + " bytes").isEqualTo(length == packed.length);
        }
    }
}
