package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Every neighbour of an explanation with the numbers behind it. */
final class NeighbourTable extends TableView<Step> {
    private static final double NEEDS_REASON = 540; // pixels
    private static final double NEEDS_WEIGHT = 460;
    private static final double NEEDS_SUPPORT = 400;
    private static final double NEEDS_RATING = 330; // the waterfall shows the rating too
    private static final double NEEDS_SIMILARITY = 260;

    private final TableColumn<Step, String> reason;
    private ExplanationWords words;
    private Consumer<Step> open = step -> {};

    NeighbourTable() {
        getStyleClass().add("dense");
        setAccessibleText("Neighbours");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        setPlaceholder(new Label("No rating takes part."));
        Tables.addText(this, "Because of", 150, step -> words.neighbourInFull(step.term()));
        reason =
                Tables.addText(this, "How", 84, step -> words.reason(step.term().kind()));
        Tables.hideBelow(
                NEEDS_RATING,
                this,
                Tables.addDecimal(
                        this, "Rating", 64, evidence(Evidence::rating), stars -> Formats.stars(stars) + " ★"));
        Tables.hideBelow(
                NEEDS_SIMILARITY,
                this,
                Tables.addDecimal(
                        this, "Similarity", 84, evidence(Evidence::similarity), similarity -> known(similarity, 3)));
        Tables.hideBelow(
                NEEDS_SUPPORT,
                this,
                Tables.addDecimal(
                        this,
                        "Support",
                        70,
                        evidence(Evidence::support),
                        support -> Formats.count(support.longValue())));
        Tables.hideBelow(
                NEEDS_WEIGHT,
                this,
                Tables.addDecimal(this, "Weight", 66, evidence(Evidence::weight), weight -> known(weight, 3)));
        Tables.addDecimal(this, "Amount", 70, Step::amount, Formats::amount);
        widthProperty().addListener(change -> showReason());
        setRowFactory(table -> {
            TableRow<Step> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (!row.isEmpty()) {
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
            }
        });
    }

    /** Called with a neighbour that is chosen by mouse or keyboard. */
    void setOnOpen(Consumer<Step> action) {
        open = action;
    }

    void show(ExplanationWords newWords, List<Step> neighbours) {
        words = newWords;
        getItems().setAll(neighbours);
        sort();
        showReason();
        getSelectionModel().clearSelection();
        scrollTo(0);
    }

    /** The reason needs a column only where neighbours count for several. */
    private void showReason() {
        long reasons =
                getItems().stream().map(step -> step.term().kind()).distinct().count();
        reason.setVisible(reasons > 1 && getWidth() >= NEEDS_REASON);
    }

    void focusOn(Step step) {
        getSelectionModel().select(step);
        requestFocus();
    }

    private static ToDoubleFunction<Step> evidence(ToDoubleFunction<Evidence> value) {
        return step -> step.term().evidence().map(value::applyAsDouble).orElse(Double.NaN);
    }

    private static String known(double value, int decimals) {
        return Double.isFinite(value) ? Formats.decimals(value, decimals) : "–";
    }
}
