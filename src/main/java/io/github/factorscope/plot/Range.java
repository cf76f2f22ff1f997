package io.github.factorscope.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What an axis shows: from low to high, evenly or by powers of ten. */
public record Range(double low, double high, boolean logarithmic) {

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

    /** Whether a value can be shown at all. */
    boolean shows(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /** From the least to the greatest of the values that can be shown; 0 to 1 where there is none. */
    static Range over(DoubleStream values, boolean logarithmic) {
        Range none = new Range(logarithmic ? 1 : 0, logarithmic ? 10 : 1, logarithmic);
        double[] shown = values.filter(none::shows).toArray();
        return shown.length == 0
                ? none
                : new Range(
                        Arrays.stream(shown).min().orElseThrow(),
                        Arrays.stream(shown).max().orElseThrow(),
                        logarithmic);
    }

    /** With a margin below and above, so that curves do not run along the frame. */
    Range padded(double share) {
        if (logarithmic) {
            double factor = Math.pow(high / low, share);
            return high > low ? new Range(low / factor, high * factor, true) : new Range(low / 2, high * 2, true);
        }
        double margin = high > low ? share * (high - low) : Math.max(1e-3, 0.05 * Math.abs(high));
        return new Range(low - margin, high + margin, false);
    }
}
