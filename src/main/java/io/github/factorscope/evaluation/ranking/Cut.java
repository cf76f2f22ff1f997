package io.github.factorscope.evaluation.ranking;

import java.util.PriorityQueue;

/**
 * Where a list of K ends among predictions. What is predicted more than {@code value} is in the list; the items that are
 * predicted exactly that share the places that are left.
 *
 * @param value the K-th best prediction, or the lowest where there are fewer than K
 * @param above how many predictions are better
 * @param equal how many predictions are the same, at least 1
 * @param places how many of those are in the list, at least 1
 */
record Cut(double value, int above, int equal, int places) {

    /**
     * Of all that are numbers.
     *
     * @param predictions at least one of them a number
     */
    static Cut of(double[] predictions, int k) {
        double value = kthBest(predictions, k);
        int above = 0;
        int equal = 0;
        for (double prediction : predictions) {
            if (prediction > value) {
                above++;
            } else if (prediction == value) {
                equal++;
            }
        }
        return new Cut(value, above, equal, Math.min(equal, k - above));
    }

    private static double kthBest(double[] predictions, int k) {
        PriorityQueue<Double> best = new PriorityQueue<>();
        double lowest = Double.NaN; // of the best
        for (double prediction : predictions) {
            if (best.size() < k) {
                if (!Double.isNaN(prediction)) {
                    best.add(prediction);
                    lowest = best.element();
                }
            } else if (prediction > lowest) {
                best.remove();
                best.add(prediction);
                lowest = best.element();
            }
        }
        return lowest;
    }

    /** How many items the list has. */
    int size() {
        return above + places;
    }

    /** With how much probability an item of this prediction is in the list. */
    double chance(double prediction) {
        if (prediction > value) {
            return 1;
        }
        return prediction == value ? places / (double) equal : 0;
    }
}
