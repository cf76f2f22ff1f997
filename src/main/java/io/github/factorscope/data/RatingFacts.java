package io.github.factorscope.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What can be said of ratings at a glance.
 *
 * @param mean in stars
 * @param histogram how often each rating was given, lowest first; in {@value #MOST_BARS} ranges where there are more
 * @param ratingsPerItem most rated first
 * @param ratingsPerUser most active first
 * @param firstTime seconds since 1970; empty where the file has no times
 * @param lastTime likewise
 */
public record RatingFacts(
        double mean,
        List<Bar> histogram,
        int[] ratingsPerItem,
        int[] ratingsPerUser,
        OptionalLong firstTime,
        OptionalLong lastTime) {
    private static final int MOST_BARS = 20;

    /** How often ratings from {@code low} to {@code high} were given; both are the same for a single rating. */
    public record Bar(double low, double high, int count) {}

    public static RatingFacts of(Dataset dataset) {
        Ratings ratings = dataset.ratings();
        RatingMatrix matrix = dataset.matrix(ratings);
        OptionalLong first = OptionalLong.empty();
        OptionalLong last = OptionalLong.empty();
        if (ratings.hasTimes()) {
            long low = Long.MAX_VALUE;
            long high = Long.MIN_VALUE;
            for (int k = 0; k < ratings.size(); k++) {
                low = Math.min(low, ratings.time(k));
                high = Math.max(high, ratings.time(k));
            }
            first = OptionalLong.of(low);
            last = OptionalLong.of(high);
        }
        return new RatingFacts(
                matrix.mean(),
                histogram(ratings, dataset.scale()),
                fallingLengths(matrix.byItem()),
                fallingLengths(matrix.byUser()),
                first,
                last);
    }

    private static List<Bar> histogram(Ratings ratings, RatingScale scale) {
        TreeMap<Float, Integer> counts = new TreeMap<>();
        for (int k = 0; k < ratings.size() && counts.size() <= MOST_BARS; k++) {
            counts.merge(ratings.value(k), 1, Integer::sum);
        }
        List<Bar> bars = new ArrayList<>();
        if (counts.size() <= MOST_BARS) {
            counts.forEach((value, count) -> bars.add(new Bar(value, value, count)));
            return bars;
        }
        double width = (scale.max() - (double) scale.min()) / MOST_BARS;
        int[] binned = new int[MOST_BARS];
        for (int k = 0; k < ratings.size(); k++) {
            int bin = (int) ((ratings.value(k) - scale.min()) / width);
            binned[Math.max(0, Math.min(MOST_BARS - 1, bin))]++;
        }
        for (int bin = 0; bin < MOST_BARS; bin++) {
            bars.add(new Bar(scale.min() + bin * width, scale.min() + (bin + 1) * width, binned[bin]));
        }
        return bars;
    }

    private static int[] fallingLengths(SparseRows rows) {
        int[] lengths = new int[rows.rows()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = -rows.length(row);
        }
        Arrays.sort(lengths);
        for (int k = 0; k < lengths.length; k++) {
            lengths[k] = -lengths[k];
        }
        return lengths;
    }
}
