package io.github.factorscope.data.simulation;

/**
 * Everything that decides what is simulated; the same settings give the same ratings on every machine.
 *
 * @param seed the seed of all random draws
 * @param users how many people rate
 * @param fewestRatings how many films everybody rates at least
 * @param mostRatings how many films anybody rates at most
 * @param typicalExtraRatings the median number of ratings beyond the fewest
 * @param activitySpread the standard deviation of the logarithm of those extra ratings
 * @param firstYear the first year in which people join and rate
 * @param lastYear the last such year
 * @param popularitySlope how much larger the logarithm of the chance to be chosen is at fame 100 than at fame 0, for a
 *     usual person
 * @param curiositySpread the standard deviation of the logarithm of people's own popularity slopes
 * @param choiceByTaste how much that logarithm rises per standard deviation of liking
 * @param choiceByInterest how much it rises per standard deviation of interest: what a person seeks out without
 *     necessarily liking it more
 * @param typicalStars mu: what a usual person gives to a film of average quality and average liking, in stars
 * @param qualitySpread the standard deviation of the films' quality, in stars
 * @param biasSpread the standard deviation of the people's biases b_u, in stars
 * @param scaleUseSpread the standard deviation of the logarithm of how widely people use the scale, s_u
 * @param tasteSpread the standard deviation of how much more or less than others a person likes a film, in stars
 * @param noiseSpread the standard deviation of whim, which nothing explains, in stars
 * @param weights how much each kind of trait counts
 */
public record SimulationSettings(
        long seed,
        int users,
        int fewestRatings,
        int mostRatings,
        double typicalExtraRatings,
        double activitySpread,
        int firstYear,
        int lastYear,
        double popularitySlope,
        double curiositySpread,
        double choiceByTaste,
        double choiceByInterest,
        double typicalStars,
        double qualitySpread,
        double biasSpread,
        double scaleUseSpread,
        double tasteSpread,
        double noiseSpread,
        TraitWeights weights) {
    public SimulationSettings {
        require(users > 0, "there must be users");
        require(fewestRatings > 0 && mostRatings >= fewestRatings, "the fewest ratings must not exceed the most");
        require(firstYear >= 1970 && lastYear >= firstYear, "the first year must not be after the last");
        require(
                typicalStars >= StarScale.FEWEST && typicalStars <= StarScale.MOST,
                "the typical rating must be on the scale of stars");
        requirePositive("typical extra ratings", typicalExtraRatings);
        requirePositive("popularity slope", popularitySlope);
        requirePositive("noise spread", noiseSpread);
        requireNotNegative("activity spread", activitySpread);
        requireNotNegative("curiosity spread", curiositySpread);
        requireNotNegative("choice by taste", choiceByTaste);
        requireNotNegative("choice by interest", choiceByInterest);
        requireNotNegative("quality spread", qualitySpread);
        requireNotNegative("bias spread", biasSpread);
        requireNotNegative("scale use spread", scaleUseSpread);
        requireNotNegative("taste spread", tasteSpread);
    }

    /** The settings of the bundled data set, with any seed. */
    public static SimulationSettings bundled(long seed) {
        return new SimulationSettings(
                seed,
                1000,
                15,
                260,
                28,
                1.05,
                2008,
                2025,
                5.6,
                0.4,
                0.5,
                1.3,
                3.37,
                0.29,
                0.31,
                0.18,
                0.83,
                0.46,
                new TraitWeights(1.0, 0.5, 0.65, 0.9, 0.5, 1.1, 0.8));
    }

    private static void requirePositive(String name, double value) {
        require(Double.isFinite(value) && value > 0, "the " + name + " must be positive but is " + value);
    }

    private static void requireNotNegative(String name, double value) {
        require(Double.isFinite(value) && value >= 0, "the " + name + " must not be negative but is " + value);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
