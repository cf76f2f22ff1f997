package io.github.factorscope.ui.tour;

import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.lesson.LessonsViewModel;
import java.io.IOException;
import java.util.List;
import javafx.scene.control.Button;

/** The part of the tour that takes a lesson: the list of lessons, and a step with what there is to see. */
final class LessonTour {
    private static final String SHOWN = "neighbours";
    private static final int STEPS = 3;

    private final MainWindow window;
    private final Pictures pictures;

    LessonTour(MainWindow window, Pictures pictures) {
        this.window = window;
        this.pictures = pictures;
    }

    /** @param suffix of the pictures' names */
    void look(String suffix) throws IOException {
        LessonsViewModel lessons = window.lessons();
        press("#lessonsButton");
        Headless.await("the lessons", () -> !lessons.catalogue().lessons().isEmpty());
        pictures.take("lessons" + suffix);
        List<Lesson> all = Headless.call(() -> List.copyOf(lessons.catalogue().lessons()));
        Lesson shown = all.stream()
                .filter(lesson -> lesson.id().equals(SHOWN))
                .findFirst()
                .orElseThrow();
        press("#closeLessons");
        Headless.run(() -> lessons.start(shown));
        for (int step = 1; step <= STEPS; step++) {
            Headless.run(lessons::doIt);
            Headless.await("the lesson", () -> lessons.stepDoneProperty().get());
            if (step < STEPS) {
                Headless.run(lessons::next);
            }
        }
        pictures.take("lesson-step" + suffix);
        Headless.run(() -> {
            lessons.end();
            window.errors().close();
        });
    }

    private void press(String button) {
        Headless.run(() -> ((Button) window.scene().lookup(button)).fire());
    }
}
