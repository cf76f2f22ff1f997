package io.github.factorscope.text;

import java.util.Locale;

/** Numbers as words. */
public final class Numbers {
    private Numbers() {}

    /** With so many decimals, thousands grouped, and a true minus; none before what rounds to zero. */
    public static String fixed(double number, int decimals, Locale locale) {
        String pattern = "%,." + decimals + "f";
        String digits = String.format(locale, pattern, Math.abs(number));
        boolean below = number < 0 && !digits.equals(String.format(locale, pattern, 0.0));
        return below ? "−" + digits : digits;
    }
}
