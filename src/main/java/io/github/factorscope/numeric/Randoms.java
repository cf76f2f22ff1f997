package io.github.factorscope.numeric;

import java.util.SplittableRandom;

/** Random numbers that are the same on every JDK and machine for the same seed. */
public final class Randoms {
    private Randoms() {}

    /** An independent stream for one purpose, so that a new use of randomness does not shift the others. */
    public static SplittableRandom stream(long seed, String purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
    }

    /** An independent stream for one of many cases of the same purpose, such as a user and an item. */
    public static SplittableRandom stream(long seed, String purpose, int first, int second) {
        long ofPurpose = stream(seed, purpose).nextLong();
        // Once more through the generator, so that neighbouring cases do not begin with neighbouring states.
        long ofCase = new SplittableRandom(ofPurpose ^ (((long) first << 32) | (second & 0xFFFFFFFFL))).nextLong();
        return new SplittableRandom(ofCase);
    }

    /**
     * A standard normal number by Marsaglia's polar method. {@code Random.nextGaussian} may change with the JDK;
     * {@link StrictMath} never does.
     */
    public static double gaussian(SplittableRandom random) {
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** Shuffles {@code values[from..to)} in place (Fisher and Yates). */
    public static void shuffle(int[] values, int from, int to, SplittableRandom random) {
        for (int last = to - 1; last > from; last--) {
            int other = from + random.nextInt(last - from + 1);
            int kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }

    /** The numbers 0 to {@code size − 1} in random order. */
    public static int[] permutation(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int k = 0; k < size; k++) {
            order[k] = k;
        }
        shuffle(order, 0, size, random);
        return order;
    }
}
