package io.github.factorscope.ui.map;

import io.github.factorscope.ui.common.TextSize;
import java.util.Arrays;

/**
 * Finds places for labels beside dots so that none covers another: the first in line first, more of them the larger the
 * map, and beside dots rather than over them. Works on the whole map for one scale, so that labels stay where they are
 * while it is moved. Keeps its space for the next time.
 */
final class LabelPlacer {
    private static final double HEIGHT = 16; // of a line of text, in pixels
    private static final double GAP = 3; // pixels between a dot and its label
    private static final double MARK = 6; // pixels that marks around a dot take
    private static final int AT_ZOOM_1 = 40; // labels that are tried, and more of them the larger the map
    private static final double GROWTH = 1.5; // with the zoom; 2 would keep their number on the screen
    private static final int MOST = 4000; // labels that are tried at all

    private final Boxes labels = new Boxes(); // in pixels of the whole map
    private final Boxes labelled = new Boxes(); // dots that have a label
    private final Boxes middles = new Boxes(); // of all dots that want a label
    private int count;
    private int[] dots = new int[256];
    private double[] dx = new double[256]; // of the label's left edge from the middle of the dot
    private double[] dy = new double[256]; // of its top edge

    /** What lies where, and who wants a label. */
    interface Layout {
        /** Pixels from any fixed place, at the scale at which labels are placed. */
        double x(int dot);

        /** Likewise, downwards. */
        double y(int dot);

        double radius(int dot);

        /** Of the text, in pixels. */
        double width(int dot);

        boolean wantsLabel(int dot);
    }

    /**
     * Forgets what was placed, and places labels anew.
     *
     * @param first dots that come before all others, whatever they want
     * @param size number of dots; they come in their order
     */
    void place(Layout layout, int size, int[] first, double zoom) {
        count = 0;
        labels.clear();
        labelled.clear();
        middles.clear();
        for (int dot = 0; dot < size; dot++) {
            if (layout.wantsLabel(dot)) {
                middles.add(layout.x(dot), layout.y(dot), layout.x(dot), layout.y(dot));
            }
        }
        for (int dot : first) {
            tryToPlace(layout, dot, layout.radius(dot) + MARK);
        }
        int left = (int) Math.min(MOST, AT_ZOOM_1 * Math.pow(Math.max(1, zoom), GROWTH));
        for (int dot = 0; dot < size && left > 0; dot++) {
            if (layout.wantsLabel(dot) && !contains(first, dot)) {
                tryToPlace(layout, dot, layout.radius(dot));
                left--;
            }
        }
    }

    /** Of a line of text, in pixels. */
    static double height() {
        return TextSize.px(HEIGHT);
    }

    private static boolean contains(int[] dots, int dot) {
        for (int each : dots) {
            if (each == dot) {
                return true;
            }
        }
        return false;
    }

    private void tryToPlace(Layout layout, int dot, double radius) {
        double x = layout.x(dot);
        double y = layout.y(dot);
        double width = layout.width(dot);
        if (!labels.isFree(x - 1, y - 1, x + 1, y + 1)) {
            return; // nobody would know what the label belongs to
        }
        int best = Integer.MAX_VALUE;
        double bestLeft = 0;
        double bestTop = 0;
        for (int side = 0; side < 4; side++) {
            double left =
                    switch (side) {
                        case 0 -> x + radius + GAP;
                        case 1 -> x - radius - GAP - width;
                        default -> x - width / 2;
                    };
            double top =
                    switch (side) {
                        case 2 -> y - radius - height();
                        case 3 -> y + radius;
                        default -> y - height() / 2;
                    };
            if (labels.isFree(left, top, left + width, top + height())
                    && labelled.isFree(left, top, left + width, top + height())) {
                int hidden = middles.countWithin(left, top, left + width, top + height(), best);
                if (hidden < best) {
                    best = hidden;
                    bestLeft = left;
                    bestTop = top;
                }
                if (hidden == 0) {
                    break;
                }
            }
        }
        if (best < Integer.MAX_VALUE) {
            labels.add(bestLeft, bestTop, bestLeft + width, bestTop + height());
            labelled.add(x - radius, y - radius, x + radius, y + radius); // no label hides a dot that has one
            add(dot, bestLeft - x, bestTop - y);
        }
    }

    private void add(int dot, double left, double top) {
        if (count == dots.length) {
            dots = Arrays.copyOf(dots, 2 * count);
            dx = Arrays.copyOf(dx, 2 * count);
            dy = Arrays.copyOf(dy, 2 * count);
        }
        dots[count] = dot;
        dx[count] = left;
        dy[count] = top;
        count++;
    }

    /** How many labels have a place. */
    int count() {
        return count;
    }

    /** The dot of a label. */
    int dot(int label) {
        return dots[label];
    }

    /** Of the label's left edge from the middle of its dot, in pixels. */
    double dx(int label) {
        return dx[label];
    }

    /** Of the label's top edge from the middle of its dot, in pixels. */
    double dy(int label) {
        return dy[label];
    }
}
