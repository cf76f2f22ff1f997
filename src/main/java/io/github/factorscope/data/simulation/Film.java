package io.github.factorscope.data.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One real film: facts about it (title, year, language, genres, director, series) and, for the simulation only,
 * judgements about it (themes, style, fame, quality).
 *
 * @param title the title in its natural order, as in "The Matrix"
 * @param year the year of release
 * @param language the main spoken language, or that of the makers where the film was dubbed everywhere
 * @param genres one or more of {@link #GENRES}, each at most once
 * @param director who directed it
 * @param series the series it belongs to, or an empty text
 * @param themes finer kinships than genres, such as "samurai" or "time travel"; may be empty
 * @param style how it feels
 * @param fame from 0 (few have heard of it) to 100 (nearly everybody has seen it)
 * @param quality from 0 to 100: how well it is liked by those who see it
 */
public record Film(
        String title,
        int year,
        String language,
        List<String> genres,
        String director,
        String series,
        List<String> themes,
        FilmStyle style,
        int fame,
        int quality) {
    /** The genres that MovieLens knows. */
    public static final Set<String> GENRES = Set.of(
            "Action",
            "Adventure",
            "Animation",
            "Children",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Fantasy",
            "Film-Noir",
            "Horror",
            "Musical",
            "Mystery",
            "Romance",
            "Sci-Fi",
            "Thriller",
            "War",
            "Western");

    private static final int FIRST_FILM_YEAR = 1888;
    private static final int LAST_FILM_YEAR = 2100;

    public Film {
        require(!title.isBlank(), "a film needs a title");
        require(year >= FIRST_FILM_YEAR && year <= LAST_FILM_YEAR, title + ": no film was released in " + year);
        require(!language.isBlank(), title + " needs a language");
        genres = List.copyOf(genres);
        require(!genres.isEmpty(), title + " needs a genre");
        require(GENRES.containsAll(genres), title + " has an unknown genre: " + genres);
        require(allDifferent(genres), title + " names a genre twice: " + genres);
        require(!director.isBlank(), title + " needs a director");
        themes = List.copyOf(themes);
        require(themes.stream().noneMatch(String::isBlank), title + " has a theme without a name");
        require(allDifferent(themes), title + " names a theme twice: " + themes);
        requirePercentage(title, "fame", fame);
        requirePercentage(title, "quality", quality);
    }

    /** Whether the film belongs to a series. */
    public boolean inSeries() {
        return !series.isEmpty();
    }

    /** Whether the film's main language is English. */
    public boolean inEnglish() {
        return language.equals("English");
    }

    private static boolean allDifferent(List<String> names) {
        return new HashSet<>(names).size() == names.size();
    }

    private static void requirePercentage(String title, String name, int value) {
        require(value >= 0 && value <= 100, title + ": " + name + " must lie between 0 and 100 but is " + value);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
