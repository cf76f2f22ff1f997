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
        for (Ratings ratings : parts) {
            for (int k = 0; k < ratings.size(); k++) {
                min = Math.min(min, ratings.value(k));
                max = Math.max(max, ratings.value(k));
            }
        }
        if (min > max) {
            return new RatingScale(0, 0, 0);
        }
        for (float step : USUAL_STEPS) {
            if (Arrays.stream(parts).allMatch(ratings -> allOnSteps(ratings, step))) {
                return new RatingScale(min, max, step);
            }
        }
        return new RatingScale(min, max, 0);
    }

    private static boolean allOnSteps(Ratings ratings, float step) {
        for (int k = 0; k < ratings.size(); k++) {
            double steps = ratings.value(k) / (double) step;
            if (Math.abs(steps - Math.rint(steps)) > 1e-4) {
                return false;
            }
        }
        return true;
    }

    public boolean contains(double rating) {
        return rating >= min && rating <= max;
    }

    /** The nearest rating within the scale. */
    public double clip(double prediction) {
        return Math.max(min, Math.min(max, prediction));
    }
}
