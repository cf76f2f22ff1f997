package io.github.factorscope.data.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the list of real films that comes with the program. */
public final class FilmList {
    private static final String RESOURCE = "films.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private FilmList() {}

    /**
     * Reads the films that come with the program.
     *
     * @return the films, the oldest first; no two share both title and year
     * @throws IOException if the list cannot be read
     */
    public static List<Film> bundled() throws IOException {
        try (InputStream bytes = FilmList.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) {
                throw new IOException("the film list " + RESOURCE + " is missing from the program");
            }
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
    }

    /**
     * Reads films from comma-separated text with the header {@code title,year,language,genres,director,series,
     * themes,artistry,darkness,thoughtfulness,fame,quality}; genres and themes are joined by {@code |}.
     *
     * @param text the list; read to its end and closed
     * @return the films in the order of the list
     * @throws IOException if the text cannot be read
     * @throws IllegalArgumentException if a film is nonsense or listed twice
     */
    public static List<Film> read(Reader text) throws IOException {
        try (CSVParser parser = FORMAT.parse(text)) {
            List<Film> films = parser.stream().map(FilmList::film).toList();
            requireNoneTwice(films);
            return films;
        }
    }

    private static Film film(CSVRecord row) {
        return new Film(
                row.get("title"),
                number(row, "year"),
                row.get("language"),
                parts(row.get("genres")),
                row.get("director"),
                row.get("series"),
                parts(row.get("themes")),
                new FilmStyle(number(row, "artistry"), number(row, "darkness"), number(row, "thoughtfulness")),
                number(row, "fame"),
                number(row, "quality"));
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }

    private static List<String> parts(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|", -1));
    }

    private static void requireNoneTwice(List<Film> films) {
        Set<String> seen = new HashSet<>();
        for (Film film : films) {
            if (!seen.add(film.title() + " (" + film.year() + ")")) {
                throw new IllegalArgumentException(film.title() + " is listed twice");
            }
        }
    }
}
