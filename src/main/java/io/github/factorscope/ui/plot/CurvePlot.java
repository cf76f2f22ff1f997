package io.github.factorscope.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Curves over one axis, with their names at their right ends and their values under the mouse. */
public final class CurvePlot extends CanvasPlot {
    private static final double LABEL_HEIGHT = 16;

    private List<Curve> curves = List.of();
    private String xTitle = "";
    private String yTitle = "";
    private boolean logX;
    private boolean logY;
    private boolean wholeX;
    private boolean fromZero;
    private boolean levels;
    private int readoutDecimals = 4;
    private OptionalDouble marked = OptionalDouble.empty();
    private String markedName = "";
    private String emptyText = "";
    private double mouseX = Double.NaN;
    private double mouseY = Double.NaN;

    public CurvePlot() {
        setOnMouseMoved(this::onMouse);
        setOnMouseExited(event -> {
            mouseX = Double.NaN;
            redraw();
        });
    }

    private void onMouse(MouseEvent event) {
        mouseX = event.getX();
        mouseY = event.getY();
        redraw();
    }

    /** Drawn at the next layout. */
    public void setCurves(List<Curve> curves) {
        this.curves = List.copyOf(curves);
        requestLayout();
    }

    /** What is drawn, in the order in which it was given. */
    public List<Curve> curves() {
        return curves;
    }

    /** What the axes mean, with units. */
    public void setTitles(String x, String y) {
        xTitle = x;
        yTitle = y;
        requestLayout();
    }

    /** Powers of ten along an axis. */
    public void setLogarithmic(boolean x, boolean y) {
        logX = x;
        logY = y;
        requestLayout();
    }

    /** Only whole numbers along the x axis. */
    public void setWholeX(boolean whole) {
        wholeX = whole;
        requestLayout();
    }

    /** Whether a curve of one point is drawn as a level, and all names stand at the right edge. */
    public void setLevels(boolean shown) {
        levels = shown;
    }

    /** Whether the y axis begins at 0. */
    public void setFromZero(boolean zero) {
        fromZero = zero;
    }

    /** Of the values under the mouse. */
    public void setReadoutDecimals(int decimals) {
        readoutDecimals = decimals;
    }

    /** A vertical line at an x, with its name. */
    public void setMarked(OptionalDouble x, String name) {
        marked = x;
        markedName = name;
        requestLayout();
    }

    /** What stands where there is no curve. */
    public void setEmptyText(String text) {
        emptyText = text;
        requestLayout();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        List<Curve> drawn = curves.stream().filter(curve -> curve.size() > 0).toList();
        if (drawn.isEmpty()) {
            g.setFill(textColor());
            text(g, emptyText, width / 2, height / 2, TextAlignment.CENTER, VPos.CENTER);
            return;
        }
        Frame frame = frame(drawn, width, height);
        drawAxes(g, frame);
        drawMark(g, frame);
        for (Curve curve : drawn) {
            drawCurve(g, frame, curve);
        }
        drawNames(g, frame, drawn, width);
        drawReadout(g, frame, drawn);
    }

    private Frame frame(List<Curve> drawn, double width, double height) {
        Range x = Range.over(drawn, Curve::xs, logX);
        if (x.high() <= x.low() && !logX) {
            x = new Range(x.low(), x.low() + 1, false);
        }
        Range y = Range.over(drawn, Curve::ys, logY);
        y = logY ? y : fromZero ? new Range(0, y.high() * 1.05, false) : y.padded(0.06);
        double labels = 0;
        for (double tick : yTicks(y, height)) {
            labels = Math.max(labels, textWidth(yLabel(y, tick, height)));
        }
        double names = drawn.stream()
                .mapToDouble(curve -> textWidth(curve.name()))
                .max()
                .orElse(0);
        return new Frame(labels + 16, 26, Math.max(labels + 60, width - names - 20), height - 42, x, y);
    }

