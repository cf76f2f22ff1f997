package io.github.factorscope.plot;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was drawn; every character is 7 pixels wide. */
final class NotedPen implements Pen {
    record Text(String text, double x, double y, Side side) {
        double left() {
            return switch (side) {
                case LEFT -> x;
                case CENTER -> x - 3.5 * text.length();
                case RIGHT -> x - 7 * text.length();
            };
        }

        double right() {
            return left() + 7 * text.length();
        }
    }

    record Path(double[] xs, double[] ys, Line line) {}

    final List<Text> texts = new ArrayList<>();
    final List<Path> paths = new ArrayList<>();
    final List<double[]> dots = new ArrayList<>();
    final List<double[]> areas = new ArrayList<>();

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
        texts.add(new Text(text, x, y, side));
    }

    @Override
    public double textWidth(String text) {
        return 7.0 * text.length();
    }

    Text named(String name) {
        return texts.stream()
                .filter(text -> text.text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
