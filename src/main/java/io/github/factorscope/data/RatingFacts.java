package io.github.factorscope.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

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
        private static Tally ofUsers(SparseRows byUser) {
            int[] counts = new int[byUser.rows()];
            double[] sums = new double[counts.length];
            for (int user = 0; user < counts.length; user++) {
                for (int k = byUser.start(user); k < byUser.end(user); k++) {
                    sums[user] += byUser.value(k);
                }
                counts[user] = byUser.length(user);
            }
            return new Tally(counts, means(sums, counts));
        }

        /** From the rows by user too: those by item would take as much memory again. */
        private static Tally ofItems(SparseRows byUser, int items) {
            int[] counts = new int[items];
            double[] sums = new double[items];
            for (int k = 0; k < byUser.entries(); k++) {
                counts[byUser.column(k)]++;
                sums[byUser.column(k)] += byUser.value(k);
            }
            return new Tally(counts, means(sums, counts));
        }

        private static double[] means(double[] sums, int[] counts) {
            double[] means = new double[counts.length];
            for (int k = 0; k < counts.length; k++) {
                means[k] = sums[k] / counts[k];
            }
            return means;
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
                Tally.ofItems(matrix.byUser(), matrix.items()),
                Tally.ofUsers(matrix.byUser()),
                first,
                last);
    }

    private static List<Bar> histogram(Ratings ratings, RatingScale scale) {
        float[] values = new float[MOST_BARS + 1]; // in the order in which they were first seen
        int[] counts = new int[values.length];
        int different = 0;
        for (int k = 0; k < ratings.size() && different <= MOST_BARS; k++) {
            int place = place(values, different, ratings.value(k));
            if (place == different) {
                values[different++] = ratings.value(k);
            }
            counts[place]++;
        }
        List<Bar> bars = new ArrayList<>();
        if (different <= MOST_BARS) {
            for (int k = 0; k < different; k++) {
                bars.add(new Bar(values[k], values[k], counts[k]));
            }
            bars.sort(Comparator.comparingDouble(Bar::low));
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

    /** Where the value stands, or the end. */
    private static int place(float[] values, int size, float value) {
        int place = 0;
        while (place < size && Float.compare(values[place], value) != 0) {
            place++;
        }
        return place;
    }
}
