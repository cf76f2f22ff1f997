package io.github.factorscope.ui.explore;

import io.github.factorscope.text.Texts;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** How many of the lists have an item: a full dot for all, half a dot for some, a ring for this one alone. */
final class ShareMark extends Region {
    private static final Texts TEXTS = Texts.of(ShareMark.class);
    private static final double RADIUS = 4;

    private final Circle ring = new Circle(RADIUS + 1, RADIUS + 1, RADIUS);
    private final Arc filled = new Arc(RADIUS + 1, RADIUS + 1, RADIUS, RADIUS, 90, 360);

    ShareMark() {
        double size = 2 * RADIUS + 2;
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        ring.setFill(Color.TRANSPARENT);
        ring.setStrokeWidth(1.4);
        filled.setType(ArcType.ROUND);
        getChildren().addAll(ring, filled);
    }

    static ShareMark of(int lists, int all, Color color) {
        ShareMark mark = new ShareMark();
        mark.show(lists, all, color);
        return mark;
    }

    /**
     * Shows it.
     *
     * @param lists that have the item
     * @param all lists
     */
    void show(int lists, int all, Color color) {
        ring.setStroke(color);
        filled.setFill(color);
        filled.setVisible(lists > 1);
        filled.setLength(lists == all ? 360 : 180);
    }

    /** The same in words. */
    static String words(int lists, int all) {
        if (lists == 1) {
            return TEXTS.get("only-in-this-list");
        }
        return lists == all ? TEXTS.get("in-all-lists") : TEXTS.get("in-some-lists", "" + lists, "" + all);
    }
}
