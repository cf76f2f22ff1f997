package io.github.factorscope.model.parts;

/**
 * λ (n + n₀) + c: what is added to the diagonal of a system of n ratings.
 *
 * @param regularization λ
 * @param extraRatings n₀
 * @param constant c
 */
public record Ridge(double regularization, double extraRatings, double constant) {
    private static final double EXTRA_AFTER_DESCENT = 30;

    /** That of a b_u for which no other is known: {@link Biases#USUAL_USER_SHRINKAGE} ratings that say nothing. */
    static final Ridge USUAL_OF_BIAS = new Ridge(0, 0, Biases.USUAL_USER_SHRINKAGE);

    /** Without a constant. */
    public Ridge(double regularization, double extraRatings) {
        this(regularization, extraRatings, 0);
    }

    /**
     * That of factors which gradient descent has learned with this λ: it ends early, which leaves the factors of those with few
     * ratings smaller than λ n alone would.
     */
    static Ridge afterDescent(double regularization) {
        return new Ridge(regularization, EXTRA_AFTER_DESCENT);
    }

    public double of(int ratings) {
        return regularization * (ratings + extraRatings) + constant;
    }
}
