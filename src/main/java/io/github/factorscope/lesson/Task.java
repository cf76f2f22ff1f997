package io.github.factorscope.lesson;

import java.util.List;

/** Something that can be done, by the reader or for them, and of which can be told whether it is done. */
public sealed interface Task {
    /** The lesson's data is open, with its split. */
    record OpenData() implements Task {}

    /** A screen is shown, such as "train". */
    record ShowScreen(String screen) implements Task {}

    /** There is a run of this name. */
    record Train(String run) implements Task {}

    /** Explore and the map look into this run. */
    record SelectRun(String run) implements Task {}

    /** Compare shows these runs, and no other. */
    record ShowRuns(List<String> runs) implements Task {
        public ShowRuns {
            runs = List.copyOf(runs);
        }
    }

    /** The lists of these runs are judged. */
    record JudgeRuns(List<String> runs) implements Task {
        public JudgeRuns {
            runs = List.copyOf(runs);
        }
    }

    /** A switch is on, by the id of its control: a pane of Compare, a way to look. */
    record Switch(String control) implements Task {}

    /** Explore shows this user, by the id in the data. */
    record ShowUser(String user) implements Task {}

    /** Explore explains this item, by its title and year. */
    record ExplainItem(String item) implements Task {}

    /** The person on the screen has given so many stars. */
    record Rate(String item, float stars) implements Task {}

    /** The person's ratings are those that they came with. */
    record ResetRatings() implements Task {}

    /** The evidence behind a neighbour is open, or closed. */
    record ShowEvidence(boolean open) implements Task {}

    /** Explore has these runs side by side. */
    record SideBySide(List<String> runs) implements Task {
        public SideBySide {
            runs = List.copyOf(runs);
        }
    }

    /** An item is selected on the map, by its title and year. */
    record ShowOnMap(String item) implements Task {}

    /**
     * Learn shows the toy films, and this model after so many steps along the gradient.
     *
     * @param model its id, such as "svd"
     */
    record LearnSteps(String model, int steps) implements Task {}
}
