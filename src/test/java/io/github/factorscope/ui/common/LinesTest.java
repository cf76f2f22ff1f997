package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class LinesTest extends ApplicationTest {
    private ListView<Integer> list;
    private Pane window;

    @Override
    public void start(Stage stage) {
        list = new ListView<>();
        list.setFixedCellSize(20);
        list.setPrefSize(100, 105);
        list.getItems().setAll(IntStream.range(0, 50).boxed().toList());
        Lines.keepSelectedInView(list);
        window = new Pane();
        stage.setScene(new Scene(window, 300, 400));
        stage.show();
    }

    private boolean isShown(int line) {
        for (int pulse = 0; pulse < 8; pulse++) {
            WaitForAsyncUtils.sleep(30, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
        return Lines.isInView(list, line);
    }

    @Test
    void whatWasSelectedBeforeTheListIsShownIsInView() {
        interact(() -> {
            list.getSelectionModel().select(30);
            window.getChildren().setAll(list);
        });
        assertThat(isShown(30)).isTrue();
        assertThat(isShown(0)).isFalse();
    }

    @Test
    void whatIsSelectedFromElsewhereComesIntoViewAndStaysWhenTheListGetsLower() {
        interact(() -> window.getChildren().setAll(list));
        assertThat(isShown(0)).isTrue();
        interact(() -> list.getSelectionModel().select(40));
        assertThat(isShown(40)).isTrue();
        interact(() -> list.getSelectionModel().select(42)); // the last line that is there to be seen
        assertThat(isShown(42)).isTrue();
        interact(() -> list.setPrefHeight(45));
        assertThat(isShown(42)).isTrue();
    }

    @Test
    void aListInWhichTheSelectedLineCanBeSeenDoesNotMove() {
        interact(() -> window.getChildren().setAll(list));
        assertThat(isShown(0)).isTrue();
        interact(() -> list.getSelectionModel().select(3));
        assertThat(isShown(3)).isTrue();
        assertThat(isShown(0)).isTrue();
    }
}
