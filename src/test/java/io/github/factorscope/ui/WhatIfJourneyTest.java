package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.ui.common.Stars;
import io.github.factorscope.ui.explore.RatingLine;
import io.github.factorscope.ui.explore.RatingLine.Change;
import io.github.factorscope.ui.explore.RatingsViewModel.Row;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What somebody does who wants to know what their ratings do, with mouse and keyboard. */
class WhatIfJourneyTest extends WindowTest {
    private TableView<Row> ratings;

    @BeforeEach
    void lookIntoAModel() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        interact(() -> {
            window.train().familyProperty().set(ModelCatalogue.find("cor-ngbr"));
            window.train().train();
        });
        waitFor(() -> !window.workspace().runs().isEmpty());
        clickOn("#rail-explore");
        waitFor(() -> lookup("#search").tryQuery().isPresent());
        clickOn("#search").write("40").push(KeyCode.ENTER);
        waitFor(() -> text("#userTitle").equals("Ratings of user 40"));
        ratings = lookup("#ratings").query();
        awaitAnswer();
    }

    /** Until the list is that of the ratings on the screen. */
    private void awaitAnswer() {
        waitFor(() -> {
            var answer = window.explore().answerProperty().get();
            return answer != null
                    && answer.person().equals(window.explore().personProperty().get());
        });
    }

    private List<RecommendationLine> list() {
        return List.copyOf(window.explore().recommendations().lines());
    }

    private RatedItems rated() {
        return window.explore().personProperty().get().ratings();
    }

    private RatingLine line(int row) {
        return ratings.getItems().get(row).line();
    }

    /** Lists keep spare cells, and none in order. */
    private Node inRow(String list, String part, int row) {
        return lookup(list + " " + part).queryAll().stream()
                .filter(node -> rowOf(node) == row && node.getScene() != null)
                .findFirst()
                .orElseThrow();
    }

    private static int rowOf(Node node) {
        for (Node outer = node; outer != null; outer = outer.getParent()) {
            if (outer instanceof TableRow<?> || outer instanceof ListCell<?>) {
                return outer.isVisible() ? ((IndexedCell<?>) outer).getIndex() : -1;
            }
        }
        return -1;
    }

    private int rowOf(int item) {
        return window.explore().ratings().lines().stream()
                .map(RatingLine::item)
                .toList()
                .indexOf(item);
    }

    private Node starsIn(String list, int row) {
        return inRow(list, ".stars", row);
    }

    /** The rightmost star. */
    private void giveFiveStars(Node stars) {
        clickOn(offset(stars.lookup(".star-full").getParent(), Pos.CENTER_RIGHT, -3, 0));
    }

    private void giveOneStar(Node stars) {
        clickOn(offset(stars.lookup(".star-full").getParent(), Pos.CENTER_LEFT, 9, 0));
    }

    @Test
    void changesRemovesUndoesRedoesAndResets() {
        List<RecommendationLine> before = list();
        RatedItems came = rated();
        Integer explained = window.explore().itemProperty().get();
        giveOneStar(starsIn("#ratings", 0));
        awaitAnswer();
        assertThat(line(0).change()).isEqualTo(Change.CHANGED);
        assertThat(line(0).rating()).isEqualTo(1);
        List<RecommendationLine> changed = list();
        assertThat(changed).isNotEqualTo(before);
        assertThat(window.explore().itemProperty().get()).isEqualTo(explained); // how does it follow?
        assertThat(text("#predictionBefore")).endsWith("→");
        assertThat(lookup("#predictionBefore").query().isVisible()).isTrue();

        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        awaitAnswer();
        assertThat(list()).isEqualTo(before);
        assertThat(lookup("#predictionBefore").query().isVisible()).isFalse();
        press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        awaitAnswer();
        assertThat(list()).isEqualTo(changed);

        clickOn(inRow("#ratings", ".rated-title", 1)).push(KeyCode.DELETE);
        awaitAnswer();
        assertThat(line(1).change()).isEqualTo(Change.REMOVED);
        assertThat(rated().size()).isEqualTo(came.size() - 1);
        push(KeyCode.DIGIT2);
        awaitAnswer();
        assertThat(line(1).rating()).isEqualTo(2);
        clickOn("#undo").clickOn("#undo");
        awaitAnswer();
        assertThat(list()).isEqualTo(changed);
        clickOn("#redo");
        clickOn("#reset");
        awaitAnswer();
        assertThat(rated()).isEqualTo(came);
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void findsAnotherFilmAndRatesIt() {
        int before = rated().size();
        clickOn("#addSearch").write("godfather part");
        ListView<RatingLine> hits = lookup("#hits").query();
        waitFor(() -> !hits.getItems().isEmpty());
        int item = hits.getItems().get(0).item();
        push(KeyCode.DOWN).push(KeyCode.DIGIT4);
        awaitAnswer();

        assertThat(rated().rating(item)).isEqualTo(4);
        assertThat(rated().size()).isBetween(before, before + 1);
        TextField search = lookup("#addSearch").query();
        assertThat(search.getText()).isEmpty();
        assertThat(inRow("#ratings", ".rated-title", rowOf(item)).isVisible()).isTrue();
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(rated().size()).isEqualTo(before);
    }

    @Test
    void somebodyNewRatesAFewFilmsIsSavedAndOpenedAgain() {
        clickOn("#newPerson");
        waitFor(() -> text("#userTitle").equals("New person"));
        ListView<RatingLine> starters = lookup("#starters").query();
        waitFor(() -> starters.getItems().size() == 12);
        awaitAnswer();
        List<RecommendationLine> first = list();
        giveFiveStars(starsIn("#starters", 0));
        giveOneStar(starsIn("#starters", 2));
        awaitAnswer();
        assertThat(rated().size()).isEqualTo(2);
        assertThat(list()).isNotEqualTo(first);
        assertThat(text("#modelSays")).endsWith("Answers at once: no training needed.");
        clickOn("#others");
        waitFor(() -> starters.getItems().get(0).item() != rated().item(0)
                && starters.getItems().stream().noneMatch(line -> rated().has(line.item())));
        List<RecommendationLine> list = list();

        clickOn("#save");
        waitFor(() -> lookup(".dialog-pane").tryQuery().isPresent());
        clickOn(".dialog-pane .text-field") // what a headless window needs to have the keyboard
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Ana")
                .push(KeyCode.ENTER);
        waitFor(() -> text("#userTitle").equals("Ana"));
        clickOn("#random");
        waitFor(() -> text("#userTitle").startsWith("Ratings of user"));
        ComboBox<?> ways = lookup("#ways").query();
        interact(() -> ways.getSelectionModel().selectLast());
        clickOn(lookup("#users .list-cell").nth(0).queryAs(Node.class));
        waitFor(() -> text("#userTitle").equals("Ana"));
        awaitAnswer();
        assertThat(list()).isEqualTo(list);
        assertThat(ratings.isVisible()).isTrue();
    }

    @Test
    void ratingsGoToAFileAndComeBack() {
        giveOneStar(starsIn("#ratings", 0));
        awaitAnswer();
        RatedItems changed = rated();
        List<RecommendationLine> list = list();
        Path file = folder.resolve("mine.csv");
        interact(() -> window.explore().ratings().files().exportTo(file));
        waitFor(() -> text("#messageText").contains("mine.csv"));
        clickOn("#reset");
        awaitAnswer();
        assertThat(list()).isNotEqualTo(list);
        interact(() -> window.explore().ratings().files().importFrom(file));
        waitFor(() -> rated().equals(changed));
        awaitAnswer();

        assertThat(list()).isEqualTo(list);
        assertThat(text("#messageText")).contains("Undo takes that back");
    }

    @Test
    void starsFollowTheMouseAndAreToldInWords() {
        Set<Node> all = lookup("#ratings .stars").queryAll();
        assertThat(all).hasSizeGreaterThan(5).allSatisfy(stars -> assertThat(((Stars) stars).getAccessibleText())
                .matches("Rating: [0-9.]+ of 5 stars"));
        Node stars = starsIn("#ratings", 0);
        double width = stars.lookup(".star-full").getClip().getLayoutBounds().getWidth();
        moveTo(offset(stars.lookup(".star-full").getParent(), Pos.CENTER_LEFT, 9, 0));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stars.lookup(".star-full").getClip().getLayoutBounds().getWidth())
                .isLessThan(width);
        moveTo("#userTitle");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stars.lookup(".star-full").getClip().getLayoutBounds().getWidth())
                .isEqualTo(width);
        assertThat(window.explore().whatIf().isChanged()).isFalse();
    }
}
