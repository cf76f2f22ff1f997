package io.github.factorscope.data;

/**
 * How ratings are set apart.
 *
 * @param testShare share of all ratings drawn at random for the test, 0 to 0.9; ignored where a test file is given
 * @param validationShare share of the remaining ratings drawn at random for early stopping, 0 to 0.9
 * @param seed of the draw
 */
public record SplitPlan(double testShare, double validationShare, long seed) {
    public SplitPlan {
        check("test share", testShare);
        check("validation share", validationShare);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 0.9)) {
            throw new IllegalArgumentException("the " + name + " must lie in 0 to 0.9, was " + share);
        }
    }
}
