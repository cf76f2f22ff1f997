package io.github.factorscope.evaluation.significance;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How far runs that differ only by seed lie apart: what a difference of settings has to exceed, however many test ratings
 * there are.
 *
 * @param source where it is known from
 * @param deviation standard deviation of the measure from seed to seed
 * @param degreesOfFreedom how much is known of it: runs minus groups of equal settings
 */
public record SeedNoise(Source source, double deviation, int degreesOfFreedom) {
    private static final Texts TEXTS = Texts.of(SeedNoise.class);

    /** Where it is known from. */
    public enum Source {
        /** From repeats among the runs that are compared. */
        MEASURED,

        /** From trainings on other data. */
        ASSUMED;

        /** Such as "seed noise measured". */
        public String words() {
            return TEXTS.get(this == MEASURED ? "seed-noise-measured" : "seed-noise-assumed");
        }
    }

    private static final double ASSUMED_SHARE = 0.0006 / 4; // 0.0006 stars on a scale from 1 to 5
    private static final double ASSUMED_RATINGS = 100_000; // with so many training ratings
    private static final int ASSUMED_DEGREES = 4; // it differs much between models

    public SeedNoise {
        if (!(deviation >= 0) || degreesOfFreedom < 1) {
            throw new IllegalArgumentException("noise takes a deviation of at least 0 and a degree of freedom, was "
                    + deviation + " with " + degreesOfFreedom);
        }
    }

    /**
     * What is assumed where there are no repeats: 0.0006 stars for 100,000 training ratings, falling with their cube root, and
     * with few degrees of freedom, because it differs between models. docs/decisions/0010 has the measurements.
     *
     * @param scale that the ratings are given on
     * @param trainingRatings that the models learned from
     */
    public static SeedNoise assumed(RatingScale scale, int trainingRatings) {
        double share = ASSUMED_SHARE * Math.cbrt(ASSUMED_RATINGS / Math.max(1, trainingRatings));
        return new SeedNoise(Source.ASSUMED, share * (scale.max() - scale.min()), ASSUMED_DEGREES);
    }

    /**
     * Pooled over groups of runs that differ only by seed within their group; what stands alone tells nothing.
     *
     * @param groups the measure of each run
     */
    public static Optional<SeedNoise> pooled(List<double[]> groups) {
        double squares = 0;
        int degrees = 0;
        for (double[] group : groups) {
            double mean = mean(group);
            for (double value : group) {
                squares += (value - mean) * (value - mean);
            }
            degrees += Math.max(0, group.length - 1);
        }
        return degrees == 0
                ? Optional.empty()
                : Optional.of(new SeedNoise(Source.MEASURED, Math.sqrt(squares / degrees), degrees));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * Adds to every number how far the mean of some runs may lie from the mean over all seeds: Student's t with the degrees
     * of freedom, times deviation/√runs.
     */
    void addTo(double[] resampled, int runs, SplittableRandom random) {
        double scale = deviation / Math.sqrt(runs);
        for (int r = 0; r < resampled.length; r++) {
            double normal = Randoms.gaussian(random);
            double squares = 0;
            for (int k = 0; k < degreesOfFreedom; k++) {
                double other = Randoms.gaussian(random);
                squares += other * other;
            }
            resampled[r] += scale * normal / Math.sqrt(squares / degreesOfFreedom);
        }
    }
}
