package io.github.factorscope.evaluation.ranking;

import java.util.Arrays;

/**
 * What one user's list of K gets for the relevant items in it. Items with equal predictions may stand in any order; each
 * figure is the mean over all these orders, worked out in closed form (McSherry, Najork 2008).
 */
final class ExpectedHits {
    private static final double LOG_2 = Math.log(2);

    private final int k;
    private final int relevant; // |R|
    private double hits;
    private double gain; // of NDCG, not yet divided
    private double precisions; // of MAP, not yet divided
    private double reciprocal;
    private double miss = 1; // probability that nothing above was relevant
    private int found; // relevant items above the ones that are added next

    /**
     * Goes through the relevant items from the best to the last in the list.
     *
     * @param predictions of all items that may be listed; NaN for the others
     * @param relevant predictions of the relevant items, at least one; sorted by this
     */
    ExpectedHits(double[] predictions, double[] relevant, Cut cut, int k) {
        this.k = k;
        this.relevant = relevant.length;
        Arrays.sort(relevant);
        int last = relevant.length - 1;
        while (last >= 0 && relevant[last] >= cut.value()) {
            int first = last;
            while (first > 0 && relevant[first - 1] == relevant[last]) {
                first--;
            }
            addTied(predictions, relevant[last], last - first + 1);
            last = first - 1;
        }
    }

    /** Adds the {@code good} relevant items of this prediction. */
    private void addTied(double[] predictions, double value, int good) {
        int above = 0;
        int tied = 0;
        for (double prediction : predictions) {
            if (prediction > value) {
                above++;
            } else if (prediction == value) {
                tied++;
            }
        }
        int places = Math.min(tied, k - above);
        double chance = good / (double) tied; // that the item at a place is relevant
        double others = tied == 1 ? 0 : (good - 1) / (tied - 1.0); // the same for each other place, given that
        for (int j = 0; j < places; j++) {
            int place = above + j + 1;
            gain += chance / log2(place + 1);
            precisions += chance * (found + 1 + j * others) / place;
            double first = good / (double) (tied - j); // that it is relevant, given that nothing above it is
            reciprocal += miss * first / place;
            miss *= 1 - first;
        }
        hits += places * chance;
        found += good;
    }

    private static double log2(double x) {
        return Math.log(x) / LOG_2;
    }

    double precision() {
        return hits / k;
    }

    double recall() {
        return hits / relevant;
    }

    double ndcg() {
        double best = 0;
        for (int place = 1; place <= Math.min(k, relevant); place++) {
            best += 1 / log2(place + 1);
        }
        return gain / best;
    }

    double averagePrecision() {
        return precisions / Math.min(k, relevant);
    }

    double reciprocalRank() {
        return reciprocal;
    }

    double hitRate() {
        return 1 - miss;
    }
}
