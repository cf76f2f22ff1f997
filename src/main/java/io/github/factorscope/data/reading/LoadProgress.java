package io.github.factorscope.data.reading;

import java.util.OptionalDouble;

/**
 * How far loading has come.
 *
 * @param lines read so far
 * @param bytes read so far, as they lie on the disk
 * @param totalBytes of all that is to be read
 * @param seconds since reading began
 */
public record LoadProgress(long lines, long bytes, long totalBytes, double seconds) {
    private static final double SOONEST = 0.5; // seconds after which something can be said of the rest
    private static final double LEAST_SHARE = 0.01;

    /** Of the bytes, 0 to 1. */
    public double share() {
        return totalBytes <= 0 ? 1 : Math.min(1, bytes / (double) totalBytes);
    }

    /** As long as it goes on as it went so far; empty in the first moments. */
    public OptionalDouble secondsLeft() {
        return seconds < SOONEST || share() < LEAST_SHARE
                ? OptionalDouble.empty()
                : OptionalDouble.of(seconds * (1 - share()) / share());
    }
}
