package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.util.Locale;

/**
 * What is done with ratings that cannot be taken as they are.
 *
 * @param duplicates several ratings of one item by one user
 * @param outsideScale ratings outside a scale that is known before reading
 * @param mostProblems the share of lines, 0 to 1, that may be no ratings; with more of them nothing is loaded
 */
public record ReadingPolicy(Repeated duplicates, Outside outsideScale, double mostProblems) {
    private static final Texts TEXTS = Texts.of(ReadingPolicy.class);

    /** The last of several ratings counts; ratings outside the scale are left out; 5 % of bad lines are borne. */
    public static final ReadingPolicy USUAL = new ReadingPolicy(Repeated.LAST, Outside.LEAVE_OUT, 0.05);

    /** Which of several ratings counts. */
    public enum Repeated {
        LAST,
        FIRST,
        /** Their mean, at the place and time of the last one. */
        MEAN;

        /** For people, such as "the last one counts". */
        public String words() {
            return TEXTS.get("repeated-" + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What becomes of a rating outside the scale. */
    public enum Outside {
        /** It is listed as a problem. */
        LEAVE_OUT,
        /** The nearest rating on the scale is taken. */
        CLIP,
        /** The scale is widened. */
        KEEP
    }

    public ReadingPolicy {
        if (!(mostProblems >= 0 && mostProblems <= 1)) {
            throw new IllegalArgumentException(
                    "the share of bad lines that is allowed must lie in 0..1, was " + mostProblems);
        }
    }

    public ReadingPolicy withDuplicates(Repeated other) {
        return new ReadingPolicy(other, outsideScale, mostProblems);
    }

    public ReadingPolicy withOutsideScale(Outside other) {
        return new ReadingPolicy(duplicates, other, mostProblems);
    }

    public ReadingPolicy withMostProblems(double other) {
        return new ReadingPolicy(duplicates, outsideScale, other);
    }
}
