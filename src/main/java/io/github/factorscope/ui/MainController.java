package io.github.factorscope.ui;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.action.Actions;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.lesson.LessonDock;
import io.github.factorscope.ui.lesson.LessonsViewModel;
import io.github.factorscope.ui.train.InterruptedViewModel;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds what surrounds the screens: the rail, the top line, messages, and what is running. */
public final class MainController {
    private static final Texts TEXTS = Texts.of(MainController.class);
    private static final double NARROW = 1200;
    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");
    private static final PseudoClass NARROW_RAIL = PseudoClass.getPseudoClass("narrow");

    private final Workspace workspace;
    private final ErrorPresenter errors;
    private final Theme theme;
    private final InterruptedViewModel interrupted;
    private final ScreenViews screens;
    private final Map<Screen, ToggleButton> railButtons = new EnumMap<>(Screen.class);
    private final ReadOnlyObjectWrapper<Screen> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Screen> settled = new ReadOnlyObjectWrapper<>();
    private LessonDock dock;

    @FXML
    private BorderPane root;

    @FXML
    private VBox rail;

    @FXML
    private Label brand;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox below;

    @FXML
    private StackPane center;

    @FXML
    private Label dataName;

    @FXML
    private Label split;

    @FXML
    private ComboBox<RunEntry> runs;

    @FXML
    private Node message;

    @FXML
    private FontIcon messageIcon;

    @FXML
    private Label messageText;

    @FXML
    private Button messageAction;

    @FXML
    private Button lessonsButton;

    @FXML
    private ViewMenu viewMenu;

    @FXML
    private InterruptedBar interruptedBar;

    @FXML
    private ActivityBar activities;

    MainController(
            Workspace workspace,
            ErrorPresenter errors,
            Theme theme,
            InterruptedViewModel interrupted,
            ScreenViews screens) {
        this.interrupted = interrupted;
        this.workspace = workspace;
        this.errors = errors;
        this.theme = theme;
        this.screens = screens;
    }

    @FXML
    private void initialize() {
        fillRail();
        show(Screen.DATA);
        workspace.dataProperty().addListener((observable, before, now) -> showData(now));
        showData(workspace.dataProperty().get());
        runs.setCellFactory(list -> new RunCell());
        runs.setButtonCell(new RunCell());
        runs.setItems(workspace.runs());
        runs.valueProperty().bindBidirectional(workspace.selectedRunProperty());
        runs.disableProperty().bind(Bindings.isEmpty(workspace.runs()));
        errors.noticeProperty().addListener((observable, before, now) -> showKind(now));
        messageText.textProperty().bind(errors.messageProperty());
        message.visibleProperty().bind(errors.messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        messageAction.textProperty().bind(errors.remedyProperty().map(ErrorPresenter.Remedy::title));
        messageAction.visibleProperty().bind(errors.remedyProperty().isNotNull());
        messageAction.managedProperty().bind(messageAction.visibleProperty());
        interruptedBar.show(interrupted, () -> show(Screen.TRAIN));
        activities.show(workspace.activities());
        runs.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> TextSize.px(isNarrow() ? 216 : 300),
                        root.layoutBoundsProperty(),
                        TextSize.factorProperty()));
        root.layoutBoundsProperty().addListener((observable, before, now) -> showRail());
        TextSize.follow(root, this::showRail);
    }

    /** Icons alone where the window is narrow, and a smaller list of runs: the counts of the split need the room. */
    private void showRail() {
        boolean narrow = isNarrow();
        rail.pseudoClassStateChanged(NARROW_RAIL, narrow);
        lessonsButton.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        brand.setText(TEXTS.get(narrow ? "factorscope-short" : "factorscope"));
        for (ToggleButton button : railButtons.values()) {
            button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            button.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
        }
    }

    private boolean isNarrow() {
        return TextSize.usual(root.getLayoutBounds().getWidth()) < NARROW;
    }

    private void showKind(boolean notice) {
        message.pseudoClassStateChanged(NOTICE, notice);
        messageIcon.setIconLiteral(notice ? "fth-check-circle" : "fth-alert-triangle");
    }

    private void fillRail() {
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            ToggleButton button = new ToggleButton(screen.title());
            button.setGraphic(new FontIcon(screen.icon()));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("rail-button");
            button.setId("rail-" + screen.name().toLowerCase(Locale.ROOT));
            button.setTooltip(
                    new Tooltip(TEXTS.get("screen-and-key", screen.title(), String.valueOf(screen.number()))));
            button.setOnAction(event -> show(screen));
            railButtons.put(screen, button);
            rail.getChildren().add(button);
        }
    }

    /** Shows in the menu of the window what can be done with its look. */
    void offer(Actions actions, String language) {
        viewMenu.show(actions, theme, language);
    }

    void show(Screen screen) {
        railButtons.get(screen).setSelected(true);
        Parent view = screens.of(screen);
        center.getChildren().setAll(view); // what is not shown costs no layout
        shown.set(screen);
        InTurn.appear(view, () -> {
            if (shown.get() == screen) {
                settled.set(screen);
            }
        });
    }

    ReadOnlyObjectProperty<Screen> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The last screen all of which is there: the first time, its parts appear in turn. */
    ReadOnlyObjectProperty<Screen> settledProperty() {
        return settled.getReadOnlyProperty();
    }

    private void showData(OpenData open) {
        if (open == null) {
            dataName.setText(TEXTS.get("no-data"));
            split.setText("");
            split.setTooltip(null);
            return;
        }
        Dataset dataset = open.loaded().dataset();
        dataName.setText(dataset.name());
        split.setTooltip(new Tooltip(open.split().plan().words()));
        split.setText(TEXTS.get(
                "split-sizes",
                open.split().plan().test().words(),
                Formats.count(open.split().training().size()),
                Formats.count(open.split().validation().size()),
                Formats.count(open.split().test().size())));
    }

    /** Gives lessons their place; once, when the window is built. */
    void dock(LessonsViewModel lessons) {
        dock = new LessonDock(lessons, new WindowScreens(this), root, frame, below, center);
    }

    /** The whole window. */
    Parent root() {
        return root;
    }

    /** Shows the lessons, or goes back to the screen. */
    void toggleLessons() {
        dock.toggleList();
    }

    @FXML
    private void onLessons() {
        toggleLessons();
    }

    @FXML
    private void onMessageAction() {
        errors.takeOffer();
    }

    @FXML
    private void onCloseMessage() {
        errors.close();
    }

    /** A run by its name, also when that changes. */
    private final class RunCell extends ListCell<RunEntry> {
        @Override
        protected void updateItem(RunEntry entry, boolean isEmpty) {
            super.updateItem(entry, isEmpty);
            textProperty().unbind();
            if (isEmpty || entry == null) {
                setText(null);
            } else {
                textProperty()
                        .bind(Bindings.createStringBinding(
                                () -> workspace.nameOf(entry), entry.nameProperty(), workspace.dataProperty()));
            }
        }
    }
}
