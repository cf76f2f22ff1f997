package io.github.factorscope.evaluation.significance;

import java.util.SplittableRandom;

/**
 * How often each of n units is drawn when n are drawn with replacement, for some resamples at once and without drawing one
 * by one: most counts are Poisson numbers of a mean λ slightly below 1, and the few draws that then miss to n go to units at
 * random. Given their sum, Poisson numbers of equal mean are multinomial, so this is the multinomial distribution exactly,
 * whatever λ; where there are more than n, which is about never, the resample is drawn one by one instead.
 */
final class DrawnCounts {
    private static final int BITS = 12;
    private static final int WORD = Long.SIZE / BITS; // counts from one random word
    private static final int MASK = (1 << BITS) - 1;
    private static final double MARGIN = 6; // standard deviations that the Poisson sum stays below n

    private final int units;
    private final SplittableRandom random;
    private final double[] cumulative; // P(count ≤ k)
    private final double[] table = new double[1 << BITS]; // the count where the first bits decide it, or −1
    private final double[] drawn; // [resamples]

    DrawnCounts(int units, int resamples, SplittableRandom random) {
        this.units = units;
        this.random = random;
        this.drawn = new double[resamples];
        this.cumulative = cumulative(Math.max(0, 1 - MARGIN / Math.sqrt(units)));
        for (int first = 0; first < table.length; first++) {
            int count = count(first / (double) table.length);
            table[first] = count == count((first + 1) / (double) table.length) ? count : -1;
        }
    }

    private static double[] cumulative(double mean) {
        double[] cumulative = new double[24]; // for a mean up to 1, what lies beyond is below 1e-24
        double probability = StrictMath.exp(-mean);
        double sum = 0;
        for (int k = 0; k < cumulative.length; k++) {
            sum += probability;
            cumulative[k] = sum;
            probability *= mean / (k + 1);
        }
        return cumulative;
    }

    private int count(double uniform) {
        int count = 0;
        while (count < cumulative.length - 1 && uniform >= cumulative[count]) {
            count++;
        }
        return count;
    }

    /** The Poisson part of the next unit's counts, one a resample. To be called once for each unit. */
    void next(double[] counts) {
        int r = 0;
        while (r < counts.length) {
            long word = random.nextLong();
            int end = Math.min(counts.length, r + WORD);
            for (; r < end; r++) {
                int first = (int) word & MASK;
                word >>>= BITS;
                double count = table[first];
                counts[r] = count >= 0 ? count : count((first + random.nextDouble()) / table.length);
            }
        }
        for (int each = 0; each < counts.length; each++) {
            drawn[each] += counts[each];
        }
    }

    /** Whether the resample has more than n draws and has to be begun anew, with n missing. */
    boolean tooMany(int resample) {
        return drawn[resample] > units;
    }

    /** How many units have still to be drawn by {@link #unit}. */
    int missing(int resample) {
        return tooMany(resample) ? units : units - (int) drawn[resample];
    }

    /** A unit at random. */
    int unit() {
        return random.nextInt(units);
    }
}
