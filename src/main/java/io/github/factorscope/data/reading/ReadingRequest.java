package io.github.factorscope.data.reading;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to read, and how.
 *
 * @param path a rating file, its folder, or a zip
 * @param test ratings to judge by, on the same ids
 * @param items titles, years and genres; where empty, those beside the ratings are taken
 * @param layout how the ratings are written; recognised where empty. A test file of the same shape is read alike
 */
public record ReadingRequest(
        Path path, Optional<Path> test, Optional<Path> items, Optional<Layout> layout, ReadingPolicy policy) {

    /** Recognised, with the usual policy. */
    public static ReadingRequest of(Path path) {
        return new ReadingRequest(path, Optional.empty(), Optional.empty(), Optional.empty(), ReadingPolicy.USUAL);
    }

    public ReadingRequest withTest(Optional<Path> other) {
        return new ReadingRequest(path, other, items, layout, policy);
    }

    public ReadingRequest withItems(Optional<Path> other) {
        return new ReadingRequest(path, test, other, layout, policy);
    }

    public ReadingRequest withLayout(Optional<Layout> other) {
        return new ReadingRequest(path, test, items, other, policy);
    }

    public ReadingRequest withPolicy(ReadingPolicy other) {
        return new ReadingRequest(path, test, items, layout, other);
    }
}
