package io.github.factorscope.inspection;

import io.github.factorscope.explanation.Thousandths;
import io.github.factorscope.text.Texts;

/** Stars as text of the language that is spoken, the same in the window and, in English, on the command line. */
public final class StarText {
    private StarText() {}

    /** A prediction, to a thousandth: wherever it stands, as in the sum that explains it. */
    public static String prediction(double stars) {
        return thousandths(Thousandths.of(stars));
    }

    /** A prediction of so many thousandths. */
    public static String thousandths(int thousandths) {
        return decimals(thousandths / 1000.0, 3);
    }

    /** A part of a prediction, with its sign, to a thousandth. */
    public static String amount(double stars) {
        return amountOf(Thousandths.of(stars));
    }

    /** A part of a prediction of so many thousandths, with its sign. */
    public static String amountOf(int thousandths) {
        return thousandths == 0 ? "0.000" : signed(thousandths / 1000.0, 3);
    }

    /** With its sign. */
    public static String signed(double number, int decimals) {
        return minus(String.format(Texts.locale(), "%+." + decimals + "f", number));
    }

    public static String decimals(double number, int decimals) {
        return minus(String.format(Texts.locale(), "%." + decimals + "f", number));
    }

    /** A rating without needless decimals: 4, 3.5, 3.25. */
    public static String stars(double rating) {
        double hundredths = Math.rint(100 * rating);
        int decimals = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
        return decimals(hundredths / 100, decimals);
    }

    /** Thousands grouped. */
    public static String count(long count) {
        return String.format(Texts.locale(), "%,d", count);
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
