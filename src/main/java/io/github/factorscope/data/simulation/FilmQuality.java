package io.github.factorscope.data.simulation;

import java.util.List;

/** The films' quality q_i in stars: their judged quality, shifted to mean 0 and stretched to the wanted spread. */
final class FilmQuality {
    private final double[] stars;

    FilmQuality(List<Film> films, double spread) {
        double mean = films.stream().mapToInt(Film::quality).average().orElseThrow();
        double squares = 0;
        for (Film film : films) {
            squares += (film.quality() - mean) * (film.quality() - mean);
        }
        double deviation = StrictMath.sqrt(squares / films.size());
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("the films must differ in quality");
        }
        stars = films.stream()
                .mapToDouble(film -> spread * (film.quality() - mean) / deviation)
                .toArray();
    }

    double stars(int film) {
        return stars[film];
    }
}
