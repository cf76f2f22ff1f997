package io.github.factorscope.plot;

import io.github.factorscope.plot.Pen.Height;
import io.github.factorscope.plot.Pen.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Points with their names beside them, where these do not cover one another.
 *
 * @param emptyText what stands where there is no point
 */
public record PointPicture(List<Point> points, Axis x, Axis y, String emptyText) implements Picture {
    private static final double RADIUS = 5;
    private static final double TEXT_HEIGHT = 14;

    /** One point. */
    public record Point(String name, double x, double y, Ink ink) {}

    public PointPicture {
        points = List.copyOf(points);
    }

    private record Area(double left, double top, double right, double bottom) {
        boolean covers(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside(Frame frame, double width) {
            return left >= frame.left() && right <= width && top >= frame.top() - 6 && bottom <= frame.bottom();
        }
    }

    @Override
    public void draw(Pen pen, double width, double height) {
        Range ofX = Range.over(points.stream().mapToDouble(Point::x), x.isLogarithmic());
        Range ofY = Range.over(points.stream().mapToDouble(Point::y), y.isLogarithmic());
        List<Point> shown = points.stream()
                .filter(point -> ofX.shows(point.x()) && ofY.shows(point.y()))
                .toList();
        if (shown.isEmpty()) {
            pen.text(emptyText, width / 2, height / 2, Side.CENTER, Height.CENTER, Ink.TEXT);
            return;
        }
        Axes axes = new Axes(x, y);
        Frame frame = axes.frame(pen, ofX.padded(0.06), ofY.padded(0.08), 24, width, height);
        axes.draw(pen, frame);
        List<Area> taken = new ArrayList<>();
        for (Point point : shown) {
            double px = frame.px(point.x());
            double py = frame.py(point.y());
            pen.dot(px, py, RADIUS, point.ink());
            taken.add(new Area(px - RADIUS, py - RADIUS, px + RADIUS, py + RADIUS));
        }
        for (Point point : shown) {
            drawName(pen, frame, point, width, taken);
        }
    }

    /** To the right, the left, above or below; nowhere where all of them are taken. */
    private static void drawName(Pen pen, Frame frame, Point point, double width, List<Area> taken) {
        double px = frame.px(point.x());
        double py = frame.py(point.y());
        double text = pen.textWidth(point.name());
        double gap = RADIUS + 4;
        double[][] centers = {
            {px + gap + text / 2, py},
            {px - gap - text / 2, py},
            {px, py - gap - TEXT_HEIGHT / 2},
            {px, py + gap + TEXT_HEIGHT / 2},
            {px + gap + text / 2, py - TEXT_HEIGHT},
            {px + gap + text / 2, py + TEXT_HEIGHT},
            {px - gap - text / 2, py - TEXT_HEIGHT},
            {px - gap - text / 2, py + TEXT_HEIGHT}
        };
        for (double[] center : centers) {
            Area area = new Area(
                    center[0] - text / 2,
                    center[1] - TEXT_HEIGHT / 2,
                    center[0] + text / 2,
                    center[1] + TEXT_HEIGHT / 2);
            if (area.isInside(frame, width) && taken.stream().noneMatch(area::covers)) {
                pen.text(point.name(), center[0], center[1], Side.CENTER, Height.CENTER, point.ink());
                taken.add(area);
                return;
            }
        }
    }
}
