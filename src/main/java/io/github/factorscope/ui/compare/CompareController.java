package io.github.factorscope.ui.compare;

import io.github.factorscope.evaluation.ErrorBreakdown;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.report.ComparisonPictures;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.Late;
import io.github.factorscope.ui.common.LatePart;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.common.Stepwise;
import io.github.factorscope.ui.compare.CompareViewModel.SplitChoice;
import io.github.factorscope.ui.plot.PictureFiles;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.RunLibraryModel;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Binds the comparison screen. */
public final class CompareController implements Stepwise {
    private static final Texts TEXTS = Texts.of(CompareController.class);

    private final CompareViewModel model;
    private final Runnable showTrain;
    private final RunActions actions;
    private final Late<RunTable> runTable;
    private final List<Late<ComparePane>> paneParts;
    private final InvalidationListener redraw = change -> showTicked();
    private final Map<ComparePane, ToggleButton> panes = new LinkedHashMap<>();
    private ComparePane shown;

    @FXML
    private Region root;

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private Label splitTitle;

    @FXML
    private ComboBox<SplitChoice> splits;

    @FXML
    private Label verdict;

    @FXML
    private StackPane upper;

    @FXML
    private VBox lower;

    @FXML
    private HBox titles;

    @FXML
    private HBox line;

    @FXML
    private HBox options;

    @FXML
    private StackPane pane;

    @FXML
    private Button judge;

    @FXML
    private MenuItem savePicture;

    /** @param showTrain goes to where models are trained */
    public CompareController(
            CompareViewModel model, RunLibraryModel library, PreferencesStore preferences, Runnable showTrain) {
        this.model = model;
        this.showTrain = showTrain;
        this.actions = new RunActions(library);
        this.runTable = new Late<>(() -> new RunTable(model, preferences));
        this.paneParts = List.of(
                new Late<>(CurvesPane::new),
                new Late<>(() -> new PicturePane("intervals", List.of(), ComparisonPictures::intervals)),
                new Late<>(() -> new PicturePane("accuracy-and-time", List.of(), ComparisonPictures::accuracyAndTime)),
                new Late<>(CompareController::breakdown),
                new Late<>(() -> new RankingPane(model)),
                new Late<>(() -> new TopKPane(model.background(), model.errors())),
                new Late<>(() -> new TwoRunsPane(model)));
    }

    @Override
    public List<Late<?>> parts() {
        List<Late<?>> parts = new ArrayList<>(List.of(runTable));
        parts.addAll(paneParts);
        return parts;
    }

    @FXML
    private void initialize() {
        Choices.fitAll(splits);
        splits.setItems(model.splits());
        splits.valueProperty().bindBidirectional(model.splitProperty());
        splitTitle.managedProperty().bind(splitTitle.visibleProperty());
        splits.visibleProperty().bind(splitTitle.visibleProperty());
        splits.managedProperty().bind(splitTitle.visibleProperty());
        model.splits().addListener((Observable change) -> showSplits());
        model.workspace().dataProperty().addListener((Observable change) -> showSplits());
        showSplits();
        verdict.setTooltip(new Tooltip());
        verdict.getTooltip().setWrapText(true);
        verdict.getTooltip().setMaxWidth(480);
        upper.getChildren().setAll(runTable.get().view());
        actions.attachTo(runTable.get().view());
        addPanes();
        InTurn.mark(content, upper, lower);
        judge.disableProperty().bind(model.judge().busyProperty());
        model.runs().addListener((Observable change) -> followTicks());
        model.rowsProperty().addListener((Observable change) -> showRuns());
        followTicks();
        showRuns();
        LatePart.untilVisible(content);
    }

    /** Where all runs are of the split that the top of the window names, there is nothing to choose. */
    private void showSplits() {
        OpenData open = model.workspace().dataProperty().get();
        boolean known = open != null
                && model.splits().stream().allMatch(choice -> choice.fingerprint()
                        .equals(open.split().fingerprint()));
        splitTitle.setVisible(!known && !model.splits().isEmpty());
    }

