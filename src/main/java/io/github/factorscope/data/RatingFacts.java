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
 * @param firstTime seconds since 1970; empty where the file has no times
 * @param lastTime likewise
 */
public record RatingFacts(
        double mean, List<Bar> histogram, Tally items, Tally users, OptionalLong firstTime, OptionalLong lastTime) {
    private static final int MOST_BARS = 20;

    /** How often ratings from {@code low} to {@code high} were given; both are the same for a single rating. */
    public record Bar(double low, double high, int count) {}

    /**
     * Ratings of each item, or by each user.
     *
     * @param counts by index
     * @param means in stars, by index; NaN where there is no rating
     */
    public record Tally(int[] counts, double[] means) {
        private static Tally of(SparseRows rows) {
            int[] counts = new int[rows.rows()];
            double[] means = new double[counts.length];
            for (int row = 0; row < counts.length; row++) {
                double sum = 0;
                for (int k = rows.start(row); k < rows.end(row); k++) {
                    sum += rows.value(k);
                }
                counts[row] = rows.length(row);
                means[row] = sum / counts[row];
            }
            return new Tally(counts, means);
        }

        /** The counts, largest first. */
        public int[] falling() {
            int[] rising = counts.clone();
            Arrays.sort(rising);
            int[] falling = new int[rising.length];
            for (int k = 0; k < falling.length; k++) {
                falling[k] = rising[rising.length - 1 - k];
            }
            return falling;
        }
    }

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
                Tally.of(matrix.byItem()),
                Tally.of(matrix.byUser()),
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
}
