package io.github.factorscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.PresetStore;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.SavedPreset;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read does not depend on the language of the window; what people read is in it. */
class FilesInEveryLanguageTest {
    private static final ModelFamily SVD = ModelCatalogue.find("svd");

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    private static Run run(String preset, int seed) {
        Dataset dataset = RandomRatings.dataset(30, 20, 0.5, 3);
        Experiment experiment = new Experiment(
                dataset, Split.of(dataset, new SplitPlan(0.3, 0.1, 1)), SVD, SVD.preset(preset), seed, 3);
        return Run.of(experiment, experiment.newSession(report -> {}).run());
    }

    private static List<RunRow> rows(List<Run> runs) {
        return RunRow.of(Comparison.of(
                        runs.stream()
                                .map(run -> new Comparison.Entry(
                                        String.valueOf(run.experiment().seed()), run))
                                .toList(),
                        new BootstrapPlan(200, 1))
                .splits()
                .get(0));
    }

    private void write(Path target, Locale language, List<Run> runs) throws IOException {
        Texts.use(language);
        RunStore.save(runs.get(0), target.resolve("run"));
        Files.writeString(target.resolve("runs.csv"), RunTableCsv.of(rows(runs)), StandardCharsets.UTF_8);
        new PresetStore(target.resolve("presets.json"), warnings::add)
                .save(SVD, "best", SVD.preset("quick"), SavedPreset.foundOn("made", 0.84321, LocalDate.of(2024, 5, 1)));
    }

    private static Map<String, String> contents(Path within) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(within)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        within.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void runsTablesAndPresetsAreTheSameByteByByte() throws IOException {
        List<Run> runs = List.of(run("quick", 1), run("default", 2));
        Path english = Files.createDirectories(folder.resolve("en"));
        Path korean = Files.createDirectories(folder.resolve("ko"));
        write(english, Locale.ENGLISH, runs);
        write(korean, Locale.KOREAN, runs);

        assertThat(contents(english)).containsKeys("run/run.json", "runs.csv", "presets.json");
        assertThat(contents(korean)).isEqualTo(contents(english));
    }

    @Test
    void aPresetThatASweepFoundIsToldInTheLanguageOfTheWindow() throws IOException {
        write(folder, Locale.KOREAN, List.of(run("quick", 1)));
        PresetStore store = new PresetStore(folder.resolve("presets.json"), warnings::add);
        assertThat(store.of(SVD).get(0).about()).isEqualTo("made 데이터의 스윕에서 찾음: 검증 RMSE 0.8432 (2024-05-01).");
        Texts.use(Locale.ENGLISH);
        assertThat(store.of(SVD).get(0).about())
                .isEqualTo("Found by sweep on made: validation RMSE 0.8432 (2024-05-01).");
    }

    @Test
    void theReportSpeaksAsTheWindowWithTheSameNumbers() {
        List<RunRow> rows = rows(List.of(run("quick", 1)));
        ComparisonReport report = new ComparisonReport(rows, List.of(), Instant.EPOCH);
        String english = report.toHtml();
        Texts.use(Locale.KOREAN);
        String korean = report.toHtml();

        assertThat(english).contains("<html lang=\"en\">", "Test RMSE", "1 January 1970, 00:00 UTC");
        assertThat(korean)
                .contains("<html lang=\"ko\">", "테스트 RMSE", "1970년 1월 1일 00:00 UTC")
                .doesNotContain("Test RMSE");
        String rmse = RunColumn.format(rows.get(0).run().test().orElseThrow().rmse(), 4);
        assertThat(english).contains(rmse);
        assertThat(korean).contains(rmse);
    }
}
