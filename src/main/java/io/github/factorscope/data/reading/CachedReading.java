package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Ratings;
import java.util.List;

/**
 * Everything that reading a rating file gave.
 *
 * @param ratings at most one for each pair, on the indices of these ids
 * @param layout as it was recognised
 * @param problems at most the first thousand
 * @param problemCount of all
 */
record CachedReading(
        IdIndex users,
        IdIndex items,
        Ratings ratings,
        Layout layout,
        List<Problem> problems,
        long problemCount,
        long duplicates,
        long outsideScale,
        long unrated) {}
