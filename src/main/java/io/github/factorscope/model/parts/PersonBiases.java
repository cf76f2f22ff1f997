package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import java.util.List;

/** μ + b_u + b_i for one person. Immutable. */
public final class PersonBiases {
    private final double mean; // μ
    private final float user; // b_u
    private final float[] items; // b_i

    PersonBiases(double mean, float user, float[] items) {
        this.mean = mean;
        this.user = user;
        this.items = items;
    }

    /** μ + b_u + b_i, in stars. */
    public double of(int item) {
        return mean + user + items[item];
    }

    /** μ + b_u, in stars. */
    double ofUser() {
        return mean + user;
    }

    /** b_u, in stars. */
    public float user() {
        return user;
    }

    /** b_i, in stars. */
    float item(int item) {
        return items[item];
    }

    /** r_uj − μ − b_u − b_j of each rating, in their order. */
    public float[] residuals(RatedItems ratings) {
        float[] residuals = new float[ratings.size()];
        for (int k = 0; k < residuals.length; k++) {
            residuals[k] = (float) (ratings.value(k) - of(ratings.item(k)));
        }
        return residuals;
    }

    /**
     * The b_u that fits best.
     *
     * @param residuals what is left of each rating for it, in stars
     * @param shrinkage how many ratings at the mean a user starts with
     */
    public static double shrunkMean(double[] residuals, double shrinkage) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual;
        }
        return residuals.length == 0 ? 0 : sum / (shrinkage + residuals.length);
    }

    List<Term> terms(int item) {
        return List.of(
                Term.of(TermKind.MEAN, mean),
                Term.of(TermKind.USER_BIAS, user),
                Term.of(TermKind.ITEM_BIAS, items[item]));
    }
}
