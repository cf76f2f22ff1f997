package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which column of a file tells what of items; −1 where none does.
 *
 * @param header whether the first line names the columns
 * @param count number of columns
 * @param share of the first lines that can be read so, 0 to 1
 */
record ItemColumns(Dialect dialect, boolean header, int id, int title, int year, int genres, int count, double share) {
    private static final double ENOUGH = 0.5;
    private static final int SAMPLE_LINES = 1000;

    /** Number, year and a title that may hold commas without being quoted. */
    private static final Pattern NETFLIX = Pattern.compile("\\d+,(\\d{4}|NULL),");

    /** Recognises from the first lines; the ids tell which column is meant. */
    static Optional<ItemColumns> recognise(List<String> lines, IdIndex ids) {
        if (lines.stream().allMatch(line -> NETFLIX.matcher(line).lookingAt())) {
            return Optional.of(new ItemColumns(new Dialect(",", false), false, 0, 2, 1, -1, 3, 1));
        }
        ItemColumns best = null;
        for (String delimiter : Dialect.DELIMITERS) {
            for (boolean quoting : new boolean[] {true, false}) {
                Dialect dialect = new Dialect(delimiter, quoting);
                List<List<String>> records = new RecordReader(dialect)
                        .records(lines.stream().limit(SAMPLE_LINES).toList());
                ItemColumns columns = records.isEmpty() ? null : of(dialect, records, ids);
                if (columns != null && (best == null || columns.share > best.share)) {
                    best = columns;
                }
            }
        }
        return Optional.ofNullable(best).filter(columns -> columns.share >= ENOUGH);
    }

    private static ItemColumns of(Dialect dialect, List<List<String>> records, IdIndex ids) {
        int count = LayoutRecogniser.usualFieldCount(records);
        if (count < 2) {
            return null;
        }
        ItemColumns named = named(dialect, records, ids, count);
        return named == null ? byContent(dialect, records, ids, count) : named;
    }

    private static ItemColumns named(Dialect dialect, List<List<String>> records, IdIndex ids, int count) {
        List<String> names = records.get(0);
        List<Integer> titles = ColumnNames.titles(names);
        if (names.size() != count || titles.isEmpty() || records.size() < 2) {
            return null;
        }
        int title = titles.get(0);
        List<List<String>> body = records.subList(1, records.size());
        int id = -1;
        long most = -1;
        for (int column : ColumnNames.idsOfItems(names)) {
            long known = known(body, column, ids);
            if (column != title && known > most) {
                id = column;
                most = known;
            }
        }
        if (id < 0) {
            return null;
        }
        int year = first(ColumnNames.years(names), id, title);
        int genres = first(ColumnNames.genres(names), id, title);
        return new ItemColumns(dialect, true, id, title, year, genres, count, shareOf(body, count));
    }

    private static int first(List<Integer> columns, int id, int title) {
        return columns.stream()
                .filter(column -> column != id && column != title)
                .findFirst()
                .orElse(-1);
    }

    private static double shareOf(List<List<String>> body, int count) {
        return body.stream().filter(record -> record.size() == count).count() / (double) body.size();
    }

    private static long known(List<List<String>> body, int column, IdIndex ids) {
        return body.stream()
                .filter(record ->
                        column < record.size() && ids.find(record.get(column).strip()) >= 0)
                .count();
    }

    /** Without names: the column with the ids, then the first one with words. */
    private static ItemColumns byContent(Dialect dialect, List<List<String>> records, IdIndex ids, int count) {
        int id = IntStream.range(0, count)
                .boxed()
                .max(java.util.Comparator.comparing((Integer column) -> known(records, column, ids))
                        .thenComparing(column -> -column))
                .orElse(0);
        if (known(records, id, ids) < ENOUGH * records.size()) {
            return null;
        }
        int title = firstWith(records, count, id, -1, "(?s).*\\p{L}.*");
        if (title < 0) {
            return null;
        }
        int year = firstWith(records, count, id, title, "(1[89]|20)\\d\\d(\\.0)?");
        int genres = IntStream.range(title + 1, count)
                .filter(column -> column != id && column != year && isMostly(records, column, "(?s).*\\p{L}.*"))
                .findFirst()
                .orElse(-1);
        long whole = records.stream().filter(record -> record.size() >= count).count();
        return new ItemColumns(dialect, false, id, title, year, genres, count, whole / (double) records.size());
    }

    private static int firstWith(List<List<String>> records, int count, int id, int title, String pattern) {
        return IntStream.range(0, count)
                .filter(column -> column != id && column != title && isMostly(records, column, pattern))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isMostly(List<List<String>> records, int column, String pattern) {
        long matches = records.stream()
                .filter(record -> column < record.size()
                        && Problem.shortened(record.get(column)).strip().matches(pattern))
                .count();
        return matches > 0.8 * records.size();
    }
}
