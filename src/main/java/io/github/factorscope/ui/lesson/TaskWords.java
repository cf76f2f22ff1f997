package io.github.factorscope.ui.lesson;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.Task;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.List;
import javafx.scene.control.Labeled;

/** What is to be done, for somebody who does it by hand. */
final class TaskWords {
    private static final Texts TEXTS = Texts.of(TaskWords.class);

    private final LessonScreens screens;

    TaskWords(LessonScreens screens) {
        this.screens = screens;
    }

    String of(Lesson lesson, Task task) {
        if (task instanceof Task.OpenData) {
            return TEXTS.get("do-open-data", lesson.split().words());
        } else if (task instanceof Task.ShowScreen show) {
            return TEXTS.get("do-screen", screens.title(show.screen()));
        } else if (task instanceof Task.Train train) {
            return TEXTS.get("do-train", RunWords.of(lesson.run(train.run())));
        } else if (task instanceof Task.SelectRun select) {
            return TEXTS.get("do-select", RunWords.brief(lesson, select.run()));
        } else if (task instanceof Task.ShowRuns show) {
            return TEXTS.get("do-show-runs", titles(lesson, show.runs()));
        } else if (task instanceof Task.JudgeRuns judge) {
            return TEXTS.get("do-judge", titles(lesson, judge.runs()));
        } else if (task instanceof Task.Switch on) {
            return screens.find(on.control())
                    .filter(Labeled.class::isInstance)
                    .map(node -> TEXTS.get("do-switch", ((Labeled) node).getText()))
                    .orElseGet(() -> TEXTS.get("do-switch-there"));
        } else if (task instanceof Task.ShowUser show) {
            return TEXTS.get("do-user", show.user());
        } else if (task instanceof Task.ExplainItem explain) {
            return TEXTS.get("do-item", explain.item());
        } else if (task instanceof Task.Rate rate) {
            return TEXTS.get("do-rate", rate.item(), Formats.stars(rate.stars()));
        } else if (task instanceof Task.ResetRatings) {
            return TEXTS.get("do-reset");
        } else if (task instanceof Task.ShowEvidence show) {
            return TEXTS.get(show.open() ? "do-evidence" : "do-close-evidence");
        } else if (task instanceof Task.SideBySide side) {
            return TEXTS.get("do-side-by-side", titles(lesson, side.runs()));
        } else if (task instanceof Task.ShowOnMap show) {
            return TEXTS.get("do-map-item", show.item());
        }
        if (task instanceof Task.LearnSteps steps) {
            return TEXTS.get("do-learn", ModelCatalogue.find(steps.model()).title(), steps.steps());
        }
        throw new IllegalArgumentException("there are no words for " + task);
    }

    private static String titles(Lesson lesson, List<String> runs) {
        return String.join(
                ", ", runs.stream().map(name -> RunWords.brief(lesson, name)).toList());
    }
}
