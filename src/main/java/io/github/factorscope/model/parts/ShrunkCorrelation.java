package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * s_ij = n_ij / (n_ij + λ₂) · ρ_ij: correlation of the residuals r − b̃ of two items over the n_ij users who rated both,
 * shrunk towards 0 where they are few (Koren 2008, section 2.2). The residuals are centred already: b̃ is taken away,
 * not their mean over the common users. On the transposed matrix it is the correlation of two users.
 */
public final class ShrunkCorrelation implements SimilaritySource {
    /** λ₂ of the paper. */
    public static final double USUAL_SHRINKAGE = 100;

    private final RatingMatrix training;
    private final Biases baseline; // b̃
    private final double shrinkage; // λ₂

    public ShrunkCorrelation(RatingMatrix training, Biases baseline, double shrinkage) {
        this.training = training;
        this.baseline = baseline;
        this.shrinkage = shrinkage;
    }

    @Override
    public IntFunction<Similarity> of(int item) {
        double[] residuals = new double[training.users()];
        Arrays.fill(residuals, Double.NaN);
        SparseRows byItem = training.byItem();
        for (int k = byItem.start(item); k < byItem.end(item); k++) {
            int user = byItem.column(k);
            residuals[user] = byItem.value(k) - baseline.of(user, item);
        }
        return neighbour -> similarity(residuals, neighbour);
    }

    /**
     * Of somebody who is not in the matrix; this is a correlation of users.
     *
     * @param bias b̃_u of theirs
     */
    public IntFunction<Similarity> of(RatedItems ratings, float bias) {
        double[] residuals = new double[training.users()];
        Arrays.fill(residuals, Double.NaN);
        for (int k = 0; k < ratings.size(); k++) {
            residuals[ratings.item(k)] = ratings.value(k) - baseline.of(ratings.item(k), bias);
        }
        return neighbour -> similarity(residuals, neighbour);
    }

    /** @param residuals r − b̃ of an item by user, NaN where there is no rating */
    private Similarity similarity(double[] residuals, int neighbour) {
        SparseRows byItem = training.byItem();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        int support = 0;
        for (int k = byItem.start(neighbour); k < byItem.end(neighbour); k++) {
            int user = byItem.column(k);
            double x = residuals[user];
            if (!Double.isNaN(x)) {
                double y = byItem.value(k) - baseline.of(user, neighbour);
                xy += x * y;
                xx += x * x;
                yy += y * y;
                support++;
            }
        }
        double correlation = correlation(xy, xx, yy);
        return new Similarity(shrunk(correlation, support), correlation, support);
    }

    /** All similarities, a row at a time. */
    public SimilarityRows rows() {
        float[] residuals = baseline.residuals(training);
        ThreadLocal<float[]> sums = ThreadLocal.withInitial(() -> new float[4 * training.items()]);
        return (item, similarities) -> fill(item, similarities, residuals, sums.get());
    }

    /**
     * Walks over all ratings of all users who rated the item.
     *
     * @param residuals r − b̃ in the order of the rows by user
     * @param sums four for each item: Σxy, Σxx, Σyy, n; all 0 before and after
     */
    private void fill(int item, float[] similarities, float[] residuals, float[] sums) {
        SparseRows byItem = training.byItem();
        SparseRows byUser = training.byUser();
        for (int k = byItem.start(item); k < byItem.end(item); k++) {
            int user = byItem.column(k);
            float x = (float) (byItem.value(k) - baseline.of(user, item));
            for (int l = byUser.start(user); l < byUser.end(user); l++) {
                add(sums, byUser.column(l), x, residuals[l]);
            }
        }
        finish(sums, similarities);
        Arrays.fill(sums, 0);
    }

    /**
     * The similarities of somebody who is not in the matrix to all who are; this is a correlation of users. A user with the
     * same ratings has the same similarities, to the last digit.
     *
     * @param bias b̃_u of theirs
     */
    public float[] row(RatedItems ratings, float bias) {
        SparseRows byUser = training.byUser();
        float[] sums = new float[4 * training.items()];
        for (int k = 0; k < ratings.size(); k++) {
            int user = ratings.item(k);
            float x = (float) (ratings.value(k) - baseline.of(user, bias));
            for (int l = byUser.start(user); l < byUser.end(user); l++) {
                int other = byUser.column(l);
                add(sums, other, x, (float) (byUser.value(l) - baseline.of(user, other)));
            }
        }
        float[] similarities = new float[training.items()];
        finish(sums, similarities);
        return similarities;
    }

    private static void add(float[] sums, int item, float x, float y) {
        int base = 4 * item;
        sums[base] += x * y;
        sums[base + 1] += x * x;
        sums[base + 2] += y * y;
        sums[base + 3] += 1;
    }

    private void finish(float[] sums, float[] similarities) {
        for (int j = 0; j < similarities.length; j++) {
            int base = 4 * j;
            double correlation = correlation(sums[base], sums[base + 1], sums[base + 2]);
            similarities[j] = (float) shrunk(correlation, sums[base + 3]);
        }
    }

    private static double correlation(double xy, double xx, double yy) {
        double scale = xy == 0 ? 0 : Math.sqrt(xx * yy);
        return scale > 0 ? xy / scale : 0;
    }

    private double shrunk(double correlation, double support) {
        return correlation == 0 ? 0 : correlation * support / (support + shrinkage);
    }
}
