package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class SplittersTest extends ApplicationTest {
    private final AtomicInteger moves = new AtomicInteger();
    private SplitPane split;

    @Override
    public void start(Stage stage) {
        split = new SplitPane(new Pane(), new Pane());
        split.setPrefSize(300, 100);
        Splitters.whenMoved(split, moves::incrementAndGet);
        stage.setScene(new Scene(new Pane(split), 320, 120));
        stage.show();
    }

    @Test
    void itHearsWhatAPersonMovesAndNothingElse() {
        interact(() -> split.setDividerPositions(0.4));
        drag(split.getItems().get(0), MouseButton.PRIMARY).moveBy(10, 0).drop();
        assertThat(moves).hasValue(0);

        Node divider = split.lookup(".split-pane-divider");
        drag(divider, MouseButton.PRIMARY).moveBy(40, 0).drop();
        assertThat(moves.get()).isPositive();
        assertThat(split.getDividerPositions()[0]).isGreaterThan(0.45);
    }
}
