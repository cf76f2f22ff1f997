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
import io.github.factorscope.text.Texts;
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
    private static final Texts TEXTS = Texts.of(ComparisonReport.class);
    private static final double HEIGHT = 380; // pixels of a picture

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
        String day = DateTimeFormatter.ofPattern(TEXTS.get("day-pattern"), Texts.locale())
                .withZone(ZoneOffset.UTC)
                .format(reports.get(0).made);
        return page.render(TEXTS.get("made-on", Versions.current().factorScope(), day));
    }

    private String title() {
        String data = rows.get(0).run().experiment().dataset().name();
        return rows.size() == 1
                ? TEXTS.get("run-on", rows.get(0).name(), data)
                : TEXTS.get("runs-on", String.valueOf(rows.size()), data);
    }

    private void addTo(HtmlPage page) {
        Experiment first = rows.get(0).run().experiment();
        page.add(TEXTS.get("runs-by", first.split().plan().words()), table(), HtmlPage.paragraphs(verdicts));
        errors(page);
        training(page);
        if (rows.stream()
                .anyMatch(row -> row.ranking().isPresent() || row.topK().isPresent())) {
            ranking(page);
        }
        page.add(TEXTS.get("data-and-split"), dataTable(first.dataset(), first.split()));
        page.add(TEXTS.get("settings"), settingsTable());
        page.add(TEXTS.get("definitions"), definitions());
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
                        .map(row ->
                                columns.stream().map(column -> column.text(row)).toList())
                        .toList());
    }

    private String heading(RunColumn column) {
        return rows.stream()
                .flatMap(row -> row.ranking().stream())
                .findFirst()
                .map(quality ->
                        RunColumn.withLength(column.title(), quality.settings().k()))
                .orElse(column.title());
    }

    private void errors(HtmlPage page) {
        if (rows.stream().noneMatch(row -> row.interval().isPresent())) {
            return;
        }
        List<DomContent> content = new ArrayList<>();
        IntervalPicture intervals = ComparisonPictures.intervals(rows);
        content.add(HtmlPage.picture(intervals, intervals.usualHeight(), TEXTS.get("about-intervals")));
        for (ErrorBreakdown.Axis axis : ErrorBreakdown.Axis.values()) {
            content.add(HtmlPage.picture(
                    ComparisonPictures.breakdown(rows, axis),
                    HEIGHT,
                    TEXTS.get("test-rmse-by", axis.title().toLowerCase(Locale.ROOT))));
        }
        page.add(TEXTS.get("errors"), content.toArray(DomContent[]::new));
    }

    private void training(HtmlPage page) {
        Measure measure = measure();
        page.add(
                TEXTS.get("training"),
                HtmlPage.picture(
                        ComparisonPictures.bands(rows, measure, Along.EPOCHS), HEIGHT, TEXTS.get("by-epoch", measure)),
                HtmlPage.picture(
                        ComparisonPictures.bands(rows, measure, Along.SECONDS),
                        HEIGHT,
                        TEXTS.get("by-second", measure)),
                HtmlPage.picture(ComparisonPictures.accuracyAndTime(rows), HEIGHT, TEXTS.get("accuracy-against-time")));
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
        content.add(HtmlPage.picture(ComparisonPictures.topK(rows, 100), HEIGHT, TEXTS.get("protocol-whole")));
        content.add(HtmlPage.picture(
                ComparisonPictures.topK(rows, ComparisonPictures.TOP), HEIGHT, TEXTS.get("protocol-best")));
        page.add(TEXTS.get("ranking"), content.toArray(DomContent[]::new));
    }

    /** What lists were judged by, in a sentence. */
    public static String conditions(RankingQuality quality) {
        return TEXTS.get(
                "conditions",
                String.valueOf(quality.settings().k()),
                trimmed(quality.settings().threshold()),
                RunColumn.format(quality.users(), 0),
                RunColumn.format(quality.usersWithoutRelevant(), 0));
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static DomContent dataTable(Dataset dataset, Split split) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(TEXTS.get("data"), dataset.name()));
        lines.add(List.of(TEXTS.get("users"), RunColumn.format(dataset.users().size(), 0)));
        lines.add(List.of(TEXTS.get("items"), RunColumn.format(dataset.items().size(), 0)));
        lines.add(List.of(TEXTS.get("test"), split.plan().words()));
        lines.add(List.of(
                TEXTS.get("training-ratings"), RunColumn.format(split.training().size(), 0)));
        lines.add(List.of(
                TEXTS.get("validation-ratings"),
                RunColumn.format(split.validation().size(), 0)));
        lines.add(
                List.of(TEXTS.get("test-ratings"), RunColumn.format(split.test().size(), 0)));
        lines.add(List.of(TEXTS.get("fingerprint"), split.fingerprint()));
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
                List.of(
                        TEXTS.get("run"),
                        TEXTS.get("model"),
                        TEXTS.get("settings"),
                        TEXTS.get("seed"),
                        TEXTS.get("java-and-system")),
                List.of(false, false, false, true, false),
                lines);
    }

    private DomContent definitions() {
        List<List<String>> lines = columns().stream()
                .flatMap(column -> column.metric().stream())
                .map(ComparisonReport::definition)
                .toList();
        return HtmlPage.table(
                List.of(TEXTS.get("metric"), TEXTS.get("formula"), TEXTS.get("meaning"), TEXTS.get("source")),
                List.of(false, false, false, false),
                lines);
    }

    private static List<String> definition(Metric metric) {
        return List.of(metric.title(), metric.formula(), metric.definition(), metric.source());
    }
}
