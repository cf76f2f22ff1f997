package io.github.factorscope.ui.action;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** What lies over the window until it is closed; the keyboard then returns to where it was. */
public final class Overlay {
    private final ModalPane pane = new ModalPane();
    private Node before;

    public Overlay() {
        pane.setId("overlay");
        pane.setFocusTraversable(false);
        pane.setAlignment(Pos.TOP_CENTER);
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().addListener((observable, was, shown) -> {
            if (!shown) {
                giveBack();
            }
        });
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!isShown()) {
                return;
            }
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB) {
                event.consume(); // what lies below is not to be reached
            }
        });
    }

    /** To be put over everything else. */
    public Region node() {
        return pane;
    }

    public boolean isShown() {
        return pane.isDisplay();
    }

    /** @param first what has the keyboard then */
    public void show(Node content, Node first) {
        Scene scene = pane.getScene();
        if (!isShown()) {
            before = scene.getFocusOwner();
        }
        pane.show(content);
        scene.getRoot().applyCss();
        first.requestFocus();
    }

    public void hide() {
        pane.hide(true);
    }

    private void giveBack() {
        Node owner = before;
        before = null;
        if (owner != null && owner.getScene() == pane.getScene()) {
            owner.requestFocus();
        }
    }
}
