package io.github.factorscope.ui.learn;

/**
 * Positive numbers evenly by their powers of ten.
 *
 * @param low the least, at position 0
 * @param high the largest, at position 1
 * @param zero whether position 0 stands for 0
 */
record LogScale(double low, double high, boolean zero) {
    private static final double DIGITS = 100;

    double value(double position) {
        if (zero && position <= 0) {
            return 0;
        }
        double exact = low * Math.pow(high / low, Math.min(1, Math.max(0, position)));
        double unit = Math.pow(10, Math.floor(Math.log10(exact))) / DIGITS;
        return Math.min(high, Math.rint(exact / unit) * unit);
    }

    double position(double value) {
        return value <= low ? 0 : Math.min(1, Math.log(value / low) / Math.log(high / low));
    }
}
