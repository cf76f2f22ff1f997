package io.github.factorscope.ui.explore;

import io.github.factorscope.ui.common.TextSize;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** One bar of a waterfall, with a thin line down to where the next one begins. */
final class WaterfallBar extends Region {
    private static final double HEIGHT = 14;
    private static final double THIN = 3;
    private static final double GAP = 5;
    private static final double LEAST_WIDTH = 1.5; // a step of almost nothing is still a step

    private final Rectangle bar = new Rectangle();
    private final Line link = new Line();
    private final Line gap = new Line(); // where the bar begins before the scale does
    private WaterfallScale scale = new WaterfallScale(0, 5);
    private double from;
    private double to;
    private boolean thin;

    WaterfallBar() {
        getStyleClass().add("waterfall-bar");
        link.getStyleClass().add("waterfall-link-line");
        gap.getStyleClass().add("waterfall-gap");
        getChildren().addAll(link, bar, gap);
    }

    /** Of a sum: no step begins where this one ends. */
    void leadNowhere() {
        link.setVisible(false);
    }

    /**
     * Shows a step.
     *
     * @param subtotal of bars that follow: thin, and the next one begins where this one did
     */
    void show(WaterfallScale within, double start, double end, boolean subtotal, Color color) {
        scale = within;
        from = start;
        to = end;
        thin = subtotal;
        bar.setFill(color);
        bar.setOpacity(subtotal ? 0.5 : 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double low = Math.round(scale.share(Math.min(from, to)) * getWidth());
        double high = Math.round(scale.share(Math.max(from, to)) * getWidth());
        double height = thin ? THIN : Math.min(TextSize.px(HEIGHT), getHeight() - 4);
        bar.setX(low);
        bar.setWidth(Math.max(LEAST_WIDTH, high - low));
        bar.setY(thin ? getHeight() - THIN - 1 : (getHeight() - height) / 2);
        bar.setHeight(height);
        gap.setVisible(low == 0 && high > GAP);
        double slant = Math.min(GAP, high / 3);
        gap.setStartX(low + slant);
        gap.setEndX(low + 2 * slant);
        gap.setStartY(bar.getY() + height + 1);
        gap.setEndY(bar.getY() - 1);
        double end = Math.floor(scale.share(thin ? from : to) * getWidth()) + 0.5;
        link.setStartX(end);
        link.setEndX(end);
        link.setStartY(thin ? getHeight() - THIN : getHeight() / 2);
        link.setEndY(getHeight());
    }
}
