package io.github.factorscope.experiment;

import org.apache.commons.statistics.descriptive.Max;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Min;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * How some numbers lie, such as the errors of runs that differ only by seed.
 *
 * @param count how many
 * @param standardDeviation with n − 1 below; 0 for a single number
 */
public record Spread(int count, double mean, double standardDeviation, double min, double max) {

    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there must be at least one number");
        }
        return new Spread(
                values.length,
                Mean.of(values).getAsDouble(),
                values.length == 1 ? 0 : StandardDeviation.of(values).getAsDouble(),
                Min.of(values).getAsDouble(),
                Max.of(values).getAsDouble());
    }
}
