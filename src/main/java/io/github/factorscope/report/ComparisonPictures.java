package io.github.factorscope.report;

import io.github.factorscope.evaluation.ErrorBreakdown;
import io.github.factorscope.evaluation.ErrorBreakdown.Bin;
import io.github.factorscope.evaluation.Metric;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.topk.TopKCase;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.evaluation.topk.TopKSettings;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.IntervalPicture;
import io.github.factorscope.plot.PointPicture;
import io.github.factorscope.report.TrainingCurves.Along;
import io.github.factorscope.report.TrainingCurves.Measure;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a comparison: the same in the window and on paper. */
public final class ComparisonPictures {
    private static final Texts TEXTS = Texts.of(ComparisonPictures.class);

    /** The part of the top-K curve that decides what is shown to a user, in percent. */
    public static final double TOP = 2;

    private static final int STEPS = 200;

    private ComparisonPictures() {}

    /** Errors while training, each carried on to the edge as a level. */
    public static CurvePicture curves(List<RunRow> rows, Measure measure, Along along) {
        return curves(
                rows.stream()
                        .map(row -> TrainingCurves.curve(
                                row.name(),
                                row.ink(),
                                row.stroke(),
                                row.run().outcome().history(),
                                along,
                                measure::of))
                        .toList(),
                along,
                measure);
    }

    /** The same, runs that differ only by seed as one curve of their means, with a band from the lowest to the highest. */
    public static CurvePicture bands(List<RunRow> rows, Measure measure, Along along) {
        List<Curve> curves = new ArrayList<>();
        for (List<RunRow> ofLine : byLine(rows)) {
            RunRow first = ofLine.get(0);
            curves.add(TrainingCurves.band(
                    ofLine.size() == 1 ? first.name() : label(first) + " × " + ofLine.size(),
                    first.ink(),
                    first.stroke(),
                    ofLine.stream().map(row -> row.run().outcome().history()).toList(),
                    along,
                    measure));
        }
        return curves(curves, along, measure);
    }

    private static CurvePicture curves(List<Curve> curves, Along along, Measure measure) {
        return new CurvePicture(
                        curves, along.axis(), Axis.of(TEXTS.get("in-stars", measure)), TEXTS.get("no-such-curve"))
                .withLevels();
    }

    /** Runs that differ only by seed together; the others alone. */
    private static List<List<RunRow>> byLine(List<RunRow> rows) {
        Map<Object, List<RunRow>> lines = new LinkedHashMap<>();
        for (RunRow row : rows) {
            Object key = row.line().<Object>map(line -> line).orElse(row);
            lines.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
        }
        return List.copyOf(lines.values());
    }

    private static String label(RunRow row) {
        return row.line().map(Comparison.Line::label).orElse(row.name());
    }

    /** The test RMSE of each run with its interval, best first. */
    public static IntervalPicture intervals(List<RunRow> rows) {
        return new IntervalPicture(
                byLine(rows).stream()
                        .filter(line -> line.get(0).interval().isPresent())
                        .sorted(Comparator.comparingDouble(
                                line -> line.get(0).interval().orElseThrow().estimate()))
                        .map(ComparisonPictures::interval)
                        .toList(),
                TEXTS.get("test-rmse-with-interval"),
                TEXTS.get("no-test-ratings"));
    }

    private static IntervalPicture.Row interval(List<RunRow> line) {
        RunRow row = line.get(0);
        int seeds = row.line().orElseThrow().members().size();
        var found = row.interval().orElseThrow();
        return new IntervalPicture.Row(
                seeds == 1 ? row.name() : TEXTS.get("mean-of-seeds", label(row), String.valueOf(seeds)),
                found.low(),
                found.estimate(),
                found.high(),
                RunColumn.format(found.estimate(), 4) + " ± " + RunColumn.format(found.halfWidth(), 4),
                row.ink());
    }

    /** What accuracy costs: error against the time of the training. */
    public static PointPicture accuracyAndTime(List<RunRow> rows) {
        return new PointPicture(
                rows.stream()
                        .filter(row -> row.run().test().isPresent())
                        .map(row -> new PointPicture.Point(
                                row.name(),
                                Math.max(1e-3, row.run().outcome().seconds()), // below, clocks tell nothing
                                row.run().test().orElseThrow().rmse(),
                                row.ink()))
                        .toList(),
                Axis.of(TEXTS.get("seconds-of-training"), Axis.Scale.LOGARITHMIC),
                Axis.of(TEXTS.get("in-stars", TEXTS.get("test-rmse"))),
                TEXTS.get("no-test-ratings"));
    }

