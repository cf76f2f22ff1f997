package io.github.factorscope.evaluation.ranking;

import io.github.factorscope.data.RatingScale;

/**
 * How long the lists are and what is relevant.
 *
 * @param k places in a user's list, at least 1
 * @param threshold stars from which a test rating makes its item relevant
 */
public record RankingSettings(int k, double threshold) {
    public static final int USUAL_K = 10;

    private static final double STARS = 5;

    public RankingSettings {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("the threshold must be a number of stars, was " + threshold);
        }
    }

    public static RankingSettings usual(RatingScale scale) {
        return new RankingSettings(USUAL_K, usualThreshold(scale));
    }

    /**
     * A fifth below the top of the scale: 4 of 5 stars, 8 of 10, 1 of 0 and 1. People who give 4 of 5 would choose the item
     * again; with 5 alone, half of the users of MovieLens would have no relevant test item or only one, and with 3, which is
     * below the mean, nearly everything would be relevant.
     */
    public static double usualThreshold(RatingScale scale) {
        return scale.max() - Math.abs(scale.max()) / STARS;
    }

    /** Whether an item that got so many stars is relevant. */
    boolean isRelevant(float stars) {
        return stars >= (float) threshold;
    }
}
