package io.github.factorscope.plot;

import static io.github.factorscope.plot.Pen.sharp;

import io.github.factorscope.plot.Pen.Height;
import io.github.factorscope.plot.Pen.Line;
import io.github.factorscope.plot.Pen.Side;
import java.util.List;

/**
 * Bars with their names below and their sizes above.
 *
 * @param title what the bars mean; below them
 */
public record BarPicture(List<Bar> bars, String title) implements Picture {
    /** One bar; its label tells its size. */
    public record Bar(String name, double size, String label, Ink ink) {}

    public BarPicture {
        bars = List.copyOf(bars);
    }

    @Override
    public void draw(Pen pen, double width, double height) {
        double most = bars.stream().mapToDouble(Bar::size).max().orElse(0);
        if (!(most > 0)) {
            return;
        }
        double top = 24;
        double bottom = height - 42;
        double step = (width - 8) / bars.size();
        boolean labelsFit = bars.stream()
                        .mapToDouble(bar -> pen.textWidth(bar.label()))
                        .max()
                        .orElse(0)
                < step - 2;
        for (int k = 0; k < bars.size(); k++) {
            Bar bar = bars.get(k);
            double center = 4 + (k + 0.5) * step;
            double barWidth = Math.max(2, Math.min(64, 0.72 * step));
            double barHeight = bar.size() / most * (bottom - top);
            pen.box(
                    Math.rint(center - barWidth / 2),
                    Math.rint(bottom - barHeight),
                    Math.rint(barWidth),
                    Math.rint(barHeight),
                    bar.ink());
            if (labelsFit) {
                pen.text(bar.label(), center, bottom - barHeight - 4, Side.CENTER, Height.BOTTOM, Ink.TEXT);
            }
            pen.text(bar.name(), center, bottom + 6, Side.CENTER, Height.TOP, Ink.TEXT);
        }
        pen.line(4, sharp(bottom), width - 4, sharp(bottom), new Line(Ink.GRID, 1));
        pen.text(title, width - 4, bottom + 24, Side.RIGHT, Height.TOP, Ink.TEXT);
    }
}
