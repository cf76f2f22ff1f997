package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.WaterfallLine;
import io.github.factorscope.ui.formula.FormulaView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Somebody reads the formula above an explanation: terms and lines point at one another. */
class FormulaJourneyTest extends WindowTest {
    private static final PseudoClass POINTED_AT = PseudoClass.getPseudoClass("pointed-at");

    private FormulaView formula() {
        return lookup("#explainedFormula").query();
    }

    private Node term(String name) {
        return formula().getChildrenUnmodifiable().stream()
                .filter(part -> name.equals(part.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private List<WaterfallLine> lines(boolean marked) {
        return lookup(".waterfall-list .list-cell").queryAll().stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> cell.isVisible() && cell.getItem() != null)
                .filter(cell -> cell.getPseudoClassStates().contains(POINTED_AT) == marked)
                .map(cell -> (WaterfallLine) cell.getItem())
                .toList();
    }

    private void assertMarked(TermKind... kinds) {
        assertThat(lines(true)).isNotEmpty().allMatch(line -> line.isOfAny(Set.of(kinds)));
        assertThat(lines(false)).isNotEmpty().noneMatch(line -> line.isOfAny(Set.of(kinds)));
    }

    private Set<String> highlightedTerms() {
        return formula().getChildrenUnmodifiable().stream()
                .filter(part -> part.getPseudoClassStates().contains(POINTED_AT))
                .map(Node::getAccessibleText)
                .collect(Collectors.toSet());
    }

    @Test
    void termsAndLinesPointAtOneAnother() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        interact(() -> {
            window.train().familyProperty().set(ModelCatalogue.find("svd"));
            window.train()
                    .choosePreset(ModelCatalogue.find("svd").presets().stream()
                            .filter(preset -> preset.name().equals("quick"))
                            .findFirst()
                            .orElseThrow());
            window.train().train();
        });
        waitFor(() -> window.workspace().runs().size() == 1);
        clickOn("#rail-explore");
        interact(() -> window.explore().choose(39));
        waitFor(() -> lookup(".waterfall-list .list-cell").queryAll().size() > 5);
        waitFor(() -> !formula().getChildrenUnmodifiable().isEmpty());
        assertThat(formula().isVisible()).isTrue();

        moveTo(term("User bias"));
        assertMarked(TermKind.USER_BIAS);
        moveTo(term("Taste"));
        assertMarked(TermKind.TASTE, TermKind.UNATTRIBUTED);
        moveTo("#predictionLabel");
        assertThat(lines(true)).isEmpty();

        interact(() -> term("Mean").requestFocus());
        assertMarked(TermKind.MEAN);
        push(KeyCode.RIGHT);
        push(KeyCode.RIGHT);
        assertMarked(TermKind.ITEM_BIAS);

        ListCell<?> line = lookup(".waterfall-list .list-cell").queryAll().stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> cell.getItem() instanceof WaterfallLine each && each.isNeighbour())
                .findFirst()
                .orElseThrow();
        interact(() -> lookup(".waterfall-list").query().requestFocus());
        moveTo(line);
        assertThat(highlightedTerms()).containsExactly("Taste");
        clickOn("#unfoldFormula");
        assertThat(formula().isVisible()).isFalse();
        clickOn("#unfoldFormula");
        assertThat(formula().isVisible()).isTrue();
    }
}
