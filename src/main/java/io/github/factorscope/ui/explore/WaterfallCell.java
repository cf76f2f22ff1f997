package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.WaterfallLine;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;

/** A line of the waterfall in its list. */
final class WaterfallCell extends ListCell<WaterfallLine> {
    private static final Texts TEXTS = Texts.of(WaterfallCell.class);
    private static final PseudoClass CHOOSABLE = PseudoClass.getPseudoClass("choosable");

    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("pointed-at");

    private final WaterfallView owner;
    private final WaterfallRow row = new WaterfallRow();

    WaterfallCell(WaterfallView owner) {
        this.owner = owner;
        setPrefWidth(0); // never wider than the list
        owner.drawnProperty().addListener(change -> updateItem(getItem(), isEmpty()));
        owner.highlightedProperty().addListener(change -> showHighlight());
        hoverProperty()
                .addListener(change -> owner.underMouseProperty().set(isHover() && !isEmpty() ? getItem() : null));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                owner.choose(getItem());
            }
        });
    }

    @Override
    protected void updateItem(WaterfallLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(CHOOSABLE, !empty && line != null && (line.isNeighbour() || line.isFoldable()));
        showHighlight();
        if (isHover()) { // the list moves below the mouse
            owner.underMouseProperty().set(empty ? null : line);
        }
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean first = line.from() == 0 && line.kind() == WaterfallLine.Kind.STEP;
        String amount = first ? StarText.thousandths(line.to()) : StarText.amountOf(line.thousandths());
        row.show(
                name(line),
                stars(line),
                line.isSummand() ? amount : "Σ " + amount,
                help(line),
                !line.isSummand(),
                line.isFoldable());
        double low = first ? owner.scale().low() - owner.scale().high() : line.from() / 1000.0;
        row.showBar(owner.scale(), low, line.to() / 1000.0, !line.isSummand(), color(line, first));
        setAccessibleText(row.getAccessibleText());
        setGraphic(row);
    }

    private void showHighlight() {
        WaterfallLine line = getItem();
        pseudoClassStateChanged(
                HIGHLIGHTED,
                line != null && line.isOfAny(owner.highlightedProperty().get()));
    }

    private static Color color(WaterfallLine line, boolean first) {
        if (first || line.kind() == WaterfallLine.Kind.CUT) {
            return Colours.NEUTRAL;
        }
        return line.thousandths() >= 0 ? Colours.RAISES : Colours.LOWERS;
    }

    private String name(WaterfallLine line) {
        return switch (line.kind()) {
            case STEP ->
                line.isNeighbour()
                        ? owner.words().neighbour(line.step().term())
                        : owner.words().name(line.step().term().kind());
            case GATHERED -> "▸ " + ExplanationWords.others(line.steps().size());
            case UNFOLDED -> "▾ " + ExplanationWords.others(line.steps().size());
            case SUBTOTAL -> owner.words().heading(line.part());
            case CUT -> ExplanationWords.cut();
        };
    }

    private static String stars(WaterfallLine line) {
        return line.isNeighbour() && line.step().term().kind() != TermKind.IMPLICIT
                ? line.step()
                        .term()
                        .evidence()
                        .map(evidence -> StarText.stars(evidence.rating()) + "★")
                        .orElse("")
                : "";
    }

    private String help(WaterfallLine line) {
        return switch (line.kind()) {
            case STEP -> {
                String help = owner.words().help(line.step().term().kind());
                yield line.isNeighbour()
                        ? TEXTS.get(
                                "click-opens",
                                owner.words().neighbourInFull(line.step().term()) + "\n" + help)
                        : help;
            }
            case GATHERED -> TEXTS.get("click-unfolds");
            case UNFOLDED -> TEXTS.get("click-folds");
            case SUBTOTAL -> TEXTS.get("subtotal-help", owner.words().heading(line.part()));
            case CUT -> TEXTS.get("cut-help");
        };
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() != null) { // a graphic has its own width unless told otherwise
            row.resizeRelocate(0, 0, owner.rowWidth(), getHeight());
        }
    }
}
