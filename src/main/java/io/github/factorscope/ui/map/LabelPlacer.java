package io.github.factorscope.ui.map;

import io.github.factorscope.ui.common.TextSize;
import java.util.Arrays;

/**
 * Finds places for labels beside dots so that none covers another: the first in line first, more of them the larger the
 * map, and beside dots rather than over them; one that would hide a mark or many dots is left out. Works on the whole map for one scale, so that labels stay where they are
 * while it is moved. Keeps its space for the next time.
 */
final class LabelPlacer {
    private static final double HEIGHT = 16; // of a line of text, in pixels
    private static final double GAP = 3; // pixels between a dot and its label
    private static final double MARK = 6; // pixels that marks around a dot take
    private static final double COVER = 3; // pixels of them that no label may cover
    private static final double BESIDE = 2; // pixels; less than the gap
    private static final double APART = 8; // pixels between two labels on one line, which would read as one
    private static final double NEAR = 6; // pixels in which another dot seems to be what a label names
    private static final int SIDES = 8; // of a dot: beside it, above and below, there also from its left or right edge
    private static final int MOST_HIDDEN = 3; // dots without a mark that a label may stand over
    private static final int MARK_WEIGHT = 100; // of a mark, in dots without one
    private static final int OVER_DOTS = MARK_WEIGHT - 1; // as many as there are, but no mark
    private static final int OVER_MARKS = 100 * MARK_WEIGHT; // what is looked at has its label in any case
    private static final int AT_ZOOM_1 = 40; // labels that are tried, and more of them the larger the map
    private static final double GROWTH = 1.5; // with the zoom; 2 would keep their number on the screen
    private static final int MOST = 4000; // labels that are tried at all

    private final Boxes labels = new Boxes(); // in pixels of the whole map
    private final Boxes labelled = new Boxes(); // dots that have a label
    private final Boxes marked = new Boxes(); // dots that come first, with their marks
    private final Boxes others = new Boxes(); // all dots that want a label
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
        marked.clear();
        others.clear();
        for (int dot = 0; dot < size; dot++) {
            if (layout.wantsLabel(dot)) {
                addDot(others, layout, dot, layout.radius(dot));
            }
        }
        for (int dot : first) {
            addDot(marked, layout, dot, layout.radius(dot) + COVER);
        }
        for (int dot : first) {
            tryToPlace(layout, dot, layout.radius(dot) + MARK, dot == first[0] ? OVER_MARKS : OVER_DOTS);
        }
        int left = (int) Math.min(MOST, AT_ZOOM_1 * Math.pow(Math.max(1, zoom), GROWTH));
        for (int dot = 0; dot < size && left > 0; dot++) {
            if (layout.wantsLabel(dot) && !contains(first, dot)) {
                tryToPlace(layout, dot, layout.radius(dot), MOST_HIDDEN);
                left--;
            }
        }
    }

    private static void addDot(Boxes boxes, Layout layout, int dot, double radius) {
        double x = layout.x(dot);
        double y = layout.y(dot);
        boxes.add(x - radius, y - radius, x + radius, y + radius);
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

    /** @param most what the label may hide; a mark weighs more than any number of other dots */
    private void tryToPlace(Layout layout, int dot, double radius, int most) {
        double x = layout.x(dot);
        double y = layout.y(dot);
        double width = layout.width(dot);
        if (!labels.isFree(x - 1, y - 1, x + 1, y + 1)) {
            return; // nobody would know what the label belongs to
        }
        int best = most + 1;
        double bestLeft = 0;
        double bestTop = 0;
        for (int side = 0; side < SIDES; side++) {
            double left =
                    switch (side) {
                        case 0 -> x + radius + GAP;
                        case 1 -> x - radius - GAP - width;
                        case 2, 3 -> x - width / 2;
                        case 4, 5 -> x - radius;
                        default -> x + radius - width;
                    };
            double top =
                    switch (side) {
                        case 0, 1 -> y - height() / 2;
                        case 2, 4, 6 -> y - radius - height();
                        default -> y + radius;
                    };
            if (isFree(left, top, width)) {
                double nearLeft = side == 0 ? left : left - NEAR; // on the other side is its own dot
                double nearRight = left + width + (side == 1 ? 0 : NEAR);
                int hidden = hidden(nearLeft, top, nearRight, top + height(), best);
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
        if (best <= most) {
            labels.add(bestLeft, bestTop, bestLeft + width, bestTop + height());
            labelled.add(x - radius, y - radius, x + radius, y + radius); // no label hides a dot that has one
            add(dot, bestLeft - x, bestTop - y);
        }
    }

    private int hidden(double left, double top, double right, double bottom, int enough) {
        int marks = marked.countWithin(left, top, right, bottom, OVER_MARKS / MARK_WEIGHT);
        return marks * MARK_WEIGHT + others.countWithin(left, top, right, bottom, Math.min(enough, OVER_DOTS));
    }

    /** Whether a label there covers no other, and stands neither over a dot that has one nor right beside it. */
    private boolean isFree(double left, double top, double width) {
        double right = left + width;
        double bottom = top + height();
        return labels.isFree(left - APART, top, right + APART, bottom)
                && labelled.isFree(left - BESIDE, top, right + BESIDE, bottom);
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
