package io.github.factorscope.ui.compare;

import io.github.factorscope.report.RunColumn;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.List;
import java.util.Set;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.shape.Circle;

/** The table of runs: a tick, then the columns that CSV and reports have too. */
final class RunTable {
    private static final Set<String> FOR_WIDE = Set.of("trainRmse", "megabytes", "ended");
    private static final Set<String> AT_FIRST = Set.of(
            "model",
            "differences",
            "testRmse",
            "interval",
            "testMae",
            "validationRmse",
            "trainRmse",
            "ndcg",
            "recall",
            "meanPercentile",
            "epoch",
            "seconds",
            "megabytes",
            "ended");
    private static final double WIDE = 1150; // pixels

    private RunTable() {}

    static void setUp(TableView<RunEntry> table, CompareViewModel model) {
        table.setEditable(true);
        table.setTableMenuButtonVisible(true);
        TableColumn<RunEntry, Boolean> overlaid = new TableColumn<>("Show");
        overlaid.setCellValueFactory(row -> row.getValue().overlaidProperty());
        overlaid.setCellFactory(CheckBoxTableCell.forTableColumn(overlaid));
        overlaid.setMinWidth(60);
        overlaid.setPrefWidth(60);
        overlaid.setMaxWidth(60);
        table.getColumns().add(overlaid);
        for (RunColumn column : RunColumn.ALL) {
            add(table, model, column);
        }
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

    private static void add(TableView<RunEntry> table, CompareViewModel model, RunColumn column) {
        TableColumn<RunEntry, ?> added;
        if (column.isNumber()) {
            added = Tables.addSorted(
                    table,
                    column.title(),
                    width(column),
                    entry ->
                            model.row(entry).map(column.number()::applyAsDouble).orElse(Double.NaN),
                    entry -> model.row(entry).map(column.text()).orElse(""));
        } else {
            TableColumn<RunEntry, String> text =
                    Tables.addText(table, column.title(), width(column), entry -> model.row(entry)
                            .map(column.text())
                            .orElse(""));
            if (column.id().equals("model")) {
                text.setMinWidth(130);
                text.setCellFactory(unused -> new ModelCell());
            }
            added = text;
        }
        added.setId("column-" + column.id());
        added.setVisible(AT_FIRST.contains(column.id()));
        column.metric().ifPresent(metric -> {
            Label title = new Label(column.title());
            title.setTooltip(new Tooltip(
                    metric.title() + " = " + metric.formula() + "\n" + metric.definition() + "\n" + metric.source()));
            title.getTooltip().setWrapText(true);
            title.getTooltip().setMaxWidth(480);
            added.setText(null);
            added.setGraphic(title);
        });
        if (FOR_WIDE.contains(column.id())) {
            Tables.hideBelow(WIDE, table, added);
        }
    }

    private static double width(RunColumn column) {
        return switch (column.id()) {
            case "model" -> 150;
            case "differences" -> 200;
            case "interval" -> 140;
            case "ended" -> 120;
            case "epoch", "seconds" -> 80;
            default -> 100;
        };
    }

    /** Columns of ranking metrics come when there is something in them. */
    static void hideUnused(TableView<RunEntry> table, List<RunRow> rows) {
        for (RunColumn column : RunColumn.ALL) {
            if (List.of("ndcg", "recall", "meanPercentile").contains(column.id())) {
                boolean used = column.isUsed().test(rows);
                table.getColumns().stream()
                        .filter(each -> ("column-" + column.id()).equals(each.getId()))
                        .forEach(each -> each.setVisible(used));
            }
        }
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
