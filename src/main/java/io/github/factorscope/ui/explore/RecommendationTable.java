package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Thousandths;
import io.github.factorscope.inspection.Move;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Lines;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.WideColumn;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The list of what is recommended, line by line. The item on the screen stays selected, whatever moves. */
final class RecommendationTable {
    private static final Texts TEXTS = Texts.of(RecommendationTable.class);
    private static final double NARROW = 62; // pixels, for a number without its heading
    private static final double NEEDS_HEADING = 140; // pixels left for titles
    private static final double NEEDS_YEAR = 230; // the same
    private static final double NEEDS_NEW = 260; // pixels of the table

    private final TableView<RecommendationLine> table;
    private final RecommendationsViewModel model;
    private final ExploreViewModel explore;
    private final ObservableList<RecommendationLine> shown = FXCollections.observableArrayList();
    private final TableColumn<?, ?> title;
    private final TableColumn<?, ?> place;
    private final TableColumn<?, ?> rank;
    private final TableColumn<?, ?> prediction;
    private final TableColumn<?, ?> moved;
    private final TableColumn<?, ?> gained;
    private final TableColumn<?, ?> heldOut;
    private final TableColumn<?, ?> support;
    private final TableColumn<?, ?> popularity;
    private RecommendationList list; // that the lines belong to; null where there is none
    private boolean hasYears = true; // there is room for them
    private boolean following; // the lines change, nobody selects

