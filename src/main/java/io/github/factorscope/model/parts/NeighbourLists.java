package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * For every item, the items most similar to it, most similar first. Worked out on all cores; the result does not depend
 * on their number. Immutable once worked out.
 */
public final class NeighbourLists {
    private static final int[] NOBODY = {};
    private static final float[] NOTHING = {};
    private static final int ITEMS_BETWEEN_QUESTIONS = 32;

    private final int[][] neighbours; // [items][at most the list length]
    private final float[][] similarities; // s_ij, the same shape, falling

    private NeighbourLists(int items) {
        neighbours = new int[items][];
        similarities = new float[items][];
        Arrays.fill(neighbours, NOBODY);
        Arrays.fill(similarities, NOTHING);
    }

    /** Lists without a neighbour. */
    public static NeighbourLists none(int items) {
        return new NeighbourLists(items);
    }

    /**
     * Those with positive similarity only. Where it is stopped early, the remaining items have no neighbours.
     *
     * @param most how many neighbours an item has at most
     */
    public static NeighbourLists positive(int items, SimilarityRows rows, int most, BooleanSupplier stopRequested) {
        return of(items, rows, most, Float.MIN_VALUE, stopRequested);
    }

    /** The items with a positive {@link ShrunkCorrelation}. */
    public static NeighbourLists positive(
            RatingMatrix training, ShrunkCorrelation correlation, int most, BooleanSupplier stopRequested) {
        return positive(training.items(), correlation.rows(), most, stopRequested);
    }

    /** The items with the highest {@link ShrunkCorrelation}, whatever it is. */
    public static NeighbourLists highest(
            RatingMatrix training, ShrunkCorrelation correlation, int most, BooleanSupplier stopRequested) {
        return of(training.items(), correlation.rows(), most, Float.NEGATIVE_INFINITY, stopRequested);
    }

    private static NeighbourLists of(
            int items, SimilarityRows rows, int most, float least, BooleanSupplier stopRequested) {
        NeighbourLists lists = new NeighbourLists(items);
        ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(() -> new Scratch(items));
        for (int from = 0; from < items && !stopRequested.getAsBoolean(); from += ITEMS_BETWEEN_QUESTIONS) {
            int to = Math.min(items, from + ITEMS_BETWEEN_QUESTIONS);
            IntStream.range(from, to).parallel().forEach(item -> lists.workOut(item, rows, most, least, scratch.get()));
        }
        return lists;
    }

    /** Space for one row. */
    private static final class Scratch {
        private final float[] similarities;
        private final long[] keys;

        Scratch(int items) {
            similarities = new float[items];
            keys = new long[items];
        }
    }

    private void workOut(int item, SimilarityRows rows, int most, float least, Scratch scratch) {
        rows.fill(item, scratch.similarities);
        Row row = sorted(item, scratch.similarities, most, least, scratch.keys);
        neighbours[item] = row.neighbours();
        similarities[item] = row.similarities();
    }

    /**
     * The neighbours of one.
     *
     * @param similarities s_ij, falling
     */
    private record Row(int[] neighbours, float[] similarities) {}

    /**
     * One list, of somebody of whom these similarities are known: those with positive similarity only.
     *
     * @param self not a neighbour; −1 where nobody is left out
     */
    public static NeighbourLists one(int self, float[] similarities, int most) {
        NeighbourLists list = new NeighbourLists(1);
        Row row = sorted(self, similarities, most, Float.MIN_VALUE, new long[similarities.length]);
        list.neighbours[0] = row.neighbours();
        list.similarities[0] = row.similarities();
        return list;
    }

    private static Row sorted(int item, float[] similarities, int most, float least, long[] keys) {
        // Sorting whole numbers: similarity in the upper half, reversed item in the lower, so that ties go by item.
        int count = 0;
        for (int j = 0; j < keys.length; j++) {
            if (j != item && similarities[j] >= least) {
                keys[count++] = ((long) ordered(similarities[j]) << 32) | (Integer.MAX_VALUE - j);
            }
        }
        Arrays.sort(keys, 0, count);
        int kept = Math.min(most, count);
        int[] ids = new int[kept];
        float[] values = new float[kept];
        for (int rank = 0; rank < kept; rank++) {
            ids[rank] = Integer.MAX_VALUE - (int) keys[count - 1 - rank];
            values[rank] = similarities[ids[rank]];
        }
        return new Row(ids, values);
    }

    /** The bits of a float as a whole number of the same order, also below 0. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f); // + 0f: there is one zero only
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    /** How many neighbours the item has. */
    public int count(int item) {
        return neighbours[item].length;
    }

    /** The neighbours of the item, most similar first, in an array of their own. */
    int[] neighbours(int item) {
        return neighbours[item].clone();
    }

    /** The item at this rank, counted from 0. */
    public int neighbour(int item, int rank) {
        return neighbours[item][rank];
    }

    /** s_ij of the item at this rank. */
    public float similarity(int item, int rank) {
        return similarities[item][rank];
    }
}
