package io.github.factorscope.data;

import java.util.Arrays;

/**
 * The range of ratings that can be given, in stars.
 *
 * @param step the smallest difference between two ratings, such as 0.5; 0 where ratings are continuous
 */
public record RatingScale(float min, float max, float step) {
    /** Half stars, as in MovieLens since 2003. */
    public static final RatingScale HALF_STARS = new RatingScale(0.5f, 5f, 0.5f);

    /** Whole stars, as in MovieLens 100K and 1M. */
    public static final RatingScale WHOLE_STARS = new RatingScale(1f, 5f, 1f);

    private static final float[] USUAL_STEPS = {1f, 0.5f, 0.25f, 0.2f, 0.1f};

    public RatingScale {
        if (!(min <= max) || Float.isInfinite(min) || Float.isInfinite(max)) {
            throw new IllegalArgumentException("a rating scale runs from low to high, was " + min + " to " + max);
        }
        if (!(step >= 0) || Float.isInfinite(step)) {
            throw new IllegalArgumentException("the step of a rating scale is finite and not negative, was " + step);
        }
    }

    /** The scale that all of these ratings span; 0 to 0 where there are none. */
    public static RatingScale of(Ratings... parts) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        boolean[] onSteps = new boolean[USUAL_STEPS.length];
        Arrays.fill(onSteps, true);
        int[] seen = new int[64]; // bits of ratings that were looked at: most are like one of them
        Arrays.fill(seen, Float.floatToRawIntBits(Float.NaN));
        for (Ratings ratings : parts) {
            for (int k = 0; k < ratings.size(); k++) {
                float value = ratings.value(k);
                int bits = Float.floatToRawIntBits(value);
                int place = (bits * 0x9E3779B9) >>> 26;
                if (seen[place] != bits) {
                    seen[place] = bits;
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                    for (int s = 0; s < onSteps.length; s++) {
                        onSteps[s] = onSteps[s] && isOnStep(value, USUAL_STEPS[s]);
                    }
                }
            }
        }
        if (min > max) {
            return new RatingScale(0, 0, 0);
        }
        for (int s = 0; s < onSteps.length; s++) {
            if (onSteps[s]) {
                return new RatingScale(min, max, USUAL_STEPS[s]);
            }
        }
        return new RatingScale(min, max, 0);
    }

    private static boolean isOnStep(float value, float step) {
        double steps = value / (double) step;
        return Math.abs(steps - Math.rint(steps)) <= 1e-4;
    }

    public boolean contains(double rating) {
        return rating >= min && rating <= max;
    }

    /** The nearest rating within the scale. */
    public double clip(double prediction) {
        return Math.max(min, Math.min(max, prediction));
    }
}
