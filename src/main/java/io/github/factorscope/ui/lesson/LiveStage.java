package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Figure;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.Task;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.learn.LearnViewModel;
import java.util.Optional;
import javafx.scene.control.ToggleButton;

/** Does the tasks of lessons in the window, and looks whether they are done. */
final class LiveStage implements LessonStage {
    private static final Texts TEXTS = Texts.of(LiveStage.class);

    private final LessonScreens screens;
    private final LiveRuns runs;
    private final LiveExplore explore;
    private final LiveFigures figures;
    private final LearnViewModel learn;

    LiveStage(LessonRooms rooms, LessonScreens screens) {
        this.screens = screens;
        runs = new LiveRuns(rooms);
        explore = new LiveExplore(rooms, runs, screens);
        figures = new LiveFigures(rooms, runs);
        learn = rooms.learn();
    }

    @Override
    public boolean isDone(Lesson lesson, Task task) {
        if (task instanceof Task.OpenData) {
            return runs.isDataOpen(lesson);
        } else if (task instanceof Task.ShowScreen show) {
            return screens.shown().equals(show.screen());
        } else if (task instanceof Task.Train train) {
            return runs.find(lesson, train.run()).isPresent();
        } else if (task instanceof Task.SelectRun select) {
            return runs.isSelected(lesson, select.run());
        } else if (task instanceof Task.ShowRuns show) {
            return runs.areShown(lesson, show.runs());
        } else if (task instanceof Task.JudgeRuns judge) {
            return runs.areJudged(lesson, judge.runs());
        } else if (task instanceof Task.Switch on) {
            return toggle(on.control()).filter(ToggleButton::isSelected).isPresent();
        } else if (task instanceof Task.LearnSteps steps) {
            return learn.hasPractised(steps.model(), steps.steps());
        }
        return explore.isDone(lesson, task);
    }

    @Override
    public void begin(Lesson lesson, Task task) {
        if (!(task instanceof Task.OpenData) && !(task instanceof Task.ShowScreen) && !runs.isDataOpen(lesson)) {
            throw new UserException(TEXTS.get("other-data"));
        }
        if (task instanceof Task.OpenData) {
            runs.openData(lesson);
        } else if (task instanceof Task.ShowScreen show) {
            screens.show(show.screen());
        } else if (task instanceof Task.Train train) {
            runs.train(lesson, train.run());
        } else if (task instanceof Task.SelectRun select) {
            runs.select(lesson, select.run());
        } else if (task instanceof Task.ShowRuns show) {
            runs.show(lesson, show.runs());
        } else if (task instanceof Task.JudgeRuns judge) {
            runs.judge(lesson, judge.runs());
        } else if (task instanceof Task.Switch on) {
            toggle(on.control())
                    .orElseThrow(() -> new UserException(TEXTS.get("no-control", on.control())))
                    .fire();
        } else if (task instanceof Task.LearnSteps steps) {
            learn.practise(steps.model(), steps.steps());
        } else {
            explore.begin(lesson, task);
        }
    }

    private Optional<ToggleButton> toggle(String id) {
        return screens.find(id).filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast);
    }

    @Override
    public Optional<String> obstacle(Lesson lesson, Task task) {
        return task instanceof Task.Train && runs.hasEnded() ? Optional.of(TEXTS.get("no-such-run")) : Optional.empty();
    }

    @Override
    public double value(Lesson lesson, Figure figure) {
        return figures.value(lesson, figure);
    }
}
