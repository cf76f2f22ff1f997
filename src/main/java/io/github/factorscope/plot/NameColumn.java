package io.github.factorscope.plot;

import java.util.Arrays;

/**
 * Names one below the other, each as near to the height of what it names as fits. Where they are many, their type is smaller;
 * where even the smallest is too large, the last line is left for telling how many are left out.
 *
 * @param places the middle of each line, falling down the picture
 * @param shown how many names have a line
 */
record NameColumn(double textSize, double[] places, int shown) {
    private static final double USUAL_STEP = 16;
    private static final double LEAST_STEP = Pen.LINE_SPACING * Pen.LEAST_TEXT_SIZE;

    /**
     * @param wanted the heights of what is named, from above to below
     * @param top the least middle of a line
     * @param bottom the greatest
     */
    static NameColumn of(double[] wanted, double top, double bottom) {
        int lines = 1 + (int) Math.max(0, (bottom - top) / LEAST_STEP + 1e-9);
        if (wanted.length > lines) {
            double[] kept = Arrays.copyOf(wanted, lines);
            kept[lines - 1] = bottom;
            return new NameColumn(Pen.LEAST_TEXT_SIZE, spread(kept, LEAST_STEP, top, bottom), lines - 1);
        }
        double step = wanted.length < 2 ? USUAL_STEP : Math.min(USUAL_STEP, (bottom - top) / (wanted.length - 1));
        return new NameColumn(Pen.textSizeFor(step), spread(wanted, step, top, bottom), wanted.length);
    }

    /** Whether type of the usual size did not fit. */
    boolean isSmall() {
        return textSize < Pen.TEXT_SIZE;
    }

    /** Moves rising places so far apart that lines fit, and as little as can be: groups that touch stand around their middle. */
    private static double[] spread(double[] wanted, double step, double top, double bottom) {
        double[] sums = new double[wanted.length]; // of groups, of places as if lines had no height
        int[] sizes = new int[wanted.length];
        int groups = 0;
        for (int k = 0; k < wanted.length; k++) {
            sums[groups] = wanted[k] - k * step;
            sizes[groups] = 1;
            groups++;
            while (groups > 1 && sums[groups - 2] / sizes[groups - 2] >= sums[groups - 1] / sizes[groups - 1]) {
                groups--;
                sums[groups - 1] += sums[groups];
                sizes[groups - 1] += sizes[groups];
            }
        }
        double[] places = new double[wanted.length];
        double most = bottom - (wanted.length - 1) * step;
        int k = 0;
        for (int group = 0; group < groups; group++) {
            double first = Math.max(top, Math.min(most, sums[group] / sizes[group]));
            for (int end = k + sizes[group]; k < end; k++) {
                places[k] = first + k * step;
            }
        }
        return places;
    }
}
