package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One way to read the first lines of a file.
 *
 * @param names of the columns, empty where there are none
 * @param ratings the lines that become ratings
 * @param share of the lines that become ratings, 0 to 1
 */
record Candidate(
        Arrangement arrangement,
        Dialect dialect,
        boolean header,
        List<String> names,
        Columns columns,
        TimeFormat timeFormat,
        List<List<String>> ratings,
        double share) {
    private static final double MOST_OUTSIDE_SCALE = 0.05;
    private static final int FEWEST_IN_MATRIX = 10;

    /** What this dialect makes of the lines; null where it leads to nothing. */
    static Candidate of(Dialect dialect, List<String> lines) {
        RecordReader.Sample sample = new RecordReader(dialect).sample(lines);
        List<List<String>> records = sample.records();
        if (records.isEmpty()) {
            return null;
        }
        Candidate candidate = of(dialect, lines, records);
        double cut = records.size() / (double) (records.size() + sample.malformed());
        return candidate == null ? null : candidate.withShare(candidate.share * cut);
    }

    private Candidate withShare(double other) {
        return new Candidate(arrangement, dialect, header, names, columns, timeFormat, ratings, other);
    }

    private static Candidate of(Dialect dialect, List<String> lines, List<List<String>> records) {
        if (isBlock(records.get(0))) {
            return blocks(
                    dialect, records.stream().filter(record -> !isBlock(record)).toList());
        }
        int count = LayoutRecogniser.usualFieldCount(records);
        if (count < 3) {
            return null;
        }
        if (isMatrix(records, count)) {
            return matrix(dialect, records, count);
        }
        Candidate lineByLine = lines(dialect, lines, records, count);
        if (lineByLine == null || dialect.comment().isEmpty()) {
            return lineByLine;
        }
        List<List<String>> remarks = new RecordReader(dialect.withComment(""))
                .records(lines.stream()
                        .filter(line -> line.strip().startsWith(dialect.comment()))
                        .toList());
        boolean remarksAreRatings = remarks.stream().anyMatch(lineByLine::isRating);
        if (!remarksAreRatings) {
            return lineByLine;
        }
        Dialect without = dialect.withComment("");
        return of(without, lines, new RecordReader(without).records(lines));
    }

    private static boolean isBlock(List<String> record) {
        return record.size() == 1
                && record.get(0).strip().length() > 1
                && record.get(0).strip().endsWith(":");
    }

    private static Candidate blocks(Dialect dialect, List<List<String>> body) {
        int count = LayoutRecogniser.usualFieldCount(body);
        if (count < 2) {
            return null;
        }
        ColumnRoles roles = new ColumnRoles(body, count);
        if (!roles.statistics(1).mayBeRatings()) {
            return null;
        }
        Optional<TimeFormat> time = count > 2 ? roles.statistics(2).time() : Optional.empty();
        return judged(
                Arrangement.BLOCKS,
                dialect,
                false,
                List.of(),
                new Columns(0, -1, 1, time.isPresent() ? 2 : -1, count),
                roles,
                body);
    }

    /** Numbers only, and 99 where there is no rating. */
    private static boolean isMatrix(List<List<String>> records, int count) {
        if (count < FEWEST_IN_MATRIX) {
            return false;
        }
        long cells = 0;
        long none = 0;
        long fitting = 0;
        for (List<String> record : records) {
            for (int column = 1; column < record.size(); column++) {
                float value = Decimals.parse(record.get(column).strip(), true);
                cells++;
                none += value == KnownLayouts.JESTER_NONE ? 1 : 0;
                fitting += value == KnownLayouts.JESTER_NONE || KnownLayouts.JESTER.contains(value) ? 1 : 0;
            }
        }
        return none > 0 && fitting >= 0.95 * cells;
    }

    private static Candidate matrix(Dialect dialect, List<List<String>> records, int count) {
        List<List<String>> whole =
                records.stream().filter(record -> record.size() == count).toList();
        long counted = whole.stream().filter(Candidate::beginsWithCount).count();
        int first = 2 * counted > whole.size() ? 1 : 0;
        boolean comma = IntStream.range(first, count)
                .anyMatch(column -> ColumnStatistics.of(whole, column).isDecimalComma());
        return new Candidate(
                Arrangement.MATRIX,
                dialect.withDecimalComma(comma),
                false,
                List.of(),
                new Columns(-1, -1, first, -1, count),
                TimeFormat.SECONDS,
                whole,
                whole.size() / (double) records.size());
    }

    private static boolean beginsWithCount(List<String> record) {
        long rated = record.stream()
                .skip(1)
                .filter(field -> Decimals.parse(field.strip(), true) != KnownLayouts.JESTER_NONE)
                .count();
        return Decimals.parse(record.get(0).strip()) == rated;
    }

    private static Candidate lines(Dialect dialect, List<String> lines, List<List<String>> records, int count) {
        List<String> first = records.get(0);
        List<List<String>> below = records.subList(1, records.size());
        List<String> names = first.size() == count - 1 ? withRowNames(first) : first; // R names no row names
        if (names.size() == count && ColumnRoles.namesSomething(names)) {
            ColumnRoles roles = new ColumnRoles(below, count);
            // Without ratings it is a list of items, tags or links.
            return roles.named(names)
                    .or(() -> roles.byContentUnder(names))
                    .map(columns -> judged(Arrangement.LINES, dialect, true, names, columns, roles, below))
                    .orElse(null);
        }
        Candidate remarked = namedByRemark(dialect, lines, records, count);
        if (remarked != null) {
            return remarked;
        }
        boolean header = first.size() == count && below.size() > 1 && isForeignHeader(first, below, count);
        List<List<String>> body = header ? below : records;
        ColumnRoles roles = new ColumnRoles(body, count);
        return roles.byContent()
                .map(columns ->
                        judged(Arrangement.LINES, dialect, header, header ? first : List.of(), columns, roles, body))
                .orElse(null);
    }

    private static List<String> withRowNames(List<String> names) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(""), names.stream())
                .toList();
    }

    private static Candidate namedByRemark(Dialect dialect, List<String> lines, List<List<String>> records, int count) {
        if (dialect.comment().isEmpty()) {
            return null;
        }
        Optional<String> remark = Comments.beforeData(lines, dialect.comment());
        List<List<String>> cut = new RecordReader(dialect.withComment(""))
                .records(remark.map(List::of).orElse(List.of()));
        if (cut.isEmpty() || cut.get(0).size() != count || !ColumnRoles.namesSomething(cut.get(0))) {
            return null;
        }
        ColumnRoles roles = new ColumnRoles(records, count);
        return roles.named(cut.get(0))
                .map(columns -> judged(Arrangement.LINES, dialect, false, cut.get(0), columns, roles, records))
                .orElse(null);
    }

    /** Words in another language above a column of numbers. */
    private static boolean isForeignHeader(List<String> first, List<List<String>> below, int count) {
        boolean words = first.stream()
                .allMatch(field -> field.codePoints().anyMatch(Character::isLetter) && field.length() < 40);
        return words
                && first.stream().distinct().count() == count
                && new ColumnRoles(below, count)
                        .byContent()
                        .filter(columns -> Float.isNaN(Decimals.parse(first.get(columns.rating()), true)))
                        .isPresent();
    }

    private static Candidate judged(
            Arrangement arrangement,
            Dialect dialect,
            boolean header,
            List<String> names,
            Columns columns,
            ColumnRoles roles,
            List<List<String>> body) {
        TimeFormat time = columns.hasTime()
                ? roles.statistics(columns.time()).time().orElse(TimeFormat.SECONDS)
                : TimeFormat.SECONDS;
        boolean comma = roles.statistics(columns.rating()).isDecimalComma();
        Candidate unjudged = new Candidate(
                arrangement,
                dialect.withDecimalComma(comma),
                header,
                names.stream().map(String::strip).toList(),
                columns,
                time,
                List.of(),
                0);
        List<List<String>> ratings = body.stream().filter(unjudged::isRating).toList();
        double share = body.isEmpty() ? 0 : ratings.size() / (double) body.size();
        return new Candidate(arrangement, unjudged.dialect, header, unjudged.names, columns, time, ratings, share);
    }

    private boolean isRating(List<String> record) {
        return record.size() == columns.count()
                && !record.get(columns.user()).isBlank()
                && (columns.item() < 0 || !record.get(columns.item()).isBlank())
                && !Float.isNaN(value(record));
    }

    float value(List<String> record) {
        return Decimals.parse(record.get(columns.rating()).strip(), dialect.decimalComma());
    }

    /** Whether nearly all ratings of the sample lie on a scale. */
    boolean mostlyWithin(RatingScale scale) {
        long outside = ratings.stream()
                .filter(record -> !scale.contains(value(record)))
                .count();
        return outside <= MOST_OUTSIDE_SCALE * ratings.size();
    }

    /** Whether all ratings of the sample lie on a scale and its steps. */
    boolean isOnSteps(RatingScale scale) {
        return ratings.stream().allMatch(record -> {
            double steps = value(record) / scale.step();
            return scale.contains(value(record)) && steps == Math.rint(steps);
        });
    }

    boolean hasNames(String... expected) {
        return names.stream().map(ColumnNames::plain).toList().equals(List.of(expected));
    }
}
