package io.github.factorscope.ui.compare;

import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.Palette;
import io.github.factorscope.report.TrainingCurves;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.compare.CompareViewModel.Measure;
import io.github.factorscope.ui.compare.CompareViewModel.SplitChoice;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.shape.Circle;

/** Binds the comparison screen. */
public final class CompareController {
    private final CompareViewModel model;
    private final InvalidationListener redraw = change -> showCurves();

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private ComboBox<SplitChoice> splits;

    @FXML
    private Label verdict;

    @FXML
    private TableView<RunEntry> table;

    @FXML
    private ComboBox<Measure> measure;

    @FXML
    private ToggleButton bySecond;

    @FXML
    private CurvePlot plot;

    public CompareController(CompareViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        splits.setItems(model.splits());
        splits.valueProperty().bindBidirectional(model.splitProperty());
        measure.getItems().setAll(Measure.values());
        measure.setValue(Measure.TEST);
        measure.valueProperty().addListener((Observable change) -> showCurves());
        bySecond.selectedProperty().addListener((Observable change) -> showCurves());
        setUpTable();
        model.runs().addListener((Observable change) -> showRuns());
        showRuns();
    }

    private void setUpTable() {
        table.setEditable(true);
        TableColumn<RunEntry, Boolean> overlaid = new TableColumn<>("Curve");
        overlaid.setCellValueFactory(row -> row.getValue().overlaidProperty());
        overlaid.setCellFactory(CheckBoxTableCell.forTableColumn(overlaid));
        overlaid.setPrefWidth(64);
        overlaid.setMinWidth(64);
        overlaid.setMaxWidth(64);
        table.getColumns().add(overlaid);
        TableColumn<RunEntry, String> name = Tables.addText(table, "Model", 140, RunEntry::name);
        name.setMinWidth(130);
        name.setCellFactory(column -> new ModelCell());
        Tables.addText(table, "Settings that differ", 240, model::differences);
        Tables.addDecimal(table, "Test RMSE", 100, entry -> rmse(entry.run().test()), Formats::rmse);
        Tables.addDecimal(table, "Test MAE", 100, entry -> mae(entry.run().test()), Formats::rmse);
        Tables.addDecimal(table, "Validation", 100, entry -> rmse(entry.run().validation()), Formats::rmse);
        Tables.addDecimal(table, "Training", 100, entry -> entry.run().train().rmse(), Formats::rmse);
        Tables.addText(table, "Epoch", 84, CompareController::epoch);
        Tables.addDecimal(table, "Seconds", 84, entry -> entry.run().outcome().seconds(), 2);
        Tables.hideBelow(1050, table, Tables.addText(table, "Ended", 130, entry -> entry.run()
                .outcome()
                .stopReason()
                .words()));
        SortedList<RunEntry> sorted = new SortedList<>(model.runs());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.workspace().selectedRunProperty().set(now);
            }
        });
        model.workspace().selectedRunProperty().addListener((observable, before, now) -> table.getSelectionModel()
                .select(now));
    }

    private static double rmse(Optional<Accuracy> accuracy) {
        return accuracy.map(Accuracy::rmse).orElse(Double.NaN);
    }

    private static double mae(Optional<Accuracy> accuracy) {
        return accuracy.map(Accuracy::mae).orElse(Double.NaN);
    }

    /** The epoch whose model it is, and how many there were. */
    private static String epoch(RunEntry entry) {
        int epochs = entry.run().outcome().history().size();
        return epochs == 1 ? "–" : entry.run().outcome().modelEpoch() + " of " + epochs;
    }

    /** A measure that the runs have: the curve of another one would be empty. */
    private void chooseMeasure() {
        if (model.runs().isEmpty()) {
            return;
        }
        boolean none = model.runs().stream()
                .flatMap(entry -> entry.run().outcome().history().stream())
                .noneMatch(report -> measure.getValue().value().apply(report).isPresent());
        if (none) {
            boolean validation = model.runs().stream()
                    .anyMatch(entry -> entry.run().validation().isPresent());
            measure.setValue(validation ? Measure.VALIDATION : Measure.TRAINING);
        }
    }

    private void showRuns() {
        boolean none = model.workspace().runs().isEmpty();
        content.setVisible(!none);
        empty.setVisible(none);
        for (RunEntry entry : model.runs()) {
            entry.overlaidProperty().removeListener(redraw);
            entry.overlaidProperty().addListener(redraw);
        }
        table.refresh(); // settings that differ depend on the other runs
        verdict.setText(
                model.runs().size() < 2
                        ? ""
                        : model.best()
                                .map(best -> "Lowest test error: " + best.name() + ", "
                                        + Formats.rmse(rmse(best.run().test())))
                                .orElse("No run has test ratings"));
        chooseMeasure();
        showCurves();
    }

    private void showCurves() {
        TrainingCurves.Along along = bySecond.isSelected() ? TrainingCurves.Along.SECONDS : TrainingCurves.Along.EPOCHS;
        List<Curve> curves = new ArrayList<>();
        Map<String, Integer> ofFamily = new HashMap<>();
        for (RunEntry entry : model.runs()) {
            String family = entry.run().experiment().family().id();
            int before = ofFamily.merge(family, 1, Integer::sum) - 1;
            if (entry.overlaidProperty().get()) {
                curves.add(TrainingCurves.curve(
                        entry.name(),
                        Palette.ofRun(family, before),
                        Curve.Stroke.of(before),
                        entry.run().outcome().history(),
                        along,
                        measure.getValue().value()));
            }
        }
        plot.show(new CurvePicture(
                        curves,
                        along.axis(),
                        Axis.of(measure.getValue() + " (stars)"),
                        "No ticked run has such a curve")
                .withLevels());
    }

    /** The model's colour and name. */
    private static final class ModelCell extends TableCell<RunEntry, String> {
        private final Circle dot = new Circle(5);

        @Override
        protected void updateItem(String name, boolean isEmpty) {
            super.updateItem(name, isEmpty);
            if (isEmpty || getTableRow().getItem() == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            dot.setFill(Colours.ofFamily(
                    getTableRow().getItem().run().experiment().family().id()));
            setText(name);
            setGraphic(dot);
            setGraphicTextGap(8);
        }
    }
}
