package io.github.factorscope.plot;

import java.util.Optional;

/**
 * A line through points.
 *
 * @param name stands at its right end
 * @param stroke how it is drawn
 * @param xs rising; as long as {@code ys}
 * @param band drawn around it, where there is one
 */
public record Curve(String name, Ink ink, Stroke stroke, double[] xs, double[] ys, Optional<Band> band) {
    /** Tells curves of one colour apart, also without colour. */
    public enum Stroke {
        SOLID,
        DASHED,
        DOTTED;

        double[] dashes() {
            return switch (this) {
                case SOLID -> new double[0];
                case DASHED -> new double[] {7, 5};
                case DOTTED -> new double[] {2, 4};
            };
        }

        /** That of the k-th curve of one colour, from 0. */
        public static Stroke of(int k) {
            return values()[k % values().length];
        }
    }

    /** How far values reach at each point of a curve. */
    public record Band(double[] lows, double[] highs) {}

    public Curve {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("a curve has as many x as y, was " + xs.length + " and " + ys.length);
        }
        band.ifPresent(b -> {
            if (b.lows().length != xs.length || b.highs().length != xs.length) {
                throw new IllegalArgumentException("a band is as long as its curve, " + xs.length);
            }
        });
    }

    public Curve(String name, Ink ink, Stroke stroke, double[] xs, double[] ys) {
        this(name, ink, stroke, xs, ys, Optional.empty());
    }

    /** The same with a band around it. */
    public Curve withBand(double[] lows, double[] highs) {
        return new Curve(name, ink, stroke, xs, ys, Optional.of(new Band(lows, highs)));
    }

    public int size() {
        return xs.length;
    }

    double last() {
        return ys[ys.length - 1];
    }
}
