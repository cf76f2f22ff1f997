package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.lesson.Claim;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.Lesson.Step;
import io.github.factorscope.ui.common.FxBackground;
import io.github.factorscope.ui.lesson.LessonsViewModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Every lesson is gone through from its first to its last step, and what it claims is what the window shows. */
class LessonsJourneyTest extends WindowTest {
    private Stage stage;

    @Override
    public void start(Stage shown) {
        stage = shown;
        super.start(shown);
    }

    @Test
    void everyLessonCanBePlayedAndSaysTheSameEveryTime() {
        List<String> first = playAll();
        interact(() -> {
            window = new MainWindow(
                    new FxBackground(),
                    folder.resolve("other").resolve("preferences.json"),
                    folder.resolve("other").resolve("runs"),
                    1440,
                    900);
            stage.setScene(window.scene());
        });
        List<String> second = playAll();

        assertThat(second).isEqualTo(first);
    }

    private List<String> playAll() {
        interact(() -> window.lessons().catalogue().refresh());
        waitFor(() -> !window.lessons().catalogue().lessons().isEmpty());
        List<String> said = new ArrayList<>();
        for (Lesson lesson : List.copyOf(window.lessons().catalogue().lessons())) {
            said.addAll(play(lesson));
        }
        return said;
    }

    private List<String> play(Lesson lesson) {
        LessonsViewModel lessons = window.lessons();
        List<String> said = new ArrayList<>();
        interact(() -> lessons.start(lesson));
        for (Step step : lesson.steps()) {
            String place = lesson.id() + ", step " + step.id();
            assertThat(lessons.step()).contains(step);
            interact(lessons::doIt);
            waitFor(() -> lessons.stepDoneProperty().get()
                    || !lessons.problemProperty().get().isEmpty());

            assertThat(lessons.problemProperty().get()).as(place).isEmpty();
            assertThat(lessons.seenProperty().get()).as(place).isNotEmpty().doesNotContain("…", "{");
            assertThat(lessons.questionProperty().get()).as(place).isNotEmpty().doesNotContain("…", "{");
            for (Claim claim : step.claims()) {
                assertThat(claim.holds(lessons::value))
                        .as(
                                "%s: %s; %s",
                                place, claim.text(), lessons.seenProperty().get())
                        .isTrue();
            }
            waitForOutline(place, step);
            said.add(place + ": " + lessons.seenProperty().get());
            interact(lessons::next);
        }
        assertThat(lessons.lessonProperty().get()).isNull();
        assertThat(lessons.catalogue().done()).contains(lesson.id());
        return said;
    }

    /** Forms and formulas that were shown just now are laid out first. */
    private void waitForOutline(String place, Step step) {
        try {
            waitFor(() -> outline().isVisible() == !step.at().isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(place + " does not point at " + step.at(), e);
        }
    }

    private Node outline() {
        return lookup("#lessonOutline").query();
    }

    @Test
    void aLessonIsChosenGoneThroughAndLeftWithMouseAndKeyboard() {
        clickOn("#lessonsButton");
        waitFor(() -> !window.lessons().catalogue().lessons().isEmpty());
        clickOn("#startLesson");

        assertThat(text("#lessonPlace")).isEqualTo("Step 1 of 6");
        assertThat(lookup("#lessonBack").query().isDisabled()).isTrue();
        clickOn("#lessonDoIt");
        waitFor(() -> window.lessons().stepDoneProperty().get());
        assertThat(text("#lessonSeen")).contains("61,757");
        push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(text("#lessonPlace")).isEqualTo("Step 2 of 6");
        clickOn("#rail-train");
        waitFor(() -> window.lessons().doneTasksProperty().get() == 1);
        push(KeyCode.ALT, KeyCode.ENTER);
        waitFor(() -> window.lessons().stepDoneProperty().get());
        push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(text("#lessonPlace")).isEqualTo("Step 1 of 6");
        push(KeyCode.ALT, KeyCode.RIGHT);
        push(KeyCode.ESCAPE);

        assertThat(window.lessons().lessonProperty().get()).isNull();
        assertThat(lookup("#guide").queryAll()).isEmpty();
        assertThat(outline().isVisible()).isFalse();
        clickOn("#messageAction");
        assertThat(text("#lessonPlace")).isEqualTo("Step 2 of 6");
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() {
        interact(() -> window.lessons().catalogue().refresh());
        waitFor(() -> !window.lessons().catalogue().lessons().isEmpty());
        interact(() -> {
            window.lessons().start(window.lessons().catalogue().lessons().get(0));
            window.lessons().next();
            window.lessons().doIt();
        });
        waitFor(() -> !window.lessons().problemProperty().get().isEmpty());

        assertThat(text("#lessonProblem")).contains("Go back to its first step");
        assertThat(window.workspace().runs()).isEmpty();
        assertThat(window.lessons().doingProperty().get()).isFalse();
    }

    @Test
    void theGuideStandsBesideAWideWindowAndBelowANarrowOneAndFoldsToALine() {
        interact(() -> window.lessons().catalogue().refresh());
        waitFor(() -> !window.lessons().catalogue().lessons().isEmpty());
        interact(() ->
                window.lessons().start(window.lessons().catalogue().lessons().get(0)));
        Node guide = lookup("#guide").query();
        interact(() -> stage.setWidth(1800));
        waitFor(() -> guide.getBoundsInParent().getHeight() > 600);

        interact(() -> stage.setWidth(1024));
        waitFor(() -> guide.getBoundsInParent().getHeight() < 220);
        double open = guide.getBoundsInParent().getHeight();
        clickOn("#collapseGuide");
        waitFor(() -> guide.getBoundsInParent().getHeight() < open - 80);
        assertThat(lookup("#lessonNext").queryAll()).isNotEmpty();
    }
}
