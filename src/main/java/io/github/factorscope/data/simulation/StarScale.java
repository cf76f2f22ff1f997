package io.github.factorscope.data.simulation;

/**
 * From an exact opinion to printed stars: 0.5 to 5.0 in half stars, or 1 to 5 for those who give whole stars only. The
 * exact opinion is a centre plus logistic noise, whose distribution function has a closed form; so the expected number
 * of stars is known exactly.
 */
final class StarScale {
    static final double FEWEST = 0.5;
    static final double MOST = 5;

    private static final double HALF = 0.5;
    private static final double WHOLE = 1;

    private StarScale() {}

    /** The nearest number of stars that can be given. */
    static double stars(double opinion, boolean wholeStarsOnly) {
        double step = step(wholeStarsOnly);
        double nearest = step * StrictMath.floor(opinion / step + 0.5);
        return StrictMath.min(MOST, StrictMath.max(step, nearest));
    }

    /**
     * The expected number of stars before the noise is drawn.
     *
     * @param centre the opinion without noise, in stars
     * @param noiseScale the scale of the logistic noise, in stars
     * @param wholeStarShare the probability that this rating is given in whole stars
     */
    static double expectedStars(double centre, double noiseScale, double wholeStarShare) {
        return wholeStarShare * expectedAtStep(centre, noiseScale, WHOLE)
                + (1 - wholeStarShare) * expectedAtStep(centre, noiseScale, HALF);
    }

    private static double expectedAtStep(double centre, double noiseScale, double step) {
        double expected = step;
        // Each threshold passed adds one step: E = step + step * sum over thresholds of P(opinion > threshold).
        int thresholds = (int) StrictMath.rint(MOST / step) - 1;
        for (int count = 1; count <= thresholds; count++) {
            double threshold = step * (count + 0.5);
            expected += step / (1 + StrictMath.exp((threshold - centre) / noiseScale));
        }
        return expected;
    }

    private static double step(boolean wholeStarsOnly) {
        return wholeStarsOnly ? WHOLE : HALF;
    }
}
