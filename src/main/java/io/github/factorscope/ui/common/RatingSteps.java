package io.github.factorscope.ui.common;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.text.Texts;
import java.util.OptionalDouble;

/** Which ratings can be picked on a scale, and how they follow one another. */
public record RatingSteps(RatingScale scale) {
    private static final Texts TEXTS = Texts.of(RatingSteps.class);
    private static final double HALF_STAR = 1 / 3.0; // of its width: whole stars are asked for more often
    private static final int MOST_STARS = 5;
    private static final int CONTINUOUS_STEPS = 20; // about so many where the scale has none

    /** Whether ratings are few enough to be drawn as stars: up to five of them, whole or half. */
    public boolean isStars() {
        return scale.min() >= 0
                && scale.max() > 0
                && scale.max() <= MOST_STARS
                && scale.max() == Math.rint(scale.max())
                && (scale.step() == 1 || scale.step() == 0.5f);
    }

    /** How many stars the highest rating has. */
    public int stars() {
        return (int) scale.max();
    }

    /** The difference between two neighbouring ratings. */
    public double step() {
        if (scale.step() > 0) {
            return scale.step();
        }
        double about = (scale.max() - (double) scale.min()) / CONTINUOUS_STEPS;
        if (!(about > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(about)));
        double digit = about / power;
        return power * (digit < 2 ? 1 : digit < 5 ? 2 : 5);
    }

    /** The nearest rating that can be picked. */
    public float nearest(double stars) {
        return (float) scale.clip(Math.rint(stars / step()) * step());
    }

    /** The rating whose star is pointed at: where there are half stars, the left third of a star is half of it. */
    public float at(double starsFromTheLeft) {
        double whole = Math.floor(starsFromTheLeft);
        double within = starsFromTheLeft - whole;
        boolean halves = step() == 0.5;
        double picked = halves
                ? whole + (within == 0 ? 0 : within <= HALF_STAR ? 0.5 : 1)
                : Math.ceil(starsFromTheLeft / step()) * step();
        return (float) scale.clip(Math.max(step(), picked));
    }

    /** The next rating; the middle of the scale where there is none yet. */
    public float above(float stars) {
        return Float.isNaN(stars) ? middle() : nearest(Math.floor(stars / step() + 1e-4) * step() + step());
    }

    /** The rating before; the middle of the scale where there is none yet. */
    public float below(float stars) {
        return Float.isNaN(stars) ? middle() : nearest(Math.ceil(stars / step() - 1e-4) * step() - step());
    }

    private float middle() {
        return nearest((scale.min() + (double) scale.max()) / 2);
    }

    /** The rating that a typed digit stands for; empty where the scale has no such rating. */
    public OptionalDouble ofDigit(String typed) {
        if (typed.length() != 1 || typed.charAt(0) < '0' || typed.charAt(0) > '9') {
            return OptionalDouble.empty();
        }
        int digit = typed.charAt(0) - '0';
        return scale.contains(digit) ? OptionalDouble.of(digit) : OptionalDouble.empty();
    }

    /** Such as "4 of 5 stars"; "7.5" where ratings are no stars; "not rated" where there is none. */
    public String words(double stars) {
        if (Double.isNaN(stars)) {
            return TEXTS.get("not-rated");
        }
        return isStars() ? TEXTS.get("stars-of", Formats.stars(stars), String.valueOf(stars())) : Formats.stars(stars);
    }
}
