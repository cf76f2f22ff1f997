package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.Lesson.Step;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TextSize;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the lesson says at this step, and the way through it: a column beside the screen, or a strip below it. */
final class GuidePane extends VBox {
    private static final Texts TEXTS = Texts.of(GuidePane.class);
    private static final double COLUMN = 336; // pixels
    private static final double STRIP = 104; // of the words alone
    private static final double WORDS = 320;
    private static final double MORE_WORDS = 520;

    private final LessonsViewModel model;
    private final TaskWords words;
    private final Label title = new Label();
    private final Label place = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button collapse = icon("collapseGuide", "fth-chevron-down");
    private final Button end = icon("endLesson", "fth-x");
    private final Button back = new Button(TEXTS.get("back"));
    private final Button doIt = new Button(TEXTS.get("do-it"));
    private final Button next = new Button(TEXTS.get("next"));
    private final VBox tasks = new VBox();
    private final HBox actions = new HBox(back, doIt, next);
    private final Label text = paragraph("lessonText");
    private final Label problem = paragraph("lessonProblem");
    private final Label seen = paragraph("lessonSeen");
    private final Label question = paragraph("lessonQuestion");
    private final BooleanProperty collapsed = new SimpleBooleanProperty();
    private boolean beside = true;

    GuidePane(LessonsViewModel model, TaskWords words) {
        this.model = model;
        this.words = words;
        setId("guide");
        getStyleClass().add("guide");
        setAccessibleText(TEXTS.get("guide"));
        title.getStyleClass().add("lesson-name");
        title.setWrapText(true);
        title.setMinWidth(0);
        place.setId("lessonPlace");
        place.getStyleClass().add("muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        progress.setAccessibleText(TEXTS.get("progress"));
        progress.setMinWidth(48);
        progress.setPrefWidth(64);
        tasks.setId("lessonTasks");
        tasks.getStyleClass().add("lesson-tasks");
        tasks.visibleProperty().bind(model.stepDoneProperty().not()); // then what is to be seen needs the room
        tasks.managedProperty().bind(tasks.visibleProperty());
        actions.getStyleClass().add("line");
        problem.getStyleClass().add("lesson-problem");
        question.getStyleClass().add("lesson-question");
        question.setGraphic(new FontIcon("fth-help-circle"));
        problem.setGraphic(new FontIcon("fth-alert-triangle"));
        setUpButtons();
        bind();
        TextSize.leaveAlone(this);
        TextSize.follow(this, this::arrange);
    }

    private static Label paragraph(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.managedProperty().bind(label.visibleProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Button icon(String id, String literal) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(literal));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        return button;
    }

    private void setUpButtons() {
        back.setId("lessonBack");
        doIt.setId("lessonDoIt");
        next.setId("lessonNext");
        for (Button button : List.of(back, doIt, next)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add("small");
        }
        back.setOnAction(event -> model.back());
        doIt.setOnAction(event -> model.doIt());
        next.setOnAction(event -> model.next());
        back.setTooltip(new Tooltip(TEXTS.get("back-help")));
        doIt.setTooltip(new Tooltip(TEXTS.get("do-it-help")));
        next.setTooltip(new Tooltip(TEXTS.get("next-help")));
        end.setOnAction(event -> model.end());
        end.setTooltip(new Tooltip(TEXTS.get("end-lesson")));
        end.setAccessibleText(TEXTS.get("end-lesson"));
        collapse.setOnAction(event -> collapsed.set(!collapsed.get()));
    }

    private void bind() {
        text.textProperty().bind(model.textProperty());
        problem.textProperty().bind(model.problemProperty());
        seen.textProperty().bind(model.seenProperty());
        question.textProperty().bind(model.questionProperty());
        back.disableProperty().bind(model.indexProperty().isEqualTo(0));
        doIt.disableProperty().bind(model.doingProperty().or(model.stepDoneProperty()));
        for (ObservableValue<?> each :
                List.of(model.lessonProperty(), model.indexProperty(), model.doneTasksProperty())) {
            each.addListener((Observable change) -> showStep());
        }
        for (ObservableValue<?> each : List.of(model.doingProperty(), model.stepDoneProperty())) {
            each.addListener((Observable change) -> showState());
        }
        collapsed.addListener((Observable change) -> arrange());
        showStep();
    }

    private void showStep() {
        Lesson lesson = model.lessonProperty().get();
        Step step = model.step().orElse(null);
        if (lesson == null || step == null) {
            return;
        }
        int count = lesson.steps().size();
        int number = model.indexProperty().get() + 1;
        title.setText(lesson.title().plain());
        place.setText(TEXTS.get("step-of", String.valueOf(number), String.valueOf(count)));
        progress.setProgress(number / (double) count);
        next.setText(TEXTS.get(number == count ? "finish" : "next"));
        tasks.getChildren().clear();
        for (int k = 0; k < step.tasks().size(); k++) {
            boolean done = k < model.doneTasksProperty().get();
            Label line = new Label(words.of(lesson, step.tasks().get(k)));
            line.setGraphic(new FontIcon(done ? "fth-check-circle" : "fth-circle"));
            line.setAccessibleText(TEXTS.get(done ? "done-task" : "open-task", line.getText()));
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.getStyleClass().add(done ? "muted" : "lesson-task");
            tasks.getChildren().add(line);
        }
        showState();
    }

    private void showState() {
        boolean ready = model.stepDoneProperty().get();
        doIt.setText(TEXTS.get(model.doingProperty().get() ? "doing" : ready ? "done" : "do-it"));
        next.getStyleClass().remove("accent");
        doIt.getStyleClass().remove("accent");
        (ready ? next : doIt).getStyleClass().add("accent");
    }

    /** @param asColumn whether it stands beside the screen, or else below it */
    void setBeside(boolean asColumn) {
        if (beside != asColumn) {
            beside = asColumn;
            arrange();
        }
    }

    /** Whether it shows but a line, which has room below any screen. */
    BooleanProperty collapsedProperty() {
        return collapsed;
    }

    private void arrange() {
        boolean column = beside && !collapsed.get();
        boolean isOpen = !collapsed.get();
        String help = TEXTS.get(isOpen ? "collapse" : "expand");
        collapse.setGraphic(new FontIcon(isOpen ? "fth-chevron-down" : "fth-chevron-up"));
        collapse.setTooltip(new Tooltip(help));
        collapse.setAccessibleText(help);
        getStyleClass().removeAll("guide-column", "guide-strip");
        getStyleClass().add(column ? "guide-column" : "guide-strip");
        setMinWidth(column ? TextSize.px(COLUMN) : 0);
        setPrefWidth(column ? TextSize.px(COLUMN) : USE_COMPUTED_SIZE);
        setMaxWidth(column ? TextSize.px(COLUMN) : Double.MAX_VALUE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        FontIcon book = new FontIcon("fth-book-open");
        if (column) {
            Node all = scrolled(title, text, tasks, problem, seen, question);
            VBox.setVgrow(all, Priority.ALWAYS);
            getChildren().setAll(line(book, place, progress, gap, collapse, end), all, actions);
        } else {
            getChildren().setAll(line(book, title, place, progress, gap, actions, collapse, end));
            if (isOpen) {
                ScrollPane left = scrolled(text, problem);
                ScrollPane right = scrolled(tasks, seen, question);
                HBox both = new HBox(left, right);
                both.getStyleClass().add("columns");
                left.setPrefWidth(TextSize.px(WORDS));
                right.setPrefWidth(TextSize.px(MORE_WORDS));
                for (ScrollPane part : List.of(left, right)) {
                    HBox.setHgrow(part, Priority.ALWAYS);
                    part.setMinWidth(0);
                }
                both.setPrefHeight(TextSize.px(STRIP));
                both.setMinHeight(TextSize.px(STRIP));
                getChildren().add(both);
            }
        }
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("line");
        return line;
    }

    private static ScrollPane scrolled(Node... nodes) {
        VBox box = new VBox(nodes);
        box.getStyleClass().add("guide-words");
        ScrollPane pane = new ScrollPane(box);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("plain-scroll");
        return pane;
    }
}
