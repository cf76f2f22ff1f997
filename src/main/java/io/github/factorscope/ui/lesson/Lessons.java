package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.LessonReader;
import io.github.factorscope.lesson.LessonShelf;
import io.github.factorscope.storage.DoneLessons;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import java.nio.file.Path;

/** Wires lessons, by hand. */
public final class Lessons {
    private Lessons() {}

    /**
     * Lessons over the live application.
     *
     * @param settingsFolder where it is remembered which were gone through, and where lessons of one's own lie
     */
    public static LessonsViewModel over(
            LessonRooms rooms,
            LessonScreens screens,
            Background background,
            ErrorPresenter errors,
            Path settingsFolder) {
        LessonCatalogue catalogue = new LessonCatalogue(
                new LessonShelf(new LessonReader(screens.names())),
                settingsFolder.resolve("lessons"),
                new DoneLessons(settingsFolder.resolve("lessons.json"), errors::say),
                background,
                errors);
        return new LessonsViewModel(background, errors, new LiveStage(rooms, screens), catalogue);
    }
}
