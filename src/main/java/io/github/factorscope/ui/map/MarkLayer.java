package io.github.factorscope.ui.map;

import io.github.factorscope.ui.common.TextSize;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** Lines to neighbours, marks around dots, and labels beside them. */
final class MarkLayer {
    private static final double TYPE = 12; // pixels
    private static final double VEIL = 0.85; // how opaque the ground around the letters of a label is
    private static final double HALO = 3; // pixels of it, half of them outside of the letters

    /** The colours of the theme. */
    record Ink(Color text, Color line, Color ground) {
        Color veil() {
            return ground.deriveColor(0, 1, 1, VEIL);
        }
    }

    private final Canvas canvas = new Canvas();
    private final GraphicsContext g = canvas.getGraphicsContext2D();
    private final MapFrame frame;
    private MapMarks marks = MapMarks.none();
    private Ink ink;
    private Font font;
    private Font strongFont;

    MarkLayer(MapFrame frame) {
        this.frame = frame;
    }

    /** Of the labels. */
    static Font font() {
        return Font.font(TextSize.px(TYPE));
    }

    /** What is drawn. */
    Canvas view() {
        return canvas;
    }

    void draw(MapMarks marked, LabelPlacer labels, Ink colours) {
        marks = marked;
        ink = colours;
        font = font();
        strongFont = Font.font(null, FontWeight.BOLD, TextSize.px(TYPE));
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (marks.selected() >= 0) {
            g.setStroke(ink.line());
            g.setLineWidth(1.5);
            drawLines(marks.byFactors());
            drawCircles(marks.byFactors());
            drawCircles(marks.byRatings());
            g.setLineDashes(5, 4);
            drawLines(marks.byRatings());
            g.setLineDashes();
            g.setStroke(ink.text());
            g.setLineWidth(2.5);
            drawCircle(marks.selected(), 3.5);
        }
        for (int dot : marks.recommended()) {
            drawDiamond(dot);
        }
        drawLabels(labels);
    }

    private void drawLines(int[] dots) {
        int from = marks.selected();
        for (int dot : dots) {
            double dx = frame.px(dot) - frame.px(from);
            double dy = frame.py(dot) - frame.py(from);
            double length = Math.hypot(dx, dy);
            double start = frame.radius(from) + 5;
            double end = length - frame.radius(dot) - 2.5;
            if (end > start) {
                g.strokeLine(
                        frame.px(from) + dx / length * start,
                        frame.py(from) + dy / length * start,
                        frame.px(from) + dx / length * end,
                        frame.py(from) + dy / length * end);
            }
        }
    }

    private void drawCircles(int[] dots) {
        for (int dot : dots) {
            drawCircle(dot, 2);
        }
    }

    private void drawCircle(int dot, double gap) {
        double radius = frame.radius(dot) + gap;
        g.strokeOval(frame.px(dot) - radius, frame.py(dot) - radius, 2 * radius, 2 * radius);
    }

    private void drawDiamond(int dot) {
        double reach = frame.radius(dot) + 5;
        if (!frame.isSeen(dot, reach + 2, canvas.getWidth(), canvas.getHeight())) {
            return;
        }
        double x = frame.px(dot);
        double y = frame.py(dot);
        g.beginPath();
        g.moveTo(x - reach, y);
        g.lineTo(x, y - reach);
        g.lineTo(x + reach, y);
        g.lineTo(x, y + reach);
        g.closePath();
        g.setLineWidth(4);
        g.setStroke(ink.ground());
        g.stroke();
        g.setLineWidth(1.8);
        g.setStroke(ink.text());
        g.stroke();
    }

    private void drawLabels(LabelPlacer labels) {
        g.setTextBaseline(VPos.CENTER);
        String[] titles = frame.dots().titles();
        for (int label = 0; label < labels.count(); label++) {
            int dot = labels.dot(label);
            double x = frame.px(dot) + labels.dx(label);
            double y = frame.py(dot) + labels.dy(label) + LabelPlacer.height() / 2;
            boolean whole =
                    x >= 0 && x + frame.width(dot) <= canvas.getWidth() && y >= 8 && y <= canvas.getHeight() - 8;
            if (whole) {
                drawText(titles[dot], x, y, dot == marks.selected());
            }
        }
    }

    /** Words with a rim of the ground, so that they can be read in front of dots and lines, which stay in sight between them. */
    private void drawText(String text, double x, double y, boolean strong) {
        g.setFont(strong ? strongFont : font);
        g.setStroke(ink.veil());
        g.setLineWidth(HALO);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.strokeText(text, x, y);
        g.setFill(ink.text());
        g.fillText(text, x, y);
    }
}
