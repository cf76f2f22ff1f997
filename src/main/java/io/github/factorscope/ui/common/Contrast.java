package io.github.factorscope.ui.common;

import javafx.scene.paint.Color;

/** How well one colour is told from another, after WCAG 2.1. */
public final class Contrast {
    /** What text needs against its ground. */
    public static final double TEXT = 4.5;

    /** What lines and marks need. */
    public static final double GRAPHIC = 3;

    private static final double STEP = 0.05;

    private Contrast() {}

    /** From 1 for the same colour to 21 for black on white; both are opaque. */
    public static double between(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** The colour itself where words in it can be read on the ground, otherwise the nearest darker or lighter one. */
    public static Color forText(Color color, Color ground) {
        Color far = luminance(ground) > 0.18 ? Color.BLACK : Color.WHITE;
        for (double share = 0; share < 1; share += STEP) {
            Color mixed = color.interpolate(far, share);
            if (between(mixed, ground) >= TEXT) {
                return mixed;
            }
        }
        return far;
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
