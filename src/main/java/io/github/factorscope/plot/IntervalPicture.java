package io.github.factorscope.plot;

import static io.github.factorscope.plot.Pen.sharp;

import io.github.factorscope.plot.Pen.Height;
import io.github.factorscope.plot.Pen.Line;
import io.github.factorscope.plot.Pen.Side;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One line for each value: its name, how far its interval reaches, and the value in figures.
 *
 * @param reference drawn as a line that values are compared with, such as 0
 * @param title of the axis, with its unit
 * @param emptyText what stands where there is no value
 */
public record IntervalPicture(List<Row> rows, OptionalDouble reference, String title, String emptyText)
        implements Picture {
    private static final double LEAST_HEIGHT = Pen.LINE_SPACING * Pen.LEAST_TEXT_SIZE;
    private static final double MOST_HEIGHT = 32;
    private static final double BELOW = 42;
    private static final double ABOVE = 8;
    private static final double WHISKER = 5;

    /** A value between the ends of its interval. */
    public record Row(String name, double low, double value, double high, String label, Ink ink) {}

    public IntervalPicture {
        rows = List.copyOf(rows);
    }

    public IntervalPicture(List<Row> rows, String title, String emptyText) {
        this(rows, OptionalDouble.empty(), title, emptyText);
    }

    @Override
    public double leastHeight() {
        return ABOVE + BELOW + LEAST_HEIGHT * Math.max(1, rows.size());
    }

    /** The height at which all lines are as high as they are at most. */
    public double usualHeight() {
        return ABOVE + BELOW + MOST_HEIGHT * Math.max(1, rows.size());
    }

    @Override
    public void draw(Pen pen, double width, double height) {
        if (rows.isEmpty()) {
            pen.text(emptyText, width / 2, height / 2, Side.CENTER, Height.CENTER, Ink.TEXT);
            return;
        }
        double step = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, (height - ABOVE - BELOW) / rows.size()));
        Pen words = pen.withTextSize(Pen.textSizeFor(step));
        double names = rows.stream()
                .mapToDouble(row -> words.textWidth(row.name()))
                .max()
                .orElse(0);
        double labels = rows.stream()
                .mapToDouble(row -> words.textWidth(row.label()))
                .max()
                .orElse(0);
        Range range = Range.over(
                        DoubleStream.concat(
                                reference.stream(),
                                rows.stream()
                                        .flatMapToDouble(row -> DoubleStream.of(row.low(), row.value(), row.high()))),
                        false)
                .padded(0.05);
        double bottom = ABOVE + step * rows.size();
        Frame frame = new Frame(
                names + 16, ABOVE, Math.max(names + 76, width - labels - 16), bottom, range, new Range(0, 1, false));
        drawAxis(pen, frame);
        for (int k = 0; k < rows.size(); k++) {
            drawRow(words, frame, rows.get(k), ABOVE + (k + 0.5) * step, labels);
        }
    }

    private void drawAxis(Pen pen, Frame frame) {
        Axis axis = Axis.of(title);
        List<Double> ticks = axis.across(frame.x(), frame.right() - frame.left());
        for (double tick : ticks) {
            double px = sharp(frame.px(tick));
            pen.line(px, frame.top(), px, frame.bottom() + 4, new Line(Ink.GRID, 1));
            pen.text(axis.label(tick, ticks), px, frame.bottom() + 6, Side.CENTER, Height.TOP, Ink.TEXT);
        }
        reference.ifPresent(value -> {
            double px = sharp(frame.px(value));
            pen.line(px, frame.top(), px, frame.bottom(), new Line(Ink.TEXT, 1, 4, 3));
        });
        double end = Math.max(frame.right(), pen.textWidth(title) + 4); // a long one goes on beyond the frame
        pen.text(title, end, frame.bottom() + 24, Side.RIGHT, Height.TOP, Ink.TEXT);
    }

    private static void drawRow(Pen pen, Frame frame, Row row, double py, double labels) {
        pen.text(row.name(), frame.left() - 8, py, Side.RIGHT, Height.CENTER, Ink.TEXT);
        double low = frame.px(row.low());
        double high = frame.px(row.high());
        Line line = new Line(row.ink(), 2);
        pen.line(low, py, high, py, line);
        pen.line(low, py - WHISKER, low, py + WHISKER, line);
        pen.line(high, py - WHISKER, high, py + WHISKER, line);
        pen.dot(frame.px(row.value()), py, 4, row.ink());
        pen.text(row.label(), frame.right() + 8 + labels, py, Side.RIGHT, Height.CENTER, Ink.TEXT);
    }
}
