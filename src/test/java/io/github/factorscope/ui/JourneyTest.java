package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.training.EpochReport;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.sweep.SweepViewModel;
import io.github.factorscope.ui.train.Training;
import io.github.factorscope.ui.train.Training.State;
import io.github.factorscope.ui.workspace.RunEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What the first user does, with mouse and keyboard: open, train, watch, compare, ask why. */
class JourneyTest extends WindowTest {

    @Test
    void opensTrainsWatchesComparesAndReadsAnExplanation() {
        openTheDemoFilms();
        watchTheCurveGrow();
        trainASecondModelMeanwhile();
        goOnWithTheFirst();
        sweepOverFactors();
        compareBoth();
        readAnExplanation();
    }

    private void openTheDemoFilms() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);

        assertThat(text("#name")).isEqualTo("demo-films");
        assertThat(text("#users")).isEqualTo("1,000");
        clickOn("#itemSearch").write("alien");
        TableView<?> items = lookup("#itemTable").query();
        assertThat(items.getItems()).hasSizeBetween(2, 8);
    }

    private void watchTheCurveGrow() {
        clickOn("#rail-train");
        assertThat(lookup("#trainings").query().isVisible()).isFalse();
        clickOn("#step");
        for (int epoch = 1; epoch <= 3; epoch++) {
            waitUntilPausedAfter(epoch);
            CurvePlot plot = lookup("#errorPlot").query();
            assertThat(plot.curves().get(0).size()).isEqualTo(epoch);
            clickOn("#step");
        }
        waitUntilPausedAfter(4);
    }

    private void waitUntilPausedAfter(int epoch) {
        waitFor(() -> window.train().history().size() == epoch
                && window.train().stateProperty().getValue() == State.PAUSED);
    }

    private void trainASecondModelMeanwhile() {
        clickOn("CorNgbr");
        clickOn("#train");
        ListView<Training> trainings = lookup("#trainings").query();
        assertThat(trainings.getItems()).hasSize(2);
        waitFor(() -> trainings.getItems().get(1).isOver());

        assertThat(trainings.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(text("#status")).contains("test RMSE");
        assertThat(trainings.getItems().get(0).stateProperty().get()).isEqualTo(State.PAUSED);
    }

    private void goOnWithTheFirst() {
        clickOn("Paused · epoch 4 of 50");
        assertThat(window.train().history()).hasSize(4);
        assertThat(text("#pause")).isEqualTo("Resume");
        clickOn("#pause");
        waitFor(() -> window.train().watchedProperty().get().isOver());

        List<EpochReport> history = window.train().history();
        assertThat(history).hasSizeGreaterThan(10);
        assertThat(history.get(history.size() - 1).trainRmse())
                .isLessThan(history.get(0).trainRmse());
        assertThat(text("#status")).contains("test RMSE");
    }

    private void sweepOverFactors() {
        clickOn("#rail-sweep");
        doubleClickOn("#firstValues").push(KeyCode.CONTROL, KeyCode.A).write("2..4:3");
        assertThat(text("#firstHint")).isEqualTo("2  3  4");
        assertThat(text("#plan")).startsWith("3 trainings");
        clickOn("#start");
        TableView<?> trials = lookup("#trialTable").query();
        waitFor(() ->
                trials.getItems().size() == 3 && window.sweep().stateProperty().get() == SweepViewModel.State.IDLE);

        assertThat(text("#status")).contains("3 of 3 trained", "best validation RMSE");
        CurvePlot plot = lookup("#sweepErrors").query();
        assertThat(plot.curves().get(0).size()).isEqualTo(3);
        clickOn(lookup("#trialTable .table-row-cell").nth(1).queryAs(Node.class));
        clickOn("#presetName").write("mine");
        clickOn("#save");
        clickOn("#openTrain");
        TextField factors = lookup("#setting-factors").query();
        assertThat(factors.getText()).isEqualTo("3");
        MenuButton presets = lookup("#presets").query();
        assertThat(presets.getItems())
                .extracting(MenuItem::getText)
                .anyMatch(item -> item.startsWith("mine — Found by sweep on demo-films"))
                .contains("Delete mine");
    }

    private void compareBoth() {
        press(KeyCode.CONTROL).press(KeyCode.DIGIT4).release(KeyCode.DIGIT4).release(KeyCode.CONTROL);

        TableView<?> runs = lookup("#table").query();
        assertThat(runs.getItems()).hasSize(2);
        waitFor(() -> window.compare().firstVerdict().isPresent());
        assertThat(text("#verdict")).contains("better").contains("±");
    }

    private void readAnExplanation() {
        clickOn("#rail-explore");
        clickOn("#search").write("40").push(KeyCode.ENTER);
        waitFor(() -> window.explore().explanationProperty().get() != null);
        assertThat(text("#userTitle")).isEqualTo("Ratings of user 40");
        TableView<?> recommendations = lookup("#recommendations").query();
        String before = text("#itemTitle");
        clickOn(lookup("#recommendations .table-row-cell").nth(3).queryAs(Node.class));
        waitFor(() -> !text("#itemTitle").equals(before));

        assertThat(recommendations.getItems()).hasSize(20);
        assertThat(text("#sentence")).contains("ratings run");
        assertThat(amountsShown().stream()
                        .limit(amountsShown().size() - 1)
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(amountsShown().get(amountsShown().size() - 1));
        TableView<?> neighbours = lookup("#neighbours").query();
        assertThat(neighbours.getItems()).isNotEmpty();
    }

    /** Thousandths of a star as they stand on the screen; the last one is the prediction. */
    private List<Integer> amountsShown() {
        Parent waterfall = lookup("#waterfall").query();
        return waterfall.lookupAll(".waterfall-amount").stream()
                .map(node -> ((Label) node).getText().replace('−', '-').replace(".", ""))
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void aWrongSettingIsMarkedAndNothingIsTrained() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        clickOn("#rail-train");
        TextField factors = lookup("#setting-factors").query();
        doubleClickOn(factors).write("many");
        clickOn("#train");

        assertThat(text("#messageText")).contains("setting");
        assertThat(window.workspace().runs()).isEmpty();
        assertThat(factors.getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("danger"));
    }

    @Test
    void anotherSplitForgetsWhatHasEndedAndKeepsWatchingWhatHasNot() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        clickOn("#rail-train");
        for (int run = 1; run <= 3; run++) {
            clickOn("Baseline");
            clickOn("#train");
            int expected = run;
            waitFor(() -> window.workspace().runs().size() == expected);
        }
        clickOn("SVD");
        clickOn("#step");
        waitUntilPausedAfter(1);
        Training watched = window.train().watchedProperty().get();
        interact(() -> {
            window.data().seedProperty().set("99");
            window.data().applySplit();
        });
        ListView<Training> trainings = lookup("#trainings").query();
        waitFor(() -> trainings.getItems().size() == 1);

        assertThat(trainings.getSelectionModel().getSelectedItem()).isEqualTo(watched);
        assertThat(window.train().watchedProperty().get()).isEqualTo(watched);
        clickOn("#stop");
        waitFor(watched::isOver);
        assertThat(trainings.getItems()).containsExactly(watched);
    }

    @Test
    void aRunIsNamedTaggedDeletedAndTakenBack() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        clickOn("#rail-train");
        clickOn("Baseline");
        clickOn("#train");
        waitFor(() -> window.workspace().runs().size() == 1);
        RunEntry run = window.workspace().runs().get(0);
        waitFor(() -> run.folder().isPresent());
        clickOn("#rail-compare");
        clickOn(firstRow()).push(KeyCode.F2);
        answer("where it began");
        waitFor(() -> run.name().equals("where it began"));
        clickOn(firstRow());
        TableView<?> table = lookup("#table").query();
        interact(() -> table.getContextMenu().show(table, 300, 300)); // headless, the right button opens no menu
        clickOn("Tags…");
        answer("first, slow");
        waitFor(() -> run.tags().equals(List.of("first", "slow")));
        assertThat(firstRow().lookupAll(".table-cell"))
                .extracting(cell -> ((Labeled) cell).getText())
                .contains("where it began", "first, slow");

        clickOn(firstRow()).push(KeyCode.DELETE);
        waitFor(() -> window.workspace().runs().isEmpty());
        assertThat(text("#messageText")).isEqualTo("where it began is deleted.");
        assertThat(run.folder().orElseThrow()).doesNotExist();
        clickOn("#messageAction");
        waitFor(() -> window.workspace().runs().size() == 1);
        assertThat(run.folder().orElseThrow()).exists();
        assertThat(lookup("#message").query().isVisible()).isFalse();
    }

    @Test
    void aRunFolderThatIsDroppedIsOpened() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        clickOn("#rail-train");
        clickOn("Baseline");
        clickOn("#train");
        waitFor(() -> window.workspace().runs().size() == 1);
        RunEntry run = window.workspace().runs().get(0);
        waitFor(() -> run.folder().isPresent());
        interact(() -> {
            window.library().delete(List.of(run));
            window.errors().close();
        });
        waitFor(() -> window.workspace().runs().isEmpty());
        Path deleted = inTrash(run.folder().orElseThrow());
        interact(() -> window.open(deleted));
        waitFor(() -> window.workspace().runs().size() == 1);

        assertThat(window.workspace().runs().get(0).folder()).contains(deleted);
        assertThat(lookup("#table").queryAll()).isNotEmpty();
    }

    /** Types into the dialog; the click is what a headless window needs to have the keyboard. */
    private void answer(String text) {
        clickOn(".dialog-pane .text-field").push(KeyCode.CONTROL, KeyCode.A);
        write(text).push(KeyCode.ENTER);
    }

    /** The first row of the comparison, once nothing is going on that would draw it anew. */
    private Node firstRow() {
        waitFor(() -> window.workspace().activities().isEmpty());
        return lookup("#table .table-row-cell").nth(0).query();
    }

    private static Path inTrash(Path run) {
        try (Stream<Path> trash = Files.list(run.resolveSibling(".trash"))) {
            return trash.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theThemeChangesAndIsRemembered() {
        clickOn("#viewMenu").clickOn("#view-theme-dark");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        assertThat(window.preferences().get().dark()).isTrue();
    }
}
