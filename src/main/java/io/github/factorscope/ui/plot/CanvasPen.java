package io.github.factorscope.ui.plot;

import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Pen;
import io.github.factorscope.ui.common.Contrast;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. */
final class CanvasPen implements Pen {
    private final GraphicsContext g;
    private final Function<Ink, Color> colors;
    private final Font font;
    private final Text ruler = new Text();

    /** @param colors of inks, as the theme has them */
    CanvasPen(GraphicsContext g, Function<Ink, Color> colors) {
        this(g, colors, TEXT_SIZE);
    }

    private CanvasPen(GraphicsContext g, Function<Ink, Color> colors, double textSize) {
        this.g = g;
        this.colors = colors;
        font = Font.font(textSize);
        ruler.setFont(font);
    }

    @Override
    public void path(double[] xs, double[] ys, Line line) {
        g.setStroke(colors.apply(line.ink()));
        g.setLineWidth(line.width());
        g.setLineDashes(line.dashes());
        g.beginPath();
        boolean down = false;
        for (int k = 0; k < xs.length; k++) {
            boolean point = Double.isFinite(xs[k]) && Double.isFinite(ys[k]);
            if (point && down) {
                g.lineTo(xs[k], ys[k]);
            } else if (point) {
                g.moveTo(xs[k], ys[k]);
            }
            down = point;
        }
        g.stroke();
        g.setLineDashes();
    }

    @Override
    public void area(double[] xs, double[] ys, Ink ink, double opacity) {
        g.setFill(colors.apply(ink).deriveColor(0, 1, 1, opacity));
        g.fillPolygon(xs, ys, xs.length);
    }

    @Override
    public void box(double x, double y, double width, double height, Ink ink) {
        g.setFill(colors.apply(ink));
        g.fillRect(x, y, width, height);
    }

    @Override
    public void dot(double x, double y, double radius, Ink ink) {
        g.setFill(colors.apply(ink));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double y, Side side, Height height, Ink ink) {
        g.setFont(font);
        g.setFill(Contrast.forText(colors.apply(ink), colors.apply(Ink.GROUND)));
        g.setTextAlign(
                switch (side) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        g.setTextBaseline(
                switch (height) {
                    case TOP -> VPos.TOP;
                    case CENTER -> VPos.CENTER;
                    case BOTTOM -> VPos.BOTTOM;
                });
        g.fillText(text, x, y);
    }

    @Override
    public double textWidth(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    public Pen withTextSize(double size) {
        return new CanvasPen(g, colors, size);
    }
}
