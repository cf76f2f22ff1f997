package io.github.factorscope.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A rating scale in at most {@value #MOST} levels, for small tables of counts: each rating that can be given is a level, or,
 * where there are more, levels of equal width. Immutable.
 */
public final class RatingLevels {
    /** How many levels there are at most. */
    public static final int MOST = 10;

    private static final double[] NICE = {1, 2, 5, 10, 20};
    private static final double SLACK = 1e-6; // of a level: ratings are floats

    private final double first; // the low end of level 0
    private final double width;
    private final int count;
    private final boolean exact;

    private RatingLevels(double first, double width, int count, boolean exact) {
        this.first = first;
        this.width = width;
        this.count = count;
        this.exact = exact;
    }

    public static RatingLevels of(RatingScale scale) {
        double range = (double) scale.max() - scale.min();
        if (range <= 0) {
            return new RatingLevels(scale.min(), 1, 1, true);
        }
        double step = scale.step();
        if (step > 0 && range / step < MOST - 0.5) {
            return new RatingLevels(scale.min(), step, (int) Math.round(range / step) + 1, true);
        }
        double width = Math.pow(10, Math.floor(Math.log10(range / MOST)));
        for (double nice : NICE) {
            double first = nice * width * Math.floor(scale.min() / (nice * width) + SLACK);
            int count = (int) Math.ceil((scale.max() - first) / (nice * width) - SLACK);
            if (count <= MOST) {
                return new RatingLevels(first, nice * width, count, false);
            }
        }
        throw new IllegalStateException("no levels for " + scale);
    }

    public int count() {
        return count;
    }

    /** Whether every level is one rating. */
    public boolean isExact() {
        return exact;
    }

    /** The level of a rating: the lowest is 0, the last one includes the end of the scale. */
    public int of(double rating) {
        double place = (rating - first) / width;
        int level = exact ? (int) Math.round(place) : (int) Math.floor(place + SLACK);
        return Math.max(0, Math.min(count - 1, level));
    }

    /** The low end of a level, in stars: the rating itself where levels are exact. */
    public double low(int level) {
        return first + level * width;
    }

    /** The low ends of all levels, rising. */
    public List<Double> lows() {
        List<Double> lows = new ArrayList<>();
        for (int level = 0; level < count; level++) {
            lows.add(low(level));
        }
        return lows;
    }
}
