package io.github.factorscope.plot;

/** The part of a picture inside the axes, in pixels, and what the axes show. */
public record Frame(double left, double top, double right, double bottom, Range x, Range y) {
    public double px(double value) {
        return left + x.share(value) * (right - left);
    }

    public double py(double value) {
        return bottom - y.share(value) * (bottom - top);
    }

    public boolean contains(double px, double py) {
        return px >= left && px <= right && py >= top && py <= bottom;
    }
}
