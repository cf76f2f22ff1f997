package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * For every item, all items with positive {@link ItemSimilarity}, most similar first. Worked out on all cores; the
 * result does not depend on their number. Immutable once worked out.
 */
public final class NeighbourLists {
    private static final int[] NOBODY = {};
    private static final float[] NOTHING = {};
    private static final int ITEMS_BETWEEN_QUESTIONS = 32;

    private final int[][] neighbours; // [items][positive]
    private final float[][] similarities; // s_ij, [items][positive], falling

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

    /** Where it is stopped early, the remaining items have no neighbours. */
    public static NeighbourLists of(
            RatingMatrix training, Biases baseline, double shrinkage, BooleanSupplier stopRequested) {
        NeighbourLists lists = new NeighbourLists(training.items());
        float[] residuals = residuals(training, baseline);
        int[] order = IntStream.range(0, training.items()).toArray();
        ThreadLocal<float[]> sums = ThreadLocal.withInitial(() -> new float[4 * training.items()]);
        for (int from = 0; from < order.length && !stopRequested.getAsBoolean(); from += ITEMS_BETWEEN_QUESTIONS) {
            int to = Math.min(order.length, from + ITEMS_BETWEEN_QUESTIONS);
            IntStream.range(from, to)
                    .parallel()
                    .forEach(i -> lists.workOut(i, training, baseline, residuals, shrinkage, sums.get()));
        }
        return lists;
    }

    /** r_ui − b̃_ui in the order of the rows by user. */
    private static float[] residuals(RatingMatrix training, Biases baseline) {
        SparseRows byUser = training.byUser();
        float[] residuals = new float[byUser.entries()];
        for (int u = 0; u < byUser.rows(); u++) {
            for (int k = byUser.start(u); k < byUser.end(u); k++) {
                residuals[k] = (float) (byUser.value(k) - baseline.of(u, byUser.column(k)));
            }
        }
        return residuals;
    }

    /** @param sums four for each item: Σxy, Σxx, Σyy, n; all 0 before and after */
    private void workOut(
            int item, RatingMatrix training, Biases baseline, float[] residuals, double shrinkage, float[] sums) {
        SparseRows byItem = training.byItem();
        SparseRows byUser = training.byUser();
        for (int k = byItem.start(item); k < byItem.end(item); k++) {
            int user = byItem.column(k);
            float x = (float) (byItem.value(k) - baseline.of(user, item));
            for (int l = byUser.start(user); l < byUser.end(user); l++) {
                float y = residuals[l];
                int base = 4 * byUser.column(l);
                sums[base] += x * y;
                sums[base + 1] += x * x;
                sums[base + 2] += y * y;
                sums[base + 3] += 1;
            }
        }
        // Sorting whole numbers: similarity in the upper half, reversed item in the lower, so that ties go by item.
        long[] keys = new long[training.items()];
        int count = 0;
        for (int j = 0; j < training.items(); j++) {
            int base = 4 * j;
            if (j != item && sums[base] > 0) {
                float similarity = (float)
                        ItemSimilarity.shrunk(sums[base], sums[base + 1], sums[base + 2], sums[base + 3], shrinkage);
                if (similarity > 0) {
                    keys[count++] = ((long) Float.floatToIntBits(similarity) << 32) | (Integer.MAX_VALUE - j);
                }
            }
        }
        Arrays.fill(sums, 0);
        Arrays.sort(keys, 0, count);
        int[] ids = new int[count];
        float[] values = new float[count];
        for (int rank = 0; rank < count; rank++) {
            long key = keys[count - 1 - rank];
            ids[rank] = Integer.MAX_VALUE - (int) key;
            values[rank] = Float.intBitsToFloat((int) (key >>> 32));
        }
        neighbours[item] = ids;
        similarities[item] = values;
    }

    /** How many items have a positive similarity to this one. */
    public int count(int item) {
        return neighbours[item].length;
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