    private void addPanes() {
        ToggleGroup group = new ToggleGroup();
        for (Late<ComparePane> late : paneParts) {
            ComparePane each = late.get();
            ToggleButton button = new ToggleButton(TEXTS.get(each.id()));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add("pane-title");
            button.setId("pane-" + each.id());
            button.setOnAction(event -> show(each));
            panes.put(each, button);
            titles.getChildren().add(button);
        }
        show(panes.keySet().iterator().next());
    }

    private static PicturePane breakdown() {
        ComboBox<ErrorBreakdown.Axis> axis = Choices.of(
                List.of(ErrorBreakdown.Axis.values()), ErrorBreakdown.Axis::title, TEXTS.get("errors-sorted-by"));
        PicturePane pane = new PicturePane(
                "where-they-err", List.of(axis), rows -> ComparisonPictures.breakdown(rows, axis.getValue()));
        axis.valueProperty().addListener((Observable change) -> pane.redraw());
        return pane;
    }

    /** A pane below the table of runs, to be shown from elsewhere. */
    public record PaneChoice(String id, String title, Runnable show) {}

    /** All panes, once the screen is loaded. */
    public List<PaneChoice> paneChoices() {
        return panes.entrySet().stream()
                .map(entry ->
                        new PaneChoice(entry.getKey().id(), entry.getValue().getText(), () -> show(entry.getKey())))
                .toList();
    }

    private void show(ComparePane chosen) {
        shown = chosen;
        panes.get(chosen).setSelected(true);
        options.getChildren().setAll(chosen.options());
        pane.getChildren().setAll(chosen.body());
        savePicture.setDisable(chosen.plot().isEmpty());
        showTicked();
    }

    private void followTicks() {
        for (RunEntry entry : model.runs()) {
            entry.overlaidProperty().removeListener(redraw);
            entry.overlaidProperty().addListener(redraw);
        }
    }

    private void showRuns() {
        boolean none = model.workspace().runs().isEmpty();
        content.setVisible(!none);
        empty.setVisible(none);
        runTable.get().view().refresh(); // what is known of a run is not in the run
        runTable.get().fit();
        verdict.setText(
                model.runs().size() < 2
                        ? ""
                        : model.firstVerdict()
                                .map(Verdict::gist)
                                .or(() -> model.best()
                                        .map(best -> TEXTS.get(
                                                "lowest-error",
                                                best.name(),
                                                Formats.rmse(best.run()
                                                        .test()
                                                        .orElseThrow()
                                                        .rmse()))))
                                .orElseGet(() -> TEXTS.get("none-has-test")));
        verdict.getTooltip().setText(model.firstVerdict().map(Verdict::sentence).orElse(verdict.getText()));
        showTicked();
    }

    private void showTicked() {
        List<RunRow> ticked = model.ticked();
        boolean lists = shown instanceof RankingPane || shown instanceof TopKPane;
        long unjudged = ticked.stream().filter(row -> row.topK().isEmpty()).count();
        judge.setVisible(lists && unjudged > 0);
        judge.setManaged(judge.isVisible());
        line.setVisible(judge.isVisible() || !options.getChildren().isEmpty());
        line.setManaged(line.isVisible());
        judge.setText(TEXTS.get("judge-lists", unjudged));
        shown.show(ticked);
    }

    @FXML
    private void onTrain() {
        showTrain.run();
    }

    @FXML
    private void onOpenRun() {
        actions.openFolder(root);
    }

    @FXML
    private void onJudge() {
        model.judgeTicked();
    }

    @FXML
    private void onSaveTable() {
        save(TEXTS.get("save-table"), "runs.csv", "CSV", List.of("*.csv"), model::saveTable);
    }

    @FXML
    private void onSaveReport() {
        save(TEXTS.get("save-report"), "comparison.html", TEXTS.get("html-page"), List.of("*.html"), model::saveReport);
    }

    @FXML
    private void onSavePicture() {
        shown.plot()
                .ifPresent(plot -> save(
                        TEXTS.get("save-picture"),
                        "picture.png",
                        TEXTS.get("picture"),
                        List.of("*.png", "*.svg"),
                        file -> model.background()
                                .run(
                                        PictureFiles.writer(plot, file),
                                        saved -> model.errors().tell(TEXTS.get("saved", saved)),
                                        model.errors()::show)));
    }

    private void save(String title, String name, String kind, List<String> endings, Consumer<Path> write) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, endings));
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            write.accept(file.toPath());
        }
    }
}
