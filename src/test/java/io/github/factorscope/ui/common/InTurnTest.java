package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class InTurnTest extends ApplicationTest {
    private final List<String> seen = new ArrayList<>();
    private VBox first;
    private VBox second;
    private VBox whole;
    private StackPane window;

    private VBox part(String name) {
        Label label = new Label(name);
        label.sceneProperty().addListener((observable, before, now) -> {
            if (now != null) {
                seen.add(name);
            }
        });
        return new VBox(label);
    }

    @Override
    public void start(Stage stage) {
        first = part("first");
        second = part("second");
        whole = new VBox(first, second);
        window = new StackPane();
        stage.setScene(new Scene(window, 300, 200));
        stage.show();
    }

    private void appear() {
        window.getChildren().setAll(whole);
        seen.clear();
        InTurn.appear(whole, () -> seen.add("then"));
    }

    private void await(int count) {
        WaitForAsyncUtils.waitForFxEvents();
        for (int k = 0; k < 200 && seen.size() < count; k++) {
            WaitForAsyncUtils.sleep(10, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Test
    void theFirstTimePartsComeOneAfterTheOtherAndWhatWaitsComesLast() {
        interact(() -> {
            InTurn.mark(whole, first, second);
            appear();
            assertThat(first.getChildren()).isEmpty();
            assertThat(second.getChildren()).isEmpty();
        });
        await(3);
        assertThat(seen).containsExactly("first", "second", "then");
    }

    @Test
    void theSecondTimeEverythingIsThereAtOnce() {
        interact(() -> InTurn.mark(whole, first, second));
        interact(this::appear);
        await(3);
        interact(() -> {
            appear();
            assertThat(first.getChildren()).hasSize(1);
            assertThat(seen).containsExactly("then");
        });
    }

    @Test
    void whatIsNotVisibleYetHasItsFirstTimeWhenItIs() {
        interact(() -> {
            whole.setVisible(false);
            InTurn.mark(whole, first, second);
            appear();
            assertThat(seen).containsExactly("then");
            assertThat(first.getChildren()).hasSize(1);
            seen.clear();
            whole.setVisible(true);
            assertThat(first.getChildren()).isEmpty();
        });
        await(2);
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void whatIsWithinAPartComesRightAfterIt() {
        VBox inner = part("inner");
        interact(() -> {
            first.getChildren().add(inner);
            InTurn.mark(whole, first, second);
            InTurn.markWithin(inner);
            appear();
            assertThat(inner.getChildren()).isEmpty();
        });
        await(4);
        assertThat(seen).containsExactly("first", "inner", "second", "then");
    }

    @Test
    void whatNobodyWaitsForIsDoneWhenNothingIsLeftToAppearOneAPulse() {
        List<Long> pulses = new ArrayList<>();
        AnimationTimer clock = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.add(now);
            }
        };
        List<Integer> doneAt = new ArrayList<>();
        interact(() -> {
            clock.start();
            InTurn.mark(whole, first, second);
            for (String name : List.of("idle", "later")) {
                InTurn.whenIdle(() -> {
                    seen.add(name);
                    doneAt.add(pulses.size());
                });
            }
            appear();
        });
        await(5);
        interact(clock::stop);
        assertThat(seen).containsExactly("first", "second", "then", "idle", "later");
        assertThat(doneAt.get(1)).isGreaterThan(doneAt.get(0));
    }
}
