package io.github.factorscope.ui.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lets the parts of a screen appear one after the other the first time that they are shown: each in a pulse of its own, so that
 * styling and laying out all of them, by code that has never run before, does not keep everything else waiting. On the FX
 * thread only.
 */
public final class InTurn {
    private static final Object MARK = new Object();
    private static final Deque<Runnable> TURNS = new ArrayDeque<>(); // of all windows, one a pulse
    private static final Deque<Runnable> IDLE = new ArrayDeque<>();
    private static final AnimationTimer TIMER = new Turns();

    private InTurn() {}

    /**
     * Parts of a screen, in the order in which they appear; they have their places already, and fill them in their turn.
     *
     * @param whole what they are in; it may become visible long after the screen is shown
     */
    public static void mark(Node whole, Pane... parts) {
        List.of(parts).forEach(InTurn::markWithin);
        InvalidationListener listener = change -> {
            if (whole.isVisible() && whole.getScene() != null) {
                appear(whole, () -> {});
            }
        };
        whole.visibleProperty().addListener(listener);
        whole.sceneProperty().addListener(listener);
    }

    /** A part within a part, which appears right after it. */
    public static void markWithin(Pane part) {
        part.getProperties().put(MARK, true);
    }

    /**
     * To be called as a screen is put into the window: takes the content out of its parts, and puts it back in turn.
     *
     * @param then what waits until all have appeared; done at once where there is nothing to wait for
     */
    public static void appear(Node screen, Runnable then) {
        List<Pane> parts = new ArrayList<>();
        collect(screen, parts);
        if (parts.isEmpty() && TURNS.isEmpty()) {
            then.run();
            return;
        }
        for (Pane part : parts) {
            List<Node> content = List.copyOf(part.getChildren());
            part.getProperties().remove(MARK);
            part.getChildren().clear();
            TURNS.add(() -> part.getChildren().setAll(content));
        }
        TURNS.add(then);
        TIMER.start();
    }

    /** Does something that nobody waits for, in a pulse of its own in which no part appears. */
    public static void whenIdle(Runnable work) {
        IDLE.add(work);
        TIMER.start();
    }

    /** Whether nothing is left to appear. */
    public static boolean isOver() {
        return TURNS.isEmpty();
    }

    private static final class Turns extends AnimationTimer {
        private boolean framed;

        @Override
        public void start() {
            framed = false;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (framed) { // the first pulse is for what surrounds the parts
                (TURNS.isEmpty() ? IDLE : TURNS).remove().run();
            }
            framed = true;
            if (TURNS.isEmpty() && IDLE.isEmpty()) {
                stop();
            }
        }
    }

    /** Parts that are about to be seen, those within others after them; the rest have their first time later. */
    private static void collect(Node node, List<Pane> parts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Pane pane && node.getProperties().containsKey(MARK)) {
            parts.add(pane);
        }
        TextSize.children(node).forEach(child -> collect(child, parts));
    }
}
