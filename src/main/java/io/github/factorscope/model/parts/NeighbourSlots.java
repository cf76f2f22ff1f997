package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.Parameters;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * S^k(i): the k items most similar to each item, whatever their similarity; where k covers all items, slot j of every item is
 * item j, and an item's own slot stays unused. Immutable.
 */
final class NeighbourSlots {
    private static final int[][] ALL = {};

    private final int[][] neighbours; // S^k(i), [items][slots], or ALL
    private final int[][] common; // n_ij, users who rated both, [items][slots]

    private NeighbourSlots(int[][] neighbours, int[][] common) {
        this.neighbours = neighbours;
        this.common = common;
    }

    /** No slots at all. */
    static NeighbourSlots none(int items) {
        int[][] nothing = new int[items][0];
        return new NeighbourSlots(nothing, nothing);
    }

    /**
     * The slots by {@link ShrunkCorrelation}. Where it is stopped early, the remaining items have none.
     *
     * @param slots k
     * @param shrinkage λ₂
     */
    static NeighbourSlots of(
            RatingMatrix training, Biases baseline, int slots, double shrinkage, BooleanSupplier stopRequested) {
        int items = training.items();
        int[][] neighbours = ALL;
        if (slots < items - 1) {
            NeighbourLists lists = NeighbourLists.highest(
                    training, new ShrunkCorrelation(training, baseline, shrinkage), slots, stopRequested);
            neighbours = new int[items][];
            for (int i = 0; i < items; i++) {
                neighbours[i] = lists.neighbours(i);
                Arrays.sort(neighbours[i]); // so that a row of ratings is read in its order
            }
        }
        int[][] kept = neighbours;
        int[][] common = new int[items][];
        IntStream.range(0, items).parallel().forEach(i -> common[i] = common(training, i, kept));
        return new NeighbourSlots(neighbours, common);
    }

    private static int[] common(RatingMatrix training, int item, int[][] neighbours) {
        SparseRows byItem = training.byItem();
        SparseRows byUser = training.byUser();
        int[] counts = new int[training.items()];
        for (int k = byItem.start(item); k < byItem.end(item); k++) {
            int user = byItem.column(k);
            for (int l = byUser.start(user); l < byUser.end(user); l++) {
                counts[byUser.column(l)]++;
            }
        }
        counts[item] = 0;
        return neighbours == ALL
                ? counts
                : Arrays.stream(neighbours[item]).map(j -> counts[j]).toArray();
    }

    /** Whether slot j of every item is item j. */
    boolean areComplete() {
        return neighbours == ALL;
    }

    /** S^k(i), rising; only where the slots are not complete. */
    int[] items(int item) {
        return neighbours[item];
    }

    /** The item in a slot. */
    int item(int item, int slot) {
        return areComplete() ? slot : neighbours[item][slot];
    }

    /** n_ij of each slot. */
    int[] common(int item) {
        return common[item];
    }

    /** One value a slot, all 0. */
    float[][] zeros() {
        return Arrays.stream(common).map(row -> new float[row.length]).toArray(float[][]::new);
    }

    /** All rows one after the other. */
    float[] toFlat(float[][] rows) {
        float[] flat = new float[size()];
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, flat, at, row.length);
            at += row.length;
        }
        return flat;
    }

    /** The rows of which {@link #toFlat} made the array of this name. */
    float[][] fromFlat(Parameters parameters, String name) {
        float[] flat = parameters.get(name, size());
        float[][] rows = zeros();
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(flat, at, row, 0, row.length);
            at += row.length;
        }
        return rows;
    }

    private int size() {
        return Math.toIntExact(
                Arrays.stream(common).mapToLong(row -> row.length).sum());
    }
}
