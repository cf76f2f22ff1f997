package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.ui.explore.SideBySide;
import io.github.factorscope.ui.explore.SideBySideViewModel;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Somebody asks which two models disagree most about a user, and why. */
class SideBySideJourneyTest extends WindowTest {

    private void train(String family) {
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
    }

    private SideBySideViewModel sides() {
        return window.explore().sideBySide();
    }

    private SideBySide shown() {
        return sides().shownProperty().get();
    }

    private ListView<Integer> list(int side) {
        return lookup("#aligned-list-" + side).query();
    }

    private void waitForSides(int count) {
        waitFor(() -> shown() != null
                && shown().sides().size() == count
                && !sides().busyProperty().get());
    }

    @Test
    void seesWhereModelsDisagreeAndWhy() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        train("baseline");
        clickOn("#rail-explore");
        waitFor(() -> window.explore().answerProperty().get() != null);
        clickOn("#look-side-by-side");
        waitForSides(1);
        assertThat(labels(text -> text.startsWith("There is only one run on this split. Train another")))
                .hasSize(1);

        train("svd");
        train("cor-ngbr");
        clickOn("#rail-explore");
        waitForSides(3);
        assertThat(labels(text -> text.equals(shown().disagreement()))).hasSize(1);
        assertThat(shown().disagreement()).contains("ost unlike");
        for (int side = 0; side < 3; side++) {
            assertThat(list(side).getItems())
                    .containsExactlyElementsOf(
                            Arrays.stream(shown().lists().list(side)).boxed().toList());
        }
        oneItemIsSelectedEverywhere();
        listsGetLonger();
        oneItemUnderEveryModel();
        runsAreChosen();
        changedRatingsReachEveryList();
        clickOn("#look-one");
        assertThat(lookup("#side-lists").tryQuery()).isEmpty();
    }

    private Set<Label> labels(Predicate<String> text) {
        return lookup((Label label) -> label.getText() != null && text.test(label.getText()) && label.isVisible())
                .queryAllAs(Label.class);
    }

    private void oneItemIsSelectedEverywhere() {
        Integer item = list(1).getItems().get(1);
        interact(() -> {
            list(1).requestFocus();
            list(1).getSelectionModel().select(0);
        });
        type(KeyCode.DOWN);
        waitFor(() -> item.equals(window.explore().itemProperty().get()));
        for (int side = 0; side < 3; side++) {
            Integer selected = list(side).getSelectionModel().getSelectedItem();
            assertThat(selected).isEqualTo(shown().lists().place(side, item) > 0 ? item : null);
        }
        assertThat(((Labeled) lookup("#sidePlaces").query()).getText()).isEqualTo(shown().places(item));
    }

    private void listsGetLonger() {
        interact(() -> sides().depthProperty().set(20));
        waitFor(() -> list(0).getItems().size() == 20);
        interact(() -> sides().depthProperty().set(10));
        waitFor(() -> list(0).getItems().size() == 10);
    }

    private void oneItemUnderEveryModel() {
        clickOn("#side-item");
        assertColumnsAddUp();
        Hyperlink others = lookup("#unfoldOthers").query();
        int rows = amounts(0).size();
        interact(others::fire);
        waitFor(() -> amounts(0).size() > rows);
        assertColumnsAddUp();
        clickOn("#side-lists");
    }

    private Set<Labeled> amounts(int side) {
        return lookup((Node node) -> node.getId() != null && node.getId().matches("aligned-amount-\\d+-" + side))
                .queryAllAs(Labeled.class);
    }

    /** What stands on the screen, to the last digit. */
    private void assertColumnsAddUp() {
        int item = window.explore().itemProperty().get();
        for (int side = 0; side < 3; side++) {
            int sum = amounts(side).stream()
                    .mapToInt(label -> thousandths(label.getText()))
                    .sum();
            String total = text("#aligned-total-" + side);
            assertThat(sum).isEqualTo(thousandths(total));
            assertThat(total)
                    .isEqualTo(StarText.prediction(shown().sides().get(side).shown(item)));
        }
    }

    private static int thousandths(String amount) {
        return amount.isEmpty() ? 0 : (int) Math.round(1000 * Double.parseDouble(amount.replace('−', '-')));
    }

    private void runsAreChosen() {
        clickOn("#sideRuns");
        CheckBox box = lookup((CheckBox each) ->
                        each.getText().equals(shown().sides().get(2).entry().name()))
                .query();
        clickOn(box);
        waitForSides(2);
        clickOn(box);
        waitForSides(3);
        type(KeyCode.ESCAPE);
        assertThat(text("#sideRuns")).isEqualTo("3 of 3 runs");
    }

    private void changedRatingsReachEveryList() {
        int candidates = shown().sides().get(2).predictions().candidates();
        interact(() -> {
            var ratings = window.explore().personProperty().get().ratings();
            window.explore().rate(ratings.without(ratings.item(0)));
        });
        waitFor(() -> shown() != null && shown().sides().get(2).predictions().candidates() == candidates + 1);
        assertThat(shown().sides())
                .allSatisfy(side -> assertThat(side.predictions().candidates()).isEqualTo(candidates + 1));
    }
}
