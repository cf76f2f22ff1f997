package io.github.factorscope.data.simulation;

/**
 * One simulated rating.
 *
 * @param userId who rates, counted from 1
 * @param movieId which film is rated, counted from 1 in the order of the film list
 * @param stars the stars given, a multiple of 0.5 from 0.5 to 5
 * @param seconds when, in seconds since 1970 in UTC
 * @param expectedStars what somebody who knows everything planted expects before the whim is drawn, in stars
 */
public record SimulatedRating(int userId, int movieId, double stars, long seconds, double expectedStars) {
    public SimulatedRating {
        if (userId < 1 || movieId < 1) {
            throw new IllegalArgumentException("ids are counted from 1: " + userId + ", " + movieId);
        }
        if (!onScale(stars) || StrictMath.rint(2 * stars) != 2 * stars) {
            throw new IllegalArgumentException("nobody can give " + stars + " stars");
        }
        if (!onScale(expectedStars)) {
            throw new IllegalArgumentException("nobody can expect " + expectedStars + " stars");
        }
    }

    private static boolean onScale(double stars) {
        return stars >= StarScale.FEWEST && stars <= StarScale.MOST;
    }
}
