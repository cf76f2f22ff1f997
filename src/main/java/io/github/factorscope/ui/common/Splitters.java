package io.github.factorscope.ui.common;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/** Splitters that somebody has moved stay where they are. */
public final class Splitters {
    private Splitters() {}

    /** Whether what the mouse is on is a divider, or the handle in it. */
    static boolean isDivider(EventTarget target) {
        return isIn(target, "split-pane-divider");
    }

    static boolean isIn(EventTarget target, String styleClass) {
        for (Node node = target instanceof Node hit ? hit : null; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    /** Does something whenever somebody moves a divider of this pane, or of one within it. */
    public static void whenMoved(SplitPane split, Runnable action) {
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            if (isDivider(event.getTarget())) {
                action.run();
            }
        });
    }
}
