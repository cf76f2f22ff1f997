package io.github.factorscope.data.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads times as files write them. */
final class Times {
    /** What {@link #parse} gives where the text is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int SECONDS_A_DAY = 86_400;

    private Times() {}

    /** Seconds since 1970, UTC, or {@link #NONE}. */
    static long parse(String text, TimeFormat format) {
        return switch (format) {
            case SECONDS -> whole(text);
            case MILLISECONDS -> {
                long millis = whole(text);
                yield millis == NONE ? NONE : Math.floorDiv(millis, 1000L);
            }
            case DATE -> date(text);
        };
    }

    /** A whole number; ".0" behind it, as tables of decimals write it, is borne. */
    private static long whole(String text) {
        int end = text.length();
        int point = text.indexOf('.');
        if (point > 0 && text.substring(point + 1).chars().allMatch(c -> c == '0')) {
            end = point;
        }
        int k = end > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (k == end || end - k > 18) {
            return NONE;
        }
        long value = 0;
        for (; k < end; k++) {
            int digit = text.charAt(k) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = 10 * value + digit;
        }
        return text.charAt(0) == '-' ? -value : value;
    }

    /** Year, month and day with dashes or slashes between, or day, month and year with dots; then perhaps a time and a zone. */
    private static long date(String text) {
        Scanner scanner = new Scanner(text);
        boolean dayFirst = text.length() > 2 && (text.charAt(1) == '.' || text.charAt(2) == '.');
        int first = dayFirst ? scanner.number(1, 2) : scanner.number(4, 4);
        char between = scanner.next();
        int month = scanner.number(1, 2);
        boolean same = scanner.next() == between;
        int last = dayFirst ? scanner.number(4, 4) : scanner.number(1, 2);
        if ((!dayFirst && between != '-' && between != '/') || !same || scanner.failed) {
            return NONE;
        }
        int year = dayFirst ? last : first;
        int day = dayFirst ? first : last;
        try {
            long midnight = LocalDate.of(year, month, day).toEpochDay() * SECONDS_A_DAY;
            return scanner.atEnd() ? midnight : withTimeOfDay(midnight, scanner);
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static long withTimeOfDay(long midnight, Scanner scanner) {
        char between = scanner.next();
        int hours = scanner.number(1, 2);
        boolean colon = scanner.next() == ':';
        int minutes = scanner.number(2, 2);
        int seconds = scanner.skip(':') ? scanner.number(2, 2) : 0;
        if (scanner.skip('.') || scanner.skip(',')) {
            scanner.number(1, 9); // parts of a second
        }
        while (scanner.skip(' ')) {
            // before a zone
        }
        int offset = offset(scanner);
        boolean fits = (between == ' ' || between == 'T' || between == 't')
                && colon
                && !scanner.failed
                && scanner.atEnd()
                && hours < 24
                && minutes < 60
                && seconds <= 60;
        return fits ? midnight + 3600L * hours + 60L * minutes + seconds - offset : NONE;
    }

    /** Seconds east of Greenwich. */
    private static int offset(Scanner scanner) {
        if (scanner.atEnd() || scanner.skip('Z') || scanner.skip('z') || scanner.skip("UTC") || scanner.skip("GMT")) {
            return 0;
        }
        char sign = scanner.next();
        int hours = scanner.number(2, 2);
        scanner.skip(':');
        int minutes = scanner.atEnd() ? 0 : scanner.number(2, 2);
        if (sign != '+' && sign != '-') {
            scanner.failed = true;
        }
        return ZoneOffset.ofHoursMinutes(sign == '-' ? -hours : hours, sign == '-' ? -minutes : minutes)
                .getTotalSeconds();
    }

    private static final class Scanner {
        private final String text;
        private int at;
        private boolean failed;

        Scanner(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at == text.length();
        }

        char next() {
            return at < text.length() ? text.charAt(at++) : '\0';
        }

        boolean skip(char c) {
            boolean found = at < text.length() && text.charAt(at) == c;
            at += found ? 1 : 0;
            return found;
        }

        boolean skip(String word) {
            boolean found = text.startsWith(word, at);
            at += found ? word.length() : 0;
            return found;
        }

        int number(int fewest, int most) {
            int value = 0;
            int digits = 0;
            while (digits < most && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = 10 * value + text.charAt(at++) - '0';
                digits++;
            }
            failed |= digits < fewest;
            return value;
        }
    }
}
