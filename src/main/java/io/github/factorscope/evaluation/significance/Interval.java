package io.github.factorscope.evaluation.significance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A number with its 95 % confidence interval: the percentile interval of the bootstrap (Efron and Tibshirani, "An
 * Introduction to the Bootstrap", 1993, chapter 13), from the 2.5th to the 97.5th percentile of the resamples.
 *
 * @param over what was drawn anew
 * @param estimate from what was observed, not from resamples
 * @param low end of the interval
 * @param high end of the interval
 */
public record Interval(Resampled over, double estimate, double low, double high) {
    /** The share of intervals that are to hold the true value. */
    public static final double LEVEL = 0.95;

    /** @param resampled the same number in every resample; sorted in place */
    static Interval of(Resampled over, double estimate, double[] resampled) {
        Arrays.sort(resampled);
        double tail = (1 - LEVEL) / 2;
        return new Interval(over, estimate, quantile(resampled, tail), quantile(resampled, 1 - tail));
    }

    /** Linear between the two nearest of the sorted values. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The most careful one. */
    public static Interval widest(List<Interval> intervals) {
        return intervals.stream()
                .max(Comparator.comparingDouble(Interval::halfWidth))
                .orElseThrow(() -> new IllegalArgumentException("there is no interval to choose from"));
    }

    /** Half the width: what stands behind ±. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
