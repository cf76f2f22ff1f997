package io.github.factorscope.ui.explore;

import io.github.factorscope.data.JointCounts;
import io.github.factorscope.data.RatingLevels;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/**
 * How those who rated two items rated both: a row for each rating of the neighbour, a column for each rating of the item;
 * above it a histogram of the row that somebody's own rating marks.
 */
final class CountsGrid extends GridPane {
    private static final Texts TEXTS = Texts.of(CountsGrid.class);
    private static final double BARS = 44; // height of the histogram, in pixels
    private static final double LEAST_BAR = 2;
    private static final double DARKEST = 0.6; // so that text stays readable in both themes
    private static final int HEADING = 1;

    private final JointCounts joint;
    private final int marked;

    /** @param rating what the person gave to the neighbour: its row is marked */
    CountsGrid(JointCounts joint, float rating) {
        this.joint = joint;
        marked = joint.levels().of(rating);
        getStyleClass().add("counts");
        setAccessibleText(TEXTS.get("counts"));
        int levels = joint.levels().count();
        addColumns(levels);
        for (int level = 0; level < levels; level++) {
            add(bar(level), 1 + level, 0);
            add(text(label(joint.levels(), level), "counts-heading"), 1 + level, HEADING);
        }
        add(text("n", "counts-heading"), 1 + levels, HEADING);
        add(text(TEXTS.get("mean-column"), "counts-heading"), 2 + levels, HEADING);
        for (int level = levels - 1; level >= 0; level--) { // the best on top
            addRow(level, HEADING + levels - level);
        }
    }

    private void addColumns(int levels) {
        for (int column = 0; column < levels + 3; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            boolean ofCounts = column >= 1 && column <= levels;
            constraints.setMinWidth(ofCounts ? TextSize.px(18) : Region.USE_PREF_SIZE);
            constraints.setMaxWidth(ofCounts ? TextSize.px(64) : Region.USE_PREF_SIZE);
            constraints.setPrefWidth(ofCounts ? TextSize.px(36) : Region.USE_COMPUTED_SIZE);
            constraints.setHgrow(ofCounts ? Priority.ALWAYS : Priority.NEVER);
            constraints.setHalignment(ofCounts ? HPos.CENTER : HPos.RIGHT);
            constraints.setFillWidth(true);
            getColumnConstraints().add(constraints);
        }
    }

    private void addRow(int level, int row) {
        boolean own = level == marked;
        add(text(label(joint.levels(), level), own ? "counts-own-heading" : "counts-heading"), 0, row);
        for (int ofItem = 0; ofItem < joint.levels().count(); ofItem++) {
            add(cell(joint.count(level, ofItem), own), 1 + ofItem, row);
        }
        int levels = joint.levels().count();
        add(text(StarText.count(joint.total(level)), own ? "counts-own" : "counts-total"), 1 + levels, row);
        String mean = joint.total(level) == 0 ? "" : StarText.decimals(joint.mean(level), 1);
        add(text(mean, own ? "counts-own" : "counts-total"), 2 + levels, row);
    }

    private Label cell(int count, boolean own) {
        Label cell = text(count == 0 ? "·" : StarText.count(count), own ? "counts-own" : "counts-cell");
        cell.setMaxWidth(Double.MAX_VALUE);
        double share = joint.largest() == 0 ? 0 : count / (double) joint.largest();
        Color ground = Colours.RAISES;
        cell.setStyle(String.format(
                Locale.ROOT,
                "-fx-background-color: rgba(%d, %d, %d, %.3f);",
                Math.round(255 * ground.getRed()),
                Math.round(255 * ground.getGreen()),
                Math.round(255 * ground.getBlue()),
                DARKEST * Math.sqrt(share)));
        return cell;
    }

    /** One bar of the histogram, as high as its share of the marked row. */
    private Region bar(int level) {
        int most = joint.mostFrequent(marked);
        double share = most < 0 ? 0 : joint.count(marked, level) / (double) joint.count(marked, most);
        Region bar = new Region();
        bar.getStyleClass().add("counts-bar");
        double height = share == 0 ? 0 : Math.max(LEAST_BAR, share * BARS);
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        StackPane room = new StackPane(bar);
        room.setPrefHeight(BARS);
        room.setMinHeight(BARS);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        GridPane.setValignment(room, VPos.BOTTOM);
        return room;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** "4.5" or, where a level holds several ratings, "80+". */
    private static String label(RatingLevels levels, int level) {
        return StarText.stars(levels.low(level)) + (levels.isExact() ? "" : "+");
    }
}
