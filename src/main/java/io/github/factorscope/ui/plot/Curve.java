package io.github.factorscope.ui.plot;

import javafx.scene.paint.Color;

/**
 * A line through points.
 *
 * @param name stands at its right end
 * @param xs rising; as long as {@code ys}
 * @param stroke how it is drawn
 */
public record Curve(String name, Color color, Stroke stroke, double[] xs, double[] ys) {
    /** Tells curves of one colour apart, also without colour. */
    public enum Stroke {
        SOLID,
        DASHED,
        DOTTED;

        double[] dashes() {
            return switch (this) {
                case SOLID -> null;
                case DASHED -> new double[] {7, 5};
                case DOTTED -> new double[] {2, 4};
            };
        }
    }

    public Curve {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("a curve has as many x as y, was " + xs.length + " and " + ys.length);
        }
    }

    public int size() {
        return xs.length;
    }
}
