package io.github.factorscope.data;

import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;

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
    static final Texts TEXTS = Texts.of(SplitPlan.class);

    public SplitPlan {
        checkShare("wrong-validation-share", validationShare);
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
        List<String> parts = new ArrayList<>();
        parts.add(test.words());
        if (validationShare > 0) {
            parts.add(TEXTS.get("validation-share", TestChoice.percent(validationShare)));
        }
        if (test.usesSeed() || (validationShare > 0 && !(test instanceof TestChoice.FromDate))) {
            parts.add(TEXTS.get("seed", String.valueOf(seed)));
        }
        return String.join(", ", parts);
    }

    static void checkShare(String complaint, double share) {
        if (!(share >= 0 && share <= 0.9)) {
            throw new IllegalArgumentException(TEXTS.get(complaint, String.valueOf(share)));
        }
    }
}
