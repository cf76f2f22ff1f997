package io.github.factorscope.ui.plot;

import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.Frame;
import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Pen;
import io.github.factorscope.plot.Pen.Height;
import io.github.factorscope.plot.Pen.Line;
import io.github.factorscope.plot.Pen.Side;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TextSize;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.MouseEvent;

/** Curves, with their values under the mouse. */
public final class CurvePlot extends PicturePlot {
    private static final double LINE_HEIGHT = 16;

    private CurvePicture curves = new CurvePicture(List.of(), Axis.of(""), Axis.of(""), "");
    private int readoutDecimals = 4;
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
        mouseX = event.getX() / TextSize.factorProperty().get(); // in pixels of the picture
        mouseY = event.getY() / TextSize.factorProperty().get();
        redraw();
    }

    /** Drawn at the next layout. */
    public void show(CurvePicture shown) {
        curves = shown;
        super.show(shown);
    }

    /** What is drawn, in the order in which it was given. */
    public List<Curve> curves() {
        return curves.curves();
    }

    /** Of the values under the mouse. */
    public void setReadoutDecimals(int decimals) {
        readoutDecimals = decimals;
    }

    @Override
    void drawOver(Pen pen, double width, double height) {
        List<Curve> drawn = curves.drawn();
        if (Double.isNaN(mouseX) || drawn.isEmpty()) {
            return;
        }
        Frame frame = curves.frame(pen, width, height);
        if (!frame.contains(mouseX, mouseY)) {
            return;
        }
        List<Reading> readings = new ArrayList<>();
        double first = Double.NaN;
        for (Curve curve : drawn) {
            int k = nearest(curve.xs(), frame);
            if (Double.isNaN(first)) {
                first = curve.xs()[k];
                double px = Pen.sharp(frame.px(first));
                pen.line(px, frame.top(), px, frame.bottom(), new Line(Ink.GRID, 1));
                readings.add(new Reading(curves.x().readout(first), Ink.TEXT));
            }
            pen.dot(frame.px(curve.xs()[k]), frame.py(curve.ys()[k]), 3, curve.ink());
            readings.add(new Reading(
                    curve.name() + "  " + String.format(Texts.locale(), "%,." + readoutDecimals + "f", curve.ys()[k]),
                    curve.ink()));
        }
        drawBox(pen, frame, readings);
    }

    private record Reading(String text, Ink ink) {}

    private void drawBox(Pen pen, Frame frame, List<Reading> readings) {
        double boxWidth = readings.stream()
                        .mapToDouble(reading -> pen.textWidth(reading.text()))
                        .max()
                        .orElse(0)
                + 16;
        double boxHeight = readings.size() * LINE_HEIGHT + 8;
        double x = mouseX + 16 + boxWidth < frame.right() ? mouseX + 16 : mouseX - 16 - boxWidth;
        double y = Math.max(frame.top(), Math.min(mouseY, frame.bottom() - boxHeight));
        pen.box(x - 1, y - 1, boxWidth + 2, boxHeight + 2, Ink.GRID);
        pen.box(x, y, boxWidth, boxHeight, Ink.GROUND);
        for (int k = 0; k < readings.size(); k++) {
            pen.text(
                    readings.get(k).text(),
                    x + 8,
                    y + 4 + (k + 0.5) * LINE_HEIGHT,
                    Side.LEFT,
                    Height.CENTER,
                    readings.get(k).ink());
        }
    }

    private int nearest(double[] xs, Frame frame) {
        int best = 0;
        for (int k = 1; k < xs.length; k++) {
            if (Math.abs(frame.px(xs[k]) - mouseX) < Math.abs(frame.px(xs[best]) - mouseX)) {
                best = k;
            }
        }
        return best;
    }
}
