package io.github.factorscope.ui;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where the window opens: where it was, as far as screens are there. */
final class WindowPlace {
    private WindowPlace() {}

    /**
     * Moves a window onto the screen that shows most of it, and makes it no larger than that.
     *
     * @param wanted where it was
     * @param screens without what the desktop keeps for itself, the first one the main one
     */
    static Rectangle2D within(Rectangle2D wanted, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.stream()
                .max(Comparator.comparingDouble(each -> shared(each, wanted)))
                .filter(most -> shared(most, wanted) > 0)
                .orElse(screens.get(0));
        double width = Math.min(wanted.getWidth(), screen.getWidth());
        double height = Math.min(wanted.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.max(screen.getMinX(), Math.min(wanted.getMinX(), screen.getMaxX() - width)),
                Math.max(screen.getMinY(), Math.min(wanted.getMinY(), screen.getMaxY() - height)),
                width,
                height);
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }
}
