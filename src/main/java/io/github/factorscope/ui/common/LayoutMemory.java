package io.github.factorscope.ui.common;

import io.github.factorscope.storage.Preferences.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/** Remembers where somebody moved splitters, and how they arranged tables, by the ids of these. */
public final class LayoutMemory {
    private static final double APART = 0.005; // of the pane; less is no move

    private final PreferencesStore preferences;
    private final Set<Node> known = new HashSet<>();

    public LayoutMemory(PreferencesStore preferences) {
        this.preferences = preferences;
    }

    /**
     * Puts all splitters and tables of a screen where they were left, and remembers from now on where they are moved; each is
     * looked at once.
     *
     * @param screen before their ids
     */
    public void attach(String screen, Node node) {
        if (node instanceof SplitPane split && split.getId() != null && known.add(split)) {
            attachSplitter(screen + "." + split.getId(), split);
        } else if (node instanceof TableView<?> table && table.getId() != null && known.add(table)) {
            attachTable(screen + "." + table.getId(), table);
        }
        if (node instanceof LatePart late) {
            late.whenThere(part -> attach(screen, part));
        } else {
            TextSize.children(node).forEach(child -> attach(screen, child));
        }
    }

    private void attachSplitter(String name, SplitPane split) {
        double[] positions = split.getDividerPositions();
        for (int divider = 0; divider < positions.length; divider++) {
            Double share = preferences.get().look().dividers().get(name + "." + divider);
            positions[divider] = share == null ? positions[divider] : share;
        }
        split.setDividerPositions(positions);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (Splitters.isDivider(event.getTarget())) {
                keep(name, split);
            }
        });
    }

    private void keep(String name, SplitPane split) {
        double[] positions = split.getDividerPositions();
        for (int divider = 0; divider < positions.length; divider++) {
            String each = name + "." + divider;
            double share = Math.max(0, Math.min(1, positions[divider]));
            Double before = preferences.get().look().dividers().get(each);
            if (before == null || Math.abs(before - share) > APART) {
                preferences.update(p -> p.withLook(look -> look.withDivider(each, share)));
            }
        }
    }

    private <T> void attachTable(String name, TableView<T> table) {
        List<TableColumn<T, ?>> usual = List.copyOf(table.getColumns());
        arrange(table, usual, preferences.get().look().columns().getOrDefault(name, List.of()));
        double[] pressed = new double[usual.size()];
        List<TableColumn<T, ?>> before = new ArrayList<>();
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            before.clear();
            if (Splitters.isIn(event.getTarget(), "column-header-background")) {
                before.addAll(table.getColumns());
                usual.forEach(column -> pressed[usual.indexOf(column)] = column.getWidth());
            }
        });
        table.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                event -> Platform.runLater(
                        () -> { // when the table has done what was asked
                            boolean resized = usual.stream()
                                    .anyMatch(column -> column.getWidth() != pressed[usual.indexOf(column)]);
                            if (!before.isEmpty() && (resized || !before.equals(table.getColumns()))) {
                                List<Column> now = arranged(table, usual);
                                preferences.update(p -> p.withLook(look -> look.withColumns(name, now)));
                            }
                            before.clear();
                        }));
    }

    private static <T> List<Column> arranged(TableView<T> table, List<TableColumn<T, ?>> usual) {
        return table.getColumns().stream()
                .filter(usual::contains)
                .map(column -> new Column(usual.indexOf(column), TextSize.usual(column.getWidth())))
                .toList();
    }

    /** As it was left, where the table still has these columns. */
    private static <T> void arrange(TableView<T> table, List<TableColumn<T, ?>> usual, List<Column> left) {
        boolean same = left.size() == usual.size()
                && left.stream().map(Column::number).distinct().count() == usual.size()
                && left.stream().allMatch(column -> column.number() >= 0 && column.number() < usual.size());
        if (!same) {
            return;
        }
        left.forEach(column -> usual.get(column.number()).setPrefWidth(TextSize.px(column.width())));
        List<TableColumn<T, ?>> ordered = new ArrayList<>();
        left.forEach(column -> ordered.add(usual.get(column.number())));
        if (!ordered.equals(table.getColumns())) {
            table.getColumns().setAll(ordered);
        }
    }
}
