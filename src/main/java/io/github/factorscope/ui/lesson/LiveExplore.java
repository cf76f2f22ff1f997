package io.github.factorscope.ui.lesson;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.Task;
import io.github.factorscope.model.Person;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.explore.Answer;
import io.github.factorscope.ui.explore.ExplanationPane;
import io.github.factorscope.ui.explore.ExploreViewModel;
import io.github.factorscope.ui.explore.SideBySideViewModel;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** The tasks of lessons on Explore and the map. */
final class LiveExplore {
    private static final Texts TEXTS = Texts.of(LiveExplore.class);

    private final LessonRooms rooms;
    private final LiveRuns runs;
    private final LessonScreens screens;
    private final ExploreViewModel explore;

    LiveExplore(LessonRooms rooms, LiveRuns runs, LessonScreens screens) {
        this.rooms = rooms;
        this.runs = runs;
        this.screens = screens;
        explore = rooms.explore();
    }

    boolean isDone(Lesson lesson, Task task) {
        if (task instanceof Task.ShowUser show) {
            Person person = explore.personProperty().get();
            return person != null
                    && !person.isNewcomer()
                    && dataset().users().id(person.user()).equals(show.user())
                    && isAnswered();
        } else if (task instanceof Task.ExplainItem explain) {
            return isAnswered() && labelOf(explore.itemProperty().get()).equals(explain.item());
        } else if (task instanceof Task.Rate rate) {
            Person person = explore.personProperty().get();
            return person != null && person.ratings().rating(item(rate.item())) == rate.stars() && isAnswered();
        } else if (task instanceof Task.ResetRatings) {
            return explore.personProperty().get() != null && !explore.whatIf().isChanged() && isAnswered();
        } else if (task instanceof Task.ShowEvidence show) {
            return show.open() == screens.find("evidence").isPresent();
        } else if (task instanceof Task.SideBySide side) {
            return isSideBySide(lesson, side.runs());
        } else if (task instanceof Task.ShowOnMap show) {
            return labelOf(rooms.map().itemProperty().get()).equals(show.item())
                    && rooms.map().isComplete();
        }
        throw new IllegalArgumentException("nobody knows how to look whether this is done: " + task);
    }

    void begin(Lesson lesson, Task task) {
        if (explore.run() == null) {
            throw new UserException(TEXTS.get("no-run-yet"));
        }
        if (task instanceof Task.ShowUser show) {
            int user = dataset().users().find(show.user());
            if (user < 0) {
                throw new UserException(TEXTS.get("no-user", show.user()));
            }
            explore.choose(user);
        } else if (task instanceof Task.ExplainItem explain) {
            explore.itemProperty().set(item(explain.item()));
        } else if (task instanceof Task.Rate rate) {
            explore.ratings().rate(item(rate.item()), rate.stars());
        } else if (task instanceof Task.ResetRatings) {
            explore.whatIf().reset();
        } else if (task instanceof Task.ShowEvidence show) {
            showEvidence(show.open());
        } else if (task instanceof Task.SideBySide side) {
            putSideBySide(lesson, side.runs());
        } else if (task instanceof Task.ShowOnMap show) {
            rooms.map().itemProperty().set(item(show.item()));
        }
    }

    /** Whether all that is on the screen answers to the person, the run and the item that are chosen. */
    private boolean isAnswered() {
        Answer answer = explore.answerProperty().get();
        Integer item = explore.itemProperty().get();
        Explanation explanation = explore.explanationProperty().get();
        return answer != null
                && item != null
                && explanation != null
                && isSelected(answer.run())
                && answer.run().equals(explore.run())
                && answer.person().equals(explore.personProperty().get())
                && explanation.item() == item
                && explanation.equals(answer.now().explain(item));
    }

    private boolean isSelected(Run run) {
        RunEntry selected = explore.workspace().selectedRunProperty().get();
        return selected != null && selected.run().equals(run);
    }

    private Dataset dataset() {
        return explore.run().experiment().dataset();
    }

    private String labelOf(Integer item) {
        return item == null || explore.run() == null
                ? ""
                : dataset().items().item(item).label();
    }

    private int item(String label) {
        if (explore.run() != null) {
            for (int item = 0; item < dataset().items().size(); item++) {
                if (dataset().items().item(item).label().equals(label)) {
                    return item;
                }
            }
        }
        throw new UserException(TEXTS.get("no-item", label));
    }

    private void showEvidence(boolean open) {
        Optional<Node> pane = screens.find("explanation");
        if (pane.isEmpty() || !(pane.get() instanceof ExplanationPane explanation)) {
            throw new UserException(TEXTS.get("no-explanation"));
        }
        if (open) {
            explanation.openStrongest();
        } else {
            explanation.closeEvidence();
        }
    }

    private boolean isSideBySide(Lesson lesson, List<String> names) {
        SideBySideViewModel side = explore.sideBySide();
        List<RunEntry> wanted = entries(lesson, names);
        return side.activeProperty().get()
                && wanted.size() == names.size()
                && side.chosen().size() == wanted.size()
                && side.chosen().containsAll(wanted)
                && side.explanationsProperty().get().size() == wanted.size();
    }

    private List<RunEntry> entries(Lesson lesson, List<String> names) {
        return names.stream()
                .flatMap(name -> runs.find(lesson, name).stream())
                .distinct()
                .toList();
    }

    private void putSideBySide(Lesson lesson, List<String> names) {
        SideBySideViewModel side = explore.sideBySide();
        List<RunEntry> wanted = entries(lesson, names);
        if (wanted.size() < names.size()) {
            throw new UserException(TEXTS.get("not-all-trained"));
        }
        for (RunEntry entry : List.copyOf(side.chosen())) { // the last one cannot go before another has come
            if (!wanted.contains(entry) && side.chosen().size() > 1) {
                side.choose(entry, false);
            }
        }
        wanted.forEach(entry -> side.choose(entry, true));
        for (RunEntry entry : List.copyOf(side.chosen())) {
            if (!wanted.contains(entry)) {
                side.choose(entry, false);
            }
        }
    }
}
