package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.inspection.WhyNot.Gap;
import io.github.factorscope.ui.explore.RecommendationsViewModel;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.text.Collator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does who wants another list, or to know why an item is not in it, with mouse and keyboard. */
class RecommendationsJourneyTest extends WindowTest {
    private static final Pattern TOTAL = Pattern.compile("Together (\\S+) against (\\S+): (\\S+)");

    private RecommendationsViewModel model;
    private TableView<RecommendationLine> table;

    @BeforeEach
    void lookIntoAModel() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        interact(() -> {
            window.train().familyProperty().set(ModelCatalogue.find("integrated"));
            window.train().train();
        });
        waitFor(() -> !window.workspace().runs().isEmpty());
        clickOn("#rail-explore");
        clickOn("#search").write("40").push(KeyCode.ENTER);
        waitFor(() -> text("#userTitle").equals("Ratings of user 40"));
        model = window.explore().recommendations();
        table = lookup("#recommendations").query();
        waitFor(() -> table.getItems().size() == 20
                && window.explore().explanationProperty().get() != null
                && selected() == table.getItems().get(0).item());
    }

    private int selected() {
        RecommendationLine line = table.getSelectionModel().getSelectedItem();
        return line == null ? -1 : line.item();
    }

    @Test
    void filtersTakesARuleAwayAndClears() {
        clickOn("#filterButton");
        clickOn("Comedy");
        waitFor(() ->
                table.getItems().stream().allMatch(line -> line.info().genres().contains("Comedy")));
        clickOn("✓ Comedy");
        waitFor(() ->
                table.getItems().stream().noneMatch(line -> line.info().genres().contains("Comedy")));
        clickOn("#fromYear").write("1990");
        waitFor(() -> table.getItems().stream().allMatch(line -> line.info().year() >= 1990));
        clickOn("#leastRatings").write("many");
        assertThat(lookup("#leastRatings").query().getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("danger"));
        assertThat(model.filterProperty().get().leastRatings()).isZero();
        clickOn("#filterDone");
        waitFor(() -> lookup("#filterDone").queryAll().isEmpty());
        assertThat(text(".rule")).isEqualTo("no Comedy");

        clickOn("no Comedy");
        waitFor(() -> lookup(".rule").queryAll().size() == 1);
        assertThat(model.filterProperty().get().fromYear()).isEqualTo(1990);
        clickOn("#filterButton").doubleClickOn("#fromYear").write("2900").clickOn("#filterDone");
        waitFor(() -> table.getItems().isEmpty());
        clickOn("#clearEmpty");
        waitFor(() -> table.getItems().size() == 20);
        assertThat(lookup(".rule").queryAll()).isEmpty();
    }

    @Test
    void asksForDiversityAndReadsWhatItCosts() {
        List<RecommendationLine> plain = List.copyOf(table.getItems());
        clickOn("#diversity"); // in the middle
        waitFor(() -> !text("#cost").isEmpty());
        assertThat(text("#cost"))
                .matches("Mean prediction .* instead of .*; mean similarity .* instead of .*; "
                        + "\\d+ of 20 replaced\\.");
        assertThat(List.copyOf(table.getItems())).isNotEqualTo(plain);
        push(KeyCode.HOME);
        waitFor(() -> text("#cost").isEmpty());
        assertThat(List.copyOf(table.getItems())).isEqualTo(plain);
    }

    @Test
    void asksAboutAnItemAndTheNumbersAddUp() {
        var now = window.explore().answerProperty().get().now();
        int asked = now.itemAt(now.candidates() / 2);
        String title = window.explore()
                .run()
                .experiment()
                .dataset()
                .items()
                .item(asked)
                .title();
        clickOn("#question").write(title);
        waitFor(() -> !model.lines().isEmpty() && lookup("#asked").query().isVisible());
        push(KeyCode.ENTER);
        waitFor(() -> window.explore().itemProperty().get() == asked
                && text("#whyNotSentence").startsWith(title + ": ranked "));
        assertThat(text("#whyNotSentence")).contains("★ below the 20th (");
        assertThat(table.getSelectionModel().getSelectedItem()).isNull();
        waitFor(() -> window.explore().explanationProperty().get().item() == asked);

        TableView<Gap> gaps = lookup("#gaps").query();
        Matcher total = TOTAL.matcher(text("#total"));
        assertThat(total.matches()).isTrue();
        int sum = gaps.getItems().stream().mapToInt(Gap::difference).sum();
        assertThat(sum)
                .isEqualTo(thousandths(total.group(3)))
                .isEqualTo(thousandths(total.group(1)) - thousandths(total.group(2)));
        assertThat(text("#predictionLabel")).isEqualTo(total.group(1) + " ★");

        interact(() -> gaps.getSelectionModel().select(firstOfTheItem(gaps)));
        interact(gaps::requestFocus);
        push(KeyCode.ENTER);
        assertThat(lookup("#evidence").query().isVisible()).isTrue();
        clickOn("#other");
        waitFor(() -> selected() == table.getItems().get(19).item());
    }

    private static int firstOfTheItem(TableView<Gap> gaps) {
        for (int row = 0; row < gaps.getItems().size(); row++) {
            Gap gap = gaps.getItems().get(row);
            if (gap.ofItem().isPresent() && gap.term().hasNeighbour()) {
                return row;
            }
        }
        throw new AssertionError("no rating takes part");
    }

    private static int thousandths(String stars) {
        return Integer.parseInt(stars.replace('−', '-').replace(".", ""));
    }

    @Test
    void comparesTheListBeforeAndAfterAndTheSelectedItemStays() {
        int chosen = table.getItems().get(4).item();
        interact(() -> table.getSelectionModel().select(4));
        waitFor(() -> window.explore().explanationProperty().get().item() == chosen);
        List<Integer> before =
                table.getItems().stream().map(RecommendationLine::item).toList();
        interact(() -> window.explore().rate(turned()));
        waitFor(() -> model.lines().get(0).move().isPresent());

        assertThat(window.explore().itemProperty().get()).isEqualTo(chosen);
        assertThat(selected()).isIn(chosen, -1);
        assertThat(text("#leftTheList")).startsWith("Left the list: ");
        assertThat(text("#moved")).contains(" of 20 moved");
        clickOn("#beforeButton");
        waitFor(() ->
                table.getItems().stream().map(RecommendationLine::item).toList().equals(before));
        assertThat(selected()).isEqualTo(chosen);
        clickOn("#beforeButton"); // one of the two stays chosen
        assertThat(((ToggleButton) lookup("#beforeButton").query()).isSelected())
                .isTrue();
        clickOn("#nowButton");
        waitFor(() -> model.lines().equals(table.getItems())
                && !model.beforeProperty().get());
    }

    private RatedItems turned() {
        RatedItems rated = window.explore().personProperty().get().ratings();
        RatedItems turned = rated;
        for (int place = 0; place < rated.size(); place++) {
            turned = turned.with(rated.item(place), 6 - rated.value(place));
        }
        return turned;
    }

    @Test
    void aLongerListIsSortedByTitleAndTheItemChosenElsewhereComesIntoView() {
        interact(() -> model.lengthProperty().set(100));
        waitFor(() -> table.getItems().size() == 100);
        int last = table.getItems().get(99).item();
        interact(() -> window.explore().itemProperty().set(last));
        assertThat(selected()).isEqualTo(last);
        waitFor(() -> lookup("#recommendations .table-row-cell").queryAll().stream()
                .map(Node.class::cast)
                .anyMatch(row -> row.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("selected"))
                        && row.isVisible()));

        clickOn(lookup("#recommendations .column-header .label")
                .match(label ->
                        label instanceof Label heading && heading.getText().equals("Title"))
                .queryAs(Node.class));
        waitFor(() -> isSortedByTitle());
        assertThat(selected()).isEqualTo(last);
    }

    private boolean isSortedByTitle() {
        List<String> titles =
                table.getItems().stream().map(line -> line.info().title()).toList();
        return titles.equals(titles.stream().sorted(Collator.getInstance()).toList());
    }
}
