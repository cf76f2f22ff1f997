package io.github.factorscope.ui.explore;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.inspection.History;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.LatePart;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.explore.RatingsViewModel.Row;
import java.io.File;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

/** Binds what the person has rated, and how that is changed. */
public final class RatingsController {
    private static final Texts TEXTS = Texts.of(RatingsController.class);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final ExploreViewModel explore;
    private final RatingsViewModel model;
    private final WhatIfViewModel whatIf;

    @FXML
    private FlowPane titleLine;

    @FXML
    private Label userTitle;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Button reset;

    @FXML
    private Button save;

    @FXML
    private MenuButton more;

    @FXML
    private Label modelSays;

    @FXML
    private TextField addSearch;

    @FXML
    private StackPane lists;

    @FXML
    private ListView<RatingLine> hits;

    @FXML
    private Node newcomerLine;

    @FXML
    private ToggleButton showStarters;

    @FXML
    private ToggleButton showRated;

    @FXML
    private TableView<Row> ratings;

    @FXML
    private Label noRatings;

    @FXML
    private Button others;

    @FXML
    private ListView<RatingLine> starters;

    public RatingsController(ExploreViewModel explore) {
        this.explore = explore;
        this.model = explore.ratings();
        this.whatIf = explore.whatIf();
    }

    @FXML
    private void initialize() {
        RatingsTable.setUp(ratings, model);
        userTitle.maxWidthProperty().bind(titleLine.widthProperty()); // names can be long
        Tooltips.showWholeText(userTitle);
        setUpSelection();
        setUpSearch();
        setUpNewcomer();
        modelSays.textProperty().bind(model.modelSaysProperty());
        showOnlyIf(modelSays, modelSays.getText());
        modelSays.textProperty().addListener((observable, before, now) -> showOnlyIf(modelSays, now));
        whatIf.historyProperty().addListener((observable, before, now) -> showHistory(now));
        showHistory(whatIf.historyProperty().get());
        ratings.sceneProperty().addListener((observable, before, scene) -> listenTo(scene));
        InTurn.markWithin(lists);
        LatePart.untilVisible(starters);
        LatePart.untilVisible(hits);
    }

