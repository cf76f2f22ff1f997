package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.WideColumn;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** Every neighbour of an explanation with the numbers behind it. */
final class NeighbourTable extends TableView<Step> {
    private static final Texts TEXTS = Texts.of(NeighbourTable.class);

    private static final double LINE = 26; // pixels
    private static final double HEADINGS = 34;

    private final TableColumn<Step, String> reason;
    private final TableColumn<Step, Double> rating;
    private final TableColumn<Step, Double> similarity;
    private final TableColumn<Step, Double> support;
    private final TableColumn<Step, Double> weight;
    private ExplanationWords words;
    private Consumer<Step> open = step -> {};
    private Consumer<Step> remove = step -> {};

    NeighbourTable() {
        getStyleClass().add("dense");
        setAccessibleText(TEXTS.get("neighbours"));
        setPlaceholder(new Label(TEXTS.get("no-rating-takes-part")));
        WideColumn.setUp(
                this, Tables.addText(this, TEXTS.get("because-of"), 150, step -> words.neighbour(step.term())));
        reason = Tables.addText(
                this, TEXTS.get("how"), 84, step -> words.reason(step.term().kind()));
        rating = Tables.addDecimal(
                this,
                TEXTS.get("rating"),
                64,
                evidence(Evidence::rating),
                stars -> Formats.withStar(Formats.stars(stars)));
        similarity = Tables.addDecimal(
                this, TEXTS.get("similarity"), 84, evidence(Evidence::similarity), NeighbourTable::known);
        support = Tables.addDecimal(
                this, TEXTS.get("support"), 78, evidence(Evidence::support), count -> Formats.count(count.longValue()));
        weight = Tables.addDecimal(this, TEXTS.get("weight"), 66, evidence(Evidence::weight), NeighbourTable::known);
        Tables.addDecimal(this, TEXTS.get("amount"), 80, Step::amount, Formats::amount);
        getColumns().stream()
                .skip(1)
                .forEach(column -> column.setMaxWidth(column.getPrefWidth() + 16)); // names need it
        widthProperty().addListener(change -> showColumns());
        TextSize.follow(this, this::showColumns);
        setRowFactory(table -> {
            TableRow<Step> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        setOnKeyPressed(event -> {
            Step selected = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                open.accept(selected);
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE && selected != null) {
                remove.accept(selected);
                event.consume();
            }
        });
    }

    /** Called with a neighbour whose rating is to be taken away. */
    void setOnRemove(Consumer<Step> action) {
        remove = action;
        setContextMenu(StepMenu.of(() -> getSelectionModel().getSelectedItem(), step -> open.accept(step), remove));
    }

    /** Called with a neighbour that is chosen by mouse or keyboard. */
    void setOnOpen(Consumer<Step> action) {
        open = action;
    }

    void show(ExplanationWords newWords, List<Step> neighbours) {
        words = newWords;
        getItems().setAll(neighbours);
        sort();
        showColumns();
        getSelectionModel().clearSelection();
        scrollTo(0);
    }

    /** In pixels, with a line for every neighbour and one for the headings. */
    double wantedHeight() {
        double line = getFixedCellSize() > 0 ? getFixedCellSize() : TextSize.px(LINE);
        return TextSize.px(HEADINGS) + getItems().size() * line + 4;
    }

    /** As many as leave room for the names, in pixels. Where neighbours count for several reasons, these come first. */
    private void showColumns() {
        boolean several =
                getItems().stream().map(step -> step.term().kind()).distinct().count() > 1;
        reason.setVisible(several && TextSize.usual(getWidth()) >= 320);
        similarity.setVisible(TextSize.usual(getWidth()) >= (several ? 400 : 280));
        rating.setVisible(TextSize.usual(getWidth()) >= (several ? 620 : 350)); // the waterfall shows it too
        support.setVisible(TextSize.usual(getWidth()) >= (several ? 560 : 440));
        weight.setVisible(TextSize.usual(getWidth()) >= (several ? 470 : 510));
    }

    void focusOn(Step step) {
        getSelectionModel().select(step);
        requestFocus();
    }

    private static ToDoubleFunction<Step> evidence(ToDoubleFunction<Evidence> value) {
        return step -> step.term().evidence().map(value::applyAsDouble).orElse(Double.NaN);
    }

    private static String known(double value) {
        return Double.isFinite(value) ? Formats.decimals(value, 3) : "–";
    }
}
