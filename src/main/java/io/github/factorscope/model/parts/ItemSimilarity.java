package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Evidence;

/**
 * s_ij = n_ij / (n_ij + λ₂) · ρ_ij: correlation of the residuals r − b̃ of two items over the n_ij users who rated both,
 * shrunk towards 0 where they are few (Koren 2008, section 2.2). The residuals are centred already: b̃ is taken away,
 * not their mean over the common users.
 */
public final class ItemSimilarity {
    /** λ₂ of the paper. */
    public static final double USUAL_SHRINKAGE = 100;

    private final RatingMatrix training;
    private final Biases baseline; // b̃
    private final double shrinkage; // λ₂

    public ItemSimilarity(RatingMatrix training, Biases baseline, double shrinkage) {
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
        return new Evidence(rating, shrunk(xy, xx, yy, support, shrinkage), support);
    }

    static double shrunk(double xy, double xx, double yy, double support, double shrinkage) {
        double scale = Math.sqrt(xx * yy);
        return scale > 0 ? xy / scale * support / (support + shrinkage) : 0;
    }
}
