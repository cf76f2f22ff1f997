package io.github.factorscope.ui.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Ratings of made-up films with genres and years, as MovieLens has them. */
final class FilmFolder {
    static final int USERS = 50;
    static final int FILMS = 80;

    private FilmFolder() {}

    /** Every second film is a comedy, the others are dramas; film 7 is "Film 7 (1957)". */
    static Path write(Path folder) {
        SplittableRandom random = new SplittableRandom(8);
        StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
        StringBuilder films = new StringBuilder("movieId,title,genres\n");
        for (int film = 1; film <= FILMS; film++) {
            films.append(
                    film + ",Film " + film + " (" + (1950 + film) + ")," + (film % 2 == 0 ? "Comedy" : "Drama") + "\n");
            for (int user = 1; user <= USERS; user++) {
                if (random.nextInt(FILMS) > film / 2 + 20) { // the first ones are rated most
                    int stars = (user % 3 == film % 3 ? 3 : 1) + random.nextInt(3);
                    ratings.append(user + "," + film + "," + stars + ".0,1000\n");
                }
            }
        }
        try {
            Path data = Files.createDirectories(folder.resolve("films"));
            Files.writeString(data.resolve("ratings.csv"), ratings, StandardCharsets.UTF_8);
            Files.writeString(data.resolve("movies.csv"), films, StandardCharsets.UTF_8);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