    RecommendationTable(TableView<RecommendationLine> table, RecommendationsViewModel model) {
        this.table = table;
        this.model = model;
        this.explore = model.explore();
        place = Tables.addNumber(table, "", 36, RecommendationLine::place, Formats::count);
        title = Tables.addText(
                table,
                TEXTS.get("title"),
                200,
                line -> hasYears ? line.info().label() : line.info().title());
        prediction = Tables.addDecimal(
                table,
                TEXTS.get("prediction"),
                96,
                RecommendationLine::prediction,
                stars -> Formats.prediction(clip(stars)) + (clip(stars) < stars ? "+" : ""));
        moved = addMoves();
        gained = Tables.addDecimal(
                table,
                TEXTS.get("change"),
                72,
                line -> line.move().map(this::gained).orElse(0.0),
                Formats::amount);
        heldOut = Tables.addDecimal(
                table,
                TEXTS.get("gave"),
                56,
                RecommendationLine::heldOut,
                stars -> Double.isNaN(stars) ? "" : Formats.withStar(Formats.stars(stars)));
        rank = Tables.addNumber(table, TEXTS.get("rank"), 60, RecommendationLine::rank, Formats::count);
        support = Tables.addNumber(table, TEXTS.get("ratings"), 72, RecommendationLine::support, Formats::count);
        popularity = Tables.addNumber(
                table,
                TEXTS.get("popular"),
                72,
                RecommendationLine::popularity,
                number -> WhyNotSentences.ordinal((int) number));
        table.getColumns().stream() // what is left is for the title
                .filter(column -> column != title)
                .forEach(column -> column.setMaxWidth(column.getPrefWidth()));
        WideColumn.setUp(table, title);
        table.setRowFactory(unused -> new LineRow());
        Tables.setSorted(table, shown);
        table.widthProperty().addListener((Observable change) -> showColumns());
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> choose(now));
        model.lines().addListener((Observable change) -> follow());
        model.listProperty().addListener((Observable change) -> follow());
        explore.itemProperty().addListener((observable, before, now) -> goTo(now));
        TextSize.follow(table, this::follow);
    }

    private double clip(double stars) {
        return list == null ? stars : list.wanted().answer().dataset().scale().clip(stars);
    }

    /** In stars, of the predictions as they are shown. */
    private double gained(Move move) {
        return (Thousandths.of(clip(move.starsNow())) - Thousandths.of(clip(move.starsBefore()))) / 1000.0;
    }

    private TableColumn<RecommendationLine, RecommendationLine> addMoves() {
        TableColumn<RecommendationLine, RecommendationLine> column =
                Tables.addSorted(table, TEXTS.get("moved"), 84, Moves::order, line -> Moves.signs(line, true));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(RecommendationLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : Moves.signs(line, hasRoomForNew()));
                setAccessibleText(empty || line == null ? null : Moves.words(line));
            }
        });
        return column;
    }

    private void choose(RecommendationLine line) {
        if (line != null && !following) {
            following = true;
            explore.itemProperty().set(line.item());
            following = false;
        }
    }

    private void follow() {
        RecommendationList before = list;
        list = model.listProperty().get();
        List<RecommendationLine> lines = List.copyOf(model.lines());
        following = true;
        if (!lines.equals(shown)) {
            shown.setAll(lines);
        }
        showColumns();
        select(explore.itemProperty().get());
        following = false;
        if (before != null
                && list != null
                && isOther(before.wanted().answer(), list.wanted().answer())) {
            table.scrollTo(0);
        }
    }

    /** Another model or somebody else, not the same person with other ratings. */
    private static boolean isOther(Answer before, Answer now) {
        return !before.run().equals(now.run())
                || !before.before().person().equals(now.before().person());
    }

    /** What was chosen elsewhere is selected, and brought into view. */
    private void goTo(Integer item) {
        if (!following) {
            following = true;
            int line = select(item);
            following = false;
            if (line >= 0 && !Lines.isInView(table, line)) {
                table.scrollTo(Math.max(0, line - 2));
            }
        }
    }

    /** The line of the item, or −1. */
    private int select(Integer item) {
        int line = IntStream.range(0, table.getItems().size())
                .filter(k -> item != null && table.getItems().get(k).item() == item)
                .findFirst()
                .orElse(-1);
        if (line < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != line) {
            table.getSelectionModel().clearAndSelect(line);
        }
        return line;
    }

    /** As many columns as there is room for, those first that the moment asks for. */
    private void showColumns() {
        boolean changed = list != null && list.isChanged();
        boolean known = shown.stream().anyMatch(line -> !Float.isNaN(line.heldOut()));
        double room = TextSize.usual(table.getWidth()) - (changed ? 84 : 0); // pixels
        place.setVisible(room >= 220);
        moved.setVisible(changed);
        gained.setVisible(changed && room >= 340);
        heldOut.setVisible(known && room >= (changed ? 400 : 280));
        rank.setVisible(list != null && list.isChosen() && room >= (changed ? 460 : 340));
        support.setVisible(room >= (changed ? 520 : 420));
        popularity.setVisible(room >= (changed ? 580 : 480));
        double others = table.getColumns().stream()
                .filter(column -> column.isVisible() && column != title)
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        double forTitle = TextSize.usual(table.getWidth() - others);
        boolean wide = forTitle >= NEEDS_HEADING;
        prediction.setMinWidth(wide ? prediction.getPrefWidth() : TextSize.px(NARROW));
        prediction.setMaxWidth(prediction.getMinWidth() + 1);
        prediction.setText(TEXTS.get(wide ? "prediction" : "stars"));
        moved.setMinWidth(TextSize.px(NARROW));
        moved.setMaxWidth(hasRoomForNew() ? moved.getPrefWidth() : TextSize.px(NARROW));
        WideColumn.fit(table);
        boolean years = forTitle >= NEEDS_YEAR; // it stands in the tooltip and beside the reason, too
        if (years != hasYears) {
            hasYears = years;
            table.refresh();
        }
    }

    private boolean hasRoomForNew() {
        return TextSize.usual(table.getWidth()) >= NEEDS_NEW;
    }

    /** Says what there is no column for. */
    private final class LineRow extends TableRow<RecommendationLine> {
        LineRow() {
            setOnMouseEntered(event -> setTooltip(isEmpty() ? null : new Tooltip(details(getItem()))));
            setOnMouseExited(event -> setTooltip(null));
        }
    }

    private String details(RecommendationLine line) {
        List<String> text = new ArrayList<>(List.of(line.info().label()));
        if (!line.info().genres().isEmpty()) {
            text.add(String.join(", ", line.info().genres()));
        }
        text.add(TEXTS.get(
                "ranked-of-all",
                WhyNotSentences.ordinal(line.rank()),
                Formats.count(line.support()),
                WhyNotSentences.ordinal(line.popularity())));
        if (!Float.isNaN(line.heldOut())) {
            text.add(TEXTS.get("held-out", Formats.stars(line.heldOut())));
        }
        if (clip(line.prediction()) != line.prediction()) {
            text.add(TEXTS.get("predicted-beyond", Formats.prediction(line.prediction())));
        }
        line.move()
                .ifPresent(
                        move -> text.add(TEXTS.get("with-changes", Moves.words(line), Formats.amount(gained(move)))));
        return String.join("\n", text);
    }
}
