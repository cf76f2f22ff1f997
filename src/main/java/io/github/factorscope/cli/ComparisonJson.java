package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.evaluation.significance.Difference;
import io.github.factorscope.evaluation.significance.Interval;
import io.github.factorscope.evaluation.significance.SeedNoise;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.evaluation.topk.TopKMetric;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.experiment.Comparison.Judgement;
import io.github.factorscope.experiment.Comparison.Line;
import io.github.factorscope.experiment.Comparison.Member;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.report.ComparisonReport;
import io.github.factorscope.report.RunRow;
import java.util.List;
import java.util.Locale;

/** A comparison as JSON. */
final class ComparisonJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ComparisonJson() {}

    /** @param reports with what is known of the runs' lists; perhaps none */
    static ObjectNode of(Comparison comparison, List<ComparisonReport> reports) {
        ObjectNode node = JSON.createObjectNode();
        node.put("resamples", comparison.plan().resamples());
        node.put("seed", comparison.plan().seed());
        ArrayNode splits = node.putArray("splits");
        comparison.splits().forEach(split -> splits.add(split(split)));
        ArrayNode lists = JSON.createArrayNode();
        reports.stream().flatMap(report -> report.rows().stream()).forEach(row -> addLists(lists, row));
        if (!lists.isEmpty()) {
            node.set("lists", lists);
        }
        return node;
    }

    private static void addLists(ArrayNode lists, RunRow row) {
        if (row.ranking().isEmpty()) {
            return;
        }
        ObjectNode node = lists.addObject().put("label", row.name());
        row.ranking().get().values().forEach((metric, value) -> node.put(metric.id(), value));
        row.topK().ifPresent(result -> node.put(TopKMetric.MEAN_PERCENTILE.id(), result.meanPercentile()));
    }

    private static ObjectNode split(SplitRuns split) {
        ObjectNode node = JSON.createObjectNode()
                .put("dataset", split.dataset())
                .put("fingerprint", split.fingerprint())
                .put("testRatings", split.testRatings());
        ArrayNode lines = node.putArray("lines");
        split.lines().forEach(line -> lines.add(line(line)));
        node.set("againstBest", verdicts(split.againstBest()));
        node.set("pairs", verdicts(split.pairs()));
        return node;
    }

    private static ObjectNode line(Line line) {
        ObjectNode node = JSON.createObjectNode();
        node.put("label", line.label());
        node.put("model", line.experiment().family().id());
        node.set("settings", JSON.valueToTree(line.experiment().settings().toMap()));
        node.set("differences", JSON.valueToTree(line.differences().values()));
        line.test().ifPresent(judgement -> addTo(node, judgement));
        ArrayNode runs = node.putArray("runs");
        line.members().forEach(member -> runs.add(run(member)));
        return node;
    }

    private static void addTo(ObjectNode node, Judgement judgement) {
        node.set("rmse", estimate(judgement.carefulRmse(), judgement.rmse()));
        node.set("mae", estimate(judgement.carefulMae(), judgement.mae()));
        SeedNoise noise = judgement.rmseNoise();
        node.putObject("seedNoise")
                .put("source", id(noise.source()))
                .put("deviation", noise.deviation())
                .put("degreesOfFreedom", noise.degreesOfFreedom());
    }

    private static ObjectNode run(Member member) {
        ObjectNode node = JSON.createObjectNode();
        node.put("run", member.name());
        node.put("seed", member.run().experiment().seed());
        member.run().test().ifPresent(test -> node.put("rmse", test.rmse()).put("mae", test.mae()));
        node.put("epochs", member.run().outcome().history().size());
        node.put("stopReason", member.run().outcome().stopReason().id());
        node.put("seconds", member.run().outcome().seconds());
        return node;
    }

    private static ObjectNode estimate(Interval careful, List<Interval> all) {
        ObjectNode node = interval(careful);
        ArrayNode intervals = node.putArray("intervals");
        all.forEach(each -> intervals.add(interval(each)));
        return node;
    }

    private static ObjectNode interval(Interval interval) {
        return JSON.createObjectNode()
                .put("estimate", interval.estimate())
                .put("low", interval.low())
                .put("high", interval.high())
                .put("over", id(interval.over()));
    }

    private static ArrayNode verdicts(List<Verdict> verdicts) {
        ArrayNode nodes = JSON.createArrayNode();
        for (Verdict verdict : verdicts) {
            ObjectNode node = nodes.addObject();
            node.put("first", verdict.first());
            node.put("second", verdict.second());
            node.put("measure", verdict.measure());
            node.put("sentence", verdict.sentence());
            node.put("differs", verdict.differs());
            verdict.better().ifPresent(better -> node.put("better", better));
            node.put("pValue", verdict.mostCareful().pValue());
            node.put("adjustedPValue", verdict.adjustedPValue());
            node.put("comparisons", verdict.comparisons());
            verdict.seeds().ifPresent(source -> node.put("seedNoise", id(source)));
            ArrayNode differences = node.putArray("differences");
            for (Difference difference : verdict.differences()) {
                differences.add(interval(difference.interval()).put("pValue", difference.pValue()));
            }
        }
        return nodes;
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
