package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Figure;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.Task;
import java.util.Optional;

/** The live application, as lessons see it. On the FX thread only. */
interface LessonStage {
    /** Whether a task is done, by whomever. */
    boolean isDone(Lesson lesson, Task task);

    /**
     * Begins to do a task, which may take a while.
     *
     * @throws io.github.factorscope.storage.UserException where it cannot be done, with what to do about it
     */
    void begin(Lesson lesson, Task task);

    /** Why a task that was begun will not be done; empty while it may. */
    Optional<String> obstacle(Lesson lesson, Task task);

    /** What a figure is now; NaN where it is not known. */
    double value(Lesson lesson, Figure figure);
}
