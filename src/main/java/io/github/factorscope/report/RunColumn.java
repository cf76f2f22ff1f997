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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A column of the table of runs: the same numbers in the window, as CSV, and in the report.
 *
 * @param id for machines
 * @param number NaN where there is none; what the column is sorted by
 * @param text as people read it; of a column of text, all there is
 * @param isNumber whether it stands to the right
 * @param metric what its title means, where there is more to say
 */
public record RunColumn(
        String id,
        String title,
        ToDoubleFunction<RunRow> number,
        Function<RunRow, String> text,
        boolean isNumber,
        Optional<Metric> metric) {
    /** Where there is no number. */
    public static final String NONE = "–";

    private static final double MEGA = 1e6;

    /** All, in the order of the table. */
    public static final List<RunColumn> ALL = all();

    private static List<RunColumn> all() {
        List<RunColumn> columns = new ArrayList<>();
        columns.add(text("model", "Model", RunRow::name));
        columns.add(text("differences", "Settings", RunRow::differences));
        columns.add(of(
                "testRmse",
                "Test RMSE",
                AccuracyMetric.RMSE,
                row -> rmse(row.run().test())));
        columns.add(new RunColumn(
                "interval",
                "95 % interval",
                row -> row.interval().map(Interval::halfWidth).orElse(Double.NaN),
                RunColumn::interval,
                true,
                Optional.empty()));
        columns.add(of(
                "testMae", "Test MAE", AccuracyMetric.MAE, row -> mae(row.run().test())));
        columns.add(of("userRmse", "RMSE by user", AccuracyMetric.USER_RMSE, row -> ofUsers(row, UserErrors::rmse)));
        columns.add(of("userMae", "MAE by user", AccuracyMetric.USER_MAE, row -> ofUsers(row, UserErrors::mae)));
        columns.add(
                number("validationRmse", "Validation", 4, row -> rmse(row.run().validation())));
        columns.add(number("trainRmse", "Training", 4, row -> row.run().train().rmse()));
        for (RankingMetric metric : RankingMetric.values()) {
            columns.add(of(metric.id(), metric.title(), metric, row -> ranking(row, metric)));
        }
        columns.add(
                of(TopKMetric.MEAN_PERCENTILE.id(), "Top-K percentile", TopKMetric.MEAN_PERCENTILE, row -> row.topK()
                        .map(TopKResult::meanPercentile)
                        .orElse(Double.NaN)));
        columns.add(new RunColumn(
                "epoch", "Epoch", row -> row.run().outcome().modelEpoch(), RunColumn::epoch, true, Optional.empty()));
        columns.add(number("seconds", "Seconds", 2, row -> row.run().outcome().seconds()));
        columns.add(number("megabytes", "Memory (MB)", 1, RunColumn::megabytes));
        columns.add(
                text("ended", "Ended", row -> row.run().outcome().stopReason().words()));
        return List.copyOf(columns);
    }

    private static RunColumn text(String id, String title, Function<RunRow, String> text) {
        return new RunColumn(id, title, row -> Double.NaN, text, false, Optional.empty());
    }

    private static RunColumn number(String id, String title, int decimals, ToDoubleFunction<RunRow> number) {
        return new RunColumn(
                id, title, number, row -> format(number.applyAsDouble(row), decimals), true, Optional.empty());
    }

    private static RunColumn of(String id, String title, Metric metric, ToDoubleFunction<RunRow> number) {
        return new RunColumn(
                id,
                title,
                number,
                row -> format(number.applyAsDouble(row), metric.decimals()),
                true,
                Optional.of(metric));
    }

    /** A number with so many decimals; a dash where it is none. */
    public static String format(double number, int decimals) {
        return Double.isFinite(number)
                ? String.format(Locale.ENGLISH, "%,." + decimals + "f", number).replace('-', '−')
                : NONE;
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

    private static String interval(RunRow row) {
        return row.interval()
                .map(found -> format(found.low(), 4) + " – " + format(found.high(), 4))
                .orElse(NONE);
    }

    /** The epoch whose model it is, and how many there were. */
    private static String epoch(RunRow row) {
        int epochs = row.run().outcome().history().size();
        return epochs == 1 ? NONE : row.run().outcome().modelEpoch() + " of " + epochs;
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
        return metric.title().replace("at K", "at " + k);
    }

    /** Whether any of the rows has something in the column. */
    public Predicate<List<RunRow>> isUsed() {
        return rows -> rows.stream().anyMatch(row -> !text.apply(row).equals(NONE));
    }
}
