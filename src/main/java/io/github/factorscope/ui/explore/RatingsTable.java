package io.github.factorscope.ui.explore;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Stars;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.common.WideColumn;
import io.github.factorscope.ui.explore.RatingLine.Change;
import io.github.factorscope.ui.explore.RatingsViewModel.Row;
import java.util.Comparator;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of a table of ratings, and its keys. */
final class RatingsTable {
    private static final Texts TEXTS = Texts.of(RatingsTable.class);
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass HELD_OUT = PseudoClass.getPseudoClass("held-out");

    private final TableView<Row> table;
    private final RatingsViewModel model;

    private RatingsTable(TableView<Row> table, RatingsViewModel model) {
        this.table = table;
        this.model = model;
    }

    static void setUp(TableView<Row> table, RatingsViewModel model) {
        new RatingsTable(table, model).setUp();
    }

    private void setUp() {
        WideColumn.setUp(
                table,
                add(
                        TEXTS.get("title"),
                        140,
                        60,
                        Comparator.comparing(line -> line.info().title()),
                        TitleCell::new));
        add(TEXTS.get("rating"), 80, 80, byNumber(RatingLine::rating), StarsCell::new)
                .setMaxWidth(TextSize.px(110));
        hideBelow(330, addWords(TEXTS.get("part"), 46, Comparator.comparing(RatingLine::part), RatingLine::part));
        hideBelow(
                430,
                addWords(
                        TEXTS.get("predicted"),
                        92,
                        byNumber(RatingLine::prediction),
                        line -> number(shown(line), Formats::prediction)));
        hideBelow(
                272,
                addWords(TEXTS.get("error"), 68, byNumber(this::error), line -> number(error(line), Formats::amount)));
        hideBelow(230, add("", 32, 32, null, ActionCell::new));
        table.setItems(model.rows()); // not a sorted list: a line that is changed stays where it is
        table.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            Row selected = table.getSelectionModel().getSelectedItem();
            if (selected != null) {
                RatingKeys.ofDigit(
                        event,
                        model.scale(),
                        stars -> model.rate(selected.line().item(), stars));
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        Row selected = table.getSelectionModel().getSelectedItem();
        if (selected != null && event.getCode() == KeyCode.DELETE) {
            model.rate(selected.line().item(), Float.NaN);
            event.consume();
        }
    }

    private double shown(RatingLine line) {
        return model.scale().clip(line.prediction());
    }

    /** In stars, of the rating that is shown. */
    private double error(RatingLine line) {
        return line.rating() - shown(line);
    }

    private static String number(double number, DoubleFunction<String> format) {
        return Double.isNaN(number) ? "" : format.apply(number);
    }

    private static Comparator<RatingLine> byNumber(ToDoubleFunction<RatingLine> number) {
        return Comparator.comparingDouble(number);
    }

    private TableColumn<Row, RatingLine> addWords(
            String title, double width, Comparator<RatingLine> order, Function<RatingLine, String> words) {
        TableColumn<Row, RatingLine> column = add(title, width, width, order, () -> new WordsCell(words));
        column.getStyleClass().add("right-aligned");
        return column;
    }

    private TableColumn<Row, RatingLine> add(
            String title,
            double width,
            double least,
            Comparator<RatingLine> order,
            Supplier<TableCell<Row, RatingLine>> cell) {
        TableColumn<Row, RatingLine> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> row.getValue().lineProperty());
        column.setCellFactory(unused -> cell.get());
        Tables.setWidth(column, width);
        column.setMinWidth(least);
        column.setSortable(order != null);
        column.setComparator(order);
        TextSize.followWidths(column);
        table.getColumns().add(column);
        return column;
    }

    private void hideBelow(double width, TableColumn<Row, RatingLine> column) {
        Tables.hideBelow(width, table, column);
    }

    private static final class WordsCell extends TableCell<Row, RatingLine> {
        private final Function<RatingLine, String> words;

