package io.github.factorscope.ui.lesson;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** An outline with a mark around the control that a lesson speaks of. It lets the mouse through and follows the control. */
final class Pointer {
    private static final Bounds EMPTY = new BoundingBox(0, 0, 0, 0);
    private static final double MARGIN = 16;
    private static final double GAP = 6; // pixels between the control and the outline

    private final Pane root;
    private final Region outline = new Region();
    private final Label mark = new Label();
    private final ChangeListener<Object> follow = (observable, before, now) -> place();
    private Node target; // null for none
    private boolean sought; // whether it is still to come into sight: what lies above it may grow while it is laid out

    /** @param root that covers the whole window */
    Pointer(Pane root) {
        this.root = root;
        outline.getStyleClass().add("lesson-outline");
        outline.setId("lessonOutline");
        mark.getStyleClass().add("lesson-mark");
        for (Region part : new Region[] {outline, mark}) {
            part.setManaged(false);
            part.setMouseTransparent(true);
            part.setVisible(false);
        }
        root.getChildren().addAll(outline, mark);
    }

    /** Whether this is not what it points at. */
    boolean isNew(Node node) {
        return node != target;
    }

    /**
     * Points at a node from now on.
     *
     * @param node null for nothing
     * @param words of the mark
     */
    void pointAt(Node node, String words) {
        if (node != target) {
            if (target != null) {
                target.localToSceneTransformProperty().removeListener(follow);
                target.layoutBoundsProperty().removeListener(follow);
            }
            target = node;
            if (target != null) {
                target.localToSceneTransformProperty().addListener(follow);
                target.layoutBoundsProperty().addListener(follow);
                bringIntoView(target);
            }
        }
        sought = target != null;
        mark.setText(words);
        place();
    }

    private void place() {
        Bounds bounds = target == null || target.getScene() == null || target.getScene() != root.getScene()
                ? EMPTY
                : inSight(target);
        boolean shown = bounds.getWidth() > 0 && bounds.getHeight() > 0;
        outline.setVisible(shown);
        mark.setVisible(shown);
        if (!shown) {
            seek();
            return;
        }
        sought = false;
        double left = Math.max(0, bounds.getMinX() - GAP);
        double top = Math.max(0, bounds.getMinY() - GAP);
        double right = Math.min(root.getWidth(), bounds.getMaxX() + GAP);
        double bottom = Math.min(root.getHeight(), bounds.getMaxY() + GAP);
        outline.resizeRelocate(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
        mark.autosize();
        mark.relocate(
                Math.max(0, Math.min(root.getWidth() - mark.getWidth(), right - mark.getWidth() / 2 - 4)),
                Math.max(0, top - mark.getHeight() / 2));
    }

    private void seek() {
        Node node = target;
        if (sought && node.getScene() != null) {
            Platform.runLater(() -> {
                if (sought && node == target) {
                    bringIntoView(node);
                }
            });
        }
    }

    /** Of a node, in the root, what is not scrolled away. */
    private Bounds inSight(Node node) {
        Bounds seen = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane) {
                Bounds frame = root.sceneToLocal(pane.localToScene(pane.getLayoutBounds()));
                double left = Math.max(seen.getMinX(), frame.getMinX());
                double top = Math.max(seen.getMinY(), frame.getMinY());
                seen = new BoundingBox(
                        left,
                        top,
                        Math.max(0, Math.min(seen.getMaxX(), frame.getMaxX()) - left),
                        Math.max(0, Math.min(seen.getMaxY(), frame.getMaxY()) - top));
            }
        }
        return seen;
    }

    /** Scrolls what the node lies in, as little as shows it. */
    private static void bringIntoView(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane && pane.getContent() != null) {
                pane.layout();
                Bounds content = pane.getContent().getLayoutBounds();
                Bounds inside = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double seen = pane.getViewportBounds().getHeight();
                double room = content.getHeight() - seen;
                double offset = pane.getVvalue() * room;
                if (room > 0 && inside.getMaxY() + MARGIN > offset + seen) {
                    offset = inside.getMaxY() + MARGIN - seen;
                }
                if (room > 0 && inside.getMinY() - MARGIN < offset) {
                    offset = inside.getMinY() - MARGIN;
                }
                if (room > 0) {
                    pane.setVvalue(Math.max(0, Math.min(1, offset / room)));
                }
            }
        }
    }
}
