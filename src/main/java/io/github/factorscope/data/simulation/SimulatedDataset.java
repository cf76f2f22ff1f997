package io.github.factorscope.data.simulation;

import java.util.List;

/**
 * Simulated ratings with everything that was planted.
 *
 * @param settings what decided the simulation
 * @param films the films; the one with index i has the movie id i + 1
 * @param traits what there is to like about each film, by the same index
 * @param ratings the ratings, sorted by user id, then by time
 */
public record SimulatedDataset(
        SimulationSettings settings, List<Film> films, FilmTraits traits, List<SimulatedRating> ratings) {
    public SimulatedDataset {
        films = List.copyOf(films);
        ratings = List.copyOf(ratings);
        if (ratings.isEmpty()) {
            throw new IllegalArgumentException("there are no ratings");
        }
    }

    /**
     * The root mean squared error, in stars, of predicting every rating by its expected stars: what is left is whim
     * and rounding, so no model can be expected to do better on ratings it has not seen.
     */
    public double noiseFloor() {
        double squares = 0;
        for (SimulatedRating rating : ratings) {
            double error = rating.stars() - rating.expectedStars();
            squares += error * error;
        }
        return StrictMath.sqrt(squares / ratings.size());
    }

    /** Counts and averages of these ratings. */
    public DatasetFacts facts() {
        return DatasetFacts.of(this);
    }
}
