package io.github.factorscope.experiment;

import java.util.Arrays;

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
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Spread(
                values.length,
                mean,
                Math.sqrt(squares / Math.max(1, values.length - 1)),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }
}
