package io.github.factorscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** The place of a part of a screen that is made, styled and laid out only once it is wanted; then it stays. */
public final class LatePart extends StackPane {
    private final ObservableValue<Boolean> wanted;
    private final Supplier<Node> part;
    private final ChangeListener<Boolean> listener = (observable, before, now) -> fill();
    private final List<Consumer<Node>> waiting = new ArrayList<>();

    /**
     * @param wanted whether the part is to be seen; kept as long as this place
     * @param part makes it, on the FX thread
     */
    public LatePart(ObservableValue<Boolean> wanted, Supplier<Node> part) {
        this.wanted = wanted;
        this.part = part;
        setPickOnBounds(false); // what lies behind an empty place can be clicked
        wanted.addListener(listener);
        fill();
    }

    /** Takes a part that is not visible out of the pane that it is in, until it is. */
    public static void untilVisible(Node part) {
        List<Node> parts = ((Pane) part.getParent()).getChildren();
        int place = parts.indexOf(part);
        parts.remove(part);
        parts.add(place, new LatePart(part.visibleProperty(), () -> part));
    }

    private void fill() {
        if (wanted.getValue()) {
            wanted.removeListener(listener);
            Node made = part.get();
            TextSize.followAll(made);
            getChildren().setAll(made);
            waiting.forEach(each -> each.accept(getChildren().get(0)));
            waiting.clear();
        }
    }

    /** Does something with the part once it is there. */
    void whenThere(Consumer<Node> action) {
        if (getChildren().isEmpty()) {
            waiting.add(action);
        } else {
            action.accept(getChildren().get(0));
        }
    }
}
