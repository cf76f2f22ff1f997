package io.github.factorscope.data.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the facts and judgements about films into loadings on traits. */
final class FilmTraitsBuilder {
    /** The eras that tastes attach to; a film between two of them belongs to both in part. */
    private static final int[] ERA_YEARS = {1940, 1958, 1972, 1985, 1997, 2012};

    private final List<Film> films;
    private final TraitWeights weights;
    private final Map<String, Integer> filmsWithTrait = new HashMap<>();

    private FilmTraitsBuilder(List<Film> films, TraitWeights weights) {
        this.films = films;
        this.weights = weights;
        for (Film film : films) {
            for (String trait : namedTraits(film)) {
                filmsWithTrait.merge(trait, 1, Integer::sum);
            }
        }
    }

    static FilmTraits build(List<Film> films, TraitWeights weights) {
        return new FilmTraitsBuilder(films, weights).build();
    }

    private FilmTraits build() {
        List<Map<String, Double>> rows = films.stream().map(this::loadings).toList();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (Map<String, Double> row : rows) {
            for (String trait : row.keySet()) {
                columns.putIfAbsent(trait, columns.size());
            }
        }
        double[][] matrix = new double[films.size()][columns.size()];
        for (int film = 0; film < matrix.length; film++) {
            double length = length(rows.get(film));
            for (Map.Entry<String, Double> entry : rows.get(film).entrySet()) {
                matrix[film][columns.get(entry.getKey())] = entry.getValue() / length;
            }
        }
        return new FilmTraits(new ArrayList<>(columns.keySet()), matrix);
    }

    private Map<String, Double> loadings(Film film) {
        Map<String, Double> row = new LinkedHashMap<>();
        addNamed(row, genreTraits(film), weights.genre());
        addEra(row, film.year());
        addScale(row, "artistry", film.style().artistry());
        addScale(row, "darkness", film.style().darkness());
        addScale(row, "thoughtfulness", film.style().thoughtfulness());
        addNamed(row, themeTraits(film), weights.theme());
        addNamed(row, directorTraits(film), weights.director());
        addNamed(row, seriesTraits(film), weights.series());
        addNamed(row, languageTraits(film), weights.language());
        return row;
    }

    /** Rare traits say more about a film than common ones: "Western" more than "Drama". */
    private void addNamed(Map<String, Double> row, List<String> traits, double weight) {
        Map<String, Double> part = new LinkedHashMap<>();
        for (String trait : traits) {
            int count = filmsWithTrait.get(trait);
            if (count > 1) {
                // A trait of a single film would only be noise that no model could ever learn.
                part.put(trait, StrictMath.log(1 + films.size() / (double) count));
            }
        }
        double length = length(part);
        part.forEach((trait, value) -> row.put(trait, weight * value / length));
    }

    private void addEra(Map<String, Double> row, int year) {
        int last = ERA_YEARS.length - 1;
        int later = 1;
        while (later < last && ERA_YEARS[later] < year) {
            later++;
        }
        int from = ERA_YEARS[later - 1];
        int to = ERA_YEARS[later];
        double share = StrictMath.min(1, StrictMath.max(0, (year - from) / (double) (to - from)));
        double length = StrictMath.sqrt(share * share + (1 - share) * (1 - share));
        putUnlessZero(row, "era " + from, weights.era() * (1 - share) / length);
        putUnlessZero(row, "era " + to, weights.era() * share / length);
    }

    private void addScale(Map<String, Double> row, String name, int value) {
        putUnlessZero(row, "style " + name, weights.style() * value / FilmStyle.LARGEST);
    }

    private static void putUnlessZero(Map<String, Double> row, String trait, double value) {
        if (value != 0) {
            row.put(trait, value);
        }
    }

    private static double length(Map<String, Double> row) {
        double squares = 0;
        for (double value : row.values()) {
            squares += value * value;
        }
        return StrictMath.sqrt(squares);
    }

    private static List<String> namedTraits(Film film) {
        List<String> traits = new ArrayList<>(genreTraits(film));
        traits.addAll(themeTraits(film));
        traits.addAll(directorTraits(film));
        traits.addAll(seriesTraits(film));
        traits.addAll(languageTraits(film));
        return traits;
    }

    private static List<String> genreTraits(Film film) {
        return film.genres().stream().map(genre -> "genre " + genre).toList();
    }

    private static List<String> themeTraits(Film film) {
        return film.themes().stream().map(theme -> "theme " + theme).toList();
    }

    private static List<String> directorTraits(Film film) {
        return List.of("director " + film.director());
    }

    private static List<String> seriesTraits(Film film) {
        return film.inSeries() ? List.of("series " + film.series()) : List.of();
    }

    private static List<String> languageTraits(Film film) {
        return film.inEnglish() ? List.of() : List.of("world cinema", "language " + film.language());
    }
}
