package io.github.factorscope.data.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts and averages of a simulated data set.
 *
 * @param users how many people rate
 * @param films how many films there are
 * @param ratings how many ratings there are
 * @param meanStars the mean rating, in stars
 * @param density the share of all pairs of person and film that are rated, from 0 to 1
 * @param perUser how many ratings people give
 * @param perFilm how many ratings films get
 * @param starShares the share of all ratings, from 0 to 1, for each number of stars that occurs
 * @param noiseFloor see {@link SimulatedDataset#noiseFloor()}
 */
public record DatasetFacts(
        int users,
        int films,
        int ratings,
        double meanStars,
        double density,
        Spread perUser,
        Spread perFilm,
        SortedMap<Double, Double> starShares,
        double noiseFloor) {
    static DatasetFacts of(SimulatedDataset dataset) {
        List<SimulatedRating> ratings = dataset.ratings();
        int users = dataset.settings().users();
        int films = dataset.films().size();
        int[] perUser = new int[users];
        int[] perFilm = new int[films];
        Map<Double, Integer> perStars = new HashMap<>();
        double sum = 0;
        for (SimulatedRating rating : ratings) {
            perUser[rating.userId() - 1]++;
            perFilm[rating.movieId() - 1]++;
            perStars.merge(rating.stars(), 1, Integer::sum);
            sum += rating.stars();
        }
        double count = ratings.size();
        SortedMap<Double, Double> shares = new TreeMap<>();
        perStars.forEach((stars, times) -> shares.put(stars, times / count));
        return new DatasetFacts(
                users,
                films,
                ratings.size(),
                sum / count,
                count / users / films,
                Spread.of(perUser),
                Spread.of(perFilm),
                shares,
                dataset.noiseFloor());
    }

    /**
     * How unevenly ratings are spread.
     *
     * @param fewest the smallest count
     * @param median the middle count, the upper one of two
     * @param most the largest count
     */
    public record Spread(int fewest, int median, int most) {
        private static Spread of(int[] counts) {
            int[] sorted = counts.clone();
            Arrays.sort(sorted);
            return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
        }
    }
}
