package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The layouts of data sets that many people have: their names, scales and what stands for "not rated". */
final class KnownLayouts {
    /** From bad to good; any number between. */
    static final RatingScale JESTER = new RatingScale(-10, 10, 0);

    static final float JESTER_NONE = 99;

    private static final RatingScale FILM_TRUST = new RatingScale(0.5f, 4, 0.5f);
    private static final RatingScale TEN = new RatingScale(1, 10, 1);
    private static final List<String> GENERATIONS =
            List.of("latest-small", "latest", "100k", "10m", "20m", "25m", "32m", "33m", "1m");

    private KnownLayouts() {}

    /** The layout of what was recognised, in UTF-8. */
    static Layout layout(Path file, String dataSet, Candidate candidate) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        Layout plain = new Layout(
                Layout.nameOf(candidate.dialect()),
                candidate.arrangement(),
                candidate.dialect(),
                candidate.header(),
                candidate.columns(),
                candidate.timeFormat(),
                java.nio.charset.StandardCharsets.UTF_8,
                Optional.empty(),
                Optional.empty());
        return switch (candidate.arrangement()) {
            case BLOCKS -> scaled(plain, "Netflix Prize", RatingScale.WHOLE_STARS, candidate);
            case MATRIX ->
                plain.withName("Jester").withScale(Optional.of(JESTER)).withNoRating(Optional.of(JESTER_NONE));
            case LINES -> lines(plain, file, name, generation(file, dataSet), candidate);
        };
    }

    /** With name and scale where the ratings of the sample lie on it. */
    private static Layout scaled(Layout plain, String name, RatingScale scale, Candidate candidate) {
        return candidate.mostlyWithin(scale) ? plain.withName(name).withScale(Optional.of(scale)) : plain;
    }

    private static Layout lines(Layout plain, Path file, String name, String generation, Candidate candidate) {
        Dialect dialect = candidate.dialect();
        Columns columns = candidate.columns();
        if (dialect.delimiter().equals("\t")
                && !candidate.header()
                && columns.equals(new Columns(0, 1, 2, 3, 4))
                && name.matches("u\\.data|u[1-5ab]\\.(base|test)")) {
            return scaled(plain, "MovieLens 100K", RatingScale.WHOLE_STARS, candidate);
        }
        if (dialect.delimiter().equals("::") && !candidate.header()) {
            return scaled(plain, movieLensDat(generation, candidate), RatingScale.HALF_STARS, candidate);
        }
        if (candidate.hasNames("userid", "movieid", "rating", "timestamp")) {
            return scaled(
                    plain,
                    "MovieLens " + (generation.isEmpty() ? "latest" : generation),
                    RatingScale.HALF_STARS,
                    candidate);
        }
        if (candidate.hasNames("userid", "isbn", "bookrating")) {
            return bookCrossing(plain, candidate);
        }
        if (candidate.hasNames("userid", "bookid", "rating")) {
            return scaled(plain, "Goodbooks", RatingScale.WHOLE_STARS, candidate);
        }
        if (isAmazon(candidate)) {
            return scaled(plain, "Amazon ratings", RatingScale.WHOLE_STARS, candidate);
        }
        if (isFilmTrust(file, name, candidate)) {
            return plain.withName("FilmTrust").withScale(Optional.of(FILM_TRUST));
        }
        return plain;
    }

    private static String movieLensDat(String generation, Candidate candidate) {
        boolean tenMillion = generation.equals("10M") || !candidate.isOnSteps(RatingScale.WHOLE_STARS);
        return "MovieLens " + (tenMillion ? "10M" : "1M") + (candidate.columns().hasTime() ? "" : Layout.WITHOUT_TIMES);
    }

    /** Which of MovieLens' data sets the names of file, folder or archive tell: "25M", "latest-small" or nothing. */
    private static String generation(Path file, String dataSet) {
        Path folder = file.toAbsolutePath().getParent();
        String names =
                ((folder == null ? "" : String.valueOf(folder.getFileName())) + " " + dataSet).toLowerCase(Locale.ROOT);
        for (String generation : GENERATIONS) {
            if (names.contains("ml-" + generation)) {
                return generation.endsWith("m") || generation.endsWith("k")
                        ? generation.toUpperCase(Locale.ROOT)
                        : generation;
            }
        }
        return "";
    }

    private static Layout bookCrossing(Layout plain, Candidate candidate) {
        boolean fits = candidate.ratings().stream()
                .allMatch(record -> candidate.value(record) == 0 || TEN.contains(candidate.value(record)));
        return fits
                ? plain.withName("Book-Crossing")
                        .withScale(Optional.of(TEN))
                        .withNoRating(Optional.of(0f)) // it was read or seen, but not rated
                : plain;
    }

    private static boolean isAmazon(Candidate candidate) {
        ColumnRoles roles =
                new ColumnRoles(candidate.ratings(), candidate.columns().count());
        return candidate.dialect().delimiter().equals(",")
                && !candidate.header()
                && candidate.columns().count() == 4
                && roles.isMostly(candidate.columns().user(), "A[0-9A-Z]{9,20}")
                && roles.isMostly(candidate.columns().item(), "[0-9A-Z]{10}");
    }

    private static boolean isFilmTrust(Path file, String name, Candidate candidate) {
        return name.startsWith("ratings.txt")
                && candidate.columns().equals(new Columns(0, 1, 2, -1, 3))
                && candidate.dialect().isBlanks()
                && candidate.isOnSteps(FILM_TRUST)
                && (!candidate.isOnSteps(RatingScale.WHOLE_STARS)
                        || Files.isRegularFile(file.resolveSibling("trust.txt")));
    }
}
