package io.github.factorscope.evaluation.topk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the test ratings at the top of the scale rank. Immutable. */
public final class TopKResult {
    private final TopKSettings settings;
    private final List<TopKCase> cases;
    private final int leftOut;
    private final double[] percentiles;

    /**
     * Sorts the percentiles.
     *
     * @param cases by user, then item
     * @param leftOut test ratings at the top of the scale for which there was no other item to draw
     */
    public TopKResult(TopKSettings settings, List<TopKCase> cases, int leftOut) {
        this.settings = settings;
        this.cases = List.copyOf(cases);
        this.leftOut = leftOut;
        this.percentiles =
                cases.stream().mapToDouble(TopKCase::percentile).sorted().toArray();
    }

    /**
     * A point of the curve.
     *
     * @param percentile 0 to 100
     * @param share of the cases up to there, 0 to 1
     */
    public record Point(double percentile, double share) {}

    public TopKSettings settings() {
        return settings;
    }

    /** By user, then item. */
    public List<TopKCase> cases() {
        return cases;
    }

    /** Test ratings at the top of the scale for which there was no other item to draw. */
    public int leftOut() {
        return leftOut;
    }

    /** Of the cases, rising; 0 is best. */
    public double[] percentiles() {
        return percentiles.clone();
    }

    /** {@link TopKMetric#MEAN_PERCENTILE}; NaN where there are no cases. */
    public double meanPercentile() {
        return Arrays.stream(percentiles).sum() / percentiles.length;
    }

    /** {@link TopKMetric#SHARE_WITHIN}: the cumulative distribution of the percentiles; NaN where there are no cases. */
    public double shareWithin(double percentile) {
        int low = 0; // cases before it are within
        int high = percentiles.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (percentiles[middle] <= percentile) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low / (double) percentiles.length;
    }

    /**
     * The curve from 0 to a percentile, such as 100 for the whole and 2 for the best.
     *
     * @param steps between the first and the last point
     */
    public List<Point> curve(double upTo, int steps) {
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            double percentile = step * upTo / steps;
            points.add(new Point(percentile, shareWithin(percentile)));
        }
        return points;
    }
}
