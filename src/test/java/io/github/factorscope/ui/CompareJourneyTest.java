package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.evaluation.topk.TopKCase;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.IntervalPicture;
import io.github.factorscope.plot.PointPicture;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.plot.PictureFiles;
import io.github.factorscope.ui.plot.PicturePlot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody compares: through all ways of looking, down to what outranked a film, and out into files. */
class CompareJourneyTest extends WindowTest {

    private void train(String family, long seed) {
        int before = window.workspace().runs().size();
        interact(() -> {
            window.train().familyProperty().set(ModelCatalogue.find(family));
            window.train()
                    .choosePreset(ModelCatalogue.find(family).presets().stream()
                            .filter(preset -> preset.name().equals("quick"))
                            .findFirst()
                            .orElseThrow());
            window.train().seedProperty().set(String.valueOf(seed));
            window.train().train();
        });
        waitFor(() -> window.workspace().runs().size() == before + 1);
    }

    private List<RunRow> rows() {
        return window.compare().rowsProperty().get();
    }

    private PicturePlot plotOf(String accessibleText) {
        return lookup((PicturePlot plot) -> accessibleText.equals(plot.getAccessibleText()))
                .query();
    }

    @Test
    void looksAtRunsInEveryWayAndSavesWhatItSaw() throws Exception {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        train("baseline", 1);
        train("svd", 1);
        train("svd", 2);
        clickOn("#rail-compare");
        waitFor(() ->
                rows().size() == 3 && rows().stream().allMatch(row -> row.line().isPresent()));

        repeatedSeedsBecomeABand();
        clickOn("#pane-intervals");
        assertThat(((IntervalPicture) plotOf("Intervals").picture()).rows()).hasSize(2); // SVD's seeds are one line
        assertThat(lookup("#line").query().isManaged()).isFalse(); // an empty line of options takes no room
        clickOn("#pane-accuracy-and-time");
        assertThat(((PointPicture) plotOf("Accuracy and time").picture()).points())
                .hasSize(3);
        clickOn("#pane-where-they-err");
        assertThat(lookup("#line").query().isManaged()).isTrue();
        numbersAreAsWideAsTheirHeadings();
        assertThat(((CurvePicture) plotOf("Where they err").picture()).drawn()).hasSize(3);
        judgeLists();
        askWhatOutrankedAnItem();
        twoRunsFaceToFace();
        everythingIsSaved();
    }

    @Test
    void aColumnThatSomebodyHasChosenStays() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        train("baseline", 1);
        clickOn("#rail-compare");
        waitFor(() -> lookup("#table").tryQuery().isPresent());
        TableView<?> table = lookup("#table").query();
        TableColumn<?, ?> memory = table.getColumns().stream()
                .filter(column -> "column-megabytes".equals(column.getId()))
                .findFirst()
                .orElseThrow();
        boolean usual = memory.isVisible();
        interact(() -> memory.setVisible(!usual)); // as the button for columns does
        train("svd", 1);
        waitFor(() ->
                rows().size() == 2 && rows().stream().allMatch(row -> row.line().isPresent()));

        assertThat(memory.isVisible()).isEqualTo(!usual);
        assertThat(window.preferences().get().look().chosen()).containsEntry("compare.table.megabytes", !usual);
    }

    private void numbersAreAsWideAsTheirHeadings() {
        TableView<?> table = lookup("#table").query();
        assertThat(table.getVisibleLeafColumns().stream().filter(column -> column.getGraphic() instanceof Label))
                .isNotEmpty()
                .allSatisfy(column ->
                        assertThat(column.getMinWidth()).isGreaterThan(((Label) column.getGraphic()).prefWidth(-1)));
    }

    private void repeatedSeedsBecomeABand() {
        CurvePlot plot = lookup("#curves").query();
        assertThat(plot.curves()).hasSize(2);
        assertThat(plot.curves().stream().filter(curve -> curve.band().isPresent()))
                .singleElement()
                .satisfies(curve -> assertThat(curve.name()).contains("× 2"));
        clickOn("Seeds as bands");
        assertThat(plot.curves()).hasSize(3);
        clickOn("Seeds as bands");
    }

    private void judgeLists() {
        clickOn("#pane-ranking");
        Button judge = lookup("#judge").query();
        assertThat(judge.getText()).isEqualTo("Judge the lists of 3 runs");
        clickOn(judge);
        waitFor(() -> rows().stream().allMatch(row -> row.topK().isPresent()));
        assertThat(judge.isVisible()).isFalse();
        assertThat(((IntervalPicture) plotOf("Ranking of the ticked runs").picture()).rows())
                .hasSize(3);
        assertThat(lookup((Label label) ->
                                label.getText() != null && label.getText().startsWith("NDCG at K = "))
                        .queryAll())
                .isNotEmpty();
    }

    private void askWhatOutrankedAnItem() {
        clickOn("#pane-top-k");
        TableView<TopKCase> cases = lookup("#topKCases").query();
        assertThat(cases.getItems()).isNotEmpty();
        TopKCase worst = cases.getItems().get(0);
        assertThat(worst.percentile()).isGreaterThan(50); // the greatest misses first
        interact(() -> cases.getSelectionModel().select(worst));
        TableView<?> above = lookup("#topKAbove").query();
        waitFor(() -> above.getItems().size() == worst.above());
        assertThat(worst.above()).isPositive();
    }

    private void twoRunsFaceToFace() {
        clickOn("#pane-two-runs");
        Labeled verdict = lookup("#verdictOnTwo").query();
        waitFor(() -> verdict.getText().contains("NDCG at 10"));
        assertThat(verdict.getText()).contains("RMSE");
    }

    private void everythingIsSaved() throws Exception {
        Path report = folder.resolve("report.html");
        Path table = folder.resolve("runs.csv");
        interact(() -> {
            window.compare().saveReport(report);
            window.compare().saveTable(table);
        });
        waitFor(() -> Files.exists(report) && Files.exists(table));
        for (RunRow row : rows()) {
            String rmse = String.format("%.4f", row.run().test().orElseThrow().rmse());
            assertThat(Files.readString(report)).contains(row.name()).contains(rmse);
        }
        assertThat(Files.readAllLines(table)).hasSize(4);
        clickOn("#pane-curves");
        PicturePlot plot = lookup("#curves").query();
        for (String name : List.of("curves.png", "curves.svg")) {
            Callable<Path> writer = WaitForAsyncUtils.asyncFx(() -> PictureFiles.writer(plot, folder.resolve(name)))
                    .get();
            assertThat(writer.call()).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("curves.svg")))
                .startsWith("<svg")
                .contains("Baseline");
    }
}
