package io.github.factorscope.data.reading;

import io.github.factorscope.data.Dataset;
import java.util.List;

/**
 * A data set and what happened while it was read.
 *
 * @param policy with which it was read
 * @param problems the lines that could not be read, at most the first thousand
 * @param problemCount how many there were in all
 * @param duplicates ratings that gave way to another one of the same user and item
 * @param outsideScale ratings that lay outside the known scale; left out ones are problems, too
 * @param unrated lines, or places in a matrix, that say "not rated"
 */
public record LoadedData(
        Dataset dataset,
        Layout layout,
        ReadingPolicy policy,
        List<Problem> problems,
        long problemCount,
        long duplicates,
        long outsideScale,
        long unrated) {
    public LoadedData {
        problems = List.copyOf(problems);
    }
}
