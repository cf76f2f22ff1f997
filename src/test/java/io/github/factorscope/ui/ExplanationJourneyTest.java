package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.WaterfallLine;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Somebody asks why: reads the sum, unfolds it, opens what stands behind a neighbour, and comes back. */
class ExplanationJourneyTest extends WindowTest {

    private void explainBy(String family) {
        int before = window.workspace().runs().size();
        interact(() -> {
            window.train().familyProperty().set(ModelCatalogue.find(family));
            window.train()
                    .choosePreset(ModelCatalogue.find(family).presets().stream()
                            .filter(preset -> preset.name().equals("quick"))
                            .findFirst()
                            .orElseThrow());
            window.train().train();
        });
        waitFor(() -> window.workspace().runs().size() == before + 1);
        clickOn("#rail-explore");
        interact(() -> {
            window.workspace()
                    .selectedRunProperty()
                    .set(window.workspace().runs().stream()
                            .filter(run -> run.run().experiment().family().id().equals(family))
                            .findFirst()
                            .orElseThrow());
            window.explore().choose(39);
        });
        waitFor(() -> window.explore().explanationProperty().get() != null
                && window.explore().run().experiment().family().id().equals(family)
                && window.explore().explanationProperty().get().user() == 39
                && text("#itemTitle")
                        .equals(window.explore()
                                .run()
                                .experiment()
                                .dataset()
                                .items()
                                .item(window.explore()
                                        .explanationProperty()
                                        .get()
                                        .item())
                                .label()));
    }

    private ListView<WaterfallLine> lines() {
        return lookup(".waterfall-list").query();
    }

    private boolean shows(String query) {
        return lookup(query).query().isVisible();
    }

    /** What stands on the screen, in thousandths; the last line is the prediction. */
    private int sumOnTheScreen() {
        Parent waterfall = lookup("#waterfall").query();
        Node total = waterfall.lookup(".waterfall-total");
        return waterfall.lookupAll(".waterfall-amount").stream()
                .filter(label -> label.getParent() != total && isInSight(label))
                .mapToInt(label -> thousandths(((Labeled) label).getText()))
                .sum();
    }

    private static boolean isInSight(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static int thousandths(String shown) {
        return Integer.parseInt(shown.replace('−', '-').replace("+", "").replace(".", ""));
    }

    private int predictionOnTheScreen() {
        return thousandths(text("#predictionLabel").replace(" ★", ""));
    }

    @Test
    void asksWhyAndIsShownTheEvidence() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        explainBy("cor-ngbr");
        theNumbersOnTheScreenAddUp();
        explainBy("svd");
        theNumbersOnTheScreenAddUp();
        unfoldsByMouseAndFoldsByKeyboard();
        opensTheEvidenceByMouse();
        opensTheEvidenceByKeyboardFromTheTable();
        explainBy("user-ngbr");
        theNumbersOnTheScreenAddUp();
        anotherUserIsEvidenceToo();
        explainBy("integrated");
        everyReasonHasItsSubtotal();
    }

    private void theNumbersOnTheScreenAddUp() {
        assertThat(lines().getItems()).anyMatch(WaterfallLine::isNeighbour);
        assertThat(sumOnTheScreen()).isEqualTo(predictionOnTheScreen());
        String listed = lookup("#recommendations .table-row-cell").queryAll().stream()
                .map(node -> (TableRow<?>) node)
                .filter(row -> row.isVisible() && row.isSelected())
                .flatMap(row -> row.lookupAll(".table-cell").stream())
                .map(cell -> ((Labeled) cell).getText())
                .filter(text -> text != null && text.matches("\\d\\.\\d{3}"))
                .findFirst()
                .orElseThrow();
        assertThat(thousandths(listed)).as("in the list").isEqualTo(predictionOnTheScreen());
    }

