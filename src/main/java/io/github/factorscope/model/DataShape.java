package io.github.factorscope.model;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import java.util.Arrays;

/**
 * What the cost of a training depends on. Immutable.
 *
 * @param userSquares Σ_u |R(u)|²: pairs of ratings of one user
 * @param itemSquares Σ_i |R(i)|²: pairs of ratings of one item
 */
public record DataShape(
        long users, long items, long ratings, double userSquares, double itemSquares, Lengths itemLengths) {

    /** How many ratings each item has. */
    public static final class Lengths {
        private final int[] sorted; // rising

        private Lengths(int[] sorted) {
            this.sorted = sorted;
        }

        /** How many have at least so many. */
        public long atLeast(int fewest) {
            return Arrays.stream(sorted).filter(length -> length >= fewest).count();
        }
    }

    public static DataShape of(RatingMatrix training) {
        return new DataShape(
                training.users(),
                training.items(),
                training.size(),
                squares(training.byUser()),
                squares(training.byItem()),
                new Lengths(lengths(training.byItem())));
    }

    private static double squares(SparseRows rows) {
        return Arrays.stream(lengths(rows))
                .mapToDouble(length -> (double) length * length)
                .sum();
    }

    private static int[] lengths(SparseRows rows) {
        int[] lengths = new int[rows.rows()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = rows.length(row);
        }
        return lengths;
    }

    /** The same with users as items and items as users; the lengths stay those of the items. */
    public DataShape transposed() {
        return new DataShape(items, users, ratings, itemSquares, userSquares, itemLengths);
    }

    /** About how many pairs of items somebody rated both, were the ratings spread evenly. */
    public double ratedPairs() {
        double pairs = (double) items * items;
        return pairs == 0 ? 0 : pairs * (1 - Math.exp(-userSquares / pairs));
    }
}
