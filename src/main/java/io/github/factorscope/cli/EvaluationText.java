package io.github.factorscope.cli;

import io.github.factorscope.data.MappedRatings;
import io.github.factorscope.evaluation.AccuracyMetric;
import io.github.factorscope.evaluation.ErrorBreakdown;
import io.github.factorscope.evaluation.Metric;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.evaluation.topk.TopKMetric;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.experiment.Evaluation;
import io.github.factorscope.experiment.Run;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code evaluate} prints for people. */
final class EvaluationText {
    private static final double[] PERCENTILES = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50};

    private final PrintWriter out;

    EvaluationText(PrintWriter out) {
        this.out = out;
    }

    /** The heights of the curve that are worth telling. */
    static List<TopKResult.Point> within(TopKResult result) {
        return Arrays.stream(PERCENTILES)
                .mapToObj(percentile -> new TopKResult.Point(percentile, result.shareWithin(percentile)))
                .toList();
    }

    void print(Run run, Optional<MappedRatings> mapped, Evaluation evaluation) {
        TextTable head = new TextTable("ll");
        head.row(
                "Model",
                run.experiment().family().title() + " " + run.experiment().settings());
        head.row(
                "Test",
                String.format(
                        Locale.ROOT,
                        "%,d %sratings of %,d users",
                        evaluation.errors().size(),
                        mapped.isPresent() ? "given " : "",
                        evaluation.users().rmse().size()));
        head.row("Time", time(evaluation));
        head.print(out);
        printAccuracy(evaluation);
        evaluation.breakdowns().forEach(this::printBreakdown);
        printRanking(evaluation.ranking());
        evaluation
                .topK()
                .ifPresent(result ->
                        printTopK(result, run.experiment().dataset().scale().max()));
    }

    private static String time(Evaluation evaluation) {
        StringBuilder words = new StringBuilder();
        evaluation.seconds().forEach((part, seconds) -> words.append(words.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %.2f s", part, seconds)));
        return words.toString();
    }

    private void printAccuracy(Evaluation evaluation) {
        out.println();
        TextTable table = new TextTable("lrl");
        row(table, AccuracyMetric.RMSE, evaluation.accuracy().rmse());
        row(table, AccuracyMetric.MAE, evaluation.accuracy().mae());
        row(table, AccuracyMetric.USER_RMSE, evaluation.users().rmse().mean());
        row(table, AccuracyMetric.USER_MAE, evaluation.users().mae().mean());
        table.print(out);
    }

    private static void row(TextTable table, Metric metric, double value) {
        table.row(metric.title(), number(value, metric.decimals()), metric.unit());
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private void printBreakdown(ErrorBreakdown breakdown) {
        out.println();
        TextTable table = new TextTable("lrrr");
        table.row(breakdown.axis().title(), "Ratings", "RMSE", "MAE");
        for (ErrorBreakdown.Bin bin : breakdown.bins()) {
            table.row(
                    bin.label(),
                    String.format(Locale.ROOT, "%,d", bin.ratings()),
                    number(bin.rmse(), 4),
                    number(bin.mae(), 4));
        }
        table.print(out);
    }

    private void printRanking(RankingQuality quality) {
        out.printf(
                Locale.ROOT,
                "%nLists of the best %,d; relevant is what got %s stars or more. %,d users; %,d more have test ratings but"
                        + " no relevant item and are left out.%n",
                quality.settings().k(),
                stars(quality.settings().threshold()),
                quality.users(),
                quality.usersWithoutRelevant());
        TextTable table = new TextTable("lrl");
        for (RankingMetric metric : RankingMetric.values()) {
            Double value = quality.values().get(metric);
            if (value == null) {
                table.row(metric.title(), "–", "");
            } else {
                row(table, metric, value);
            }
        }
        table.print(out);
    }

    private static String stars(double stars) {
        return stars == Math.rint(stars) ? String.valueOf((long) stars) : String.valueOf(stars);
    }

    private void printTopK(TopKResult result, double top) {
        if (result.cases().isEmpty()) {
            out.printf(Locale.ROOT, "%nTop-K: no test rating at the top of the scale, %s stars.%n", stars(top));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%nTop-K: %,d test ratings of %s stars, each among %,d other items.%n",
                result.cases().size(),
                stars(top),
                result.cases().stream().mapToInt(each -> each.drawn()).max().orElse(0));
        TextTable table = new TextTable("lrl");
        row(table, TopKMetric.MEAN_PERCENTILE, result.meanPercentile());
        for (TopKResult.Point point : within(result)) {
            table.row(
                    TopKMetric.SHARE_WITHIN.title() + " " + stars(point.percentile()) + " %",
                    number(point.share(), TopKMetric.SHARE_WITHIN.decimals()),
                    "");
        }
        table.print(out);
    }
}
