package io.github.factorscope.ui.explore;

import io.github.factorscope.inspection.ListOverlap;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Circle;

/** For every two lists, how many items they have in common and how alike their orders are. */
final class OverlapTable extends GridPane {
    private static final Texts TEXTS = Texts.of(OverlapTable.class);

    OverlapTable() {
        getStyleClass().add("overlap-table");
    }

    void show(SideBySide shown) {
        getChildren().clear();
        getColumnConstraints().clear();
        int sides = shown.sides().size();
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(TextSize.px(100));
        names.setPrefWidth(TextSize.px(150));
        getColumnConstraints().add(names);
        for (int column = 0; column < sides - 1; column++) {
            ColumnConstraints cells = new ColumnConstraints();
            cells.setMinWidth(TextSize.px(90));
            cells.setPrefWidth(TextSize.px(140));
            cells.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(cells);
            add(name(shown, column), column + 1, 0);
        }
        Label corner = new Label(TEXTS.get("in-common"));
        corner.getStyleClass().add("muted");
        Tooltips.show(corner, help());
        add(corner, 0, 0);
        for (int row = 1; row < sides; row++) {
            add(name(shown, row), 0, row);
            for (int column = 0; column < row; column++) {
                add(cell(shown, row, column), column + 1, row);
            }
        }
    }

    private static String help() {
        return TEXTS.get("overlap-help", StarText.decimals(ListOverlap.PERSISTENCE, 1));
    }

    private static Label name(SideBySide shown, int side) {
        Label name = new Label(shown.sides().get(side).entry().name());
        name.setGraphic(new Circle(4, Colours.ofFamily(shown.sides().get(side).family())));
        Tooltips.showWholeText(name);
        return name;
    }

    private static Label cell(SideBySide shown, int row, int column) {
        ListOverlap overlap = shown.lists().overlap(row, column);
        Label cell = new Label(TEXTS.get(
                "common-and-overlap",
                StarText.count(overlap.common()),
                StarText.count(overlap.length()),
                StarText.decimals(overlap.rankBiased(), 2)));
        cell.getStyleClass().add("overlap-cell");
        cell.setAccessibleText(TEXTS.get(
                "pair",
                shown.sides().get(row).entry().name(),
                shown.sides().get(column).entry().name(),
                cell.getText()));
        Tooltips.show(cell, help());
        return cell;
    }
}
