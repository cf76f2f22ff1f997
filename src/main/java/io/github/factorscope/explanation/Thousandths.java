package io.github.factorscope.explanation;

/**
 * Stars as they are shown: to a thousandth. Whatever shows a prediction rounds it here, once, so that no two places of a
 * screen differ.
 */
public final class Thousandths {
    private Thousandths() {}

    /** The nearest whole number of thousandths of a star. */
    public static int of(double stars) {
        return (int) Math.round(1000 * stars);
    }
}
