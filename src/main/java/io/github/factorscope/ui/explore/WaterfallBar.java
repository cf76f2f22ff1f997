package io.github.factorscope.ui.explore;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** One bar of a waterfall, with a thin line down to where the next one begins. */
final class WaterfallBar extends Region {
    private final WaterfallView.Scale scale;
    private final double from;
    private final double to;
    private final Rectangle bar = new Rectangle();
    private final Line link = new Line();

    WaterfallBar(WaterfallView.Scale scale, double from, double to, Color color) {
        this.scale = scale;
        this.from = from;
        this.to = to;
        getStyleClass().add("waterfall-bar");
        bar.setFill(color);
        link.getStyleClass().add("waterfall-link-line");
        getChildren().addAll(link, bar);
        setMinWidth(60);
        setPrefWidth(160);
    }

    @Override
    protected void layoutChildren() {
        double low = Math.round(scale.share(Math.min(from, to)) * getWidth());
        double high = Math.round(scale.share(Math.max(from, to)) * getWidth());
        double height = Math.min(14, getHeight() - 4);
        bar.setX(low);
        bar.setWidth(Math.max(1.5, high - low)); // a step of almost nothing is still a step
        bar.setY((getHeight() - height) / 2);
        bar.setHeight(height);
        double end = Math.floor(scale.share(to) * getWidth()) + 0.5;
        link.setStartX(end);
        link.setEndX(end);
        link.setStartY(getHeight() / 2);
        link.setEndY(getHeight());
    }
}