    /** One ranking metric, best first where there is a best. */
    public static IntervalPicture ranking(List<RunRow> rows, RankingMetric metric) {
        Comparator<IntervalPicture.Row> rising = Comparator.comparingDouble(IntervalPicture.Row::value);
        return new IntervalPicture(
                rows.stream()
                        .filter(row -> row.ranking()
                                .map(quality -> quality.values().containsKey(metric))
                                .orElse(false))
                        .map(row -> rankingRow(row, metric))
                        .sorted(metric.better() == Metric.Better.SMALLER ? rising : rising.reversed())
                        .toList(),
                rows.stream()
                                .flatMap(row -> row.ranking().stream())
                                .findFirst()
                                .map(quality -> RunColumn.title(
                                        metric, quality.settings().k()))
                                .orElse(metric.title())
                        + (metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")"),
                TEXTS.get("no-lists"));
    }

    /** With the interval of a mean over users, mean ± 1.96 standard errors. */
    private static IntervalPicture.Row rankingRow(RunRow row, RankingMetric metric) {
        var quality = row.ranking().orElseThrow();
        double value = quality.values().get(metric);
        double half = 0;
        var ofUsers = quality.byUser().get(metric);
        if (ofUsers != null && ofUsers.size() > 1) {
            double squares = 0;
            for (double each : ofUsers.values()) {
                squares += (each - value) * (each - value);
            }
            half = 1.96 * Math.sqrt(squares / (ofUsers.size() - 1.0) / ofUsers.size());
        }
        String label = RunColumn.format(value, metric.decimals())
                + (half > 0 ? " ± " + RunColumn.format(half, metric.decimals()) : "");
        return new IntervalPicture.Row(row.name(), value - half, value, value + half, label, row.ink());
    }

    /**
     * Koren's top-K curve: the share of loved test items within the best percentiles.
     *
     * @param upTo percent: 100 for the whole curve, {@link #TOP} for what decides
     */
    public static CurvePicture topK(List<RunRow> rows, double upTo) {
        List<Curve> curves = rows.stream()
                .filter(row -> row.topK().isPresent())
                .map(row -> topK(row, row.topK().orElseThrow(), upTo))
                .toList();
        return new CurvePicture(
                curves,
                Axis.of(TEXTS.get("percentile-among", RunColumn.format(drawn(rows), 0))),
                Axis.of(TEXTS.get("share-up-to"), Axis.Scale.FROM_ZERO),
                TEXTS.get("no-protocol"));
    }

    /** How many others a case is ranked among, at most. */
    private static double drawn(List<RunRow> rows) {
        return rows.stream()
                .flatMap(row -> row.topK().stream())
                .flatMap(result -> result.cases().stream())
                .mapToInt(TopKCase::drawn)
                .max()
                .orElse(TopKSettings.USUAL_DRAWS);
    }

    private static Curve topK(RunRow row, TopKResult result, double upTo) {
        List<TopKResult.Point> points = result.curve(upTo, STEPS);
        return new Curve(
                row.name(),
                row.ink(),
                row.stroke(),
                points.stream().mapToDouble(TopKResult.Point::percentile).toArray(),
                points.stream().mapToDouble(TopKResult.Point::share).toArray());
    }

    /** Where the runs err. */
    public static CurvePicture breakdown(List<RunRow> rows, ErrorBreakdown.Axis axis) {
        Map<RunRow, List<Bin>> bins = new LinkedHashMap<>();
        for (RunRow row : rows) {
            row.errors()
                    .ifPresent(errors -> bins.put(
                            row,
                            ErrorBreakdown.of(
                                            axis,
                                            errors,
                                            row.run().experiment().split().training())
                                    .bins()));
        }
        List<String> labels = bins.isEmpty()
                ? List.of()
                : bins.values().iterator().next().stream()
                        .map(bin -> bin.label() + " (" + RunColumn.format(bin.ratings(), 0) + ")")
                        .toList();
        List<Curve> curves = new ArrayList<>();
        bins.forEach((row, ofRow) -> curves.add(new Curve(
                row.name(),
                row.ink(),
                row.stroke(),
                ofRow.stream().mapToDouble(ofRow::indexOf).toArray(),
                ofRow.stream().mapToDouble(Bin::rmse).toArray())));
        return new CurvePicture(
                        curves,
                        Axis.ofCategories(TEXTS.get("with-test-ratings", axis.title()), labels),
                        Axis.of(TEXTS.get("in-stars", TEXTS.get("test-rmse"))),
                        TEXTS.get("no-test-ratings"))
                .withDots();
    }
}
