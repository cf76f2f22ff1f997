package io.github.factorscope.plot;

import static io.github.factorscope.plot.Pen.sharp;

import io.github.factorscope.plot.Pen.Height;
import io.github.factorscope.plot.Pen.Line;
import io.github.factorscope.plot.Pen.Side;
import io.github.factorscope.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Curves over one axis, with their names at their right ends.
 *
 * @param mark a vertical line at an x
 * @param emptyText what stands where there is no curve
 */
public record CurvePicture(
        List<Curve> curves, Axis x, Axis y, Points points, boolean levels, Optional<Mark> mark, String emptyText)
        implements Picture {
    private static final Texts TEXTS = Texts.of(CurvePicture.class);
    private static final double LEADER = 18; // pixels from the axes to the names
    private static final double FAR = 30; // pixels from the end of a curve to its name
    private static final double DOT = 3;

    /** Whether the points of a curve are seen. */
    public enum Points {
        /** Only that of a curve which has no other. */
        HIDDEN,
        DOTS
    }

    /** A vertical line with its name. */
    public record Mark(double x, String name) {}

    public CurvePicture {
        curves = List.copyOf(curves);
    }

    public CurvePicture(List<Curve> curves, Axis x, Axis y, String emptyText) {
        this(curves, x, y, Points.HIDDEN, false, Optional.empty(), emptyText);
    }

    /** The same with a dot at every point. */
    public CurvePicture withDots() {
        return new CurvePicture(curves, x, y, Points.DOTS, levels, mark, emptyText);
    }

    /** The same with every curve carried on to the right edge as a level, where all names stand. */
    public CurvePicture withLevels() {
        return new CurvePicture(curves, x, y, points, true, mark, emptyText);
    }

    public CurvePicture withMark(Mark other) {
        return new CurvePicture(curves, x, y, points, levels, Optional.of(other), emptyText);
    }

    /** The curves that have a point. */
    public List<Curve> drawn() {
        return curves.stream().filter(curve -> curve.size() > 0).toList();
    }

    @Override
    public void draw(Pen pen, double width, double height) {
        List<Curve> drawn = drawn();
        if (drawn.isEmpty()) {
            pen.text(emptyText, width / 2, height / 2, Side.CENTER, Height.CENTER, Ink.TEXT);
            return;
        }
        Frame frame = frame(pen, width, height);
        new Axes(x, y).draw(pen, frame);
        mark.ifPresent(marked -> drawMark(pen, frame, marked));
        drawn.forEach(curve -> drawBand(pen, frame, curve));
        drawn.forEach(curve -> drawCurve(pen, frame, curve));
        drawNames(pen, frame, drawn, width, height);
    }

    /** Where the axes lie in a picture of this size. */
    public Frame frame(Pen pen, double width, double height) {
        List<Curve> drawn = drawn();
        double names = drawn.stream()
                .mapToDouble(curve -> pen.textWidth(curve.name()))
                .max()
                .orElse(0);
        double beyond = x.hasCategories()
                ? pen.textWidth(x.categories().get(x.categories().size() - 1)) / 2
                : 0;
        double beside = Math.max(beyond, names + LEADER + 2);
        return new Axes(x, y).frame(pen, rangeOfX(drawn), rangeOfY(drawn), beside, width, height);
    }

    private Range rangeOfX(List<Curve> drawn) {
        if (x.hasCategories()) {
            return new Range(-0.4, x.categories().size() - 0.9, false); // the names follow at once
        }
        Range range = Range.over(drawn.stream().flatMapToDouble(c -> Arrays.stream(c.xs())), x.isLogarithmic());
        if (points == Points.DOTS) {
            return range.padded(0.03);
        }
        return range.high() > range.low() || x.isLogarithmic() ? range : new Range(range.low(), range.low() + 1, false);
    }

    private Range rangeOfY(List<Curve> drawn) {
        Range range = Range.over(drawn.stream().flatMapToDouble(CurvePicture::heights), y.isLogarithmic());
        return switch (y.scale()) {
            case LOGARITHMIC -> range;
            case FROM_ZERO -> new Range(0, range.high() * 1.05, false);
            case EVEN, WHOLE -> range.padded(0.06);
        };
    }

    private static DoubleStream heights(Curve curve) {
        DoubleStream own = Arrays.stream(curve.ys());
        return curve.band()
                .map(band -> DoubleStream.concat(
                        own, DoubleStream.concat(Arrays.stream(band.lows()), Arrays.stream(band.highs()))))
                .orElse(own);
    }

    private static void drawMark(Pen pen, Frame frame, Mark mark) {
        double px = sharp(frame.px(mark.x()));
        pen.line(px, frame.top(), px, frame.bottom(), new Line(Ink.TEXT, 1, 3, 3));
        boolean fits = px + 6 + pen.textWidth(mark.name()) < frame.right();
        pen.text(
                mark.name(),
                fits ? px + 6 : px - 6,
                frame.top() - 4,
                fits ? Side.LEFT : Side.RIGHT,
                Height.CENTER,
                Ink.TEXT);
    }

    private void drawBand(Pen pen, Frame frame, Curve curve) {
        curve.band().ifPresent(band -> {
            int size = curve.size();
            double[] xs = new double[2 * size];
            double[] ys = new double[2 * size];
            for (int k = 0; k < size; k++) {
                xs[k] = frame.px(curve.xs()[k]);
                xs[2 * size - 1 - k] = xs[k];
                ys[k] = frame.py(band.highs()[k]);
                ys[2 * size - 1 - k] = frame.py(band.lows()[k]);
            }
            pen.area(xs, ys, curve.ink(), 0.18);
        });
    }

    private void drawCurve(Pen pen, Frame frame, Curve curve) {
        double[] xs = new double[curve.size()];
        double[] ys = new double[curve.size()];
        for (int k = 0; k < curve.size(); k++) {
            boolean shown = frame.x().shows(curve.xs()[k]) && frame.y().shows(curve.ys()[k]);
            xs[k] = shown ? frame.px(curve.xs()[k]) : Double.NaN;
            ys[k] = shown ? frame.py(curve.ys()[k]) : Double.NaN;
        }
        pen.path(xs, ys, new Line(curve.ink(), 2, curve.stroke().dashes()));
        if (levels) { // from the last point on to the right edge, where the name stands
            double level = sharp(frame.py(curve.last()));
            pen.line(xs[xs.length - 1], level, frame.right(), level, new Line(curve.ink(), 1, 1, 4));
        }
        for (int k = 0; k < xs.length; k++) {
            if ((points == Points.DOTS || xs.length == 1) && !Double.isNaN(xs[k])) {
                pen.dot(xs[k], ys[k], DOT, curve.ink());
            }
        }
    }

    /** In the margin beside the last points, moved apart where they would cover one another. */
    private void drawNames(Pen pen, Frame frame, List<Curve> drawn, double width, double height) {
        List<Curve> byHeight = drawn.stream()
                .filter(curve -> !curve.name().isEmpty())
                .sorted(Comparator.<Curve>comparingDouble(curve -> frame.py(curve.last()))
                        .thenComparingDouble(
                                curve -> -Arrays.stream(curve.ys()).average().orElse(0)))
                .toList();
        double[] ends =
                byHeight.stream().mapToDouble(curve -> frame.py(curve.last())).toArray();
        double left = frame.right() + LEADER;
        NameColumn column = NameColumn.of(ends, frame.top(), frame.bottom() - 2);
        if (column.isSmall()) { // beside the titles there may be more room
            double top = 4 + pen.textWidth(y.title()) < left ? 8 : frame.top();
            boolean free = !x.hasCategories() && 4 + pen.textWidth(x.title()) < left;
            column = NameColumn.of(ends, top, free ? height - 8 : frame.bottom() - 2);
        }
        Pen words = pen.withTextSize(column.textSize());
        double[] places = column.places();
        for (int k = 0; k < column.shown(); k++) {
            Curve curve = byHeight.get(k);
            double px = Math.min(left, width - words.textWidth(curve.name()) - 2);
            drawLeader(pen, frame, curve, px, places[k]);
            words.text(curve.name(), px, places[k], Side.LEFT, Height.CENTER, curve.ink());
        }
        if (column.shown() < byHeight.size()) {
            String more = TEXTS.get("more", String.valueOf(byHeight.size() - column.shown()));
            words.text(more, left, places[column.shown()], Side.LEFT, Height.CENTER, Ink.TEXT);
        }
    }

    /** From the end of a curve to its name, where that does not stand right beside it. */
    private void drawLeader(Pen pen, Frame frame, Curve curve, double name, double place) {
        double end = levels ? frame.right() : frame.px(curve.xs()[curve.size() - 1]);
        double level = frame.py(curve.last());
        if (Math.abs(place - level) > 3 || name - end > FAR) {
            pen.path(
                    new double[] {end + (levels ? 0 : DOT), Math.max(end, frame.right()), name - 3},
                    new double[] {level, level, place},
                    new Line(curve.ink(), 1));
        }
    }
}
