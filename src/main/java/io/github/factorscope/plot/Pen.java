package io.github.factorscope.plot;

/**
 * What a picture is drawn with: in the window, or into a file. Lengths in pixels from the upper left corner. Text is of one
 * size, for which there is a pen.
 */
public interface Pen {
    /** How high type usually is. */
    double TEXT_SIZE = 12;

    /** How high type is at least that can still be read. */
    double LEAST_TEXT_SIZE = 10;

    /** From one line of words to the next, for type of height 1. */
    double LINE_SPACING = 1.2;

    /** Where text stands from its point. */
    enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    /** How high text stands at its point. */
    enum Height {
        TOP,
        CENTER,
        BOTTOM
    }

    /** How a line is drawn. */
    record Line(Ink ink, double width, double... dashes) {}

    /** A line through points; one with a coordinate that is no number interrupts it. */
    void path(double[] xs, double[] ys, Line line);

    /** A filled area, its corners in order. */
    void area(double[] xs, double[] ys, Ink ink, double opacity);

    /** A filled rectangle. */
    void box(double x, double y, double width, double height, Ink ink);

    /** A filled circle. */
    void dot(double x, double y, double radius, Ink ink);

    /** @param side which end of the text is at x */
    void text(String text, double x, double y, Side side, Height height, Ink ink);

    double textWidth(String text);

    /** A pen for type of another size on the same paper. */
    Pen withTextSize(double size);

    /** The size of type, from the usual to the least, whose lines may lie so far apart. */
    static double textSizeFor(double step) {
        return Math.max(LEAST_TEXT_SIZE, Math.min(TEXT_SIZE, step / LINE_SPACING));
    }

    default void line(double x1, double y1, double x2, double y2, Line line) {
        path(new double[] {x1, x2}, new double[] {y1, y2}, line);
    }

    /** On a whole pixel, so that lines of one pixel are sharp. */
    static double sharp(double position) {
        return Math.floor(position) + 0.5;
    }
}
