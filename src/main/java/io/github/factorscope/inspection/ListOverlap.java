package io.github.factorscope.inspection;

import java.util.HashSet;
import java.util.Set;

/**
 * How alike two lists of recommendations are.
 *
 * @param common how many items stand in both
 * @param length of each list
 * @param rankBiased rank-biased overlap, 0 to 1: the share in common of the first d places, averaged over all depths d, where
 *     every depth counts {@value #PERSISTENCE} times as much as the one before (W. Webber, A. Moffat, J. Zobel, A similarity
 *     measure for indefinite rankings, ACM TOIS 2010; extrapolated beyond the end of the lists)
 */
public record ListOverlap(int common, int length, double rankBiased) {
    /** p: how likely somebody who reads one place goes on to the next. The first ten places have 86 % of the weight. */
    public static final double PERSISTENCE = 0.9;

    /**
     * Of two lists of the same length, neither of which has an item twice.
     *
     * @param first items, best first
     */
    public static ListOverlap of(int[] first, int[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "lists of " + first.length + " and " + second.length + " items cannot be compared");
        }
        Set<Integer> onlyOne = new HashSet<>();
        int common = 0;
        double agreement = 0;
        double weight = 1;
        double sum = 0;
        for (int k = 0; k < first.length; k++) {
            common += meet(onlyOne, first[k]) + meet(onlyOne, second[k]);
            agreement = common / (k + 1.0);
            weight *= PERSISTENCE;
            sum += agreement * weight;
        }
        double rankBiased = agreement * weight + (1 - PERSISTENCE) / PERSISTENCE * sum;
        return new ListOverlap(common, first.length, first.length == 0 ? 1 : rankBiased);
    }

    /** 1 where the item was met in the other list already. */
    private static int meet(Set<Integer> onlyOne, int item) {
        if (onlyOne.remove(item)) {
            return 1;
        }
        onlyOne.add(item);
        return 0;
    }
}
