package io.github.factorscope.data.reading;

/** Reads usual numbers from bytes, exactly as they are read from text; leaves all others to that. */
final class PlainNumbers {
    /** It is no usual whole number. */
    static final long NONE = Long.MIN_VALUE;

    private static final int EXACT = 1 << 24; // up to here every whole number is a float
    private static final float[] POWERS = {1, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f}; // exact too
    private static final int MOST_DIGITS = 18;

    private PlainNumbers() {}

    /** A decimal of a few digits; NaN where it is none. */
    static float decimal(byte[] bytes, int from, int to) {
        int k = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        if (to - k > POWERS.length) {
            return Float.NaN;
        }
        long digits = 0;
        int point = -1;
        int count = 0;
        for (; k < to; k++) {
            int digit = bytes[k] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                count++;
            } else if (bytes[k] == '.' && point < 0) {
                point = count;
            } else {
                return Float.NaN;
            }
        }
        if (count == 0 || digits > EXACT) {
            return Float.NaN;
        }
        // The quotient of two exact numbers is rounded once, as the number that is written would be.
        float value = digits / POWERS[point < 0 ? 0 : count - point];
        return bytes[from] == '-' ? -value : value;
    }

    /** A whole number. */
    static long whole(byte[] bytes, int from, int to) {
        int k = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        if (k == to || to - k > MOST_DIGITS) {
            return NONE;
        }
        long value = 0;
        for (; k < to; k++) {
            int digit = bytes[k] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = 10 * value + digit;
        }
        return bytes[from] == '-' ? -value : value;
    }
}
