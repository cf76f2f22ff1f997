package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ScrolledColumnTest extends ApplicationTest {
    private ScrollPane scroll;
    private ScrolledColumn column;

    @Override
    public void start(Stage stage) {
        Label words = new Label("word ".repeat(120));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        column = new ScrolledColumn(words);
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPrefSize(200, 100);
        stage.setScene(new Scene(new Pane(scroll), 300, 200));
        stage.show();
    }

    private boolean hasBar() {
        for (int pulse = 0; pulse < 5; pulse++) {
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
        return scroll.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
    }

    @Test
    void textThatNeedsMoreLinesThanFitIsScrolledAndNotCutOff() {
        assertThat(hasBar()).isTrue();
        assertThat(column.getHeight()).isGreaterThan(scroll.getHeight());
        interact(() -> scroll.setPrefSize(1200, 600));
        assertThat(hasBar()).isFalse();
        assertThat(column.getHeight()).isEqualTo(scroll.getViewportBounds().getHeight());
    }
}
