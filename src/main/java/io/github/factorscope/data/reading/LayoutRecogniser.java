package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Finds out from a file's first lines how its ratings are written. */
final class LayoutRecogniser {
    private static final int SAMPLE_LINES = 1000;
    private static final double ENOUGH = 0.5;
    private static final int MOST_WITHOUT_HEADER = 4;
    private static final double MOST_OUTSIDE_SCALE = 0.05;

    private static final List<Dialect> DIALECTS = List.of(
            new Dialect("::", false),
            new Dialect("\t", true),
            new Dialect(";", true),
            new Dialect(",", true),
            new Dialect("|", false),
            new Dialect(" ", false));

    private static final Set<String> USER_NAMES = Set.of("user", "userid", "uid", "reviewer", "reviewerid", "rater");
    private static final Set<String> ITEM_NAMES = Set.of(
            "item", "itemid", "iid", "movie", "movieid", "film", "filmid", "product", "productid", "book", "isbn");
    private static final Set<String> RATING_NAMES = Set.of("rating", "stars", "score", "bookrating");
    private static final Set<String> TIME_NAMES = Set.of("timestamp", "time", "unixtime");

    private LayoutRecogniser() {}

    /**
     * Recognises without being told.
     *
     * @throws UnreadableDataException where the first lines hold no ratings, with the reason
     */
    static Layout recognise(Path file) throws IOException {
        TextFile.Sample sample = TextFile.sample(file, SAMPLE_LINES);
        String name = String.valueOf(file.getFileName());
        if (sample.lines().stream().allMatch(String::isBlank)) {
            throw new UnreadableDataException(name + " is empty. Open a file with one rating a line.");
        }
        Candidate best = null;
        for (Dialect dialect : DIALECTS) {
            Candidate candidate = candidate(dialect, sample.lines());
            if (candidate != null && (best == null || candidate.share > best.share)) {
                best = candidate;
            }
        }
        if (best == null || best.share < ENOUGH) {
            String first = sample.lines().stream()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            throw new UnreadableDataException(name + " holds no ratings that could be recognised: expected lines of "
                    + "user, item and rating, such as \"1::1193::5\" or \"1,1193,5\", but line "
                    + (sample.lines().indexOf(first) + 1) + " is \"" + Problem.printable(first) + "\".");
        }
        Optional<RatingScale> scale = knownScale(name, best).filter(best::mostlyWithin);
        return new Layout(layoutName(name, best), best.dialect, best.header, best.columns, sample.charset(), scale);
    }

    /** One way to read the sample, with the share of its lines that this way makes ratings of. */
    private record Candidate(Dialect dialect, boolean header, Columns columns, List<CSVRecord> ratings, double share) {
        boolean mostlyWithin(RatingScale scale) {
            long outside = ratings.stream()
                    .filter(record -> !scale.contains(
                            Decimals.parse(record.get(columns.rating()).strip())))
                    .count();
            return outside <= MOST_OUTSIDE_SCALE * ratings.size();
        }
    }

    private static Candidate candidate(Dialect dialect, List<String> lines) throws IOException {
        List<CSVRecord> records = new RecordReader(dialect).records(lines);
        int count = usualFieldCount(records);
        if (count < 3) {
            return null;
        }
        Columns named = namedColumns(records.get(0));
        if (named == null && namesSomething(records.get(0))) {
            return null; // a header without a rating column: a list of items, tags or links
        }
        boolean header = named != null;
        if (!header && count > MOST_WITHOUT_HEADER) {
            return null; // nothing says which column is what
        }
        List<CSVRecord> body = header ? records.subList(1, records.size()) : records;
        Columns columns =
                header ? withReadableTime(named, body) : Columns.usual(count, count > 3 && mostlyWhole(body, 3));
        List<CSVRecord> ratings =
                body.stream().filter(record -> isRating(record, columns)).toList();
        double share = body.isEmpty() ? 0 : ratings.size() / (double) body.size();
        return new Candidate(dialect, header, columns, ratings, share);
    }

    /** A time that is no number of seconds is left unread: ratings need none. */
    private static Columns withReadableTime(Columns named, List<CSVRecord> body) {
        return !named.hasTime() || mostlyWhole(body, named.time())
                ? named
                : new Columns(named.user(), named.item(), named.rating(), -1, named.count());
    }

    private static boolean isRating(CSVRecord record, Columns columns) {
        return record.size() == columns.count()
                && !record.get(columns.user()).isBlank()
                && !record.get(columns.item()).isBlank()
                && !Float.isNaN(Decimals.parse(record.get(columns.rating()).strip()));
    }

    private static int usualFieldCount(List<CSVRecord> records) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (CSVRecord record : records) {
            counts.merge(record.size(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static boolean mostlyWhole(List<CSVRecord> records, int column) {
        long whole = records.stream()
                .filter(record -> record.size() > column
                        && Decimals.parseWhole(record.get(column).strip()).isPresent())
                .count();
        return whole > records.size() / 2;
    }

    /** The roles that a header gives, or nothing where the line does not name user, item and rating. */
    private static Columns namedColumns(CSVRecord first) {
        int user = columnNamed(first, USER_NAMES);
        int item = columnNamed(first, ITEM_NAMES);
        int rating = columnNamed(first, RATING_NAMES);
        return user < 0 || item < 0 || rating < 0
                ? null
                : new Columns(user, item, rating, columnNamed(first, TIME_NAMES), first.size());
    }

    private static boolean namesSomething(CSVRecord first) {
        return columnNamed(first, USER_NAMES) >= 0 || columnNamed(first, ITEM_NAMES) >= 0;
    }

    private static int columnNamed(CSVRecord header, Set<String> names) {
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            if (names.contains(name)) {
                return column;
            }
        }
        return -1;
    }

    private static Optional<RatingScale> knownScale(String fileName, Candidate candidate) {
        if (isMovieLens100k(fileName, candidate)) {
            return Optional.of(RatingScale.WHOLE_STARS);
        }
        return isMovieLensDat(candidate) || isMovieLensCsv(candidate)
                ? Optional.of(RatingScale.HALF_STARS)
                : Optional.empty();
    }

    private static String layoutName(String fileName, Candidate candidate) {
        if (isMovieLens100k(fileName, candidate)) {
            return "MovieLens 100K";
        }
        if (isMovieLensDat(candidate)) {
            return candidate.columns.hasTime() ? "MovieLens 1M" : "MovieLens 1M without times";
        }
        if (isMovieLensCsv(candidate)) {
            return "MovieLens latest";
        }
        return "Text, " + candidate.dialect.delimiterName() + " between columns";
    }

    private static boolean isMovieLens100k(String fileName, Candidate candidate) {
        return candidate.dialect.delimiter().equals("\t")
                && !candidate.header
                && candidate.columns.count() == 4
                && fileName.matches("u\\.data|u[1-5ab]\\.(base|test)");
    }

    private static boolean isMovieLensDat(Candidate candidate) {
        return candidate.dialect.delimiter().equals("::") && !candidate.header;
    }

    private static boolean isMovieLensCsv(Candidate candidate) {
        return candidate.dialect.delimiter().equals(",")
                && candidate.header
                && candidate.columns.equals(new Columns(0, 1, 2, 3, 4));
    }
}
