package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.explanation.Waterfall.Section;
import io.github.factorscope.explanation.Waterfall.Step;

/**
 * What the bars of a waterfall span, in stars. The first bar, from 0 to the mean, is cut off at the left.
 *
 * @param low the lowest sum that any bar reaches, folded or not
 * @param high the highest
 */
public record WaterfallScale(double low, double high) {
    private static final double MARGIN = 0.08;
    private static final double LEAST_MARGIN = 0.05;

    public static WaterfallScale of(Waterfall waterfall) {
        int low = Math.min(waterfall.sum(), waterfall.shown());
        int high = Math.max(waterfall.sum(), waterfall.shown());
        for (Section section : waterfall.sections()) {
            int reached = section.from();
            for (Step step : section.steps()) {
                reached += step.thousandths();
                low = Math.min(low, reached);
                high = Math.max(high, reached);
            }
        }
        return new WaterfallScale(low / 1000.0, high / 1000.0);
    }

    /** One that has room for both. */
    public WaterfallScale with(WaterfallScale other) {
        return new WaterfallScale(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Where a sum lies between the left end, 0, and the right end, 1. */
    double share(double sum) {
        double margin = Math.max(LEAST_MARGIN, MARGIN * (high - low));
        double left = low - 2 * margin;
        return Math.max(0, (sum - left) / (high + margin - left));
    }
}
