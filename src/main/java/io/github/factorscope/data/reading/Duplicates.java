package io.github.factorscope.data.reading;

import io.github.factorscope.data.Ratings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Several ratings of one item by one user: the last one in the file counts. */
final class Duplicates {
    private Duplicates() {}

    /** @param removed how many ratings gave way to a later one */
    record Result(Ratings ratings, int removed) {}

    static Result keepLast(Ratings ratings) {
        long[] sorted = new long[ratings.size()];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = pair(ratings, k);
        }
        Arrays.sort(sorted);
        int removed = 0;
        for (int k = 1; k < sorted.length; k++) {
            removed += sorted[k] == sorted[k - 1] ? 1 : 0;
        }
        return new Result(removed == 0 ? ratings : lastOfEach(ratings, sorted.length - removed), removed);
    }

    private static Ratings lastOfEach(Ratings ratings, int size) {
        Map<Long, Integer> last = new HashMap<>();
        for (int k = 0; k < ratings.size(); k++) {
            last.put(pair(ratings, k), k);
        }
        int[] positions = new int[size];
        int next = 0;
        for (int k = 0; k < ratings.size(); k++) {
            if (last.get(pair(ratings, k)) == k) {
                positions[next++] = k;
            }
        }
        return ratings.select(positions);
    }

    private static long pair(Ratings ratings, int position) {
        return ((long) ratings.user(position) << 32) | ratings.item(position);
    }
}
