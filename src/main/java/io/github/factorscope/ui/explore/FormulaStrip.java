package io.github.factorscope.ui.explore;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.WaterfallLine;
import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.formula.FormulaPart;
import io.github.factorscope.ui.formula.FormulaStyle;
import io.github.factorscope.ui.formula.FormulaView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.kordamp.ikonli.javafx.FontIcon;

/** The formula of the model above a waterfall: its terms and the lines that they become point at one another. */
final class FormulaStrip extends HBox {
    private static final Texts TEXTS = Texts.of(FormulaStrip.class);
    private static final double ENOUGH_HEIGHT = 560; // of the pane around it, so that the waterfall keeps its room

    private final ToggleButton unfold = new ToggleButton();
    private final FontIcon arrow = new FontIcon();
    private final Label folded = new Label();
    private final FormulaView formula = new FormulaView(FormulaStyle.TEXT);
    private Map<String, Set<TermKind>> kinds = Map.of();
    private String family = "";
    private boolean chosen;

    FormulaStrip(WaterfallView waterfall, Region around) {
        getStyleClass().add("formula-strip");
        setAlignment(Pos.CENTER_LEFT);
        unfold.setGraphic(arrow);
        unfold.getStyleClass().addAll("flat", "row-action");
        unfold.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        unfold.setId("unfoldFormula");
        unfold.setOnAction(event -> chosen = true);
        unfold.selectedProperty().addListener((Observable change) -> showFolding());
        folded.getStyleClass().addAll("muted", "note");
        formula.setId("explainedFormula");
        HBox.setHgrow(formula, Priority.ALWAYS);
        getChildren().addAll(unfold, folded, formula);
        setMinHeight(USE_PREF_SIZE);
        around.heightProperty().addListener((Observable change) -> {
            if (!chosen) {
                unfold.setSelected(around.getHeight() >= TextSize.px(ENOUGH_HEIGHT));
            }
        });
        formula.pointedAtProperty()
                .addListener((observable, before, now) ->
                        waterfall.highlightedProperty().set(kindsOf(now)));
        waterfall.pointedAtProperty().addListener((observable, before, now) -> highlight(now));
        showFolding();
    }

    private void showFolding() {
        boolean open = unfold.isSelected();
        arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
        String help = TEXTS.get(open ? "fold-the-formula" : "unfold-the-formula");
        unfold.setAccessibleText(help);
        Tooltips.show(unfold, help);
        formula.setVisible(open);
        formula.setManaged(open);
        folded.setVisible(!open);
        folded.setManaged(!open);
    }

    /** Shows the formula of the model that explains. */
    void show(ExplanationView shown) {
        if (!shown.family().equals(family)) {
            family = shown.family();
            ModelFamily model = ModelCatalogue.find(family);
            kinds = model.formulaTerms().stream()
                    .filter(FormulaTerm::isSummand)
                    .collect(Collectors.toMap(FormulaTerm::id, FormulaTerm::kinds));
            folded.setText(TEXTS.get("formula-of", model.title()));
            formula.show(model);
        }
        List<Term> terms = shown.explanation().terms();
        formula.mark(part -> colour(part, terms));
    }

    private Set<TermKind> kindsOf(FormulaPart part) {
        return part == null ? Set.of() : kinds.getOrDefault(part.id(), Set.of());
    }

    private void highlight(WaterfallLine line) {
        formula.highlight(part -> line != null && line.isOfAny(kindsOf(part)));
    }

    /** As its bars in the waterfall; none where the lines do not tell it from another part of the formula. */
    private Paint colour(FormulaPart part, List<Term> terms) {
        Set<TermKind> own = kindsOf(part);
        boolean shared =
                kinds.values().stream().filter(others -> intersect(own, others)).count() > 1;
        if (own.isEmpty() || shared) {
            return null;
        }
        if (own.contains(TermKind.MEAN)) {
            return Colours.NEUTRAL;
        }
        double amount = terms.stream()
                .filter(term -> own.contains(term.kind()))
                .mapToDouble(Term::amount)
                .sum();
        return amount >= 0 ? Colours.RAISES : Colours.LOWERS;
    }

    private static boolean intersect(Set<TermKind> one, Set<TermKind> other) {
        Set<TermKind> both = new HashSet<>(one);
        both.retainAll(other);
        return !both.isEmpty();
    }
}
