package io.github.factorscope.data.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the fields of one column look like.
 *
 * @param numbers share of fields that are numbers, 0 to 1
 * @param distinct different fields
 * @param min of the numbers; so {@code max}
 * @param commas fields with a decimal comma
 * @param points fields with a decimal point
 * @param time how the fields are written if most of them can be times
 * @param sureTime whether nearly all can hardly be anything else: dates, or numbers as large as the seconds of decades
 */
record ColumnStatistics(
        int rows,
        double numbers,
        int distinct,
        double min,
        double max,
        int commas,
        int points,
        Optional<TimeFormat> time,
        boolean sureTime) {
    private static final double NEARLY_ALL = 0.9;
    private static final int MOST_LEVELS = 101;
    private static final double LARGEST_RATING = 100;
    private static final long EARLIEST_SECONDS = 100_000_000L; // 1973
    private static final long LATEST_SECONDS = 10_000_000_000L; // 2286
    private static final long MILLIS = 1000L;

    static ColumnStatistics of(List<List<String>> records, int column) {
        int numbers = 0;
        int commas = 0;
        int points = 0;
        int whole = 0;
        int dates = 0;
        int seconds = 0;
        int millis = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        Set<String> distinct = new HashSet<>();
        for (List<String> fields : records) {
            if (column >= fields.size()) {
                continue;
            }
            String field = fields.get(column).strip();
            distinct.add(field.toLowerCase(Locale.ROOT));
            float value = Decimals.parse(field, true);
            if (!Float.isNaN(value)) {
                numbers++;
                min = Math.min(min, value);
                max = Math.max(max, value);
                commas += field.indexOf(',') >= 0 ? 1 : 0;
                points += field.indexOf('.') >= 0 ? 1 : 0;
            }
            long time = Times.parse(field, TimeFormat.SECONDS);
            whole += time == Times.NONE ? 0 : 1;
            seconds += time >= EARLIEST_SECONDS && time < LATEST_SECONDS ? 1 : 0;
            millis += time >= MILLIS * EARLIEST_SECONDS && time < MILLIS * LATEST_SECONDS ? 1 : 0;
            dates += Times.parse(field, TimeFormat.DATE) == Times.NONE ? 0 : 1;
        }
        int rows = records.size();
        Optional<TimeFormat> format = Optional.empty();
        if (2 * dates > rows) {
            format = Optional.of(TimeFormat.DATE);
        } else if (2 * whole > rows) {
            format = Optional.of(2 * millis > rows ? TimeFormat.MILLISECONDS : TimeFormat.SECONDS);
        }
        boolean sure = Math.max(dates, Math.max(seconds, millis)) >= NEARLY_ALL * rows && rows > 0;
        return new ColumnStatistics(
                rows, numbers / (double) Math.max(1, rows), distinct.size(), min, max, commas, points, format, sure);
    }

    boolean isDecimalComma() {
        return commas > points;
    }

    /** Few different small numbers, each of them often. */
    boolean looksLikeRatings() {
        return rows >= 5
                && numbers >= NEARLY_ALL
                && distinct <= MOST_LEVELS
                && 2 * distinct <= rows
                && Math.abs(min) <= LARGEST_RATING
                && Math.abs(max) <= LARGEST_RATING;
    }

    boolean mayBeRatings() {
        return numbers >= 0.5 && !sureTime;
    }

    boolean isNearlyAllNumbers() {
        return numbers >= NEARLY_ALL;
    }
}
