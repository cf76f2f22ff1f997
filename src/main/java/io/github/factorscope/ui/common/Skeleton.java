package io.github.factorscope.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Quiet bars where lines will stand, so that nothing jumps when they come. Says nothing and moves nothing. */
public final class Skeleton extends VBox {
    private static final double LINE = 24;
    private static final double[] SHARES = {0.62, 0.48, 0.7, 0.55}; // of the width, in turn

    /** @param lines that are expected, about */
    public Skeleton(int lines) {
        getStyleClass().add("skeleton");
        setAccessibleRole(AccessibleRole.NODE);
        setMouseTransparent(true);
        setMinHeight(0);
        for (int line = 0; line < lines; line++) {
            getChildren().add(line(SHARES[line % SHARES.length]));
        }
    }

    private HBox line(double share) {
        Region bar = bar();
        bar.prefWidthProperty().bind(widthProperty().multiply(share));
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        Region number = bar();
        number.prefWidthProperty().bind(widthProperty().multiply(0.1));
        HBox line = new HBox(bar, room, number);
        line.getStyleClass().add("line");
        line.setMinHeight(TextSize.px(LINE));
        return line;
    }

    private static Region bar() {
        Region bar = new Region();
        bar.getStyleClass().add("skeleton-bar");
        bar.setMaxHeight(Region.USE_PREF_SIZE);
        return bar;
    }
}
