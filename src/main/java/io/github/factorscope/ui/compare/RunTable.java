package io.github.factorscope.ui.compare;

import io.github.factorscope.report.RunColumn;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The table of runs: a tick, then the columns that CSV and reports have too. */
final class RunTable {
    private static final Texts TEXTS = Texts.of(RunTable.class);

    /** The most telling first: as many are shown as fit. */
    private static final List<String> BY_IMPORTANCE = List.of(
            "model",
            "testRmse",
            "differences",
            "interval",
            "seconds",
            "ndcg",
            "meanPercentile",
            "testMae",
            "epoch",
            "validationRmse",
            "recall",
            "megabytes",
            "trainRmse",
            "ended");

    private static final List<RunColumn> BY_TELLING = RunColumn.ALL.stream()
            .sorted(Comparator.comparingInt(
                    column -> BY_IMPORTANCE.indexOf(column.id()) & Integer.MAX_VALUE)) // others last
            .toList();

    private static final double LEAST_HEIGHT = 120; // pixels
    private static final double USUAL_HEIGHT = 280;
    private static final double TICK = 60;
    private static final double PADDING = 24; // beside a heading, and some room for its arrow
    private static final Font HEADING = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 14);
    private static final double BORDERS = 44; // the scroll bar and the button for columns

    private final TableView<RunEntry> table = new TableView<>();
    private final CompareViewModel model;
    private final PreferencesStore preferences;
    private final Map<String, Double> widths = new HashMap<>(); // by the ids of columns; measured once
    private boolean fitting; // whether it is this that shows and hides columns

    /** @param preferences where it is remembered which columns somebody has chosen */
    RunTable(CompareViewModel model, PreferencesStore preferences) {
        this.model = model;
        this.preferences = preferences;
        setUp();
    }

    TableView<RunEntry> view() {
        return table;
    }

    private void setUp() {
        table.setId("table");
        table.setAccessibleText(TEXTS.get("runs"));
        table.setPlaceholder(new Label(TEXTS.get("choose-split")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setMinHeight(LEAST_HEIGHT);
        table.setPrefHeight(USUAL_HEIGHT);
        table.setEditable(true);
        table.setTableMenuButtonVisible(true);
        TableColumn<RunEntry, Boolean> overlaid = new TableColumn<>(TEXTS.get("show"));
        overlaid.setCellValueFactory(row -> row.getValue().overlaidProperty());
        overlaid.setCellFactory(unused -> new TickCell());
        overlaid.setMinWidth(TICK);
        overlaid.setPrefWidth(TICK);
        overlaid.setMaxWidth(TICK);
        TextSize.followWidths(overlaid);
        table.getColumns().add(overlaid);
        for (RunColumn column : RunColumn.ALL) {
            add(column);
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
        table.widthProperty().addListener((Observable change) -> fit());
        TextSize.follow(table, this::fit);
    }

    private void add(RunColumn column) {
        TableColumn<RunEntry, ?> added;
        if (column.isNumber()) {
            added = Tables.addSorted(
                    table,
                    column.title(),
                    width(column),
                    entry ->
                            model.row(entry).map(column.number()::applyAsDouble).orElse(Double.NaN),
                    entry -> model.row(entry).map(column::textOnScreen).orElse(""));
            added.setMinWidth(TextSize.px(width(column))); // numbers and their heading are read whole or not at all
        } else {
            TableColumn<RunEntry, String> text =
                    Tables.addText(table, column.title(), width(column), entry -> model.row(entry)
                            .map(row -> text(column, row))
                            .orElse(""));
            if (column.id().equals("model")) {
                text.setMinWidth(TextSize.px(width(column)));
                text.setCellFactory(unused -> new ModelCell());
            }
            added = text;
        }
        added.setId("column-" + column.id());
        added.setVisible(false); // fit shows it
        added.visibleProperty().addListener((observable, before, now) -> {
            if (!fitting) {
                preferences.update(p -> p.withLook(look -> look.withChosen(nameOf(column), now)));
            }
        });
        column.metric().ifPresent(metric -> {
            Label title = new Label(column.title());
            title.setMinWidth(Region.USE_PREF_SIZE);
            title.setTooltip(new Tooltip(
                    metric.title() + " = " + metric.formula() + "\n" + metric.definition() + "\n" + metric.source()));
            title.getTooltip().setWrapText(true);
            title.getTooltip().setMaxWidth(480);
            added.setText(null);
            added.setGraphic(title);
        });
    }

    /** Settings stand here by their labels, in files by their names. */
    private static String text(RunColumn column, RunRow row) {
        return column.id().equals("differences") ? row.differences().onScreen() : column.textOnScreen(row);
    }

    /** For usual type: what its lines usually need, or its heading if that is wider. */
    private double width(RunColumn column) {
        return widths.computeIfAbsent(
                column.id(),
                id -> column.isNumber()
                        ? Math.max(widthOfLines(column), widthOfHeading(column))
                        : widthOfLines(column));
    }

    private static double widthOfHeading(RunColumn column) {
        Text heading = new Text(column.title());
        heading.setFont(HEADING);
        return Math.ceil(heading.getLayoutBounds().getWidth()) + PADDING;
    }

    private static double widthOfLines(RunColumn column) {
        return switch (column.id()) {
            case "model" -> 204;
            case "differences" -> 150;
            case "interval" -> 144;
            case "meanPercentile" -> 148;
            case "ended", "megabytes", "ndcg", "recall" -> 118;
            case "epoch", "seconds" -> 88;
            default -> 104;
        };
    }

    private static String nameOf(RunColumn column) {
        return "compare.table." + column.id();
    }

    /**
     * Shows the columns that somebody has chosen by the button, and of the others the most telling ones that have something in
     * them and room.
     */
    void fit() {
        Map<String, Boolean> chosen = preferences.get().look().chosen();
        List<RunRow> rows = model.rowsProperty().get();
        double left = TextSize.usual(table.getWidth() - BORDERS) - TICK;
        for (RunColumn column : RunColumn.ALL) {
            left -= chosen.getOrDefault(nameOf(column), false) ? width(column) : 0;
        }
        fitting = true;
        for (RunColumn column : BY_TELLING) {
            Boolean wanted = chosen.get(nameOf(column));
            boolean telling =
                    BY_IMPORTANCE.contains(column.id()) && column.isUsed().test(rows);
            boolean shown = wanted != null ? wanted : telling && width(column) <= left;
            left -= shown && wanted == null ? width(column) : 0;
            table.getColumns().stream()
                    .filter(each -> ("column-" + column.id()).equals(each.getId()))
                    .forEach(each -> each.setVisible(shown));
        }
        fitting = false;
    }

    /** For the mouse; the keyboard ticks a line with Space. */
    private static final class TickCell extends CheckBoxTableCell<RunEntry, Boolean> {
        @Override
        public void updateItem(Boolean ticked, boolean isEmpty) {
            super.updateItem(ticked, isEmpty);
            if (getGraphic() instanceof CheckBox box && getTableRow().getItem() != null) {
                box.setFocusTraversable(false);
                box.setAccessibleText(getTableRow().getItem().name());
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