    private List<Double> yTicks(Range y, double height) {
        return y.logarithmic()
                ? Ticks.logarithmic(y.low(), y.high(), (int) Math.max(1, (height - 70) / LABEL_HEIGHT))
                : Ticks.linear(y.low(), y.high(), (int) Math.max(2, height / 50), false);
    }

    private String yLabel(Range y, double tick, double height) {
        List<Double> ticks = yTicks(y, height);
        double step = y.logarithmic()
                ? Math.min(1, tick)
                : ticks.size() < 2 ? Math.abs(tick) / 10 : ticks.get(1) - ticks.get(0);
        return Ticks.label(tick, step);
    }

    private void drawAxes(GraphicsContext g, Frame frame) {
        g.setLineDashes();
        g.setLineWidth(1);
        double height = frame.bottom() + 42;
        for (double tick : yTicks(frame.y(), height)) {
            double y = sharp(frame.py(tick));
            g.setStroke(gridColor());
            g.strokeLine(frame.left(), y, frame.right(), y);
            g.setFill(textColor());
            text(g, yLabel(frame.y(), tick, height), frame.left() - 8, y, TextAlignment.RIGHT, VPos.CENTER);
        }
        List<Double> xTicks = logX
                ? Ticks.logarithmic(frame.x().low(), frame.x().high(), 8)
                : Ticks.linear(
                        frame.x().low(),
                        frame.x().high(),
                        (int) Math.max(2, (frame.right() - frame.left()) / 80),
                        wholeX);
        double step = xTicks.size() < 2 || logX ? 1 : xTicks.get(1) - xTicks.get(0);
        for (double tick : xTicks) {
            double x = sharp(frame.px(tick));
            g.setStroke(gridColor());
            g.strokeLine(x, frame.bottom(), x, frame.bottom() + 4);
            g.setFill(textColor());
            text(g, Ticks.label(tick, step), x, frame.bottom() + 6, TextAlignment.CENTER, VPos.TOP);
        }
        g.setStroke(gridColor());
        g.strokeLine(frame.left(), sharp(frame.bottom()), frame.right(), sharp(frame.bottom()));
        g.setFill(textColor());
        text(g, yTitle, 4, 4, TextAlignment.LEFT, VPos.TOP);
        text(g, xTitle, frame.right(), frame.bottom() + 24, TextAlignment.RIGHT, VPos.TOP);
    }

    private void drawMark(GraphicsContext g, Frame frame) {
        if (marked.isEmpty()) {
            return;
        }
        double x = sharp(frame.px(marked.getAsDouble()));
        g.setStroke(textColor());
        g.setLineWidth(1);
        g.setLineDashes(3, 3);
        g.strokeLine(x, frame.top(), x, frame.bottom());
        g.setLineDashes();
        g.setFill(textColor());
        boolean fits = x + 6 + textWidth(markedName) < frame.right();
        text(
                g,
                markedName,
                fits ? x + 6 : x - 6,
                frame.top() - 4,
                fits ? TextAlignment.LEFT : TextAlignment.RIGHT,
                VPos.CENTER);
    }

    private void drawCurve(GraphicsContext g, Frame frame, Curve curve) {
        g.setStroke(curve.color());
        g.setFill(curve.color());
        g.setLineWidth(2);
        g.setLineDashes(curve.stroke().dashes());
        g.beginPath();
        boolean pen = false;
        for (int k = 0; k < curve.size(); k++) {
            double y = curve.ys()[k];
            if (!Double.isFinite(y) || (logY && y <= 0) || (logX && curve.xs()[k] <= 0)) {
                pen = false;
                continue;
            }
            double px = frame.px(curve.xs()[k]);
            double py = frame.py(y);
            if (pen) {
                g.lineTo(px, py);
            } else {
                g.moveTo(px, py);
                pen = true;
            }
        }
        g.stroke();
        g.setLineDashes();
        if (levels) { // from the last point on to the right edge, where the name stands
            double level = sharp(frame.py(last(curve)));
            g.setLineWidth(1);
            g.setLineDashes(1, 4);
            g.strokeLine(frame.px(curve.xs()[curve.size() - 1]), level, frame.right(), level);
            g.setLineDashes();
        }
        if (curve.size() == 1) {
            g.fillOval(frame.px(curve.xs()[0]) - 3, frame.py(curve.ys()[0]) - 3, 6, 6);
        }
    }

