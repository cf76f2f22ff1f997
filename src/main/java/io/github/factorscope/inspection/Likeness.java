package io.github.factorscope.inspection;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import java.util.Arrays;

/**
 * How alike items are by how they were rated: the shrunk correlation that neighbourhood models use, with its usual
 * shrinkage. It exists for all data and does not depend on the model, so that lists of several models are measured alike,
 * and it is the similarity that stands beside a neighbour. Immutable, safe on all threads.
 */
public final class Likeness {
    private final RatingMatrix training;
    private final Biases baseline; // b̃

    private Likeness(RatingMatrix training, Biases baseline) {
        this.training = training;
        this.baseline = baseline;
    }

    public static Likeness of(RatingMatrix training) {
        return new Likeness(training, Biases.shrunkMeans(training));
    }

    /** Similarities of each pair of these items, −1 to 1: symmetric, 0 on the diagonal. */
    public float[][] among(int[] items) {
        int count = items.length;
        SparseRows byItem = training.byItem();
        int[] ends = new int[training.users() + 1]; // where a user's entries end, once they are filled in
        for (int item : items) {
            for (int k = byItem.start(item); k < byItem.end(item); k++) {
                ends[byItem.column(k) + 1]++;
            }
        }
        for (int user = 0; user < training.users(); user++) {
            ends[user + 1] += ends[user];
        }
        int[] places = new int[ends[training.users()]]; // of the items, user by user
        float[] residuals = new float[places.length]; // r − b̃, the same order
        for (int place = 0; place < count; place++) {
            for (int k = byItem.start(items[place]); k < byItem.end(items[place]); k++) {
                int user = byItem.column(k);
                int at = ends[user]++;
                places[at] = place;
                residuals[at] = (float) (byItem.value(k) - baseline.of(user, items[place]));
            }
        }
        return correlations(count, ends, places, residuals);
    }

    private static float[][] correlations(int count, int[] ends, int[] places, float[] residuals) {
        Sums sums = new Sums(count);
        int from = 0;
        for (int user = 0; user + 1 < ends.length; user++) {
            int to = ends[user];
            for (int a = from; a < to; a++) {
                sums.add(places[a], residuals[a], places, residuals, a + 1, to);
            }
            from = to;
        }
        return sums.correlations();
    }

    /** Σxy, Σxx, Σyy, n of each pair: of the item with the smaller place in row and x. */
    private static final class Sums {
        private final int count;
        private final float[][] products;

        Sums(int count) {
            this.count = count;
            this.products = new float[count][4 * count];
        }

        void add(int place, float x, int[] places, float[] residuals, int from, int to) {
            float[] row = products[place];
            for (int b = from; b < to; b++) {
                float y = residuals[b];
                int base = 4 * places[b];
                row[base] += x * y;
                row[base + 1] += x * x;
                row[base + 2] += y * y;
                row[base + 3] += 1;
            }
        }

        float[][] correlations() {
            float[][] all = new float[count][count];
            for (int a = 0; a < count; a++) {
                for (int b = a + 1; b < count; b++) {
                    float[] pair = Arrays.copyOfRange(products[a], 4 * b, 4 * b + 4);
                    double scale = Math.sqrt((double) pair[1] * pair[2]);
                    double support = pair[3] / (pair[3] + ShrunkCorrelation.USUAL_SHRINKAGE);
                    float similarity = scale > 0 ? (float) (pair[0] / scale * support) : 0;
                    all[a][b] = similarity;
                    all[b][a] = similarity;
                }
            }
            return all;
        }
    }
}
