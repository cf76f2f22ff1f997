package io.github.factorscope.ui.map;

/** Which part of the plane is seen: the same scale for both axes, so that distances are true. Pixels grow downwards. */
final class Viewport {
    private static final double LEAST_ZOOM = 0.7;
    private static final double MOST_ZOOM = 200;
    private static final double MARGIN = 24; // pixels around everything

    private double width = 1; // pixels
    private double height = 1;
    private double left; // what is seen at zoom 1, in the unit of the plane
    private double right = 1;
    private double bottom;
    private double top = 1;
    private double centreX = 0.5;
    private double centreY = 0.5;
    private double zoom = 1;

    /** Other dots: all of them are seen. */
    void show(double[] xs, double[] ys) {
        double[] across = range(xs);
        double[] up = range(ys);
        left = across[0];
        right = across[1];
        bottom = up[0];
        top = up[1];
        fit();
    }

    private static double[] range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (!(low < high)) { // none, or all in one place
            double middle = Double.isFinite(low) ? low : 0;
            return new double[] {middle - 0.5, middle + 0.5};
        }
        return new double[] {low, high};
    }

    /** Everything is seen. */
    void fit() {
        zoom = 1;
        centreX = (left + right) / 2;
        centreY = (bottom + top) / 2;
    }

    void resize(double newWidth, double newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
    }

    /** 1 where everything is seen, more where it is larger. */
    double zoom() {
        return zoom;
    }

    /** Pixels for one unit of the plane. */
    double scale() {
        double across = Math.max(1, width - 2 * MARGIN) / (right - left);
        double up = Math.max(1, height - 2 * MARGIN) / (top - bottom);
        return zoom * Math.min(across, up);
    }

    double screenX(double x) {
        return width / 2 + (x - centreX) * scale();
    }

    double screenY(double y) {
        return height / 2 - (y - centreY) * scale();
    }

    /** Enlarges by a factor; what lies under this pixel stays there. */
    void zoom(double factor, double px, double py) {
        double before = scale();
        double x = centreX + (px - width / 2) / before;
        double y = centreY - (py - height / 2) / before;
        zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom * factor));
        double now = scale();
        centreX = x - (px - width / 2) / now;
        centreY = y + (py - height / 2) / now;
        keepNear();
    }

    /** Moves what is seen with the mouse, by so many pixels. */
    void pan(double dx, double dy) {
        centreX -= dx / scale();
        centreY += dy / scale();
        keepNear();
    }

    /** Moves a place to the middle, at least so large. */
    void centre(double x, double y, double leastZoom) {
        zoom = Math.max(zoom, Math.min(MOST_ZOOM, leastZoom));
        centreX = x;
        centreY = y;
        keepNear();
    }

    /** Whether a place is seen, so many pixels from the edge at least. */
    boolean shows(double x, double y, double inset) {
        double px = screenX(x);
        double py = screenY(y);
        return px >= inset && px <= width - inset && py >= inset && py <= height - inset;
    }

    /** The middle never leaves the dots behind. */
    private void keepNear() {
        centreX = Math.max(left, Math.min(right, centreX));
        centreY = Math.max(bottom, Math.min(top, centreY));
    }
}
