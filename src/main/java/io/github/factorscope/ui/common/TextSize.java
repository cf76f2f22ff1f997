package io.github.factorscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/**
 * How much larger type is than usual, for sizes in pixels that have to follow it; one for the whole process, as the theme is.
 * On the FX thread only.
 */
public final class TextSize {
    /** On a desk. */
    public static final double USUAL = 1;

    private static final ReadOnlyDoubleWrapper FACTOR = new ReadOnlyDoubleWrapper(USUAL);
    private static final String KEY = TextSize.class.getName();

    private TextSize() {}

    public static void set(double factor) {
        FACTOR.set(factor);
    }

    public static ReadOnlyDoubleProperty factorProperty() {
        return FACTOR.getReadOnlyProperty();
    }

    /** A size that was chosen for usual type, as it is for the type of now. */
    public static double px(double usual) {
        return Math.round(usual * FACTOR.get());
    }

    /** What a size of now would be for usual type: what is wide enough for words is less so for large ones. */
    public static double usual(double now) {
        return now / FACTOR.get();
    }

    /** Does something now, and whenever the size of type changes, as long as the node lives. */
    public static void follow(Node node, Runnable action) {
        ChangeListener<Number> listener = (observable, before, now) -> action.run();
        node.getProperties().put(new Object(), listener); // which keeps it as long as the node
        FACTOR.addListener(new WeakChangeListener<>(listener));
        action.run();
    }

    /** Keeps {@link #followAll} from a node that works out its sizes itself. */
    public static void leaveAlone(Node node) {
        node.getProperties().put(KEY, true);
    }

    /** Lets the widths and heights that were set on a node and on those in it, for usual type, follow the type; each only once. */
    public static void followAll(Node node) {
        if (node.getProperties().putIfAbsent(KEY, true) == null) {
            List<Sized> sizes = new ArrayList<>();
            collect(node, sizes);
            if (!sizes.isEmpty()) {
                follow(node, () -> sizes.forEach(Sized::apply));
            }
        }
        children(node).forEach(TextSize::followAll);
    }

    /** Also of what makes its children only when it is shown. */
    static List<? extends Node> children(Node node) {
        if (node instanceof ScrollPane scroll) {
            return scroll.getContent() == null ? List.of() : List.of(scroll.getContent());
        }
        if (node instanceof SplitPane split) {
            return split.getItems();
        }
        if (node instanceof TabPane tabs) {
            return tabs.getTabs().stream()
                    .map(Tab::getContent)
                    .filter(Objects::nonNull)
                    .toList();
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
    }

    private static void collect(Node node, List<Sized> sizes) {
        if (node instanceof Region region) {
            add(sizes, region.minWidthProperty());
            add(sizes, region.prefWidthProperty());
            add(sizes, region.maxWidthProperty());
            add(sizes, region.minHeightProperty());
            add(sizes, region.prefHeightProperty());
            add(sizes, region.maxHeightProperty());
        }
        if (node instanceof GridPane grid) {
            for (ColumnConstraints column : grid.getColumnConstraints()) {
                add(sizes, column.minWidthProperty());
                add(sizes, column.prefWidthProperty());
                add(sizes, column.maxWidthProperty());
            }
            for (RowConstraints row : grid.getRowConstraints()) {
                add(sizes, row.minHeightProperty());
                add(sizes, row.prefHeightProperty());
            }
        }
        if (node instanceof ListView<?> list) {
            add(sizes, list.fixedCellSizeProperty());
        }
        if (node instanceof TableView<?> table) {
            add(sizes, table.fixedCellSizeProperty());
            table.getColumns().forEach(TextSize::followWidths);
        }
    }

    private static void add(List<Sized> sizes, DoubleProperty property) {
        double usual = property.get();
        if (usual > 0 && usual < Short.MAX_VALUE && !property.isBound()) { // neither computed nor without a limit
            sizes.add(new Sized(usual, property));
        }
    }

    private record Sized(double usual, DoubleProperty property) {
        void apply() {
            property.set(px(usual));
        }
    }

    /** Lets a column, whose widths were set for usual type, grow with the type from what it has then. */
    public static void followWidths(TableColumnBase<?, ?> column) {
        if (column.getProperties().containsKey(KEY)) {
            return;
        }
        ChangeListener<Number> listener =
                (observable, before, now) -> scale(column, now.doubleValue() / before.doubleValue());
        column.getProperties().put(KEY, listener);
        FACTOR.addListener(new WeakChangeListener<>(listener));
        if (FACTOR.get() != USUAL) {
            scale(column, FACTOR.get());
        }
    }

    private static void scale(TableColumnBase<?, ?> column, double by) {
        double least = Math.round(column.getMinWidth() * by);
        double most =
                column.getMaxWidth() >= Short.MAX_VALUE ? column.getMaxWidth() : Math.round(column.getMaxWidth() * by);
        double preferred = Math.round(column.getPrefWidth() * by);
        column.setMinWidth(0);
        column.setMaxWidth(most);
        column.setMinWidth(least);
        column.setPrefWidth(preferred);
    }
}
