package io.github.factorscope.ui.data;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.data.reading.Problem;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.LatePart;
import io.github.factorscope.ui.common.Skeleton;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.Views;
import io.github.factorscope.ui.data.DataRows.ItemRow;
import io.github.factorscope.ui.data.DataRows.UserRow;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.plot.PicturePlot;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Binds the data screen. */
public final class DataController {
    private static final Texts TEXTS = Texts.of(DataController.class);

    private final Skeleton skeleton = new Skeleton(8);
    private final DataViewModel model;
    private final FetchViewModel fetch;

    @FXML
    private Region root;

    @FXML
    private MenuButton recentMenu;

    @FXML
    private StackPane content;

    @FXML
    private Node facts;

    @FXML
    private Node empty;

    @FXML
    private Label name;

    @FXML
    private Label format;

    @FXML
    private Label users;

    @FXML
    private Label items;

    @FXML
    private Label ratings;

    @FXML
    private Label density;

    @FXML
    private Label mean;

    @FXML
    private Label scale;

    @FXML
    private Label span;

    @FXML
    private Pane overview;

    @FXML
    private Pane pictures;

    @FXML
    private Pane splitLine;

    @FXML
    private PicturePlot histogram;

    @FXML
    private CurvePlot longTail;

    @FXML
    private ComboBox<SplitForm.Choice> testChoice;

    @FXML
    private Node randomFields;

    @FXML
    private Node foldFields;

    @FXML
    private Node lastFields;

    @FXML
    private Node fromFields;

    @FXML
    private TextField testPercent;

    @FXML
    private TextField fold;

    @FXML
    private TextField folds;

    @FXML
    private TextField last;

    @FXML
    private Label lastOrder;

    @FXML
    private TextField from;

    @FXML
    private TextField validationPercent;

    @FXML
    private TextField seed;

    @FXML
    private Button applySplit;

    @FXML
    private Tab problemsTab;

    @FXML
    private TableView<Problem> problems;

    @FXML
    private Pane itemList;

    @FXML
    private Pane userList;

    @FXML
    private Pane problemList;

    @FXML
    private TableView<ItemRow> itemTable;

    @FXML
    private TextField itemSearch;

    @FXML
    private TableView<UserRow> userTable;

    @FXML
    private TextField userSearch;

    private SearchableTable<ItemRow> searchableItems;
    private SearchableTable<UserRow> searchableUsers;

    public DataController(DataViewModel model, FetchViewModel fetch) {
        this.model = model;
        this.fetch = fetch;
    }

    @FXML
    private void initialize() {
        bindSplit(model.form());
        longTail.setReadoutDecimals(0);
        setUpTables();
        InTurn.mark(facts, overview, pictures, splitLine, itemList, userList, problemList);
        applySplit.disableProperty().bind(model.loadingProperty());
        model.preferences().recent().addListener((javafx.beans.Observable change) -> fillRecent());
        fillRecent();
        addPanels();
        content.getChildren().add(0, skeleton);
        model.loadingProperty().addListener((javafx.beans.Observable change) -> showPart());
        model.preview().previewProperty().addListener((javafx.beans.Observable change) -> showPart());
        model.workspace().dataProperty().addListener((observable, before, now) -> show(before, now));
        show(null, model.workspace().dataProperty().get());
        LatePart.untilVisible(facts);
    }

    /** Panels that few people open have their places, but cost nothing until they do. */
    private void addPanels() {
        content.getChildren()
                .addAll(
                        new LatePart(fetch.shownProperty(), () -> Views.load(new FetchController(fetch))),
                        new LatePart(
                                model.preview().previewProperty().isNotNull(),
                                () -> Views.load(new PreviewController(model.preview()))));
    }

    private void bindSplit(SplitForm form) {
        testChoice.getItems().setAll(SplitForm.Choice.values());
        testChoice.valueProperty().bindBidirectional(form.choiceProperty());
        showFor(randomFields, form, SplitForm.Choice.RANDOM);
        showFor(foldFields, form, SplitForm.Choice.FOLDS);
        showFor(lastFields, form, SplitForm.Choice.LAST);
        showFor(fromFields, form, SplitForm.Choice.FROM);
        testPercent.textProperty().bindBidirectional(form.testPercentProperty());
        fold.textProperty().bindBidirectional(form.foldProperty());
        folds.textProperty().bindBidirectional(form.foldsProperty());
        last.textProperty().bindBidirectional(form.lastProperty());
        lastOrder.textProperty().bind(model.lastOrderProperty());
        lastOrder.setTooltip(new Tooltip(TEXTS.get("last-order-help")));
        from.textProperty().bindBidirectional(form.fromProperty());
        validationPercent.textProperty().bindBidirectional(form.validationPercentProperty());
        seed.textProperty().bindBidirectional(form.seedProperty());
    }

    private static void showFor(Node fields, SplitForm form, SplitForm.Choice choice) {
        fields.visibleProperty().bind(form.choiceProperty().isEqualTo(choice));
        fields.managedProperty().bind(fields.visibleProperty());
    }

