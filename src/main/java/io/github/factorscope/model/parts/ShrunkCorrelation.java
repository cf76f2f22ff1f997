package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Evidence;
import java.util.Arrays;

/**
 * s_ij = n_ij / (n_ij + λ₂) · ρ_ij: correlation of the residuals r − b̃ of two items over the n_ij users who rated both,
 * shrunk towards 0 where they are few (Koren 2008, section 2.2). The residuals are centred already: b̃ is taken away,
 * not their mean over the common users. On the transposed matrix it is the correlation of two users.
 */
public final class ShrunkCorrelation {
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

    /** s_ij and n_ij, with the rating that a user gave to the neighbour j. */
    public Evidence evidence(int item, int neighbour, float rating) {
        SparseRows byItem = training.byItem();
        int a = byItem.start(item);
        int b = byItem.start(neighbour);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        int support = 0;
        while (a < byItem.end(item) && b < byItem.end(neighbour)) {
            int userA = byItem.column(a);
            int userB = byItem.column(b);
            if (userA == userB) {
                double x = byItem.value(a) - baseline.of(userA, item);
                double y = byItem.value(b) - baseline.of(userA, neighbour);
                xy += x * y;
                xx += x * x;
                yy += y * y;
                support++;
            }
            a += userA <= userB ? 1 : 0;
            b += userB <= userA ? 1 : 0;
        }
        double similarity = shrunk(xy, xx, yy, support);
        return new Evidence(rating, Double.NaN, Double.NaN, similarity, similarity, support);
    }

    /** All similarities, a row at a time. */
    SimilarityRows rows() {
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
                float y = residuals[l];
                int base = 4 * byUser.column(l);
                sums[base] += x * y;
                sums[base + 1] += x * x;
                sums[base + 2] += y * y;
                sums[base + 3] += 1;
            }
        }
        for (int j = 0; j < similarities.length; j++) {
            int base = 4 * j;
            similarities[j] = (float) shrunk(sums[base], sums[base + 1], sums[base + 2], sums[base + 3]);
        }
        Arrays.fill(sums, 0);
    }

    private double shrunk(double xy, double xx, double yy, double support) {
        double scale = xy == 0 ? 0 : Math.sqrt(xx * yy);
        return scale > 0 ? xy / scale * support / (support + shrinkage) : 0;
    }
}