    private void unfoldsByMouseAndFoldsByKeyboard() {
        int folded = lines().getItems().size();
        WaterfallLine gathered = lines().getItems().stream()
                .filter(WaterfallLine::isFoldable)
                .findFirst()
                .orElseThrow();
        clickOn((Labeled label) -> label.getText() != null
                && label.getText().startsWith("▸ " + gathered.steps().size() + " others"));
        waitFor(() -> lines().getItems().size() == folded + gathered.steps().size());
        assertThat(lines().getItems().stream()
                        .filter(WaterfallLine::isSummand)
                        .mapToInt(WaterfallLine::thousandths)
                        .sum())
                .isEqualTo(predictionOnTheScreen());
        push(KeyCode.ENTER);
        waitFor(() -> lines().getItems().size() == folded);
        assertThat(sumOnTheScreen()).isEqualTo(predictionOnTheScreen());
    }

    private void opensTheEvidenceByMouse() {
        WaterfallLine strongest = lines().getItems().stream()
                .filter(WaterfallLine::isNeighbour)
                .findFirst()
                .orElseThrow();
        int item = strongest.step().term().item();
        String title =
                window.explore().run().experiment().dataset().items().item(item).title();
        clickOn(lookup("#waterfall .list-cell")
                .lookup((Labeled label) -> title.equals(label.getText()))
                .queryLabeled());
        assertThat(shows("#evidence")).isTrue();
        assertThat(text("#evidenceGiven")).startsWith("User 40 gave " + title + " ");
        assertThat(text("#likeMinded")).contains("who rated both: ");
        int support = strongest.step().term().evidence().orElseThrow().support();
        assertThat(countsOnTheScreen()).isEqualTo(support);
        clickOn("#evidenceAfter");
        assertThat(text("#evidenceGiven")).doesNotStartWith("User 40 gave " + title + " ");
        clickOn("#evidenceBack");
        assertThat(shows("#evidence")).isFalse();
        assertThat(sumOnTheScreen()).isEqualTo(predictionOnTheScreen());
    }

    /** The sum of all cells of the table of counts. */
    private int countsOnTheScreen() {
        return lookup(".counts .label").queryAll().stream()
                .map(node -> (Labeled) node)
                .filter(label -> !label.getStyle().isEmpty() && label.getText().matches("[\\d,]+"))
                .mapToInt(label -> Integer.parseInt(label.getText().replace(",", "")))
                .sum();
    }

    private void opensTheEvidenceByKeyboardFromTheTable() {
        TableView<?> neighbours = lookup("#neighbours").query();
        interact(() -> {
            neighbours.requestFocus();
            neighbours.getSelectionModel().select(1);
        });
        push(KeyCode.ENTER);
        waitFor(() -> shows("#evidence"));
        push(KeyCode.ESCAPE);
        assertThat(shows("#evidence")).isFalse();
        assertThat(neighbours.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(neighbours.isFocused()).isTrue();
    }

    private void anotherUserIsEvidenceToo() {
        interact(() -> {
            lines().getSelectionModel().select(3);
            lines().requestFocus();
        });
        push(KeyCode.ENTER);
        waitFor(() -> shows("#evidence"));
        TableView<?> common = lookup("#commonRatings").query();
        int support = window.explore().explanationProperty().get().terms().stream()
                .filter(term -> term.neighbourUser()
                        == lines().getItems().get(3).step().term().neighbourUser())
                .findFirst()
                .flatMap(term -> term.evidence())
                .orElseThrow()
                .support();
        assertThat(common.getItems()).hasSize(support);
        push(KeyCode.ESCAPE);
    }

    private void everyReasonHasItsSubtotal() {
        assertThat(lines().getItems())
                .filteredOn(line -> line.kind() == WaterfallLine.Kind.SUBTOTAL)
                .hasSize(3)
                .allSatisfy(heading -> assertThat(lines().getItems().stream()
                                .filter(line -> line.isSummand() && line.part() == heading.part())
                                .mapToInt(WaterfallLine::thousandths)
                                .sum())
                        .isEqualTo(heading.thousandths()));
    }
}
