package io.github.factorscope.ui.map;

import io.github.factorscope.data.Item;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.common.WideColumn;
import io.github.factorscope.ui.map.Neighbours.Near;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside the map: a search by title, and the item that is looked at with its neighbours. */
public final class ItemPane extends VBox {
    private static final Texts TEXTS = Texts.of(ItemPane.class);

    private final TextField search = new TextField();
    private final ListView<Integer> hits = new ListView<>();
    private final Label hint = new Label(TEXTS.get("click-a-dot"));
    private final VBox details = new VBox();
    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label ofPerson = new Label();
    private final TableView<Near> byFactors = table(TEXTS.get("nearest-by-factors"), TEXTS.get("cosine"));
    private final TableView<Near> byRatings = table(TEXTS.get("nearest-by-ratings"), TEXTS.get("similarity"));
    private MapViewModel model;
    private IntConsumer onGo = item -> {};

    public ItemPane() {
        getStyleClass().addAll("panel", "item-pane");
        search.setId("mapSearch");
        search.setPromptText(TEXTS.get("find-item"));
        search.setAccessibleText(TEXTS.get("find-item"));
        hits.setId("mapHits");
        hits.setAccessibleText(TEXTS.get("items-found"));
        hits.getStyleClass().add("dense");
        hits.setPlaceholder(new Label(TEXTS.get("no-such-title")));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        title.setId("mapItemTitle");
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        facts.setId("mapItemFacts");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        ofPerson.setWrapText(true);
        ofPerson.setMinHeight(Region.USE_PREF_SIZE);
        byFactors.setId("nearByFactors");
        byRatings.setId("nearByRatings");
        details.getStyleClass().add("details");
        StackPane body = new StackPane(hint, details, hits);
        StackPane.setAlignment(hint, Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(search, body);
    }

    /** Shows what the view model says. */
    void setUp(MapViewModel viewModel, IntConsumer go) {
        model = viewModel;
        onGo = go;
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnAction(event -> chooseFirst());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !model.hits().isEmpty()) {
                hits.requestFocus();
                hits.getSelectionModel().select(0);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        hits.setItems(model.hits());
        hits.setCellFactory(list -> new HitCell());
        hits.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(hits.getSelectionModel().getSelectedItem());
            } else if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                search.requestFocus();
            }
        });
        Button explain = new Button(TEXTS.get("explain"), new FontIcon("fth-compass"));
        explain.setId("explainItem");
        explain.setAccessibleText(TEXTS.get("explain-this-item"));
        explain.setMinWidth(Region.USE_PREF_SIZE);
        explain.setOnAction(event -> model.explain(model.itemProperty().get()));
        Button centre = new Button(TEXTS.get("centre"), new FontIcon("fth-crosshair"));
        centre.setMinWidth(Region.USE_PREF_SIZE);
        centre.setOnAction(event -> onGo.accept(model.itemProperty().get()));
        HBox buttons = new HBox(explain, centre);
        buttons.getStyleClass().add("line");
        details.getChildren()
                .setAll(
                        title,
                        facts,
                        ofPerson,
                        buttons,
                        heading(TEXTS.get("nearest-by-factors"), "nearest-by-factors-help", false),
                        byFactors,
                        heading(TEXTS.get("nearest-by-ratings"), "nearest-by-ratings-help", true),
                        byRatings);
        model.itemProperty().addListener((Observable change) -> showItem());
        model.marksProperty().addListener((Observable change) -> showItem());
        model.neighboursProperty().addListener((observable, before, now) -> showNeighbours(now));
        model.searchProperty().addListener((Observable change) -> showPart());
        showItem();
    }

    private Node heading(String words, String help, boolean dashed) {
        Line line = new Line(0, 0, 24, 0);
        line.getStyleClass().add("neighbour-line");
        if (dashed) {
            line.getStrokeDashArray().setAll(4.0, 4.0);
        }
        Label label = new Label(words);
        label.getStyleClass().add("neighbour-heading");
        label.setOnMouseEntered(event -> label.setTooltip(
                new Tooltip(TEXTS.get(help, Formats.count(model.map().fewestOfNeighbours())))));
        HBox heading = new HBox(label, line);
        heading.getStyleClass().add("line");
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return heading;
    }

    private TableView<Near> table(String words, String closeness) {
        TableView<Near> table = new TableView<>();
        table.setAccessibleText(words);
        table.getStyleClass().addAll("dense");
        table.setPlaceholder(new Label(TEXTS.get("no-other-item")));
        WideColumn.setUp(table, Tables.addText(table, TEXTS.get("title"), 200, Near::title));
        Tables.addDecimal(table, closeness, 92, Near::closeness, 2);
        Tables.hideBelow(360, table, Tables.addNumber(table, TEXTS.get("support"), 78, Near::support, Formats::count));
        table.setMinHeight(60);
        table.setPrefHeight(260);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setRowFactory(unused -> {
            TableRow<Near> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                    model.itemProperty().set(row.getItem().item());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            Near chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                model.itemProperty().set(chosen.item());
            }
        });
        return table;
    }

    private void chooseFirst() {
        if (!model.hits().isEmpty()) {
            choose(model.hits().get(0));
        }
    }

    private void choose(Integer item) {
        if (item != null) {
            model.choose(item);
            onGo.accept(item);
        }
    }

    private void showPart() {
        boolean searching = !model.searchProperty().get().isBlank();
        boolean chosen = model.itemProperty().get() != null && model.map() != null;
        hits.setVisible(searching);
        details.setVisible(!searching && chosen);
        hint.setVisible(!searching && !chosen);
    }

    private void showItem() {
        showPart();
        Integer item = model.itemProperty().get();
        if (item == null || model.map() == null) {
            return;
        }
        Item info = model.map().dataset().items().item(item);
        title.setText(info.label());
        facts.setText((info.genres().isEmpty() ? "" : String.join(", ", info.genres()) + "\n")
                + model.words().ratingFacts(item));
        String person = model.words().personFacts(item);
        ofPerson.setText(person);
        ofPerson.setVisible(!person.isEmpty());
        ofPerson.setManaged(!person.isEmpty());
    }

    private void showNeighbours(Neighbours found) {
        byFactors.getItems().setAll(found == null ? List.of() : found.byFactors());
        byRatings.getItems().setAll(found == null ? List.of() : found.byRatings());
        byFactors.getSelectionModel().clearSelection();
        byRatings.getSelectionModel().clearSelection();
    }

    private final class HitCell extends ListCell<Integer> {
        HitCell() {
            setPrefWidth(0); // no wider than the list
            Tooltips.showWholeText(this);
            setOnMouseClicked(event -> choose(getItem()));
        }

        @Override
        protected void updateItem(Integer item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            setText(
                    isEmpty || item == null || model.map() == null
                            ? null
                            : model.map().dataset().items().item(item).label());
        }
    }
}
