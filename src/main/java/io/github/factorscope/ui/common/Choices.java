package io.github.factorscope.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** Boxes to choose from a few things by their titles. */
public final class Choices {
    private static final String ROWS_THAT_DECIDE = "comboBoxRowsToMeasureWidth"; // of JavaFX
    private static final int ALL_ROWS = -1;

    private Choices() {}

    /**
     * A box with the first thing chosen.
     *
     * @param accessibleText what is chosen
     */
    public static <T> ComboBox<T> of(List<T> things, Function<T, String> title, String accessibleText) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(things);
        box.setCellFactory(unused -> new TitleCell<>(title));
        box.setButtonCell(new TitleCell<>(title));
        box.setValue(things.get(0));
        box.setAccessibleText(accessibleText);
        return box;
    }

    /** Makes a box as wide as the widest of its things, also of those that are only seen after scrolling. */
    public static void fitAll(ComboBox<?> box) {
        box.getProperties().put(ROWS_THAT_DECIDE, ALL_ROWS);
    }

    private static final class TitleCell<T> extends ListCell<T> {
        private final Function<T, String> title;

        TitleCell(Function<T, String> title) {
            this.title = title;
        }

        @Override
        protected void updateItem(T thing, boolean empty) {
            super.updateItem(thing, empty);
            setText(empty || thing == null ? null : title.apply(thing));
        }
    }
}
