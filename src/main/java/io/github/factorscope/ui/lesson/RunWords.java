package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.LessonRun;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** How a lesson's run is called: its model, and what to set before it is trained. */
final class RunWords {
    private static final Texts TEXTS = Texts.of(RunWords.class);

    private RunWords() {}

    /** Such as "SVD (Factors 2, Epochs 20, seed 1)": all that is not the default. */
    static String of(LessonRun run) {
        List<String> parts = new ArrayList<>();
        Settings defaults = run.family().defaults();
        for (Hyperparameter<?> hyperparameter : run.family().hyperparameters()) {
            String value = run.settings().format(hyperparameter);
            if (!value.equals(defaults.format(hyperparameter))) {
                parts.add(hyperparameter.label() + " " + value);
            }
        }
        parts.add(TEXTS.get("seed", String.valueOf(run.seed())));
        return run.family().title() + " (" + String.join(", ", parts) + ")";
    }

    /** Such as "SVD (Factors 2)": what tells it from the other runs of its lesson. */
    static String brief(Lesson lesson, String name) {
        LessonRun run = lesson.run(name);
        List<LessonRun> others = lesson.runs().values().stream()
                .filter(other -> other.family().equals(run.family()) && !other.equals(run))
                .toList();
        List<String> parts = new ArrayList<>();
        for (Hyperparameter<?> hyperparameter : run.family().hyperparameters()) {
            String value = run.settings().format(hyperparameter);
            if (others.stream()
                    .anyMatch(other -> !other.settings().format(hyperparameter).equals(value))) {
                parts.add(hyperparameter.label() + " " + value);
            }
        }
        if (others.stream().anyMatch(other -> other.seed() != run.seed())) {
            parts.add(TEXTS.get("seed", String.valueOf(run.seed())));
        }
        return run.family().title() + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }
}
