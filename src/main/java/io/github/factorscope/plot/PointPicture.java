package io.github.factorscope.plot;

import io.github.factorscope.plot.Pen.Height;
import io.github.factorscope.plot.Pen.Line;
import io.github.factorscope.plot.Pen.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points with their names beside them, or further away with a line between, where these do not cover one another.
 *
 * @param emptyText what stands where there is no point
 */
public record PointPicture(List<Point> points, Axis x, Axis y, String emptyText) implements Picture {
    private static final double RADIUS = 5;
    private static final double TEXT_HEIGHT = 14;
    private static final double MARGIN = 4; // beside a name, free of grid lines
    private static final int RINGS = 6; // of places around a point

    /** One point. */
    public record Point(String name, double x, double y, Ink ink) {}

    public PointPicture {
        points = List.copyOf(points);
    }

    private record Area(double left, double top, double right, double bottom) {
        static Area around(double x, double y, double width, double height) {
            return new Area(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
        }

        Spot nearest(double x, double y) {
            return new Spot(Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom)));
        }

        boolean covers(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside(Frame frame, double width) {
            return left >= frame.left() && right <= width && top >= frame.top() - 6 && bottom <= frame.bottom();
        }
    }

    private record Spot(double x, double y) {}

    /** @param leader where the line from the point to its name ends, where there is one */
    private record Label(Point point, double textSize, Area area, Optional<Spot> leader) {
        /** What it takes from others: its words, and its line piece by piece. */
        List<Area> areas(Frame frame) {
            List<Area> areas = new ArrayList<>(List.of(area));
            leader.ifPresent(end -> {
                double px = frame.px(point.x());
                double py = frame.py(point.y());
                double length = Math.hypot(end.x() - px, end.y() - py);
                for (double along = RADIUS + 3; along < length; along += 3) { // the point itself is its own
                    double share = along / length;
                    areas.add(Area.around(px + share * (end.x() - px), py + share * (end.y() - py), 2, 2));
                }
            });
            return areas;
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
        List<Label> labels = labels(pen, frame, shown, width);
        for (Label label : labels) { // no grid line runs through a name
            Area area = label.area();
            pen.box(
                    area.left() - MARGIN,
                    area.top(),
                    area.right() - area.left() + 2 * MARGIN,
                    area.bottom() - area.top(),
                    Ink.GROUND);
        }
        for (Label label : labels) {
            label.leader()
                    .ifPresent(end -> pen.line(
                            frame.px(label.point().x()),
                            frame.py(label.point().y()),
                            end.x(),
                            end.y(),
                            new Line(label.point().ink(), 1)));
        }
        for (Point point : shown) {
            pen.dot(frame.px(point.x()), frame.py(point.y()), RADIUS, point.ink());
        }
        for (Label label : labels) {
            Area area = label.area();
            pen.withTextSize(label.textSize())
                    .text(
                            label.point().name(),
                            (area.left() + area.right()) / 2,
                            (area.top() + area.bottom()) / 2,
                            Side.CENTER,
                            Height.CENTER,
                            label.point().ink());
        }
    }

    /** In the largest type in which all names find a place; in the smallest, as many as do. */
    private static List<Label> labels(Pen pen, Frame frame, List<Point> shown, double width) {
        List<Point> named =
                shown.stream().filter(point -> !point.name().isEmpty()).toList();
        List<Label> labels = List.of();
        for (double size = Pen.TEXT_SIZE; size >= Pen.LEAST_TEXT_SIZE; size--) {
            List<Label> smaller = labels(pen, frame, shown, named, width, size);
            labels = smaller.size() > labels.size() ? smaller : labels;
            if (labels.size() == named.size()) {
                break;
            }
        }
        return labels;
    }

    /** First those right beside their points, then those for which there is only room further away. */
    private static List<Label> labels(
            Pen pen, Frame frame, List<Point> shown, List<Point> named, double width, double size) {
        List<Area> taken = new ArrayList<>();
        for (Point point : shown) {
            taken.add(Area.around(frame.px(point.x()), frame.py(point.y()), 2 * RADIUS, 2 * RADIUS));
        }
        Pen words = pen.withTextSize(size);
        double textHeight = size * TEXT_HEIGHT / Pen.TEXT_SIZE;
        List<Label> labels = new ArrayList<>();
        List<Point> left = new ArrayList<>(named);
        for (int ring = 0; ring <= RINGS; ring++) {
            for (Point point : List.copyOf(left)) {
                double textWidth = words.textWidth(point.name());
                for (Label label : around(point, frame, textWidth, textHeight, ring, size)) {
                    if (label.area().isInside(frame, width)
                            && label.areas(frame).stream()
                                    .noneMatch(area -> taken.stream().anyMatch(area::covers))) {
                        labels.add(label);
                        taken.addAll(label.areas(frame));
                        left.remove(point);
                        break;
                    }
                }
            }
        }
        return labels;
    }

    /** To the right, the left, above and below, and between these; from the first ring on with a line to the point. */
    private static List<Label> around(
            Point point, Frame frame, double textWidth, double textHeight, int ring, double size) {
        double px = frame.px(point.x());
        double py = frame.py(point.y());
        double across = RADIUS + 4 + textWidth / 2 + ring * textHeight;
        double up = RADIUS + 4 + textHeight / 2 + ring * textHeight;
        double[][] shifts = ring == 0
                ? new double[][] {
                    {across, 0},
                    {-across, 0},
                    {0, -up},
                    {0, up},
                    {across, -textHeight},
                    {across, textHeight},
                    {-across, -textHeight},
                    {-across, textHeight}
                }
                : new double[][] {
                    {across, -up / 2},
                    {-across, -up / 2},
                    {across, up / 2},
                    {-across, up / 2},
                    {0, -up},
                    {0, up},
                    {textWidth / 2, -up},
                    {-textWidth / 2, -up},
                    {textWidth / 2, up},
                    {-textWidth / 2, up},
                    {across, 0},
                    {-across, 0},
                    {across, -up},
                    {-across, -up},
                    {across, up},
                    {-across, up}
                };
        List<Label> labels = new ArrayList<>();
        for (double[] shift : shifts) {
            Area area = Area.around(px + shift[0], py + shift[1], textWidth, textHeight);
            labels.add(new Label(point, size, area, ring == 0 ? Optional.empty() : Optional.of(area.nearest(px, py))));
        }
        return labels;
    }
}
