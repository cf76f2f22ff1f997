package io.github.factorscope.ui.common;

import io.github.factorscope.inspection.StarText;
import io.github.factorscope.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Numbers as they stand on the screen: four decimals for RMSE, three for predictions, thousands grouped. */
public final class Formats {
    private static final Texts TEXTS = Texts.of(Formats.class);
    private static final char NO_BREAK = '\u00a0';

    private Formats() {}

    /** Words whose sums and comparisons stay on one line, such as "p < 0.001" and "0.01 ± 0.02". */
    public static String unbroken(String words) {
        return words.replaceAll(" ([±<=]) (?=[−\\d])", NO_BREAK + "$1" + NO_BREAK);
    }

    public static String count(long count) {
        return StarText.count(count);
    }

    public static String rmse(double rmse) {
        return Double.isFinite(rmse) ? String.format(Texts.locale(), "%.4f", rmse) : "–";
    }

    /** A prediction in stars, to a thousandth: the same wherever it stands. */
    public static String prediction(double stars) {
        return StarText.prediction(stars);
    }

    /** A part of a prediction in stars, with its sign, to a thousandth. */
    public static String amount(double stars) {
        return StarText.amount(stars);
    }

    /** A difference in stars, with its sign, to a hundredth. */
    public static String amountShort(double stars) {
        return StarText.signed(stars, 2);
    }

    public static String decimals(double number, int decimals) {
        return StarText.decimals(number, decimals);
    }

    public static String percent(double share) {
        return percent(share, share < 0.1 ? 2 : 1);
    }

    public static String percent(double share, int decimals) {
        return asPercent(decimals(100 * share, decimals));
    }

    /** A number with the sign for per cent. */
    public static String asPercent(String number) {
        return TEXTS.get("percent", number);
    }

    /** A number with a star, such as "4.5 ★". */
    public static String withStar(String number) {
        return TEXTS.get("with-star", number);
    }

    /** A rating without needless decimals: 4, 3.5. */
    public static String stars(double rating) {
        return StarText.stars(rating);
    }

    /** Such as "3.2 s" or "2 min 5 s", in one line. */
    public static String seconds(double seconds) {
        return time(seconds).replace(' ', NO_BREAK);
    }

    private static String time(double seconds) {
        if (seconds < 10) {
            return TEXTS.get("seconds", String.format(Texts.locale(), "%.1f", seconds));
        }
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return duration.toMinutes() == 0
                ? TEXTS.get("seconds", String.valueOf(duration.toSeconds()))
                : TEXTS.get("minutes", String.valueOf(duration.toMinutes()), String.valueOf(duration.toSecondsPart()));
    }

    public static String month(long epochSeconds) {
        return DateTimeFormatter.ofPattern(TEXTS.get("month"), Texts.locale())
                .format(Instant.ofEpochSecond(epochSeconds).atZone(ZoneOffset.UTC));
    }
}
