package io.github.factorscope.ui.explore;

import io.github.factorscope.ui.common.TextSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/** Lists of several models from left to right, with lines from each item to where it stands in the next list. */
final class AlignedListsView extends Region {
    private static final double LEAST_LIST = 124; // where all lists fit
    private static final double SCROLLED_LIST = 152; // where not: those that are seen can be read
    private static final double LEAST_GAP = 62;
    private static final double BETWEEN_NAMES = 8; // pixels
    private static final double GAP_SHARE = 0.07; // of the width

    private final List<ListColumn> columns = new ArrayList<>();
    private final List<SlopeLines> gaps = new ArrayList<>();
    private final ObjectProperty<Integer> pointedAt = new SimpleObjectProperty<>();
    private final IntConsumer choose;
    private SideBySide shown;
    private Integer selected;
    private double room;

    /** @param choose is told which item somebody chooses */
    AlignedListsView(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("aligned-lists");
        pointedAt.addListener((Observable change) -> draw());
        TextSize.follow(this, this::requestLayout);
    }

    /** @param item that is selected everywhere; null for none */
    void show(SideBySide answer, Integer item) {
        if (!answer.equals(shown)) {
            pointedAt.set(null);
        }
        shown = answer;
        selected = item;
        int sides = answer.sides().size();
        while (columns.size() < sides) {
            columns.add(new ListColumn(columns.size(), pointedAt, choose));
            gaps.add(new SlopeLines(gaps.size()));
        }
        List<javafx.scene.Node> children = new ArrayList<>(columns.subList(0, sides));
        children.addAll(gaps.subList(0, sides - 1));
        if (!getChildren().equals(children)) {
            getChildren().setAll(children);
        }
        for (ListColumn column : columns.subList(0, sides)) {
            column.show(answer, item);
        }
        requestLayout();
        draw();
    }

    private void draw() {
        if (shown == null) {
            return;
        }
        Set<Integer> marked = new HashSet<>();
        if (pointedAt.get() != null) {
            marked.add(pointedAt.get());
        }
        if (selected != null && shown.lists().listsWith(selected) > 0) {
            marked.add(selected);
        }
        double others = marked.isEmpty() ? 1 : pointedAt.get() == null ? 0.65 : 0.25;
        for (SlopeLines gap : gaps.subList(0, shown.sides().size() - 1)) {
            gap.draw(shown, marked, others, columns.get(0).words());
        }
    }

    private double listHeight() {
        return shown == null ? 0 : shown.lists().list(0).length * ListColumn.row() + 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        return ListColumn.header() + listHeight();
    }

    /** @param pixels that can be seen at once */
    void setRoom(double pixels) {
        if (room != pixels) {
            room = pixels;
            requestLayout();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        int sides = shown == null ? 1 : shown.sides().size();
        double gaps = (sides - 1) * LEAST_GAP;
        double least = TextSize.px(sides * LEAST_LIST + gaps);
        return least <= room ? least : TextSize.px(sides * SCROLLED_LIST + gaps);
    }

    @Override
    protected void layoutChildren() {
        if (shown == null) {
            return;
        }
        int sides = shown.sides().size();
        double gap = Math.max(TextSize.px(LEAST_GAP), Math.rint(GAP_SHARE * getWidth()));
        double list = Math.floor((getWidth() - (sides - 1) * gap) / sides);
        for (int k = 0; k < sides; k++) {
            columns.get(k).setNameRoom(k < sides - 1 ? list + gap - BETWEEN_NAMES : list);
            columns.get(k).resizeRelocate(k * (list + gap), 0, list, ListColumn.header() + listHeight());
            if (k > 0) {
                SlopeLines lines = gaps.get(k - 1);
                lines.setWidth(gap);
                lines.setHeight(listHeight());
                lines.relocate(k * (list + gap) - gap, ListColumn.header());
            }
        }
        draw();
    }
}
