package io.github.factorscope.ui.plot;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Bars with their names below and their sizes above. */
public final class BarPlot extends CanvasPlot {
    private List<Bar> bars = List.of();
    private String title = "";

    /** One bar; its label tells its size. */
    public record Bar(String name, double size, String label, javafx.scene.paint.Color color) {}

    /** Drawn at the next layout. */
    public void setBars(List<Bar> bars) {
        this.bars = List.copyOf(bars);
        requestLayout();
    }

    /** What the bars mean; below them. */
    public void setTitle(String title) {
        this.title = title;
        requestLayout();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        double most = bars.stream().mapToDouble(Bar::size).max().orElse(0);
        if (!(most > 0)) {
            return;
        }
        double top = 24;
        double bottom = height - 42;
        double step = (width - 8) / bars.size();
        boolean labelsFit =
                bars.stream().mapToDouble(bar -> textWidth(bar.label())).max().orElse(0) < step - 2;
        for (int k = 0; k < bars.size(); k++) {
            Bar bar = bars.get(k);
            double center = 4 + (k + 0.5) * step;
            double barWidth = Math.max(2, Math.min(64, 0.72 * step));
            double barHeight = bar.size() / most * (bottom - top);
            g.setFill(bar.color());
            g.fillRect(
                    Math.rint(center - barWidth / 2),
                    Math.rint(bottom - barHeight),
                    Math.rint(barWidth),
                    Math.rint(barHeight));
            g.setFill(textColor());
            if (labelsFit) {
                text(g, bar.label(), center, bottom - barHeight - 4, TextAlignment.CENTER, VPos.BOTTOM);
            }
            text(g, bar.name(), center, bottom + 6, TextAlignment.CENTER, VPos.TOP);
        }
        g.setStroke(gridColor());
        g.setLineWidth(1);
        g.strokeLine(4, sharp(bottom), width - 4, sharp(bottom));
        text(g, title, width - 4, bottom + 24, TextAlignment.RIGHT, VPos.TOP);
    }
}
