package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Figure;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.Lesson.Step;
import io.github.factorscope.lesson.LessonText;
import io.github.factorscope.lesson.Task;
import io.github.factorscope.storage.ErrorMessages;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.Formats;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Leads through a lesson, one step after the other: looks whether what a step asks for is done, by whomever, and does it
 * where that is wanted.
 */
public final class LessonsViewModel {
    private static final Texts TEXTS = Texts.of(LessonsViewModel.class);
    private static final String UNKNOWN = "…";

    private final Background background;
    private final ErrorPresenter errors;
    private final LessonStage stage;
    private final LessonCatalogue catalogue;
    private final ReadOnlyObjectWrapper<Lesson> lesson = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper doneTasks = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper stepDone = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper doing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper seen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Background.Ticker ticker;
    private int begun = -1; // the task that was begun last, where the guide does them
    private int waited; // how often was looked since then
    private boolean complete; // all figures of what is seen are known
    private Runnable onLook = () -> {};

    LessonsViewModel(Background background, ErrorPresenter errors, LessonStage stage, LessonCatalogue catalogue) {
        this.background = background;
        this.errors = errors;
        this.stage = stage;
        this.catalogue = catalogue;
    }

    /** The lessons that there are. */
    public LessonCatalogue catalogue() {
        return catalogue;
    }

    /** The lesson that is being gone through; null for none. */
    public ReadOnlyObjectProperty<Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** Of the step, from 0. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The step; empty where there is no lesson. */
    public Optional<Step> step() {
        return lesson.get() == null
                ? Optional.empty()
                : Optional.of(lesson.get().steps().get(index.get()));
    }

    /** How many of the step's tasks are done, in their order. */
    public ReadOnlyIntegerProperty doneTasksProperty() {
        return doneTasks.getReadOnlyProperty();
    }

    /** Whether all that the step asks for is done and said. */
    public ReadOnlyBooleanProperty stepDoneProperty() {
        return stepDone.getReadOnlyProperty();
    }

    /** Whether tasks are being done for the reader. */
    public ReadOnlyBooleanProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** What to do and to watch. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What there is to see; empty until the step is done. */
    public ReadOnlyStringProperty seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** Something to think about; empty until the step is done. */
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Why something cannot be done, in a sentence; empty where nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Called whenever it was looked how far the step is. */
    void setOnLook(Runnable action) {
        onLook = action;
    }

    /** Begins a lesson. */
    public void start(Lesson chosen) {
        startAt(chosen, 0);
    }

    private void startAt(Lesson chosen, int step) {
        lesson.set(null); // whoever listens starts afresh
        index.set(step);
        lesson.set(chosen);
        enter();
        if (ticker == null) {
            ticker = background.every100Millis(this::look);
        }
    }

    /** Goes on, whether the step is done or not; after the last one the lesson is over and remembered. */
    public void next() {
        if (lesson.get() == null) {
            return;
        }
        if (index.get() + 1 < lesson.get().steps().size()) {
            index.set(index.get() + 1);
            enter();
        } else {
            Lesson over = lesson.get();
            leave();
            catalogue.markDone(over);
            errors.tell(TEXTS.get("lesson-over", over.title().plain()));
        }
    }

    /** Goes back by one step. */
    public void back() {
        if (lesson.get() != null && index.get() > 0) {
            index.set(index.get() - 1);
            enter();
        }
    }

    /** Ends the lesson, and offers to go on with it. */
    public void end() {
        if (lesson.get() == null) {
            return;
        }
        Lesson left = lesson.get();
        int at = index.get();
        leave();
        if (at > 0) {
            errors.offer(
                    TEXTS.get("lesson-left", left.title().plain(), String.valueOf(at + 1)),
                    TEXTS.get("continue"),
                    () -> startAt(left, at));
        }
    }

    private void leave() {
        lesson.set(null);
        doing.set(false);
        if (ticker != null) {
            ticker.stop();
            ticker = null;
        }
    }

    private void enter() {
        doing.set(false);
        begun = -1;
        complete = false;
        doneTasks.set(0);
        stepDone.set(false);
        problem.set("");
        text.set(step().orElseThrow().text().with(this::say));
        seen.set("");
        question.set("");
        look();
    }

    /** Does what is left to do, one task after the other. */
    public void doIt() {
        if (lesson.get() == null || stepDone.get()) {
            return;
        }
        problem.set("");
        errors.close();
        begun = -1;
        doing.set(true);
        look();
    }

    /** Looks how far the step is; about ten times a second. */
    private void look() {
        Step step = step().orElse(null);
        if (step == null) {
            return;
        }
        text.set(step.text().with(this::say));
        try {
            lookAtTasks(step);
        } catch (RuntimeException e) { // such as a user who is not there
            doing.set(false);
            problem.set(ErrorMessages.of(e));
        }
        if (doneTasks.get() == step.tasks().size() && !complete) {
            doing.set(false);
            showSeen(step);
        }
        onLook.run();
    }

    private void lookAtTasks(Step step) {
        List<Task> tasks = step.tasks();
        while (doneTasks.get() < tasks.size()) {
            Task task = tasks.get(doneTasks.get());
            if (stage.isDone(lesson.get(), task)) { // it stays done, though a later one may undo what is seen of it
                doneTasks.set(doneTasks.get() + 1);
            } else if (doing.get() && begun != doneTasks.get()) {
                begun = doneTasks.get();
                waited = 0;
                stage.begin(lesson.get(), task);
            } else {
                waitFor(task);
                return;
            }
        }
    }

    private void waitFor(Task task) {
        if (doing.get() && waited++ > 0) { // once around: what was begun may not have shown itself yet
            stage.obstacle(lesson.get(), task).ifPresent(sentence -> {
                doing.set(false);
                problem.set(sentence);
            });
        }
    }

    /** Stays as it was when all was known, whatever the reader does then. */
    private void showSeen(Step step) {
        complete = isKnown(step.seen()) && isKnown(step.question());
        seen.set(step.seen().with(this::say));
        question.set(step.question().with(this::say));
        stepDone.set(complete);
    }

    private boolean isKnown(LessonText words) {
        boolean[] known = {true};
        Function<Figure, String> looking = figure -> {
            known[0] &= !Double.isNaN(stage.value(lesson.get(), figure));
            return "";
        };
        words.with(looking);
        return known[0];
    }

    private String say(Figure figure) {
        double value = stage.value(lesson.get(), figure);
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        int decimals = figure.kind().decimals();
        return decimals == 0
                ? Formats.count(Math.round(value))
                : figure.kind() == Figure.Kind.AMOUNT
                        ? Formats.amount(value)
                        : Formats.decimals(figure.kind() == Figure.Kind.DIFFERENCE ? Math.abs(value) : value, decimals);
    }

    /** What a figure is now; NaN where it is not known. */
    public double value(Figure figure) {
        return lesson.get() == null ? Double.NaN : stage.value(lesson.get(), figure);
    }
}
