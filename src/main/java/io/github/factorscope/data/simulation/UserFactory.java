package io.github.factorscope.data.simulation;

/** Draws simulated people. */
final class UserFactory {
    /** The share of people who never give half stars, and how often the others still give whole ones. */
    private static final double WHOLE_STARS_ALWAYS = 0.3;

    private static final double LEAST_WHOLE_STAR_SHARE = 0.15;
    private static final double MOST_WHOLE_STAR_SHARE = 0.75;

    private final SimulationSettings settings;
    private final int traits;

    UserFactory(SimulationSettings settings, int traits) {
        this.settings = settings;
        this.traits = traits;
    }

    SimulatedUser draw(RandomDraws draws) {
        double bias = settings.biasSpread() * draws.gaussian();
        double scaleUse = StrictMath.exp(settings.scaleUseSpread() * draws.gaussian());
        double wholeStarShare = wholeStarShare(draws);
        double[] tastes = onePerTrait(draws);
        double[] interests = onePerTrait(draws);
        double popularitySlope =
                settings.popularitySlope() * StrictMath.exp(settings.curiositySpread() * draws.gaussian());
        int plannedRatings = plannedRatings(draws);
        return new SimulatedUser(
                bias,
                scaleUse,
                wholeStarShare,
                tastes,
                interests,
                popularitySlope,
                plannedRatings,
                VisitCalendar.draw(draws, settings, plannedRatings));
    }

    private double[] onePerTrait(RandomDraws draws) {
        double[] values = new double[traits];
        for (int trait = 0; trait < traits; trait++) {
            values[trait] = draws.gaussian();
        }
        return values;
    }

    private static double wholeStarShare(RandomDraws draws) {
        return draws.uniform() < WHOLE_STARS_ALWAYS ? 1 : draws.between(LEAST_WHOLE_STAR_SHARE, MOST_WHOLE_STAR_SHARE);
    }

    private int plannedRatings(RandomDraws draws) {
        double extra = settings.typicalExtraRatings() * StrictMath.exp(settings.activitySpread() * draws.gaussian());
        return (int) StrictMath.min(settings.mostRatings(), settings.fewestRatings() + extra);
    }
}
