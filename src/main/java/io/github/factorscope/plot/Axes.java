package io.github.factorscope.plot;

import static io.github.factorscope.plot.Pen.sharp;

import io.github.factorscope.plot.Pen.Height;
import io.github.factorscope.plot.Pen.Line;
import io.github.factorscope.plot.Pen.Side;
import java.util.List;

/** Two axes with their divisions and titles. */
record Axes(Axis x, Axis y) {
    private static final double BELOW = 42; // pixels for the x axis
    private static final double ABOVE = 26; // pixels for the title of the y axis
    private static final Line HAIR = new Line(Ink.GRID, 1);

    /** @param names pixels to the right of the axes */
    Frame frame(Pen pen, Range ofX, Range ofY, double names, double width, double height) {
        double bottom = Math.max(ABOVE + 20, height - BELOW);
        List<Double> ticks = y.up(ofY, bottom - ABOVE);
        double labels = ticks.stream()
                .mapToDouble(tick -> pen.textWidth(y.label(tick, ticks)))
                .max()
                .orElse(0);
        return new Frame(labels + 16, ABOVE, Math.max(labels + 60, width - names), bottom, ofX, ofY);
    }

    void draw(Pen pen, Frame frame) {
        List<Double> up = y.up(frame.y(), frame.bottom() - frame.top());
        for (double tick : up) {
            double py = sharp(frame.py(tick));
            pen.line(frame.left(), py, frame.right(), py, HAIR);
            pen.text(y.label(tick, up), frame.left() - 8, py, Side.RIGHT, Height.CENTER, Ink.TEXT);
        }
        List<Double> across = x.across(frame.x(), frame.right() - frame.left());
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : across) {
            double px = sharp(frame.px(tick));
            pen.line(px, frame.bottom(), px, frame.bottom() + 4, HAIR);
            String label = x.label(tick, across);
            double half = pen.textWidth(label) / 2;
            if (px - half >= free) { // one that would cover its neighbour is left out
                pen.text(label, px, frame.bottom() + 6, Side.CENTER, Height.TOP, Ink.TEXT);
                free = px + half + 4;
            }
        }
        pen.line(frame.left(), sharp(frame.bottom()), frame.right(), sharp(frame.bottom()), HAIR);
        pen.text(y.title(), 4, 4, Side.LEFT, Height.TOP, Ink.TEXT);
        double end = Math.max(frame.right(), pen.textWidth(x.title()) + 4); // a long one goes on beyond the frame
        pen.text(x.title(), end, frame.bottom() + 24, Side.RIGHT, Height.TOP, Ink.TEXT);
    }
}
