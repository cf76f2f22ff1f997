package io.github.factorscope.data;

/**
 * How ratings are set apart.
 *
 * @param test which ratings are judged by; a test file that is given with the data takes its place
 * @param validationShare share of the remaining ratings for early stopping, 0 to 0.9: chosen as the test is, so that it
 *     resembles it. Drawn at random beside a random share, a fold or a test file; the last of each user beside the last
 *     of each user; the latest beside a date
 * @param seed of the draw
 */
public record SplitPlan(TestChoice test, double validationShare, long seed) {
    public SplitPlan {
        checkShare("validation share", validationShare);
    }

    /** With a share of all ratings drawn at random as the test. */
    public SplitPlan(double testShare, double validationShare, long seed) {
        this(new TestChoice.RandomShare(testShare), validationShare, seed);
    }

    /** The same with another test. */
    public SplitPlan withTest(TestChoice other) {
        return new SplitPlan(other, validationShare, seed);
    }

    /** For people, such as "10 % test, 5 % validation, seed 1". */
    public String words() {
        StringBuilder words = new StringBuilder(test.words());
        if (validationShare > 0) {
            words.append(", ").append(TestChoice.percent(validationShare)).append(" validation");
        }
        if (test.usesSeed() || (validationShare > 0 && !(test instanceof TestChoice.FromDate))) {
            words.append(", seed ").append(seed);
        }
        return words.toString();
    }

    static void checkShare(String name, double share) {
        if (!(share >= 0 && share <= 0.9)) {
            throw new IllegalArgumentException("the " + name + " must lie in 0 to 0.9, was " + share);
        }
    }
}
