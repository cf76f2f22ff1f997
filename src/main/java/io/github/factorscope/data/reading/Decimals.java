package io.github.factorscope.data.reading;

/** Reads numbers as people write them; what Java alone understands ("4f", "NaN", "0x1p2") is no number here. */
final class Decimals {
    private Decimals() {}

    /** The number, or NaN where the text is none. */
    static float parse(String text) {
        return isDecimal(text) ? Float.parseFloat(text) : Float.NaN;
    }

    /** The same, with a comma as well as a point before the parts where {@code decimalComma}. */
    static float parse(String text, boolean decimalComma) {
        return parse(decimalComma ? text.replace(',', '.') : text);
    }

    private static boolean isDecimal(String text) {
        int digits = 0;
        int points = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (k > 0 || (c != '-' && c != '+')) {
                return false;
            }
        }
        return digits > 0 && digits <= 30 && points <= 1;
    }
}