        WordsCell(Function<RatingLine, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(RatingLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            setText(isEmpty || line == null ? null : words.apply(line));
        }
    }

    /** The title behind a word on what was done to the rating; struck through where it was taken away. */
    private static final class TitleCell extends TableCell<Row, RatingLine> {
        private final Label mark = new Label();

        TitleCell() {
            getStyleClass().add("rated-title");
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // series differ at their ends
            mark.getStyleClass().add("rating-mark");
            mark.setMinWidth(USE_PREF_SIZE);
            setOnMouseEntered(event -> setTooltip(getItem() == null ? null : new Tooltip(tip(getItem()))));
            setOnMouseExited(event -> setTooltip(null));
        }

        @Override
        protected void updateItem(RatingLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            boolean none = isEmpty || line == null;
            setText(none ? null : line.info().title());
            mark.setText(none ? "" : line.mark());
            setGraphic(none || line.mark().isEmpty() ? null : mark);
            pseudoClassStateChanged(REMOVED, !none && line.change() == Change.REMOVED);
            pseudoClassStateChanged(HELD_OUT, !none && line.isHeldOut());
        }

        private static String tip(RatingLine line) {
            String label = line.info().label();
            return switch (line.change()) {
                case ADDED ->
                    Float.isNaN(line.heldOut())
                            ? TEXTS.get("tip-added", label, EditWords.stars(line.given()))
                            : TEXTS.get(
                                    "tip-added-held-out",
                                    label,
                                    EditWords.stars(line.given()),
                                    line.heldOutFor(),
                                    EditWords.stars(line.heldOut()));
                case CHANGED ->
                    TEXTS.get("tip-changed", label, EditWords.stars(line.came()), EditWords.stars(line.given()));
                case REMOVED -> TEXTS.get("tip-removed", label, EditWords.stars(line.came()));
                case NONE -> line.isHeldOut() ? TEXTS.get("tip-held-out", label, line.heldOutFor()) : label;
            };
        }
    }

    private final class StarsCell extends TableCell<Row, RatingLine> {
        private final Stars stars = new Stars();

        StarsCell() {
            stars.setFocusTraversable(false); // the table hears the keys
            stars.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> table.requestFocus());
            stars.onPicked(picked -> model.rate(getItem().item(), picked)); // what is explained stays: does it follow?
        }

        @Override
        protected void updateItem(RatingLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            if (isEmpty || line == null) {
                setGraphic(null);
                return;
            }
            RatingScale scale = model.scale();
            stars.show(scale, line.rating(), RatingKeys.look(line));
            setGraphic(stars);
        }
    }

    /** Takes a rating away, or puts it back. */
    private final class ActionCell extends TableCell<Row, RatingLine> {
        private final Button button = new Button(null, new FontIcon());

        ActionCell() {
            button.getStyleClass().addAll("button-icon", "flat", "row-action");
            button.setFocusTraversable(false);
            button.setOnAction(event -> act(getItem()));
        }

        private void act(RatingLine line) {
            if (line.change() == Change.REMOVED || line.change() == Change.CHANGED) {
                model.putBack(line);
            } else {
                model.rate(line.item(), Float.NaN);
            }
        }

        @Override
        protected void updateItem(RatingLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            if (isEmpty || line == null || line.isHeldOut()) {
                setGraphic(null);
                return;
            }
            boolean back = line.change() == Change.REMOVED || line.change() == Change.CHANGED;
            ((FontIcon) button.getGraphic()).setIconLiteral(back ? "fth-corner-up-left" : "fth-x");
            String what = back ? TEXTS.get("put-back", EditWords.stars(line.came())) : TEXTS.get("remove-rating-key");
            button.setAccessibleText(
                    TEXTS.get("put-back-item", what, line.info().title()));
            Tooltips.show(button, what);
            setGraphic(button);
        }
    }
}
