package io.github.factorscope.model.parts;

/**
 * λ (n + n₀): what is added to the diagonal of a system of n ratings.
 *
 * @param regularization λ
 * @param extraRatings n₀
 */
public record Ridge(double regularization, double extraRatings) {
    public double of(int ratings) {
        return regularization * (ratings + extraRatings);
    }
}
