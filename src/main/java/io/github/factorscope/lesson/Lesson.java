package io.github.factorscope.lesson;

import io.github.factorscope.data.SplitPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A few steps over the live application, as data.
 *
 * @param id as in the name of its file, such as "baseline"
 * @param summary one sentence
 * @param minutes in front of an audience
 * @param split of the demo films
 * @param runs what is trained, by the name that steps, figures and claims give it
 * @param steps at least one
 */
public record Lesson(
        String id,
        LessonText title,
        LessonText summary,
        int minutes,
        SplitPlan split,
        Map<String, LessonRun> runs,
        List<Step> steps) {
    public Lesson {
        runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param id within the lesson
     * @param text what to do, and what to watch
     * @param seen what there is to see once all is done; may hold figures
     * @param question something to think about
     * @param at id of the control to point at; empty for none
     * @param tasks what is to be done, in this order
     * @param claims what holds when all is done
     */
    public record Step(
            String id,
            LessonText text,
            LessonText seen,
            LessonText question,
            String at,
            List<Task> tasks,
            List<Claim> claims) {
        public Step {
            tasks = List.copyOf(tasks);
            claims = List.copyOf(claims);
        }
    }

    /** The run of this name, which is one of the lesson's. */
    public LessonRun run(String name) {
        LessonRun run = runs.get(name);
        if (run == null) {
            throw new IllegalArgumentException("there is no run " + name);
        }
        return run;
    }
}
