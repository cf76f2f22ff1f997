package io.github.factorscope.download;

import io.github.factorscope.text.Texts;

/** Numbers of bytes and seconds for people. A megabyte is a million bytes, as on the pages that offer the files. */
final class ByteText {
    private static final Texts TEXTS = Texts.of(ByteText.class);
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private ByteText() {}

    /** Such as "4.9 MB". */
    static String of(long bytes) {
        return number(bytes, bytes) + " " + unit(bytes);
    }

    /** Such as "0.5 of 4.9 MB". */
    static String of(long bytes, long total) {
        return TEXTS.get("part-of", number(bytes, total), of(total));
    }

    private static String number(long bytes, long like) {
        double scale = like < MEGA ? KILO : like < GIGA ? MEGA : GIGA;
        boolean whole = like >= 100 * MEGA && like < GIGA;
        return String.format(Texts.locale(), whole ? "%.0f" : "%.1f", bytes / scale);
    }

    private static String unit(long bytes) {
        return bytes < MEGA ? "kB" : bytes < GIGA ? "MB" : "GB";
    }

    /** Such as "40 s", "2 min 5 s" or "1 h 3 min". */
    static String seconds(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return TEXTS.get("seconds", String.valueOf(whole));
        }
        if (whole < 3600) {
            return TEXTS.get("minutes", String.valueOf(whole / 60), String.valueOf(whole % 60));
        }
        return TEXTS.get("hours", String.valueOf(whole / 3600), String.valueOf(whole % 3600 / 60));
    }
}
