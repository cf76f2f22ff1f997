package io.github.factorscope.model.parts;

/**
 * λ (n + n₀) + c: what is added to the diagonal of a system of n ratings.
 *
 * @param regularization λ
 * @param extraRatings n₀
 * @param constant c
 */
public record Ridge(double regularization, double extraRatings, double constant) {
    /** That of a b_u for which no other is known: {@link Biases#USUAL_USER_SHRINKAGE} ratings that say nothing. */
    static final Ridge USUAL_OF_BIAS = new Ridge(0, 0, Biases.USUAL_USER_SHRINKAGE);

    /** Without a constant. */
    public Ridge(double regularization, double extraRatings) {
        this(regularization, extraRatings, 0);
    }

    public double of(int ratings) {
        return regularization * (ratings + extraRatings) + constant;
    }
}
