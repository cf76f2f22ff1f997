package io.github.factorscope.data.simulation;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every platform and every Java version: the bits come from
 * {@link SplittableRandom#nextLong()}, and everything made of them uses {@link StrictMath}.
 */
final class RandomDraws {
    private static final int UNUSED_BITS = 12;
    private static final double STEP = 0x1.0p-52;

    private final SplittableRandom bits;

    RandomDraws(long seed) {
        this(new SplittableRandom(seed));
    }

    private RandomDraws(SplittableRandom bits) {
        this.bits = bits;
    }

    /** An independent source; the order of calls decides what it yields. */
    RandomDraws split() {
        return new RandomDraws(bits.split());
    }

    /** A number strictly between 0 and 1. */
    double uniform() {
        // The half step keeps clear of 0, whose logarithm the draws below could not take.
        return ((bits.nextLong() >>> UNUSED_BITS) + 0.5) * STEP;
    }

    /** A number strictly between the two bounds. */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** An index from 0 to {@code count - 1}. */
    int index(int count) {
        return (int) (uniform() * count);
    }

    /** A standard normal number, by the method of Box and Muller. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** A logistic number with mean 0 and the given scale; its standard deviation is scale times pi / sqrt(3). */
    double logistic(double scale) {
        double share = uniform();
        return scale * StrictMath.log(share / (1 - share));
    }

    /** A standard Gumbel number: the largest of log weight + Gumbel picks an index in proportion to its weight. */
    double gumbel() {
        return -StrictMath.log(-StrictMath.log(uniform()));
    }
}
