package io.github.factorscope.ui.map;

/**
 * What the map draws, the most rated item first. Arrays of one length, not to be written to.
 *
 * @param items index of each
 * @param x in the unit of the factors, to the right
 * @param y likewise, upwards
 * @param support ratings of each, by which dots have their sizes
 * @param titles as they are written beside dots
 */
public record Dots(int[] items, double[] x, double[] y, int[] support, String[] titles) {
    public Dots {
        if (x.length != items.length
                || y.length != items.length
                || support.length != items.length
                || titles.length != items.length) {
            throw new IllegalArgumentException("the dots differ in number: " + items.length + " items, " + x.length
                    + " and " + y.length + " places, " + support.length + " counts, " + titles.length + " titles");
        }
    }

    /** No dot at all. */
    public static Dots none() {
        return new Dots(new int[0], new double[0], new double[0], new int[0], new String[0]);
    }

    public int size() {
        return items.length;
    }

    /** Where the item stands among the dots, or −1. */
    int find(int item) {
        for (int dot = 0; dot < items.length; dot++) {
            if (items[dot] == item) {
                return dot;
            }
        }
        return -1;
    }
}
