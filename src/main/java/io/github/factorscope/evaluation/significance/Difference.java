package io.github.factorscope.evaluation.significance;

/**
 * The difference of two runs on the same test, the first minus the second, and how sure it is.
 *
 * @param interval of the difference
 * @param pValue two-sided, for "there is no difference": with d the resampled differences, 2·(min(#{d ≤ 0}, #{d ≥ 0}) + 1) /
 *     (resamples + 1), at most 1. Below 0.05 where the interval leaves zero out. One is added because the observed test is
 *     one of those that could have been (Davison and Hinkley, "Bootstrap Methods and their Application", 1997, chapter 4)
 * @param resamples how many were drawn
 */
public record Difference(Interval interval, double pValue, int resamples) {

    /** @param resampled the difference in every resample; sorted in place */
    static Difference of(Resampled over, double estimate, double[] resampled) {
        int atMost = 0;
        int atLeast = 0;
        for (double difference : resampled) {
            atMost += difference <= 0 ? 1 : 0;
            atLeast += difference >= 0 ? 1 : 0;
        }
        double pValue = Math.min(1, 2.0 * (Math.min(atMost, atLeast) + 1) / (resampled.length + 1));
        return new Difference(Interval.of(over, estimate, resampled), pValue, resampled.length);
    }

    /** What was drawn anew. */
    public Resampled over() {
        return interval.over();
    }
}
