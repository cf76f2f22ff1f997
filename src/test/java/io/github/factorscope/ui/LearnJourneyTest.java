package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.ui.learn.LearnViewModel;
import io.github.factorscope.ui.learn.Shown;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Somebody watches SVD learn on six films, makes it diverge, and looks at least squares and at real data. */
class LearnJourneyTest extends WindowTest {
    private LearnViewModel learn;

    private Shown shown() {
        return learn.shownProperty().get();
    }

    private void settle() {
        waitFor(() -> shown() != null && !learn.workingProperty().get());
    }

    @Test
    void learnsStepByStep() {
        learn = window.learn();
        push(KeyCode.CONTROL, KeyCode.DIGIT7);
        settle();
        chooses();
        steps();
        slides();
        diverges();
        solves();
        looksAtData();
    }

    private void chooses() {
        clickOn("#toy-3-3");
        settle();
        assertThat(shown().user()).isEqualTo(3);
        assertThat(text("#learnError")).contains("5 − ");
        type(KeyCode.LEFT);
        waitFor(() -> shown().item() == 2);
        type(KeyCode.UP);
        waitFor(() -> shown().user() == 2);
        assertThat(text("#learnError")).contains("no rating here");
        type(KeyCode.DOWN);
        waitFor(() -> shown().user() == 3);
        assertThat(shown().isRated()).isTrue();
    }

    private void steps() {
        double before = Math.abs(shown().error());
        String promised = text("#learnAfter");
        clickOn("#step");
        settle();
        assertThat(promised).contains(String.format("%.3f", shown().prediction()));
        clickOn("#manySteps");
        settle();
        assertThat(Math.abs(shown().error())).isLessThan(before);
        clickOn("#epoch");
        settle();
        assertThat(shown().history().steps()).isEqualTo(35);
    }

    private void slides() {
        String promised = text("#learnAfter");
        double rate = shown().settings().get(shown().stepSizes().get(0));
        Slider slider = lookup("#slider-learningRate").query();
        clickOn(slider);
        interact(slider::requestFocus);
        type(KeyCode.RIGHT);
        type(KeyCode.RIGHT);
        settle();
        assertThat(shown().settings().get(shown().stepSizes().get(0))).isNotEqualTo(rate);
        assertThat(text("#learnAfter")).isNotEqualTo(promised);
    }

    private void diverges() {
        String before = text("#learnError");
        clickOn("#diverge");
        settle();
        assertThat(shown().runaway()).isPresent();
        assertThat(text("#divergedText")).contains("overshoots").doesNotContain("NaN");
        assertThat(Math.abs(shown().error())).isGreaterThan(100);
        assertThat(text("#learnError")).doesNotContain("NaN");
        clickOn("#calmDown");
        settle();
        assertThat(text("#learnError")).isEqualTo(before);
        clickOn("#reset");
        settle();
        assertThat(shown().history().steps()).isZero();
    }

    private void solves() {
        interact(() -> learn.solverProperty().set("als"));
        settle();
        clickOn("#solveItem");
        settle();
        clickOn("#solveUser");
        settle();
        assertThat(shown().history().steps()).isEqualTo(2);
    }

    private void looksAtData() {
        clickOn("#data");
        waitFor(() -> shown() == null);
        assertThat(text("#emptyText")).isNotEmpty();
        clickOn("#rail-data");
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        clickOn("#rail-learn");
        settle();
        waitFor(() -> !learn.finder().films().isEmpty());
        assertThat(shown().ground().isToy()).isFalse();
        clickOn("#film").write("jaws");
        waitFor(() -> learn.finder().films().size() == 1
                || learn.finder().films().get(0).title().startsWith("Jaws"));
    }
}
