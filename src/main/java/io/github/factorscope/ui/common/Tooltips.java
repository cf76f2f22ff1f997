package io.github.factorscope.ui.common;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Tooltips that are made only when the mouse comes: hundreds of them would be costly. */
public final class Tooltips {
    private Tooltips() {}

    /** Shows the whole text of what may be cut off. */
    public static void showWholeText(Labeled labeled) {
        labeled.setOnMouseEntered(event -> labeled.setTooltip(
                labeled.getText() == null || labeled.getText().isEmpty() ? null : new Tooltip(labeled.getText())));
        labeled.setOnMouseExited(event -> labeled.setTooltip(null));
    }

    /** Shows this text. */
    public static void show(Labeled labeled, String text) {
        labeled.setOnMouseEntered(event -> labeled.setTooltip(new Tooltip(text)));
        labeled.setOnMouseExited(event -> labeled.setTooltip(null));
    }
}
