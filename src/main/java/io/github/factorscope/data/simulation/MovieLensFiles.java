package io.github.factorscope.data.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a simulated data set in the layout of the MovieLens "latest" files: UTF-8, line feeds, minimal quotes. */
final class MovieLensFiles {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    private MovieLensFiles() {}

    /** Writes {@code userId,movieId,rating,timestamp} in the order of the ratings, stars as "4.0". */
    static void writeRatings(Path file, List<SimulatedRating> ratings) throws IOException {
        try (CSVPrinter rows = printer(file)) {
            rows.printRecord("userId", "movieId", "rating", "timestamp");
            for (SimulatedRating rating : ratings) {
                rows.printRecord(rating.userId(), rating.movieId(), Double.toString(rating.stars()), rating.seconds());
            }
        }
    }

    /** Writes {@code movieId,title,genres} in the order of the films, whose ids count from 1. */
    static void writeMovies(Path file, List<Film> films) throws IOException {
        try (CSVPrinter rows = printer(file)) {
            rows.printRecord("movieId", "title", "genres");
            int movieId = 0;
            for (Film film : films) {
                movieId++;
                rows.printRecord(movieId, MovieLensTitle.of(film), String.join("|", film.genres()));
            }
        }
    }

    private static CSVPrinter printer(Path file) throws IOException {
        return new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT);
    }
}
