package io.github.factorscope.ui.formula;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;

/**
 * The sentence that explains what is pointed at, above it: below may stand what it is about. By keyboard, too, where an
 * ordinary tooltip waits for the mouse.
 */
final class PartTip {
    private static final double WIDTH = 320; // pixels
    private static final double GAP = 4;

    private Tooltip tip; // made when it is first needed

    void show(Node part, String text) {
        Bounds place = part.localToScreen(part.getLayoutBounds());
        if (place == null || part.getScene() == null || part.getScene().getWindow() == null) {
            return;
        }
        if (tip == null) {
            tip = new Tooltip();
            tip.setWrapText(true);
            tip.setMaxWidth(WIDTH);
            tip.setAutoHide(false);
            tip.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT);
        }
        tip.setText(text);
        tip.show(part, place.getMinX(), place.getMinY() - GAP);
    }

    boolean isShowing() {
        return tip != null && tip.isShowing();
    }

    void hide() {
        if (tip != null) {
            tip.hide();
        }
    }
}