    /** Beside the last points, moved apart where they would cover one another. */
    private void drawNames(GraphicsContext g, Frame frame, List<Curve> drawn, double width) {
        List<Curve> byHeight = new ArrayList<>(drawn);
        byHeight.sort(Comparator.comparingDouble(curve -> frame.py(last(curve))));
        double next = frame.top();
        double[] places = new double[byHeight.size()];
        for (int k = 0; k < places.length; k++) {
            places[k] = Math.max(next, frame.py(last(byHeight.get(k))));
            next = places[k] + LABEL_HEIGHT;
        }
        double most = frame.bottom();
        for (int k = places.length - 1; k >= 0; k--) {
            places[k] = Math.min(places[k], most);
            most = places[k] - LABEL_HEIGHT;
        }
        for (int k = 0; k < places.length; k++) {
            Curve curve = byHeight.get(k);
            g.setFill(curve.color());
            double end = levels ? frame.right() : frame.px(curve.xs()[curve.size() - 1]);
            double x = Math.min(end + 8, width - textWidth(curve.name()) - 4);
            text(g, curve.name(), x, places[k], TextAlignment.LEFT, VPos.CENTER);
        }
    }

    private static double last(Curve curve) {
        return curve.ys()[curve.size() - 1];
    }

    private void drawReadout(GraphicsContext g, Frame frame, List<Curve> drawn) {
        if (Double.isNaN(mouseX) || !frame.contains(mouseX, mouseY)) {
            return;
        }
        double wanted = frame.x().value((mouseX - frame.left()) / (frame.right() - frame.left()));
        List<String> lines = new ArrayList<>();
        List<Color> colors = new ArrayList<>();
        for (Curve curve : drawn) {
            int k = nearest(curve.xs(), wanted);
            double px = frame.px(curve.xs()[k]);
            if (lines.isEmpty()) {
                lines.add(xTitle + " " + Ticks.label(curve.xs()[k], wholeX ? 1 : 0.1));
                colors.add(textColor());
                g.setStroke(gridColor());
                g.strokeLine(sharp(px), frame.top(), sharp(px), frame.bottom());
            }
            g.setFill(curve.color());
            g.fillOval(px - 3, frame.py(curve.ys()[k]) - 3, 6, 6);
            lines.add(curve.name() + "  " + String.format("%,." + readoutDecimals + "f", curve.ys()[k]));
            colors.add(curve.color());
        }
        drawBox(g, frame, lines, colors);
    }

    private void drawBox(GraphicsContext g, Frame frame, List<String> lines, List<Color> colors) {
        double boxWidth = lines.stream().mapToDouble(this::textWidth).max().orElse(0) + 16;
        double boxHeight = lines.size() * LABEL_HEIGHT + 8;
        double x = mouseX + 16 + boxWidth < frame.right() ? mouseX + 16 : mouseX - 16 - boxWidth;
        double y = Math.max(frame.top(), Math.min(mouseY, frame.bottom() - boxHeight));
        g.setFill(groundColor());
        g.fillRect(x, y, boxWidth, boxHeight);
        g.setStroke(gridColor());
        g.strokeRect(sharp(x), sharp(y), Math.floor(boxWidth), Math.floor(boxHeight));
        for (int k = 0; k < lines.size(); k++) {
            g.setFill(colors.get(k));
            text(g, lines.get(k), x + 8, y + 4 + (k + 0.5) * LABEL_HEIGHT, TextAlignment.LEFT, VPos.CENTER);
        }
    }

    private static int nearest(double[] xs, double wanted) {
        int best = 0;
        for (int k = 1; k < xs.length; k++) {
            if (Math.abs(xs[k] - wanted) < Math.abs(xs[best] - wanted)) {
                best = k;
            }
        }
        return best;
    }
}
