package io.github.factorscope.report;

import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.evaluation.AccuracyMetric;
import io.github.factorscope.evaluation.Metric;
import io.github.factorscope.evaluation.UserErrors;
import io.github.factorscope.evaluation.UserValues;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.significance.Interval;
import io.github.factorscope.evaluation.topk.TopKMetric;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.text.Numbers;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * A column of the table of runs: the same numbers in the window, as CSV, and in the report.
 *
 * @param id for machines
 * @param naming what it is called at the moment
 * @param number NaN where there is none; what the column is sorted by
 * @param cell as people read it, with the numbers of some place; of a column of text, all there is
 * @param isNumber whether it stands to the right
 * @param metric what its title means, where there is more to say
 */
public record RunColumn(
        String id,
        Supplier<String> naming,
        ToDoubleFunction<RunRow> number,
        BiFunction<RunRow, Locale, String> cell,
        boolean isNumber,
        Optional<Metric> metric) {
    private static final Texts TEXTS = Texts.of(RunColumn.class);

    /** Where there is no number. */
    public static final String NONE = "–";

    private static final double MEGA = 1e6;

    /** All, in the order of the table. */
    public static final List<RunColumn> ALL = all();

    private static List<RunColumn> all() {
        List<RunColumn> columns = new ArrayList<>();
        columns.add(text("model", "model", RunRow::name));
        columns.add(text("differences", "settings", row -> row.differences().words()));
        columns.add(of(
                "testRmse",
                "test-rmse",
                AccuracyMetric.RMSE,
                row -> rmse(row.run().test())));
        columns.add(new RunColumn(
                "interval",
                () -> TEXTS.get("interval"),
                row -> row.interval().map(Interval::halfWidth).orElse(Double.NaN),
                RunColumn::interval,
                true,
                Optional.empty()));
        columns.add(of(
                "testMae", "test-mae", AccuracyMetric.MAE, row -> mae(row.run().test())));
        columns.add(of("userRmse", "rmse-by-user", AccuracyMetric.USER_RMSE, row -> ofUsers(row, UserErrors::rmse)));
        columns.add(of("userMae", "mae-by-user", AccuracyMetric.USER_MAE, row -> ofUsers(row, UserErrors::mae)));
        columns.add(
                number("validationRmse", "validation", 4, row -> rmse(row.run().validation())));
        columns.add(number("trainRmse", "training", 4, row -> row.run().train().rmse()));
        for (RankingMetric metric : RankingMetric.values()) {
            columns.add(of(metric.id(), metric::title, metric, row -> ranking(row, metric)));
        }
        columns.add(of(TopKMetric.MEAN_PERCENTILE.id(), "percentile", TopKMetric.MEAN_PERCENTILE, row -> row.topK()
                .map(TopKResult::meanPercentile)
                .orElse(Double.NaN)));
        columns.add(new RunColumn(
                "epoch",
                () -> TEXTS.get("epoch"),
                row -> row.run().outcome().modelEpoch(),
                (row, unused) -> epoch(row),
                true,
                Optional.empty()));
        columns.add(number("seconds", "seconds", 2, row -> row.run().outcome().seconds()));
        columns.add(number("megabytes", "memory", 1, RunColumn::megabytes));
        columns.add(
                text("ended", "ended", row -> row.run().outcome().stopReason().words()));
        return List.copyOf(columns);
    }

    private static RunColumn text(String id, String key, Function<RunRow, String> text) {
        return new RunColumn(
                id, () -> TEXTS.get(key), row -> Double.NaN, (row, unused) -> text.apply(row), false, Optional.empty());
    }

    private static RunColumn number(String id, String key, int decimals, ToDoubleFunction<RunRow> number) {
        return new RunColumn(
                id,
                () -> TEXTS.get(key),
                number,
                (row, locale) -> format(number.applyAsDouble(row), decimals, locale),
                true,
                Optional.empty());
    }

    private static RunColumn of(String id, String key, Metric metric, ToDoubleFunction<RunRow> number) {
        return of(id, () -> TEXTS.get(key), metric, number);
    }

    private static RunColumn of(String id, Supplier<String> naming, Metric metric, ToDoubleFunction<RunRow> number) {
        return new RunColumn(
                id,
                naming,
                number,
                (row, locale) -> format(number.applyAsDouble(row), metric.decimals(), locale),
                true,
                Optional.of(metric));
    }

    /** What stands above it. */
    public String title() {
        return naming.get();
    }

    /** As it stands on paper, where numbers are written in one way. */
    public String text(RunRow row) {
        return cell.apply(row, Locale.ENGLISH);
    }

    /** As it stands on the screen, with the numbers of the place. */
    public String textOnScreen(RunRow row) {
        return cell.apply(row, Texts.locale());
    }

    /** A number with so many decimals; a dash where it is none. */
    public static String format(double number, int decimals) {
        return format(number, decimals, Locale.ENGLISH);
    }

    private static String format(double number, int decimals, Locale locale) {
        return Double.isFinite(number) ? Numbers.fixed(number, decimals, locale) : NONE;
    }

    private static double rmse(Optional<Accuracy> accuracy) {
        return accuracy.map(Accuracy::rmse).orElse(Double.NaN);
    }

    private static double mae(Optional<Accuracy> accuracy) {
        return accuracy.map(Accuracy::mae).orElse(Double.NaN);
    }

    private static double ofUsers(RunRow row, Function<UserErrors, UserValues> measure) {
        return row.errors()
                .map(errors -> measure.apply(UserErrors.of(errors)).mean())
                .orElse(Double.NaN);
    }

    private static double ranking(RunRow row, RankingMetric metric) {
        return row.ranking()
                .map(quality -> quality.values().getOrDefault(metric, Double.NaN))
                .orElse(Double.NaN);
    }

    private static String interval(RunRow row, Locale locale) {
        return row.interval()
                .map(found -> format(found.low(), 4, locale) + " – " + format(found.high(), 4, locale))
                .orElse(NONE);
    }

    /** The epoch whose model it is, and how many there were. */
    private static String epoch(RunRow row) {
        int epochs = row.run().outcome().history().size();
        String kept = String.valueOf(row.run().outcome().modelEpoch());
        return epochs == 1 ? NONE : TEXTS.get("of", kept, String.valueOf(epochs));
    }

    /** What the training was forecast to take. */
    private static double megabytes(RunRow row) {
        var experiment = row.run().experiment();
        return experiment
                        .family()
                        .cost(DataShape.of(experiment.split().training()), experiment.settings())
                        .bytes()
                / MEGA;
    }

    /** A metric's title with the length of the lists in it. */
    static String title(Metric metric, int k) {
        return withLength(metric.title(), k);
    }

    /** A title that ends with K, such as "NDCG at K", with its number; others as they are. */
    static String withLength(String title, int k) {
        return title.replaceFirst("\\bK$", String.valueOf(k));
    }

    /** Whether any of the rows has something in the column. */
    public Predicate<List<RunRow>> isUsed() {
        return rows -> rows.stream().anyMatch(row -> !text(row).equals(NONE));
    }
}
