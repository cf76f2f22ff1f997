package io.github.factorscope.data.simulation;

/** One simulated person: how they use the stars, what they like, how much they rate and when. */
final class SimulatedUser {
    private final double bias;
    private final double scaleUse;
    private final double wholeStarShare;
    private final double[] tastes;
    private final double[] interests;
    private final double popularitySlope;
    private final int plannedRatings;
    private final VisitCalendar visits;

    /**
     * Takes over the tastes and interests without copying them.
     *
     * @param bias b_u: how many stars above or below the average the person rates
     * @param scaleUse s_u: how widely the person spreads over the scale; 1 is usual
     * @param wholeStarShare the probability that a rating is given in whole stars
     * @param tastes z_u: one standard normal taste per trait
     * @param interests one standard normal interest per trait: which films the person seeks out, liked or not
     * @param popularitySlope how strongly fame draws the person; curious people have a small slope
     * @param plannedRatings how many films the person would rate if there are enough
     * @param visits when the person rates
     */
    SimulatedUser(
            double bias,
            double scaleUse,
            double wholeStarShare,
            double[] tastes,
            double[] interests,
            double popularitySlope,
            int plannedRatings,
            VisitCalendar visits) {
        if (!(scaleUse > 0) || !(wholeStarShare >= 0 && wholeStarShare <= 1) || plannedRatings < 1) {
            throw new IllegalArgumentException("no person rates like that");
        }
        this.bias = bias;
        this.scaleUse = scaleUse;
        this.wholeStarShare = wholeStarShare;
        this.tastes = tastes;
        this.interests = interests;
        this.popularitySlope = popularitySlope;
        this.plannedRatings = plannedRatings;
        this.visits = visits;
    }

    double bias() {
        return bias;
    }

    double scaleUse() {
        return scaleUse;
    }

    double wholeStarShare() {
        return wholeStarShare;
    }

    double popularitySlope() {
        return popularitySlope;
    }

    int plannedRatings() {
        return plannedRatings;
    }

    VisitCalendar visits() {
        return visits;
    }

    /** How much the person likes the film beyond its quality: standard normal over all people. */
    double liking(FilmTraits traits, int film) {
        return traits.appeal(film, tastes);
    }

    /** How much the person seeks out the film: standard normal over all people, independent of the liking. */
    double interest(FilmTraits traits, int film) {
        return traits.appeal(film, interests);
    }
}
