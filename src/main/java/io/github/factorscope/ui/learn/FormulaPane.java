package io.github.factorscope.ui.learn;

import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.StepEffect;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.model.parts.FormulaTerms;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.formula.FormulaPart;
import io.github.factorscope.ui.formula.FormulaStyle;
import io.github.factorscope.ui.formula.FormulaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** The formula with its numbers below the signs, and the error. */
public final class FormulaPane extends VBox {
    private static final Texts TEXTS = Texts.of(FormulaPane.class);
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final int MANY_TERMS = 11; // with signs
    private static final double PIXELS_PER_STAR = 24;
    private static final double LONGEST = 64; // pixels
    private static final double LEAST = 1.5;

    private final Label title = new Label();
    private final FlowPane columns = new FlowPane();
    private final Label error = new Label();
    private final Label after = new Label();

    public FormulaPane() {
        getStyleClass().add("formula-pane");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(0);
        columns.getStyleClass().add("formula-columns");
        columns.setRowValignment(VPos.BOTTOM);
        error.setId("learnError");
        error.getStyleClass().add("learn-error");
        error.setMinHeight(Region.USE_PREF_SIZE);
        after.setId("learnAfter");
        after.getStyleClass().add("learn-after");
        after.setWrapText(true);
        after.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, columns, error, after);
    }

    void show(Shown shown) {
        title.setText(TEXTS.get(
                "title",
                shown.ground().isToy()
                        ? shown.ground().user(shown.user())
                        : TEXTS.get("user-title", shown.ground().user(shown.user())),
                shown.ground().item(shown.item()).label()));
        columns.getChildren().setAll(groups(shown));
        columns.pseudoClassStateChanged(LONG, shown.family().formulaTerms().size() > MANY_TERMS);
        columns.setAccessibleText(shown.family().formula());
        error.setText(
                shown.isRated()
                        ? TEXTS.get(
                                "error",
                                Formats.stars(shown.rating()),
                                LearnNumbers.factor(shown.prediction()),
                                LearnNumbers.signed(shown.error()),
                                LearnNumbers.of(shown.error() * shown.error()))
                        : TEXTS.get("no-error", LearnNumbers.of(shown.prediction())));
        after.setText(after(shown));
        after.setVisible(!after.getText().isEmpty());
        after.setManaged(after.isVisible());
    }

    private static String after(Shown shown) {
        Map<StepKind, StepEffect> effects = shown.effects();
        if (effects.isEmpty() || !shown.isRated()) {
            return "";
        }
        return String.join(
                "\n",
                effects.entrySet().stream()
                        .map(entry -> TEXTS.get(
                                "after-" + entry.getKey().name().toLowerCase(Locale.ROOT),
                                LearnNumbers.of(entry.getValue().predictionAfter()),
                                LearnNumbers.signed(
                                        shown.rating() - entry.getValue().predictionAfter())))
                        .toList());
    }

    /** Brackets stay as high as the rest: every part stands above its number. */
    private static FormulaPart part(Summand summand) {
        FormulaTerm term = summand.term();
        String latex = term.latex().replace("\\Bigl", "").replace("\\Bigr", "");
        return term.isSummand()
                ? new FormulaPart(term.id(), latex, term.name(), term.about(), summand.styleClass())
                : FormulaPart.of(latex);
    }

    /** Every summand with the signs before it, so that no line ends with a plus. */
    private static List<HBox> groups(Shown shown) {
        List<HBox> groups = new ArrayList<>();
        HBox group = new HBox();
        for (Summand summand : Summand.of(shown)) {
            Node column = column(summand, shown);
            if (summand.term().equals(FormulaTerms.CLOSE) && !groups.isEmpty()) {
                groups.get(groups.size() - 1).getChildren().add(column);
                continue;
            }
            group.getChildren().add(column);
            if (summand.term().isSummand() || summand.term().latex().endsWith("=")) {
                groups.add(group);
                group = new HBox();
            }
        }
        if (!group.getChildren().isEmpty()) {
            groups.add(group);
        }
        groups.forEach(each -> each.getStyleClass().add("formula-group"));
        return groups;
    }

    private static Node column(Summand summand, Shown shown) {
        FormulaView symbol = new FormulaView(FormulaStyle.TEXT);
        symbol.show(summand.term().latex(), List.of(part(summand)));
        Label number = new Label();
        Rectangle bar = new Rectangle(0, 4);
        if (summand.term().isSummand()) {
            boolean mean = summand.styleClass().equals("of-mean");
            number.setText(mean ? LearnNumbers.of(summand.amount()) : LearnNumbers.signed(summand.amount()));
            number.setId("amount-" + summand.term().id());
            number.getStyleClass().add("summand");
            Color color = mean ? Colours.NEUTRAL : summand.amount() < 0 ? Colours.LOWERS : Colours.RAISES;
            bar.setFill(color);
            bar.setWidth(Math.max(LEAST, Math.min(LONGEST, PIXELS_PER_STAR * Math.abs(summand.amount()))));
        } else if (summand.term().latex().endsWith("=")) {
            number.setText(LearnNumbers.of(shown.prediction()) + " =");
            number.setId("amount-prediction");
            number.getStyleClass().add("prediction-sum");
        }
        VBox column = new VBox(2, symbol, number, bar);
        column.setAlignment(Pos.BOTTOM_CENTER);
        column.setFillWidth(false); // the sign stands in the middle above its number
        return column;
    }
}
