package io.github.factorscope.ui.explore;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.explore.SideBySide.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The list of one model with its name above it. */
final class ListColumn extends VBox {
    private static final Texts TEXTS = Texts.of(ListColumn.class);

    private static final double HEADER = 28;
    private static final double ROW = 26;

    private final int number;
    private final Label name = new Label();
    private final Circle dot = new Circle(5);
    private final ListView<Integer> list = new ListView<>();
    private SideBySide answer;
    private boolean following; // rather than chosen by somebody

    /**
     * An empty column.
     *
     * @param number of the side, counted from 0
     * @param pointedAt the item under the mouse, in whichever list
     * @param choose is told which item somebody chooses
     */
    ListColumn(int number, ObjectProperty<Integer> pointedAt, IntConsumer choose) {
        this.number = number;
        getStyleClass().add("list-column");
        name.setGraphic(dot);
        name.getStyleClass().add("list-column-name");
        Tooltips.showWholeText(name);
        list.setId("aligned-list-" + number);
        list.getStyleClass().addAll("dense", "ranked-list");
        list.setCellFactory(unused -> new RankedCell(this, pointedAt));
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && !following) {
                choose.accept(now);
            }
        });
        getChildren().setAll(name, list);
        TextSize.follow(this, this::size);
    }

    /** Of the name above the list, in pixels. */
    static double header() {
        return TextSize.px(HEADER);
    }

    /** Of a line, in pixels. */
    static double row() {
        return TextSize.px(ROW);
    }

    /** Lets the name reach beyond the list, up to so many pixels. */
    void setNameRoom(double room) {
        name.setMinWidth(room);
        name.setMaxWidth(room);
    }

    /** The colour of its words, as the theme has it. */
    Color words() {
        return name.getTextFill() instanceof Color color ? color : Color.GRAY;
    }

    /** As high as its lines. */
    private void size() {
        name.setMinHeight(header());
        name.setMaxHeight(header());
        list.setFixedCellSize(row());
        double height = list.getItems().size() * row() + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    /** @param item that is selected everywhere; null for none */
    void show(SideBySide shown, Integer item) {
        boolean other = !shown.equals(answer);
        answer = shown;
        if (other) {
            name.setText(side().entry().name());
            dot.setFill(Colours.ofFamily(side().family()));
            list.setAccessibleText(TEXTS.get("recommended-by", name.getText()));
            List<Integer> items =
                    Arrays.stream(shown.lists().list(number)).boxed().toList();
            following = true;
            list.getItems().setAll(items);
            list.refresh(); // predictions and marks may differ where the items are the same
            following = false;
            size();
        }
        following = true;
        if (item == null || !list.getItems().contains(item)) {
            list.getSelectionModel().clearSelection();
        } else if (!Objects.equals(list.getSelectionModel().getSelectedItem(), item)) {
            list.getSelectionModel().select(item);
        }
        following = false;
    }

    SideBySide answer() {
        return answer;
    }

    Side side() {
        return answer.sides().get(number);
    }
}
