package io.github.factorscope.ui.common;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns of tables: text to the left, numbers to the right, all sortable. */
public final class Tables {
    private static final double UNSET_WIDTH = 80; // of JavaFX

    private Tables() {}

    public static <T> TableColumn<T, String> addText(
            TableView<T> table, String title, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(unused -> new TextCell<>());
        return add(table, column, width);
    }

    public static <T> TableColumn<T, Long> addNumber(
            TableView<T> table, String title, double width, ToLongFunction<T> value, LongFunction<String> format) {
        TableColumn<T, Long> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsLong(row.getValue())));
        column.setCellFactory(unused -> new NumberCell<>(format::apply));
        return addRight(table, column, width);
    }

    public static <T> TableColumn<T, Double> addDecimal(
            TableView<T> table, String title, double width, ToDoubleFunction<T> value, int decimals) {
        return addDecimal(table, title, width, value, number -> Formats.decimals(number, decimals));
    }

    public static <T> TableColumn<T, Double> addDecimal(
            TableView<T> table,
            String title,
            double width,
            ToDoubleFunction<T> value,
            Function<Double, String> format) {
        TableColumn<T, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(unused -> new NumberCell<>(format));
        return addRight(table, column, width);
    }

    /** Sorted by a number, shown as its text. */
    public static <T> TableColumn<T, T> addSorted(
            TableView<T> table, String title, double width, ToDoubleFunction<T> value, Function<T, String> text) {
        TableColumn<T, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> new NumberCell<>(text));
        column.setComparator(Comparator.comparingDouble(value));
        return addRight(table, column, width);
    }

    /** Shows the column only while the table is at least so wide, in pixels: others need the space more. */
    public static void hideBelow(double width, TableView<?> table, TableColumn<?, ?> column) {
        Runnable fit = () -> column.setVisible(table.getWidth() == 0 || TextSize.usual(table.getWidth()) >= width);
        table.widthProperty().addListener((Observable change) -> fit.run());
        TextSize.follow(table, fit);
    }

    /** Shows these lines, in the order that the headings ask for. */
    public static <T> void setSorted(TableView<T> table, ObservableList<T> lines) {
        SortedList<T> sorted = new SortedList<>(lines);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    private static <T, V> TableColumn<T, V> addRight(TableView<T> table, TableColumn<T, V> column, double width) {
        column.getStyleClass().add("right-aligned");
        return add(table, column, width);
    }

    private static <T, V> TableColumn<T, V> add(TableView<T> table, TableColumn<T, V> column, double width) {
        setWidth(column, width);
        column.setMinWidth(width <= 110 ? width : 60);
        TextSize.followWidths(column);
        table.getColumns().add(column);
        return column;
    }

    /** A column that has exactly the width that columns have anyway is measured cell by cell when it first appears. */
    public static void setWidth(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(width == UNSET_WIDTH ? UNSET_WIDTH + 1 : width);
    }

    /** Text is shown whole when the mouse rests on it. */
    private static final class TextCell<T> extends TableCell<T, String> {
        TextCell() {
            Tooltips.showWholeText(this);
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // series differ at their ends
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }

    private static final class NumberCell<T, V> extends TableCell<T, V> {
        private final Function<V, String> format;

        NumberCell(Function<V, String> format) {
            this.format = format;
        }

        @Override
        protected void updateItem(V value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : format.apply(value));
        }
    }
}
