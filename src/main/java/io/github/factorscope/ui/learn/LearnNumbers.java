package io.github.factorscope.ui.learn;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;

/** Numbers of single steps as they stand on the screen: to a thousandth, or by powers of ten where they have run away. */
final class LearnNumbers {
    private static final double LARGE = 1000;
    private static final String NONE = "–";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private LearnNumbers() {}

    static String of(double number) {
        if (!Double.isFinite(number)) {
            return NONE;
        }
        return Math.abs(number) < LARGE ? Formats.decimals(withoutMinusZero(number), 3) : large(number);
    }

    /** With its sign. */
    static String signed(double number) {
        return number > 0 && !of(number).equals(of(0)) ? "+" + of(number) : of(number);
    }

    /** In brackets where it is negative, to stand behind a sign. */
    static String factor(double number) {
        String text = of(number);
        return text.startsWith("−") ? "(" + text + ")" : text;
    }

    /** As a person sets it, with three digits that count. */
    static String setting(double number) {
        return number == 0 || Math.abs(number) >= LARGE
                ? Formats.decimals(number, 0)
                : Formats.decimals(number, decimals(number));
    }

    /** So many that three digits count, without zeros at the end. */
    private static int decimals(double number) {
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(number)) + 1e-9));
        while (decimals > 0 && isSame(number, decimals - 1)) {
            decimals--;
        }
        return decimals;
    }

    private static boolean isSame(double number, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.abs(Math.rint(number * scale) / scale - number) < 1e-3 * Math.abs(number);
    }

    private static double withoutMinusZero(double number) {
        return Math.abs(number) < 5e-4 ? 0 : number;
    }

    private static String large(double number) {
        int power = (int) Math.floor(Math.log10(Math.abs(number)));
        StringBuilder text = new StringBuilder(Formats.decimals(number / Math.pow(10, power), 2)).append(" · 10");
        for (char digit : String.format(Texts.locale(), "%d", power).toCharArray()) {
            text.append(RAISED.charAt(Character.digit(digit, 10)));
        }
        return text.toString();
    }
}
