package io.github.factorscope.data.simulation;

import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Made-up items, few of them popular and many not, and how much people of a taste like them. */
final class LongTail {
    private static final int TASTES = 6;
    private static final int HEAD = 50; // how many items are about equally popular on top
    private static final double FALL = 0.85; // of popularity with the place

    private final double[] reach; // cumulative popularity
    private final double[][] traits; // [items][tastes + 1]

    LongTail(int items, SplittableRandom random) {
        reach = new double[items];
        double sum = 0;
        for (int item = 0; item < items; item++) {
            sum += StrictMath.pow(item + (double) HEAD, -FALL);
            reach[item] = sum;
        }
        traits = new double[items][];
        for (int item = 0; item < items; item++) {
            traits[item] = taste(random);
        }
    }

    /** What somebody likes; the last number is how much they like anything. */
    static double[] taste(SplittableRandom random) {
        double[] point = new double[TASTES + 1];
        for (int k = 0; k < point.length; k++) {
            point[k] = Randoms.gaussian(random);
        }
        return point;
    }

    /** An item, by its popularity. */
    int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(reach, random.nextDouble() * reach[reach.length - 1]);
        return Math.min(reach.length - 1, found < 0 ? -found - 1 : found);
    }

    /** Half stars. */
    float stars(double[] taste, int item, SplittableRandom random) {
        double[] ofItem = traits[item];
        double liking = 3.5 + 0.4 * taste[TASTES] + 0.4 * ofItem[TASTES] + 0.5 * Randoms.gaussian(random);
        for (int k = 0; k < TASTES; k++) {
            liking += 0.2 * taste[k] * ofItem[k];
        }
        return (float) Math.max(0.5, Math.min(5, Math.rint(2 * liking) / 2));
    }
}
