package io.github.factorscope.ui.plot;

import java.util.List;
import java.util.function.Function;

/** What an axis shows: from low to high, evenly or by powers of ten. */
record Range(double low, double high, boolean logarithmic) {

    /** Where a value lies between the ends, 0 to 1. */
    double share(double value) {
        if (high <= low) {
            return 0.5;
        }
        return logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** The value at this share. */
    double value(double share) {
        return logarithmic
                ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)))
                : low + share * (high - low);
    }

    static Range over(List<Curve> curves, Function<Curve, double[]> axis, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (double value : axis.apply(curve)) {
                if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return low > high
                ? new Range(logarithmic ? 1 : 0, logarithmic ? 10 : 1, logarithmic)
                : new Range(low, high, logarithmic);
    }

    /** With a margin below and above, so that curves do not run along the frame. */
    Range padded(double share) {
        double margin = high > low ? share * (high - low) : Math.max(1e-3, 0.05 * Math.abs(high));
        return new Range(low - margin, high + margin, logarithmic);
    }
}
