package io.github.factorscope.plot;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was drawn; every character is 7 pixels wide, of small type as much less. */
final class NotedPen implements Pen {
    record Text(String text, double x, double y, Side side, double size) {
        double left() {
            return switch (side) {
                case LEFT -> x;
                case CENTER -> x - width() / 2;
                case RIGHT -> x - width();
            };
        }

        private double width() {
            return 7 * text.length() * size / TEXT_SIZE;
        }

        double right() {
            return left() + width();
        }
    }

    record Path(double[] xs, double[] ys, Line line) {}

    final List<Text> texts;
    final List<Path> paths;
    final List<double[]> dots;
    final List<double[]> areas;
    private final double textSize;

    NotedPen() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), TEXT_SIZE);
    }

    private NotedPen(List<Text> texts, List<Path> paths, List<double[]> dots, List<double[]> areas, double textSize) {
        this.texts = texts;
        this.paths = paths;
        this.dots = dots;
        this.areas = areas;
        this.textSize = textSize;
    }

    @Override
    public void path(double[] xs, double[] ys, Line line) {
        paths.add(new Path(xs, ys, line));
    }

    @Override
    public void area(double[] xs, double[] ys, Ink ink, double opacity) {
        areas.add(ys);
    }

    @Override
    public void box(double x, double y, double width, double height, Ink ink) {}

    @Override
    public void dot(double x, double y, double radius, Ink ink) {
        dots.add(new double[] {x, y});
    }

    @Override
    public void text(String text, double x, double y, Side side, Height height, Ink ink) {
        texts.add(new Text(text, x, y, side, textSize));
    }

    @Override
    public double textWidth(String text) {
        return 7.0 * text.length() * textSize / TEXT_SIZE;
    }

    @Override
    public Pen withTextSize(double size) {
        return new NotedPen(texts, paths, dots, areas, size);
    }

    Text named(String name) {
        return texts.stream()
                .filter(text -> text.text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
