package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TextSize;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lessons to choose from: what each is about, how long it takes, whether it was gone through. */
final class LessonListPane extends StackPane {
    private static final Texts TEXTS = Texts.of(LessonListPane.class);
    private static final double CELL = 52; // pixels
    private static final double WIDTH = 760;
    private static final double BORDERS = 4;

    private final LessonsViewModel model;
    private final ListView<Lesson> list = new ListView<>();
    private final Runnable close;

    /** @param close called by whoever wants to go back to the screen */
    LessonListPane(LessonsViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("lessonList");
        getStyleClass().add("overlay");
        VBox panel = new VBox(heading(), about(), list, complaints(), own(), buttons());
        panel.getStyleClass().add("panel");
        TextSize.leaveAlone(this);
        TextSize.follow(this, () -> panel.setMaxWidth(TextSize.px(WIDTH)));
        panel.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(panel);
        setUpList();
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    private HBox heading() {
        Label title = new Label(TEXTS.get("lessons"));
        title.getStyleClass().add("panel-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button closing = new Button();
        closing.setId("closeLessons");
        closing.setGraphic(new FontIcon("fth-x"));
        closing.setAccessibleText(TEXTS.get("close-lessons"));
        closing.getStyleClass().addAll("button-icon", "flat", "small");
        closing.setOnAction(event -> close.run());
        HBox line = new HBox(title, gap, closing);
        line.getStyleClass().add("line");
        return line;
    }

    private static Label about() {
        Label about = new Label(TEXTS.get("about-lessons"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        return about;
    }

    private Label complaints() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("fetch-message");
        label.textProperty().bind(model.catalogue().complaintsProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Label own() {
        Label label =
                new Label(TEXTS.get("own-lessons", model.catalogue().folder().toString()));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "note");
        return label;
    }

    private HBox buttons() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button start = new Button(TEXTS.get("start-lesson"));
        start.setId("startLesson");
        start.setDefaultButton(true);
        start.getStyleClass().add("accent");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.disableProperty().bind(Bindings.isNull(list.getSelectionModel().selectedItemProperty()));
        start.setOnAction(event -> start());
        HBox line = new HBox(gap, start);
        line.getStyleClass().add("line");
        return line;
    }

    private void setUpList() {
        list.setId("lessons");
        list.setAccessibleText(TEXTS.get("lessons"));
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setItems(model.catalogue().lessons());
        TextSize.follow(list, () -> {
            list.setFixedCellSize(TextSize.px(CELL));
            list.setMinHeight(3 * list.getFixedCellSize());
        });
        list.prefHeightProperty()
                .bind(Bindings.size(model.catalogue().lessons())
                        .multiply(list.fixedCellSizeProperty())
                        .add(BORDERS));
        list.setCellFactory(unused -> new LessonCell(model.catalogue()));
        list.getItems()
                .addListener(
                        (Observable change) -> Platform.runLater(this::selectFirst)); // once the list has taken them in
        model.catalogue().done().addListener((SetChangeListener<String>) change -> list.refresh());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                start();
            }
        });
    }

    /** The first that was not gone through yet. */
    private void selectFirst() {
        list.getSelectionModel()
                .select(list.getItems().stream()
                        .filter(lesson -> !model.catalogue().done().contains(lesson.id()))
                        .findFirst()
                        .orElse(
                                list.getItems().isEmpty()
                                        ? null
                                        : list.getItems().get(0)));
    }

    /** Reads the lessons anew and takes the keyboard. */
    void open() {
        model.catalogue().refresh();
        list.requestFocus();
    }

    private void start() {
        Lesson chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            model.start(chosen);
        }
    }

    private static final class LessonCell extends ListCell<Lesson> {
        private final LessonCatalogue catalogue;
        private final FontIcon mark = new FontIcon();
        private final Label title = new Label();
        private final Label minutes = new Label();
        private final Label summary = new Label();
        private final HBox line;

        LessonCell(LessonCatalogue catalogue) {
            this.catalogue = catalogue;
            title.getStyleClass().add("lesson-name");
            minutes.getStyleClass().add("muted");
            summary.getStyleClass().addAll("muted", "note");
            HBox head = new HBox(title, minutes);
            head.getStyleClass().add("line");
            VBox words = new VBox(head, summary);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(mark, words);
            line.getStyleClass().add("line");
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void updateItem(Lesson lesson, boolean empty) {
            super.updateItem(lesson, empty);
            if (empty || lesson == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean done = catalogue.done().contains(lesson.id());
            mark.setIconLiteral(done ? "fth-check-circle" : "fth-circle");
            title.setText(lesson.title().plain());
            minutes.setText(TEXTS.get("minutes", lesson.minutes()) + (done ? " · " + TEXTS.get("gone-through") : ""));
            summary.setText(lesson.summary().plain());
            setAccessibleText(title.getText() + ", " + minutes.getText() + ". " + summary.getText());
            setGraphic(line);
        }
    }
}
