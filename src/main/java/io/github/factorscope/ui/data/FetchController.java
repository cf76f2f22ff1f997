package io.github.factorscope.ui.data;

import io.github.factorscope.download.MovieLensSet;
import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.data.FetchViewModel.Line;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Binds the panel that fetches MovieLens. */
final class FetchController {
    private static final Texts TEXTS = Texts.of(FetchController.class);

    private final FetchViewModel model;

    @FXML
    private Node root;

    @FXML
    private Label fetchFolder;

    @FXML
    private TableView<Line> fetchSets;

    @FXML
    private Label fetchTerms;

    @FXML
    private Hyperlink termsInFull;

    @FXML
    private CheckBox fetchAccepted;

    @FXML
    private TextField fetchAddress;

    @FXML
    private Node progressLine;

    @FXML
    private ProgressBar fetchProgress;

    @FXML
    private Label fetchDetail;

    @FXML
    private Label fetchMessage;

    @FXML
    private Button fetchCancel;

    @FXML
    private Button fetchStart;

    FetchController(FetchViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Tables.addText(fetchSets, TEXTS.get("name"), 130, line -> line.set().name());
        Tables.addText(fetchSets, TEXTS.get("content"), 430, line -> line.set().content());
        Tables.addText(fetchSets, TEXTS.get("size"), 90, line -> line.set().size())
                .getStyleClass()
                .add("right-aligned");
        Tables.addText(fetchSets, TEXTS.get("kept"), 70, Line::here);
        fetchSets.getColumns().forEach(column -> column.setSortable(false));
        fetchSets.setItems(model.lines());
        fetchSets.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((observable, before, now) -> showSelected(now));
        fetchSets.disableProperty().bind(model.runningProperty());
        fetchAccepted.selectedProperty().bindBidirectional(model.acceptedProperty());
        fetchAccepted.disableProperty().bind(model.runningProperty());
        fetchAddress.textProperty().bindBidirectional(model.addressProperty());
        fetchAddress.disableProperty().bind(model.runningProperty());
        fetchProgress.progressProperty().bind(model.progressProperty());
        fetchDetail.textProperty().bind(model.detailProperty());
        showWhile(progressLine, model.runningProperty());
        showWhile(fetchCancel, model.runningProperty());
        fetchMessage.textProperty().bind(model.messageProperty());
        showWhile(fetchMessage, model.messageProperty().isNotEmpty());
        fetchStart.textProperty().bind(model.actionProperty());
        fetchStart.disableProperty().bind(model.readyProperty().not());
        showWhile(root, model.shownProperty());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        model.shownProperty().addListener((observable, before, now) -> begin());
        begin();
    }

    private void begin() {
        if (model.shownProperty().get()) {
            fetchFolder.setText(TEXTS.get("collected-and-kept", AppFolders.words(model.folder())));
            Platform.runLater(fetchSets::requestFocus);
        }
    }

    private static void showWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void showSelected(Line line) {
        if (line == null) {
            return;
        }
        fetchSets.getSelectionModel().select(line);
        MovieLensSet set = line.set();
        fetchTerms.setText(set.terms());
        fetchAccepted.setText(TEXTS.get("accept-terms", set.name()));
    }

    @FXML
    private void onStart() {
        model.start();
    }

    @FXML
    private void onCancel() {
        model.cancel();
    }

    @FXML
    private void onClose() {
        model.close();
    }

    @FXML
    private void onTerms() {
        termsInFull.setVisited(false);
        model.readTerms();
    }
}
