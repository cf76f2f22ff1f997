package io.github.factorscope.ui.sweep;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.sweep.SweepRow.Standing;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every training of a sweep, sortable; the best of each model is marked. */
public final class SweepTable extends TableView<SweepRow> {
    private static final Texts TEXTS = Texts.of(SweepTable.class);
    private static final double WIDE = 600; // enough for all columns, in pixels
    private static final double NARROW = 92; // enough for most heads
    private static final double MOST = 1.3; // times the usual width

    void show(SweepViewModel model) {
        SortedList<SweepRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> model.selectedProperty()
                .set(now));
    }

    /**
     * For the next sweep.
     *
     * @param varied what has a column of its own
     */
    void setColumns(List<Hyperparameter<?>> varied, boolean models, boolean seeds) {
        getColumns().clear();
        getColumns().add(column("", 36, SweepRow::standingProperty, BestCell::new));
        if (models) {
            getColumns()
                    .add(column(
                            TEXTS.get("model"),
                            170,
                            row -> constant(row.attempt().candidate().family().title()),
                            ModelCell::new));
        }
        for (Hyperparameter<?> setting : varied) {
            getColumns()
                    .add(right(column(
                            setting.label(), 110, row -> constant(new Value(row, setting.name())), TextCell::new)));
        }
        if (seeds) {
            getColumns()
                    .add(right(column(
                            TEXTS.get("seed"), 64, row -> constant(row.attempt().seed()), TextCell::new)));
        }
        getColumns().add(number(TEXTS.get("validation"), 100, Standing::error, Formats::rmse));
        getColumns()
                .add(number(
                        TEXTS.get("epoch"),
                        72,
                        Standing::epoch,
                        epoch -> epoch == 0 ? "–" : String.valueOf(epoch.intValue())));
        TableColumn<SweepRow, Double> seconds =
                number(TEXTS.get("seconds"), 84, Standing::seconds, SweepTable::seconds);
        seconds.visibleProperty().bind(widthProperty().greaterThan(WIDE));
        getColumns().add(seconds);
        TableColumn<SweepRow, String> state =
                column(TEXTS.get("state"), 150, row -> row.standingProperty().map(Standing::words), TextCell::new);
        state.setMaxWidth(Double.MAX_VALUE); // takes what is left
        getColumns().add(state);
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? "–" : Formats.decimals(seconds, 2);
    }

    /** The value of a setting: numbers sort as such. */
    private record Value(String text, double number) implements Comparable<Value> {
        Value(SweepRow row, String name) {
            this(
                    row.attempt().candidate().value(name),
                    number(row.attempt().candidate().value(name)));
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        @Override
        public int compareTo(Value other) {
            int byNumber = Double.compare(number, other.number);
            return byNumber != 0 ? byNumber : text.compareTo(other.text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static <T> ObservableValue<T> constant(T value) {
        return new ReadOnlyObjectWrapper<>(value);
    }

    private static TableColumn<SweepRow, Double> number(
            String title, double width, Function<Standing, Number> value, Function<Double, String> format) {
        return right(column(
                title,
                width,
                row -> row.standingProperty()
                        .map(standing -> value.apply(standing).doubleValue()),
                () -> new NumberCell(format)));
    }

    private static <T> TableColumn<SweepRow, T> right(TableColumn<SweepRow, T> column) {
        column.getStyleClass().add("right-aligned");
        return column;
    }

    private static <T> TableColumn<SweepRow, T> column(
            String title,
            double width,
            Function<SweepRow, ObservableValue<T>> value,
            Supplier<TableCell<SweepRow, T>> cell) {
        TableColumn<SweepRow, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        column.setCellFactory(unused -> cell.get());
        Tables.setWidth(column, width);
        column.setMinWidth(Math.min(width, NARROW));
        column.setMaxWidth(MOST * width);
        TextSize.followWidths(column);
        return column;
    }

    private static final class TextCell<T> extends TableCell<SweepRow, T> {
        TextCell() {
            Tooltips.showWholeText(this);
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : value.toString());
        }
    }

    private static final class NumberCell extends TableCell<SweepRow, Double> {
        private final Function<Double, String> format;

        NumberCell(Function<Double, String> format) {
            this.format = format;
        }

        @Override
        protected void updateItem(Double value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : format.apply(value));
        }
    }

    private static final class ModelCell extends TableCell<SweepRow, String> {
        private final Circle dot = new Circle(5);

        @Override
        protected void updateItem(String title, boolean empty) {
            super.updateItem(title, empty);
            boolean shown = !empty && getTableRow() != null && getTableRow().getItem() != null;
            if (shown) {
                dot.setFill(Colours.ofFamily(
                        getTableRow().getItem().attempt().candidate().family().id()));
            }
            setText(shown ? title : null);
            setGraphic(shown ? dot : null);
            setGraphicTextGap(8);
        }
    }

    private static final class BestCell extends TableCell<SweepRow, Standing> {
        private final FontIcon star = new FontIcon("fth-award");

        @Override
        protected void updateItem(Standing standing, boolean empty) {
            super.updateItem(standing, empty);
            boolean best = !empty && standing != null && standing.isBest();
            setGraphic(best ? star : null);
            setAccessibleText(best ? TEXTS.get("best") : null);
        }
    }
}
