package io.github.factorscope.report;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.AccuracyMetric;
import io.github.factorscope.evaluation.ErrorBreakdown;
import io.github.factorscope.evaluation.Metric;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.plot.IntervalPicture;
import io.github.factorscope.report.TrainingCurves.Along;
import io.github.factorscope.report.TrainingCurves.Measure;
import j2html.tags.DomContent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Runs of one split as a page: the table, what is beyond noise, the pictures, the settings, the definitions.
 *
 * @param rows in the order of the table, at least one
 * @param verdicts sentences on which differences are real
 * @param made when the page is written
 */
public record ComparisonReport(List<RunRow> rows, List<String> verdicts, Instant made) {
    private static final double HEIGHT = 380; // pixels of a picture
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public ComparisonReport {
        rows = List.copyOf(rows);
        verdicts = List.copyOf(verdicts);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a report has at least one run");
        }
    }

    public String toHtml() {
        return page(List.of(this));
    }

    /**
     * Several comparisons on one page, one after the other: runs of different splits are never ranked together.
     *
     * @param reports at least one
     */
    public static String page(List<ComparisonReport> reports) {
        HtmlPage page = new HtmlPage(
                reports.stream().map(ComparisonReport::title).distinct().collect(Collectors.joining("; ")));
        reports.forEach(report -> report.addTo(page));
        return page.render("Made by FactorScope " + Versions.current().factorScope() + " on "
                + DAY.format(reports.get(0).made) + ".");
    }

    private String title() {
        String runs = rows.size() == 1 ? rows.get(0).name() : rows.size() + " runs";
        return runs + " on " + rows.get(0).run().experiment().dataset().name();
    }

    private void addTo(HtmlPage page) {
        Experiment first = rows.get(0).run().experiment();
        page.add("Runs, " + first.split().plan().words(), table(), HtmlPage.paragraphs(verdicts));
        errors(page);
        training(page);
        if (rows.stream()
                .anyMatch(row -> row.ranking().isPresent() || row.topK().isPresent())) {
            ranking(page);
        }
        page.add("Data and split", dataTable(first.dataset(), first.split()));
        page.add("Settings", settingsTable());
        page.add("Definitions", definitions());
    }

    private List<RunColumn> columns() {
        return RunColumn.ALL.stream()
                .filter(column -> column.isUsed().test(rows))
                .toList();
    }

    private DomContent table() {
        return table(column -> !ofLists(column));
    }

    /** Of the lists that a run would show. */
    private static boolean ofLists(RunColumn column) {
        return column.metric().isPresent() && !(column.metric().get() instanceof AccuracyMetric);
    }

    private DomContent table(Predicate<RunColumn> wanted) {
        List<RunColumn> columns = columns().stream().filter(wanted).toList();
        return HtmlPage.table(
                columns.stream().map(this::heading).toList(),
                columns.stream().map(RunColumn::isNumber).toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> column.text().apply(row))
                                .toList())
                        .toList());
    }

    private String heading(RunColumn column) {
        return rows.stream()
                .flatMap(row -> row.ranking().stream())
                .findFirst()
                .map(quality -> column.title()
                        .replace("at K", "at " + quality.settings().k()))
                .orElse(column.title());
    }

    private void errors(HtmlPage page) {
        if (rows.stream().noneMatch(row -> row.interval().isPresent())) {
            return;
        }
        List<DomContent> content = new ArrayList<>();
        IntervalPicture intervals = ComparisonPictures.intervals(rows);
        content.add(HtmlPage.picture(
                intervals,
                intervals.usualHeight(),
                "Test RMSE. The intervals belong to each run alone; whether two runs differ is told above, from their"
                        + " difference on the same ratings."));
        for (ErrorBreakdown.Axis axis : ErrorBreakdown.Axis.values()) {
            content.add(HtmlPage.picture(
                    ComparisonPictures.breakdown(rows, axis),
                    HEIGHT,
                    "Test RMSE by " + axis.title().toLowerCase(Locale.ROOT)));
        }
        page.add("Errors", content.toArray(DomContent[]::new));
    }

    private void training(HtmlPage page) {
        Measure measure = measure();
        page.add(
                "Training",
                HtmlPage.picture(ComparisonPictures.bands(rows, measure, Along.EPOCHS), HEIGHT, measure + " by epoch"),
                HtmlPage.picture(
                        ComparisonPictures.bands(rows, measure, Along.SECONDS),
                        HEIGHT,
                        measure + " by second of training, evaluation and pauses left out"),
                HtmlPage.picture(
                        ComparisonPictures.accuracyAndTime(rows), HEIGHT, "Accuracy against the time of the training"));
    }

    /** The first that a run has. */
    private Measure measure() {
        for (Measure measure : Measure.values()) {
            if (rows.stream()
                    .flatMap(row -> row.run().outcome().history().stream())
                    .anyMatch(report -> measure.of(report).isPresent())) {
                return measure;
            }
        }
        return Measure.TRAINING;
    }

    private void ranking(HtmlPage page) {
        List<DomContent> content = new ArrayList<>();
        rows.stream()
                .flatMap(row -> row.ranking().stream())
                .findFirst()
                .ifPresent(quality -> content.add(HtmlPage.paragraphs(List.of(conditions(quality)))));
        content.add(table(column -> ofLists(column) || column.id().equals("model")));
        for (RankingMetric metric : List.of(RankingMetric.NDCG, RankingMetric.RECALL, RankingMetric.POPULARITY)) {
            IntervalPicture picture = ComparisonPictures.ranking(rows, metric);
            if (!picture.rows().isEmpty()) {
                content.add(HtmlPage.picture(picture, picture.usualHeight(), metric.title()));
            }
        }
        content.add(HtmlPage.picture(
                ComparisonPictures.topK(rows, 100), HEIGHT, "Koren's top-K protocol: cumulative distribution, whole"));
        content.add(HtmlPage.picture(
                ComparisonPictures.topK(rows, ComparisonPictures.TOP), HEIGHT, "The same, the best 2 %"));
        page.add("Ranking", content.toArray(DomContent[]::new));
    }

    /** What lists were judged by, in a sentence. */
    public static String conditions(RankingQuality quality) {
        return String.format(
                Locale.ENGLISH,
                "Lists of K = %d out of the whole catalogue without the user's training items; a test item with at least"
                        + " %s stars is relevant. %,d users have one, %,d have none and are left out.",
                quality.settings().k(),
                trimmed(quality.settings().threshold()),
                quality.users(),
                quality.usersWithoutRelevant());
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static DomContent dataTable(Dataset dataset, Split split) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("Data", dataset.name()));
        lines.add(List.of("Users", RunColumn.format(dataset.users().size(), 0)));
        lines.add(List.of("Items", RunColumn.format(dataset.items().size(), 0)));
        lines.add(List.of("Test", split.plan().words()));
        lines.add(List.of("Training ratings", RunColumn.format(split.training().size(), 0)));
        lines.add(List.of(
                "Validation ratings", RunColumn.format(split.validation().size(), 0)));
        lines.add(List.of("Test ratings", RunColumn.format(split.test().size(), 0)));
        lines.add(List.of("Fingerprint of the split", split.fingerprint()));
        return HtmlPage.table(List.of("", ""), List.of(false, false), lines);
    }

    private DomContent settingsTable() {
        List<List<String>> lines = new ArrayList<>();
        for (RunRow row : rows) {
            Experiment experiment = row.run().experiment();
            String settings = TwoRuns.values(experiment.settings()).entrySet().stream()
                    .map(setting -> setting.getKey() + " " + setting.getValue())
                    .collect(Collectors.joining(", "));
            lines.add(List.of(
                    row.name(),
                    experiment.family().id(),
                    settings,
                    String.valueOf(experiment.seed()),
                    row.run().versions().java() + ", " + row.run().versions().system()));
        }
        return HtmlPage.table(
                List.of("Run", "Model", "Settings", "Seed", "Java and system"),
                List.of(false, false, false, true, false),
                lines);
    }

    private DomContent definitions() {
        List<List<String>> lines = columns().stream()
                .flatMap(column -> column.metric().stream())
                .map(ComparisonReport::definition)
                .toList();
        return HtmlPage.table(
                List.of("Metric", "Formula", "Meaning", "Source"), List.of(false, false, false, false), lines);
    }

    private static List<String> definition(Metric metric) {
        return List.of(metric.title(), metric.formula(), metric.definition(), metric.source());
    }
}
