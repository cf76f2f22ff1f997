package io.github.factorscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.evaluation.ranking.RankingSettings;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.evaluation.topk.TopKProtocol;
import io.github.factorscope.evaluation.topk.TopKSettings;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.IntervalPicture;
import io.github.factorscope.report.TrainingCurves.Along;
import io.github.factorscope.report.TrainingCurves.Measure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {
    private static final BootstrapPlan PLAN = new BootstrapPlan(200, 1);
    private static final SplitRuns COMPARED = compared();
    private static final List<RunRow> ROWS = judged();

    private static Run run(String family, long seed) {
        Dataset dataset = RandomRatings.dataset(40, 30, 0.5, 3);
        ModelFamily found = ModelCatalogue.find(family);
        Experiment experiment = new Experiment(
                dataset, Split.of(dataset, new SplitPlan(0.3, 0.1, 1)), found, found.preset("quick"), seed, 3);
        return Run.of(experiment, experiment.newSession(report -> {}).run());
    }

    private static SplitRuns compared() {
        return Comparison.of(
                        List.of(
                                new Comparison.Entry("a", run("baseline", 1)),
                                new Comparison.Entry("b", run("svd", 1)),
                                new Comparison.Entry("c", run("svd", 2))),
                        PLAN)
                .splits()
                .get(0);
    }

    private static List<RunRow> judged() {
        return RunRow.of(COMPARED).stream()
                .map(row -> {
                    Split split = row.run().experiment().split();
                    return row.withRanking(RankingQuality.of(
                                    row.run().model(),
                                    split.training(),
                                    split.validation(),
                                    split.test(),
                                    new RankingSettings(5, 4)))
                            .withTopK(new TopKProtocol(row.run().model(), split.training(), TopKSettings.USUAL)
                                    .run(split.test()));
                })
                .toList();
    }

    private static String html() {
        List<String> verdicts =
                COMPARED.againstBest().stream().map(Verdict::sentence).toList();
        return new ComparisonReport(ROWS, verdicts, Instant.EPOCH).toHtml();
    }

    @Test
    void theNumbersAreTheTables() {
        String page = html();
        for (RunRow row : ROWS) {
            for (RunColumn column : RunColumn.ALL) {
                String cell = column.text(row);
                assertThat(page).as(column.id()).contains(">" + cell.replace("&", "&amp;") + "<");
            }
        }
        COMPARED.againstBest()
                .forEach(verdict -> assertThat(page).contains(verdict.sentence().replace("<", "&lt;")));
    }

    @Test
    void nothingIsFetchedOrRun() {
        String page = html();
        assertThat(page).doesNotContain("<script", "<link", "<iframe", "@import", "url(", "src=", "href=", "onclick");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
    }

    @Test
    void itFollowsTheThemeAndPrints() {
        assertThat(html())
                .contains("prefers-color-scheme: dark", "@media print", "color-scheme", "var(--plot-text,")
                .contains("--plot-text: var(--muted)");
    }

    @Test
    void everyPictureIsWellFormed() throws Exception {
        Matcher svg = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(html());
        int pictures = 0;
        while (svg.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.group().getBytes(StandardCharsets.UTF_8)));
            pictures++;
        }
        assertThat(pictures).isEqualTo(12);
    }

    @Test
    void theCsvHasAllDigits() throws IOException {
        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(RunTableCsv.of(ROWS)))
                .getRecords();
        assertThat(records).hasSize(3);
        for (int k = 0; k < 3; k++) {
            RunRow row = ROWS.get(k);
            assertThat(records.get(k).get("model")).isEqualTo(row.name());
            assertThat(Double.parseDouble(records.get(k).get("testRmse")))
                    .isEqualTo(row.run().test().orElseThrow().rmse());
            assertThat(Double.parseDouble(records.get(k).get("ndcg")))
                    .isEqualTo(row.ranking().orElseThrow().values().get(RankingMetric.NDCG));
        }
    }

    @Test
    void seedsAreOneLineOfTheIntervalsAndOneBand() {
        IntervalPicture intervals = ComparisonPictures.intervals(ROWS);
        assertThat(intervals.rows()).hasSize(2);
        Map<String, Curve> bands = ComparisonPictures.bands(ROWS, Measure.TEST, Along.EPOCHS).curves().stream()
                .collect(Collectors.toMap(Curve::name, curve -> curve));
        assertThat(bands).hasSize(2);
        Curve band = bands.values().stream()
                .filter(curve -> curve.band().isPresent())
                .findFirst()
                .orElseThrow();
        List<RunRow> seeds = ROWS.stream()
                .filter(row -> row.run().experiment().family().id().equals("svd"))
                .toList();
        double first = seeds.get(0).run().outcome().history().get(2).testRmse().orElseThrow();
        double second = seeds.get(1).run().outcome().history().get(2).testRmse().orElseThrow();
        assertThat(band.ys()[2]).isEqualTo((first + second) / 2);
        assertThat(band.band().orElseThrow().lows()[2]).isEqualTo(Math.min(first, second));
        assertThat(band.band().orElseThrow().highs()[2]).isEqualTo(Math.max(first, second));
    }

    @Test
    void twoRunsTellWhatDiffers() {
        RunRow baseline = row("baseline");
        RunRow svd = row("svd");
        TwoRuns two = TwoRuns.of(COMPARED, baseline, svd, PLAN);
        double difference = baseline.run().test().orElseThrow().rmse()
                - svd.run().test().orElseThrow().rmse();
        assertThat(two.differences().rows().get(0).value())
                .isCloseTo(difference, org.assertj.core.api.Assertions.within(1e-6)); // errors are kept as floats
        assertThat(two.settings()).extracting(TwoRuns.Setting::name).contains("Model", "Factors");
        assertThat(two.sentences())
                .hasSize(3)
                .last()
                .as("SVD has two seeds, of which the picture shows one")
                .isEqualTo("The picture shows these two runs alone, without their other seeds.");

        List<RunRow> seeds = ROWS.stream()
                .filter(row -> row.run().experiment().family().id().equals("svd"))
                .toList();
        TwoRuns bySeed = TwoRuns.of(COMPARED, seeds.get(0), seeds.get(1), PLAN);
        assertThat(bySeed.settings()).containsExactly(new TwoRuns.Setting("Seed", "1", "2"));
        assertThat(bySeed.sentences().get(0)).contains("RMSE");
    }

    private static RunRow row(String family) {
        return ROWS.stream()
                .filter(row -> row.run().experiment().family().id().equals(family))
                .findFirst()
                .orElseThrow();
    }
}
