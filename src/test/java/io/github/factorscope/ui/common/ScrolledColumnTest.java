package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ScrolledColumnTest extends ApplicationTest {
    private final Stage[] stage = new Stage[1];
    private ScrollPane scroll;
    private ScrolledColumn column;

    @Override
    public void start(Stage shown) {
        Label words = new Label("word ".repeat(120));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        column = new ScrolledColumn(words);
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        stage[0] = new Stage();
        stage[0].setScene(new Scene(scroll, 200, 100));
        stage[0].show();
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
        interact(() -> {
            stage[0].setWidth(1200);
            stage[0].setHeight(600);
        });
        assertThat(hasBar()).isFalse();
        assertThat(column.getHeight()).isEqualTo(scroll.getViewportBounds().getHeight());
    }
}
