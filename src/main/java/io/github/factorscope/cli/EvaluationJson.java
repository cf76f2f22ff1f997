package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.MappedRatings;
import io.github.factorscope.evaluation.AccuracyMetric;
import io.github.factorscope.evaluation.ErrorBreakdown;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.evaluation.topk.TopKMetric;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.evaluation.topk.TopKSettings;
import io.github.factorscope.experiment.Evaluation;
import io.github.factorscope.experiment.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code evaluate --json} prints. */
final class EvaluationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EvaluationJson() {}

    static ObjectNode of(
            Run run, Path folder, Optional<MappedRatings> mapped, Evaluation evaluation, double openSeconds) {
        ObjectNode node = JSON.createObjectNode()
                .put("run", folder.toString())
                .put("model", run.experiment().family().id());
        node.set("settings", JSON.valueToTree(run.experiment().settings().toMap()));
        node.put("seed", run.experiment().seed());
        node.set("test", test(mapped, evaluation));
        node.set("accuracy", accuracy(evaluation));
        ObjectNode breakdown = node.putObject("breakdown");
        evaluation.breakdowns().forEach(each -> breakdown.set(each.axis().id(), bins(each)));
        node.set("ranking", ranking(evaluation.ranking()));
        evaluation.topK().ifPresent(result -> node.set("topK", topK(result)));
        ObjectNode seconds = node.putObject("seconds").put("open", openSeconds);
        evaluation.seconds().forEach(seconds::put);
        return node;
    }

    private static ObjectNode test(Optional<MappedRatings> mapped, Evaluation evaluation) {
        ObjectNode node = JSON.createObjectNode()
                .put("given", mapped.isPresent())
                .put("ratings", evaluation.errors().size());
        mapped.ifPresent(each -> node.put("read", each.read())
                .put("unknown", each.unknown())
                .put("unknownUsers", each.unknownUsers())
                .put("unknownItems", each.unknownItems())
                .put("learnedFrom", each.learnedFrom())
                .put("stoppedBy", each.stoppedBy())
                .put("offScale", each.offScale()));
        return node;
    }

    private static ObjectNode accuracy(Evaluation evaluation) {
        return JSON.createObjectNode()
                .put(AccuracyMetric.RMSE.id(), evaluation.accuracy().rmse())
                .put(AccuracyMetric.MAE.id(), evaluation.accuracy().mae())
                .put(AccuracyMetric.USER_RMSE.id(), evaluation.users().rmse().mean())
                .put(AccuracyMetric.USER_MAE.id(), evaluation.users().mae().mean())
                .put("users", evaluation.users().rmse().size());
    }

    private static ArrayNode bins(ErrorBreakdown breakdown) {
        ArrayNode nodes = JSON.createArrayNode();
        for (ErrorBreakdown.Bin bin : breakdown.bins()) {
            ObjectNode node = nodes.addObject().put("label", bin.label()).put("from", bin.from());
            if (Double.isFinite(bin.to())) {
                node.put("to", bin.to());
            }
            node.put("ratings", bin.ratings()).put("rmse", bin.rmse()).put("mae", bin.mae());
        }
        return nodes;
    }

    private static ObjectNode ranking(RankingQuality quality) {
        ObjectNode node = JSON.createObjectNode()
                .put("k", quality.settings().k())
                .put("threshold", quality.settings().threshold())
                .put("users", quality.users())
                .put("usersWithoutRelevant", quality.usersWithoutRelevant())
                .put("lists", quality.lists());
        quality.values().forEach((metric, value) -> node.put(metric.id(), value));
        return node;
    }

    private static ObjectNode topK(TopKResult result) {
        ObjectNode node = JSON.createObjectNode()
                .put("draws", result.settings().draws())
                .put("unratedOnly", result.settings().pool() == TopKSettings.Pool.UNRATED)
                .put("seed", result.settings().seed())
                .put("cases", result.cases().size())
                .put("leftOut", result.leftOut());
        if (!result.cases().isEmpty()) {
            node.put(TopKMetric.MEAN_PERCENTILE.id(), result.meanPercentile());
            node.set(TopKMetric.SHARE_WITHIN.id(), points(EvaluationText.within(result)));
            node.set("curve", points(result.curve(100, 100)));
            node.set("curveTop", points(result.curve(2, 40)));
        }
        return node;
    }

    private static ArrayNode points(List<TopKResult.Point> points) {
        ArrayNode nodes = JSON.createArrayNode();
        points.forEach(
                point -> nodes.addObject().put("percentile", point.percentile()).put("share", point.share()));
        return nodes;
    }
}
