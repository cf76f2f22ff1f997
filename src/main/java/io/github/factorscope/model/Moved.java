package io.github.factorscope.model;

/**
 * A parameter, or a vector of them, that a step moves.
 *
 * @param owner index of the user or item that it belongs to
 * @param neighbour index of the other item of a weight w_ij or c_ij; −1 elsewhere
 * @param values copied: one number, or the factors
 */
public record Moved(Symbol symbol, int owner, int neighbour, float[] values, Rule rule) {

    /** What a parameter is called. */
    public enum Symbol {
        /** b_u. */
        USER_BIAS,
        /** b_i. */
        ITEM_BIAS,
        /** p_u. */
        USER_FACTORS,
        /** q_i. */
        ITEM_FACTORS,
        /** x_j. */
        EXPLICIT_FACTORS,
        /** y_j. */
        IMPLICIT_FACTORS,
        /** w_ij. */
        EXPLICIT_WEIGHT,
        /** c_ij. */
        IMPLICIT_WEIGHT;

        /** Whether its owner is a user. */
        public boolean isOfUser() {
            return this == USER_BIAS || this == USER_FACTORS;
        }

        /** Whether it is a row of factors. */
        public boolean isVector() {
            return switch (this) {
                case USER_FACTORS, ITEM_FACTORS, EXPLICIT_FACTORS, IMPLICIT_FACTORS -> true;
                case USER_BIAS, ITEM_BIAS, EXPLICIT_WEIGHT, IMPLICIT_WEIGHT -> false;
            };
        }
    }

    /** How a step moves it. */
    public sealed interface Rule {}

    /**
     * θ ← θ + γ (e · input − λ θ), with e = r_ui − r̂_ui before the step.
     *
     * @param rate γ
     * @param regularization λ
     * @param input ∂r̂_ui/∂θ, as many as there are values
     */
    public record Descent(double rate, double regularization, float[] input) implements Rule {}

    /**
     * θ solves the {@link NormalEquations} of its ratings.
     *
     * @param ratings n
     * @param ridge that is added to the diagonal for it
     */
    public record Solved(int ratings, double ridge) implements Rule {}
}
