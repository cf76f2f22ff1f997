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
import io.github.factorscope.ui.formula.FormulaPart;
import io.github.factorscope.ui.formula.FormulaStyle;
import io.github.factorscope.ui.formula.FormulaView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.kordamp.ikonli.javafx.FontIcon;

/** The formula of the model above a waterfall: its terms and the lines that they become point at one another. */
final class FormulaStrip extends HBox {
    private static final Texts TEXTS = Texts.of(FormulaStrip.class);
    private static final double LEFT_HEIGHT = 630; // of the pane around it, so that the waterfall keeps its room
    private static final double BESIDE = 64; // pixels that the formula does not have

    private final Button unfold = new Button();
    private final FontIcon arrow = new FontIcon();
    private final Label folded = new Label();
    private final FormulaView formula = new FormulaView(FormulaStyle.TEXT);
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final Region around;
    private Map<String, Set<TermKind>> kinds = Map.of();
    private String family = "";
    private boolean chosen;

    FormulaStrip(WaterfallView waterfall, Region around) {
        this.around = around;
        getStyleClass().add("formula-strip");
        unfold.setGraphic(arrow);
        unfold.getStyleClass().addAll("flat", "row-action");
        unfold.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        unfold.setId("unfoldFormula");
        unfold.setOnAction(event -> {
            chosen = true;
            open.set(!open.get());
        });
        open.addListener((Observable change) -> showFolding());
        folded.getStyleClass().addAll("muted", "note");
        formula.setId("explainedFormula");
        HBox.setHgrow(formula, Priority.ALWAYS);
        getChildren().addAll(unfold, folded, formula);
        setMinHeight(USE_PREF_SIZE);
        around.heightProperty().addListener((Observable change) -> fit());
        around.widthProperty().addListener((Observable change) -> fit());
        formula.pointedAtProperty()
                .addListener((observable, before, now) ->
                        waterfall.highlightedProperty().set(kindsOf(now)));
        waterfall.pointedAtProperty().addListener((observable, before, now) -> highlight(now));
        showFolding();
    }

    /** Open where there is room, until somebody decides. */
    private void fit() {
        if (!chosen) {
            double left = around.getHeight() - formula.prefHeight(around.getWidth() - TextSize.px(BESIDE));
            open.set(left >= TextSize.px(LEFT_HEIGHT));
        }
    }

    private void showFolding() {
        boolean unfolded = open.get();
        arrow.setIconLiteral(unfolded ? "fth-chevron-down" : "fth-chevron-right");
        String action = TEXTS.get(unfolded ? "fold-the-formula" : "unfold-the-formula");
        unfold.setAccessibleText(action);
        unfold.setTooltip(new Tooltip(action));
        formula.setVisible(unfolded);
        formula.setManaged(unfolded);
        folded.setVisible(!unfolded);
        folded.setManaged(!unfolded);
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
            fit();
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
