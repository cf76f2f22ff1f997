package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a person gets to read where a file is refused. */
final class Refusals {
    private Refusals() {}

    /** Reads; a refusal must be one clear line, anything else that is thrown is an error. */
    static Optional<LoadedData> readOrRefuse(Path file, ReadingPolicy policy) throws IOException {
        try {
            return Optional.of(DatasetReader.read(ReadingRequest.of(file).withPolicy(policy), LoadMonitor.NONE));
        } catch (UnreadableDataException e) {
            requireClear(e.getMessage(), file);
            return Optional.empty();
        }
    }

    static void requireClear(String message, Path file) {
        assertThat(message)
                .containsAnyOf(String.valueOf(file.getFileName()), "ratings.csv") // or the file in an archive
                .endsWith(".")
                .hasSizeLessThan(700)
                .doesNotContain("Exception", "null");
        assertThat(message.chars().filter(Character::isISOControl).count())
                .as("characters that a terminal would obey in: " + message)
                .isZero();
    }
}
