package io.github.factorscope.data.reading;

import io.github.factorscope.data.Dataset;
import java.util.List;

/**
 * A data set and what happened while it was read.
 *
 * @param problems the lines that could not be read, at most the first thousand
 * @param problemCount how many there were in all
 * @param duplicates ratings that gave way to a later one of the same user and item
 */
public record LoadedData(Dataset dataset, Layout layout, List<Problem> problems, long problemCount, int duplicates) {
    public LoadedData {
        problems = List.copyOf(problems);
    }
}
