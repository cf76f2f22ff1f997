package io.github.factorscope.ui.map;

import java.util.Arrays;

/** Boxes in a plane without end, found by the cells of a grid that they reach into. Keeps its space for the next time. */
final class Boxes {
    private static final double CELL_WIDTH = 128;
    private static final double CELL_HEIGHT = 32;
    private static final int CELLS = 1 << 13; // of the hash, a power of two

    private final int[] heads = new int[CELLS]; // the first link of a cell, or −1
    private int[] next = new int[1024]; // link behind a link, or −1
    private int[] boxOf = new int[1024]; // by link
    private int links;
    private double[] sides = new double[1024]; // left, top, right, bottom of each box
    private int count;

    Boxes() {
        clear();
    }

    void clear() {
        links = 0;
        count = 0;
        Arrays.fill(heads, -1);
    }

    private static int cell(long column, long row) {
        long mixed = (column * 0x9E3779B97F4A7C15L) ^ (row * 0xC2B2AE3D27D4EB4FL);
        return (int) (mixed >>> 40) & (CELLS - 1);
    }

    private static long column(double x) {
        return (long) Math.floor(x / CELL_WIDTH);
    }

    private static long row(double y) {
        return (long) Math.floor(y / CELL_HEIGHT);
    }

    void add(double left, double top, double right, double bottom) {
        if (4 * count == sides.length) {
            sides = Arrays.copyOf(sides, 2 * sides.length);
        }
        sides[4 * count] = left;
        sides[4 * count + 1] = top;
        sides[4 * count + 2] = right;
        sides[4 * count + 3] = bottom;
        for (long column = column(left); column <= column(right); column++) {
            for (long row = row(top); row <= row(bottom); row++) {
                if (links == next.length) {
                    next = Arrays.copyOf(next, 2 * links);
                    boxOf = Arrays.copyOf(boxOf, 2 * links);
                }
                int cell = cell(column, row);
                next[links] = heads[cell];
                boxOf[links] = count;
                heads[cell] = links++;
            }
        }
        count++;
    }

    /** Whether no box reaches into this one. */
    boolean isFree(double left, double top, double right, double bottom) {
        return countWithin(left, top, right, bottom, 1) == 0;
    }

    /** How many boxes reach into this one, counted up to a number; one that lies in several cells may count several times. */
    int countWithin(double left, double top, double right, double bottom, int enough) {
        int found = 0;
        for (long column = column(left); column <= column(right); column++) {
            for (long row = row(top); row <= row(bottom); row++) {
                for (int link = heads[cell(column, row)]; link >= 0 && found < enough; link = next[link]) {
                    int box = 4 * boxOf[link];
                    if (left < sides[box + 2]
                            && right > sides[box]
                            && top < sides[box + 3]
                            && bottom > sides[box + 1]) {
                        found++;
                    }
                }
            }
        }
        return found;
    }
}
