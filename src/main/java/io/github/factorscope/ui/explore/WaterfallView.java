package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Folding;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.explanation.Waterfall.Part;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.explanation.WaterfallLine;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.TextSize;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A prediction as a waterfall: one line a step, from the mean to the prediction, which stands below and does not scroll. Only
 * lines in sight are made, so that thousands of neighbours can be unfolded.
 */
final class WaterfallView extends VBox {
    private static final Texts TEXTS = Texts.of(WaterfallView.class);

    private static final double LINE_HEIGHT = 24;
    private static final double BORDER = 2; // of the total
    private static final double SCROLL_BAR = 14; // room that is kept for it, so that bars stay below one another

    private final ListView<WaterfallLine> lines = new ListView<>();
    private final WaterfallRow total = new WaterfallRow();
    private final ObjectProperty<WaterfallScale> commonScale = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Set<TermKind>> highlighted = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<WaterfallLine> underMouse = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<WaterfallLine> pointedAt = new ReadOnlyObjectWrapper<>();
    private Consumer<Step> open = step -> {};
    private Consumer<Step> remove = step -> {};
    private ExplanationView view;
    private ExplanationWords words;
    private Waterfall waterfall;
    private WaterfallScale ownScale;
    private Folding folding;

    WaterfallView() {
        getStyleClass().add("waterfall");
        lines.getStyleClass().add("waterfall-list");
        lines.setAccessibleText(TEXTS.get("prediction-as-sum"));
        lines.setCellFactory(list -> new WaterfallCell(this));
        lines.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose(lines.getSelectionModel().getSelectedItem());
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                remove(lines.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        heightProperty().addListener((Observable change) -> fit());
        pointedAt.bind(Bindings.createObjectBinding(
                this::pointedAtNow,
                underMouse,
                lines.focusedProperty(),
                lines.getSelectionModel().selectedItemProperty()));
        total.getStyleClass().add("waterfall-total");
        total.makeSum();
        total.maxWidthProperty().bind(lines.widthProperty().subtract(SCROLL_BAR));
        commonScale.addListener((Observable change) -> drawAnew());
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(lines, total);
        total.setVisible(false);
        TextSize.leaveAlone(lines);
        TextSize.follow(this, () -> {
            lines.setFixedCellSize(lineHeight());
            fit();
            refresh();
        });
    }

    private static double lineHeight() {
        return TextSize.px(LINE_HEIGHT);
    }

    /** The mouse goes before the keyboard. */
    private WaterfallLine pointedAtNow() {
        if (underMouse.get() != null) {
            return underMouse.get();
        }
        return lines.isFocused() ? lines.getSelectionModel().getSelectedItem() : null;
    }

    /** The line that the mouse or the keyboard points at; null for none. */
    ReadOnlyObjectProperty<WaterfallLine> pointedAtProperty() {
        return pointedAt.getReadOnlyProperty();
    }

    /** For the lines themselves: the one below the mouse. */
    ObjectProperty<WaterfallLine> underMouseProperty() {
        return underMouse;
    }

    /** The lines of terms of these kinds stand out. */
    ObjectProperty<Set<TermKind>> highlightedProperty() {
        return highlighted;
    }

    /** Called with a neighbour that is chosen by mouse or keyboard. */
    void setOnOpen(Consumer<Step> action) {
        open = action;
    }

    /** Called with a neighbour whose rating is to be taken away. */
    void setOnRemove(Consumer<Step> action) {
        remove = action;
        lines.setContextMenu(StepMenu.of(this::selectedNeighbour, step -> open.accept(step), remove));
    }

    private Step selectedNeighbour() {
        WaterfallLine line = lines.getSelectionModel().getSelectedItem();
        return line != null && line.isNeighbour() ? line.step() : null;
    }

    private void remove(WaterfallLine line) {
        if (line != null && line.isNeighbour()) {
            remove.accept(line.step());
        }
    }

    /** What bars span where several waterfalls stand side by side; null where this one stands alone. */
    ObjectProperty<WaterfallScale> commonScaleProperty() {
        return commonScale;
    }

    /** Shows an explanation; nothing for null. */
    void show(ExplanationView shown) {
        view = shown;
        total.setVisible(shown != null);
        if (shown == null) {
            lines.getItems().clear();
            return;
        }
        words = shown.words();
        waterfall = shown.waterfall();
        ownScale = WaterfallScale.of(waterfall);
        folding = Folding.into(linesInSight(), waterfall);
        drawAnew();
        lines.getSelectionModel().clearSelection();
        lines.scrollTo(0);
    }

    /** What stands in the list now. */
    List<WaterfallLine> lines() {
        return List.copyOf(lines.getItems());
    }

    Waterfall waterfall() {
        return waterfall;
    }

    /** In pixels, with as many neighbours as ever have a line of their own. */
    double wantedHeight() {
        int wanted = view == null
                ? 0
                : waterfall.lines(Folding.into(Integer.MAX_VALUE, waterfall)).size();
        return snappedTopInset() + snappedBottomInset() + (wanted + 1) * lineHeight() + 2 * BORDER;
    }

    private int linesInSight() {
        double room = getHeight() - snappedTopInset() - snappedBottomInset() - lineHeight() - BORDER;
        return (int) (room / lineHeight());
    }

    /** As many neighbours as there is room for, once the room is known. */
    private void fit() {
        if (view == null) {
            return;
        }
        Folding fitting = Folding.into(linesInSight(), waterfall).unfoldedAs(folding);
        if (!fitting.equals(folding)) {
            folding = fitting;
            refresh();
        }
    }

    private void refresh() {
        if (view == null) {
            return;
        }
        lines.getItems().setAll(waterfall.lines(folding));
        lines.setPrefHeight(lines.getItems().size() * lineHeight() + 2); // the prediction stands right below
        lines.setMaxHeight(lines.getPrefHeight());
        total.show(TEXTS.get("prediction"), "", Formats.prediction(view.shown()), TEXTS.get("sum-help"), false, false);
        total.showBar(scale(), 0, waterfall.shown() / 1000.0, false, Colours.ofFamily(view.family()));
    }

    /** Also those lines that are the same as before: their names or their scale may be others. */
    private void drawAnew() {
        refresh();
        drawn.set(drawn.get() + 1);
    }

    /** Rises when lines in sight are to be drawn anew. */
    ReadOnlyIntegerProperty drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    WaterfallScale scale() {
        return commonScale.get() != null ? commonScale.get() : ownScale;
    }

    ExplanationWords words() {
        return words;
    }

    /** Opens a neighbour, unfolds or folds what was gathered. */
    void choose(WaterfallLine line) {
        if (line == null) {
            return;
        }
        if (line.isNeighbour()) {
            open.accept(line.step());
        } else if (line.isFoldable()) {
            toggle(line.part());
        }
    }

    private void toggle(Part part) {
        int selected = lines.getSelectionModel().getSelectedIndex();
        folding = folding.toggled(part);
        refresh();
        lines.getSelectionModel().select(selected); // the same line, unfolded or folded
        lines.getFocusModel().focus(selected);
    }

    /** Puts the keyboard back into the list, on this neighbour where it is in sight. */
    void focusOn(Step step) {
        for (WaterfallLine line : lines.getItems()) {
            if (line.isNeighbour() && line.step().equals(step)) {
                lines.getSelectionModel().select(line);
                break;
            }
        }
        lines.requestFocus();
    }

    double rowWidth() {
        return Math.max(0, lines.getWidth() - SCROLL_BAR);
    }
}