    private void setUpSelection() {
        ratings.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                explore.itemProperty().set(now.line().item());
            }
        });
        starters.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                explore.itemProperty().set(now.item());
            }
        });
        explore.itemProperty().addListener((observable, before, now) -> {
            Row selected = ratings.getSelectionModel().getSelectedItem();
            if (selected != null && (now == null || selected.line().item() != now)) {
                ratings.getSelectionModel().clearSelection();
            }
        });
    }

    private void setUpSearch() {
        addSearch.textProperty().bindBidirectional(model.searchProperty());
        addSearch.setOnKeyPressed(this::pressInSearch);
        hits.setItems(model.hits());
        RatableCell.setUp(hits, model, this::rateHit);
        hits.setOnKeyPressed(this::pressInSearch);
        addSearch.textProperty().addListener((Observable change) -> showPart());
    }

    /** The line that was added is what one wants to see next. */
    private void rateHit(int item, float stars) {
        model.rate(item, stars);
        addSearch.clear();
        addSearch.requestFocus();
        showRated.setSelected(true);
        ratings.getItems().stream()
                .filter(row -> row.line().item() == item)
                .findFirst()
                .ifPresent(ratings::scrollTo);
    }

    private void pressInSearch(KeyEvent event) {
        boolean inField = addSearch.equals(event.getSource());
        if (event.getCode() == KeyCode.ESCAPE) {
            addSearch.clear();
            addSearch.requestFocus();
        } else if (inField
                && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER)
                && !hits.getItems().isEmpty()) {
            hits.requestFocus();
            hits.getSelectionModel().selectFirst();
        } else {
            return;
        }
        event.consume();
    }

    /** Somebody new is asked about a few films first. */
    private void setUpNewcomer() {
        ToggleGroup group = new ToggleGroup();
        showStarters.setToggleGroup(group);
        showRated.setToggleGroup(group);
        showStarters.setSelected(true);
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
            showPart();
        });
        starters.setItems(model.starters());
        RatableCell.setUp(starters, model, model::rate);
        whatIf.visitorProperty().addListener((observable, before, now) -> showVisitor(now, isRenamed(before, now)));
        showVisitor(whatIf.visitorProperty().get(), false);
    }

    /** Whether it is the same person with the same ratings. */
    private boolean isRenamed(Visitor before, Visitor now) {
        History<RatedItems> history = whatIf.historyProperty().get(); // still that of the one before
        return before != null
                && now != null
                && now.isNewcomer()
                && history != null
                && whatIf.ratingsOf(now).equals(history.now());
    }

    private void showVisitor(Visitor visitor, boolean renamed) {
        userTitle.setText(visitor == null ? "" : title(visitor.person()));
        boolean newcomer = visitor != null && visitor.isNewcomer();
        newcomerLine.setVisible(newcomer);
        newcomerLine.setManaged(newcomer);
        if (newcomer && !renamed) {
            (whatIf.ratingsOf(visitor).size() == 0 ? showStarters : showRated).setSelected(true);
        }
        more.setDisable(visitor == null);
        save.setDisable(visitor == null);
        addSearch.setDisable(visitor == null);
        noRatings.setText(TEXTS.get(visitor == null ? "choose-user-above" : "nothing-rated"));
        showPart();
    }

    private void showPart() {
        boolean searches = !addSearch.getText().isBlank();
        boolean asks = !searches && newcomerLine.isVisible() && showStarters.isSelected();
        hits.setVisible(searches);
        starters.setVisible(asks);
        others.setVisible(asks);
        ratings.setVisible(!searches && !asks);
    }

    private void showHistory(History<RatedItems> history) {
        boolean none = history == null;
        undo.setDisable(none || !history.canUndo());
        redo.setDisable(none || !history.canRedo());
        reset.setDisable(!whatIf.isChanged());
        String undone = none ? "" : history.nextUndo();
        String redone = none ? "" : history.nextRedo();
        undo.setTooltip(tip(undone.isEmpty() ? TEXTS.get("undo") : TEXTS.get("undo-what", undone), UNDO));
        redo.setTooltip(tip(redone.isEmpty() ? TEXTS.get("redo") : TEXTS.get("redo-what", redone), REDO));
        reset.setTooltip(new Tooltip(TEXTS.get("reset-help")));
        int count = none ? 0 : history.now().size();
        showRated.setText(count == 0 ? TEXTS.get("rated") : TEXTS.get("rated-count", Formats.count(count)));
    }

    private static Tooltip tip(String action, KeyCombination key) {
        return new Tooltip(TEXTS.get("tip-with-key", action, key.getDisplayText()));
    }

    private static void showOnlyIf(Node node, String text) {
        node.setVisible(!text.isEmpty());
        node.setManaged(!text.isEmpty());
    }

    /** Anywhere on the screen, but not from a field in which something is being typed. */
    private void listenTo(Scene scene) {
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        }
    }

    private void press(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl field
                && !field.getText().isEmpty();
        if (!explore.activeProperty().get() || typing) {
            return;
        }
        if (UNDO.match(event)) {
            whatIf.undo();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            whatIf.redo();
        } else {
            return;
        }
        event.consume();
    }

    @FXML
    private void onUndo() {
        whatIf.undo();
    }

    @FXML
    private void onRedo() {
        whatIf.redo();
    }

    @FXML
    private void onReset() {
        whatIf.reset();
    }

    @FXML
    private void onOtherStarters() {
        model.showOtherStarters();
    }

    @FXML
    private void onSaveProfile() {
        Visitor visitor = whatIf.visitorProperty().get();
        String suggested = visitor.isNewcomer() ? visitor.title() : "";
        Names.ask(ratings, TEXTS.get("save-as-profile"), TEXTS.get("name-for-ratings"), suggested)
                .ifPresent(explore.people().profiles()::saveAs);
    }

    @FXML
    private void onImport() {
        File file = chooser(TEXTS.get("import-ratings"))
                .showOpenDialog(ratings.getScene().getWindow());
        if (file != null) {
            model.files().importFrom(file.toPath());
        }
    }

    @FXML
    private void onExport() {
        FileChooser chooser = chooser(TEXTS.get("export-ratings"));
        chooser.setInitialFileName("ratings.csv");
        File file = chooser.showSaveDialog(ratings.getScene().getWindow());
        if (file != null) {
            model.files().exportTo(file.toPath());
        }
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(TEXTS.get("comma-separated"), "*.csv"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(TEXTS.get("all-files"), "*"));
        return chooser;
    }

    /** Somebody new has a name that says enough, and a narrow panel has no room for more. */
    private String title(Person person) {
        String name = explore.nameOf(person);
        return person.isNewcomer() ? name : TEXTS.get("ratings-of", name);
    }
}