    private void setUpTables() {
        Tables.addNumber(problems, TEXTS.get("line"), 80, Problem::line, Formats::count);
        Tables.addText(problems, TEXTS.get("reason"), 320, Problem::reason);
        Tables.addText(problems, TEXTS.get("text"), 400, Problem::text);
        Tables.addText(itemTable, TEXTS.get("title"), 320, row -> row.item().title());
        Tables.addNumber(
                itemTable,
                TEXTS.get("year"),
                70,
                row -> row.item().year(),
                year -> year == 0 ? "" : String.valueOf(year));
        Tables.addText(
                itemTable,
                TEXTS.get("genres"),
                240,
                row -> String.join(", ", row.item().genres()));
        Tables.addNumber(itemTable, TEXTS.get("ratings"), 90, ItemRow::ratings, Formats::count);
        Tables.addDecimal(itemTable, TEXTS.get("mean"), 80, ItemRow::mean, 2);
        Tables.addText(userTable, TEXTS.get("user"), 200, UserRow::id);
        Tables.addNumber(userTable, TEXTS.get("ratings"), 90, UserRow::ratings, Formats::count);
        Tables.addDecimal(userTable, TEXTS.get("mean"), 80, UserRow::mean, 2);
        searchableItems =
                new SearchableTable<>(itemTable, itemSearch, row -> row.item().label());
        searchableUsers = new SearchableTable<>(userTable, userSearch, UserRow::id);
    }

    private void fillRecent() {
        recentMenu
                .getItems()
                .setAll(model.preferences().recent().stream()
                        .map(this::recentItem)
                        .toList());
        recentMenu.setDisable(model.preferences().recent().isEmpty());
    }

    private MenuItem recentItem(String path) {
        MenuItem item = new MenuItem(path);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.preview().open(Path.of(path)));
        return item;
    }

    private void show(OpenData before, OpenData open) {
        showPart();
        if (open == null) {
            return;
        }
        if (before != null && before.loaded().equals(open.loaded())) {
            return;
        }
        showFacts(open.loaded(), open.facts());
        problems.getItems().setAll(open.loaded().problems());
        problemsTab.setText(
                TEXTS.get("count-of-problems", Formats.count(open.loaded().problemCount())));
        DataRows rows = model.rows(open);
        searchableItems.setRows(rows.items());
        searchableUsers.setRows(rows.users());
    }

    private void showFacts(LoadedData loaded, RatingFacts ratingFacts) {
        Dataset dataset = loaded.dataset();
        name.setText(dataset.name());
        String notes = loaded.layout().title() + " · "
                + TEXTS.get("parted-by", loaded.layout().dialect().delimiterWords()) + " · "
                + loaded.layout().charset().name();
        if (loaded.duplicates() > 0) {
            notes += " · "
                    + TEXTS.get(
                            "count-of-repeated",
                            Formats.count(loaded.duplicates()),
                            loaded.policy().duplicates().words());
        }
        format.setText(notes);
        users.setText(Formats.count(dataset.users().size()));
        items.setText(Formats.count(dataset.items().size()));
        ratings.setText(Formats.count(dataset.ratings().size()));
        density.setText(Formats.percent(dataset.density()));
        mean.setText(Formats.withStar(Formats.decimals(ratingFacts.mean(), 2)));
        scale.setText(Formats.stars(dataset.scale().min()) + " – "
                + Formats.stars(dataset.scale().max()));
        span.setText(
                ratingFacts.firstTime().isEmpty()
                        ? TEXTS.get("no-times")
                        : Formats.month(ratingFacts.firstTime().getAsLong()) + " – "
                                + Formats.month(ratingFacts.lastTime().getAsLong()));
        histogram.show(FactPictures.histogram(ratingFacts, dataset.ratings().size()));
        longTail.show(FactPictures.longTail(ratingFacts));
    }

    private void showPart() {
        boolean looking = model.preview().previewProperty().get() != null;
        boolean open = model.workspace().dataProperty().get() != null;
        facts.setVisible(open && !looking);
        boolean loading = model.loadingProperty().get();
        empty.setVisible(!open && !looking && !loading);
        skeleton.setVisible(!open && !looking && loading);
    }

    @FXML
    private void onLookAgain() {
        model.lookAgain();
    }

    @FXML
    private void onOpenFile() {
        DataFiles.askForFile(root.getScene().getWindow()).ifPresent(model.preview()::open);
    }

    @FXML
    private void onOpenFolder() {
        DataFiles.askForFolder(root.getScene().getWindow()).ifPresent(model.preview()::open);
    }

    @FXML
    private void onOpenTest() {
        DataFiles.askForFile(root.getScene().getWindow(), TEXTS.get("choose-test"))
                .ifPresent(model::openTest);
    }

    @FXML
    private void onFetch() {
        fetch.show();
    }

    @FXML
    private void onOpenDemo() {
        model.openDemo();
    }

    @FXML
    private void onApplySplit() {
        model.applySplit();
    }
}
