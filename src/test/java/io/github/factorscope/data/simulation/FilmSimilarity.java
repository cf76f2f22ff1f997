package io.github.factorscope.data.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Film similarity from the stars alone: the correlation of two films' residuals over those who rated both, times
 * n / (n + 100). It knows nothing of what was planted.
 */
final class FilmSimilarity {
    private static final int ROUNDS = 10;
    private static final double BIAS_SHRINKAGE = 5;
    private static final double SIMILARITY_SHRINKAGE = 100;

    private final SimulatedDataset dataset;
    private final double[] userBias;
    private final double[] filmBias;
    private final double mean;
    private final List<Map<Integer, Double>> residualsOfFilm = new ArrayList<>();

    FilmSimilarity(SimulatedDataset dataset) {
        this.dataset = dataset;
        this.userBias = new double[dataset.settings().users()];
        this.filmBias = new double[dataset.films().size()];
        this.mean = dataset.facts().meanStars();
        for (int round = 0; round < ROUNDS; round++) {
            fitFilmBias();
            fitUserBias();
        }
        dataset.films().forEach(film -> residualsOfFilm.add(new HashMap<>()));
        for (SimulatedRating rating : dataset.ratings()) {
            residualsOfFilm.get(rating.movieId() - 1).put(rating.userId(), residual(rating));
        }
    }

    /** The titles of the most similar films, the most similar first. */
    List<String> closest(String title, int count) {
        int film = index(title);
        return IntStream.range(0, filmBias.length)
                .filter(other -> other != film)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> -similarity(film, other)))
                .limit(count)
                .map(other -> dataset.films().get(other).title())
                .toList();
    }

    /** The standard deviation of what the biases leave unexplained, in stars. */
    double residualSpread() {
        return Math.sqrt(dataset.ratings().stream()
                .mapToDouble(rating -> residual(rating) * residual(rating))
                .average()
                .orElseThrow());
    }

    int index(String title) {
        return IntStream.range(0, dataset.films().size())
                .filter(film -> dataset.films().get(film).title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    double similarity(int film, int other) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (Map.Entry<Integer, Double> entry : residualsOfFilm.get(film).entrySet()) {
            Double second = residualsOfFilm.get(other).get(entry.getKey());
            if (second != null) {
                double first = entry.getValue();
                n++;
                x += first;
                y += second;
                xx += first * first;
                yy += second * second;
                xy += first * second;
            }
        }
        double spreads = Math.sqrt((xx - x * x / n) * (yy - y * y / n));
        return spreads > 0 ? (xy - x * y / n) / spreads * n / (n + SIMILARITY_SHRINKAGE) : 0;
    }

    private double residual(SimulatedRating rating) {
        return rating.stars() - mean - userBias[rating.userId() - 1] - filmBias[rating.movieId() - 1];
    }

    private void fitFilmBias() {
        double[] sums = new double[filmBias.length];
        double[] counts = new double[filmBias.length];
        for (SimulatedRating rating : dataset.ratings()) {
            int film = rating.movieId() - 1;
            sums[film] += rating.stars() - mean - userBias[rating.userId() - 1];
            counts[film]++;
        }
        for (int film = 0; film < filmBias.length; film++) {
            filmBias[film] = sums[film] / (counts[film] + BIAS_SHRINKAGE);
        }
    }

    private void fitUserBias() {
        double[] sums = new double[userBias.length];
        double[] counts = new double[userBias.length];
        for (SimulatedRating rating : dataset.ratings()) {
            int user = rating.userId() - 1;
            sums[user] += rating.stars() - mean - filmBias[rating.movieId() - 1];
            counts[user]++;
        }
        for (int user = 0; user < userBias.length; user++) {
            userBias[user] = sums[user] / (counts[user] + BIAS_SHRINKAGE);
        }
    }
}
