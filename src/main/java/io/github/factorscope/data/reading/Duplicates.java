package io.github.factorscope.data.reading;

import io.github.factorscope.data.Ratings;
import java.util.Arrays;

/** Several ratings of one item by one user. */
final class Duplicates {
    private Duplicates() {}

    /** @param removed how many ratings gave way to another one */
    record Result(Ratings ratings, long removed) {}

    /** At most one rating of each pair, in the order of the file. */
    static Result resolve(Ratings ratings, int users, int items, ReadingPolicy.Repeated policy) {
        int[] next = laterOfSamePair(ratings, users, items);
        int removed = 0;
        for (int later : next) {
            removed += later >= 0 ? 1 : 0;
        }
        if (removed == 0) {
            return new Result(ratings, 0);
        }
        return new Result(
                switch (policy) {
                    case LAST -> ratings.select(lastOfEach(next, removed));
                    case FIRST -> ratings.select(firstOfEach(next, removed));
                    case MEAN -> meanOfEach(ratings, next);
                },
                removed);
    }

    /** For each rating where in the file the next one of the same pair stands, −1 where there is none. */
    private static int[] laterOfSamePair(Ratings ratings, int users, int items) {
        int[] starts = new int[users + 1];
        for (int k = 0; k < ratings.size(); k++) {
            starts[ratings.user(k) + 1]++;
        }
        for (int u = 0; u < users; u++) {
            starts[u + 1] += starts[u];
        }
        int[] byUser = new int[ratings.size()];
        int[] places = Arrays.copyOf(starts, users);
        for (int k = 0; k < ratings.size(); k++) {
            byUser[places[ratings.user(k)]++] = k;
        }
        int[] next = new int[ratings.size()];
        Arrays.fill(next, -1);
        int[] seen = new int[items]; // 1 + the last position of the item among the user's ratings
        for (int u = 0; u < users; u++) {
            for (int p = starts[u]; p < starts[u + 1]; p++) {
                int position = byUser[p];
                int earlier = seen[ratings.item(position)] - 1;
                if (earlier >= 0) {
                    next[earlier] = position;
                }
                seen[ratings.item(position)] = position + 1;
            }
            for (int p = starts[u]; p < starts[u + 1]; p++) {
                seen[ratings.item(byUser[p])] = 0;
            }
        }
        return next;
    }

    private static int[] lastOfEach(int[] next, int removed) {
        int[] positions = new int[next.length - removed];
        int size = 0;
        for (int k = 0; k < next.length; k++) {
            if (next[k] < 0) {
                positions[size++] = k;
            }
        }
        return positions;
    }

    private static int[] firstOfEach(int[] next, int removed) {
        boolean[] repeats = new boolean[next.length];
        for (int later : next) {
            if (later >= 0) {
                repeats[later] = true;
            }
        }
        int[] positions = new int[next.length - removed];
        int size = 0;
        for (int k = 0; k < next.length; k++) {
            if (!repeats[k]) {
                positions[size++] = k;
            }
        }
        return positions;
    }

    private static Ratings meanOfEach(Ratings ratings, int[] next) {
        double[] sums = new double[next.length];
        int[] counts = new int[next.length];
        Ratings.Builder means = new Ratings.Builder(ratings.hasTimes());
        for (int k = 0; k < next.length; k++) {
            double sum = sums[k] + ratings.value(k);
            int count = counts[k] + 1;
            if (next[k] >= 0) {
                sums[next[k]] = sum;
                counts[next[k]] = count;
            } else {
                means.add(
                        ratings.user(k),
                        ratings.item(k),
                        (float) (sum / count),
                        ratings.hasTimes() ? ratings.time(k) : 0);
            }
        }
        return means.build();
    }
}
