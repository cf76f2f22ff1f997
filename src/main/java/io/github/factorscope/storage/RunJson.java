package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.TrainingOutcome;
import java.util.List;

/** The parts of a run as JSON: the same on the command line and in run folders. */
public final class RunJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunJson() {}

    /** {@code model}, {@code settings}, {@code seed}, accuracies, epochs, stop reason, times, {@code history}. */
    public static ObjectNode summary(Run run) {
        TrainingOutcome outcome = run.outcome();
        ObjectNode node = JSON.createObjectNode();
        node.put("model", run.experiment().family().id());
        node.set("settings", JSON.valueToTree(run.experiment().settings().toMap()));
        node.put("seed", run.experiment().seed());
        writeAccuracies(outcome.accuracies(), node);
        node.put("epochs", outcome.history().size());
        node.put("modelEpoch", outcome.modelEpoch());
        node.put("stopReason", outcome.stopReason().id());
        outcome.divergence().ifPresent(divergence -> node.set("divergence", divergence(divergence)));
        writeRescuedFrom(outcome.rescuedFrom(), node);
        node.put("seconds", outcome.seconds());
        node.put("secondsPerEpoch", outcome.secondsPerEpoch());
        node.set("history", history(outcome.history()));
        return node;
    }

    /** {@code rescuedFrom}: the divergences of earlier attempts; nothing where there was none. */
    static void writeRescuedFrom(List<Divergence> divergences, ObjectNode node) {
        if (!divergences.isEmpty()) {
            ArrayNode nodes = node.putArray("rescuedFrom");
            divergences.forEach(each -> nodes.add(divergence(each)));
        }
    }

    private static ObjectNode divergence(Divergence divergence) {
        ObjectNode node = JSON.createObjectNode();
        node.put("epoch", divergence.epoch());
        divergence.learningRate().ifPresent(rate -> node.put("learningRate", rate));
        divergence.workingLearningRate().ifPresent(rate -> node.put("workingLearningRate", rate));
        node.put("message", divergence.message());
        return node;
    }

    static void writeAccuracies(Accuracies accuracies, ObjectNode node) {
        node.set("train", accuracy(accuracies.train()));
        accuracies.validation().ifPresent(accuracy -> node.set("validation", accuracy(accuracy)));
        accuracies.test().ifPresent(accuracy -> node.set("test", accuracy(accuracy)));
    }

    private static ObjectNode accuracy(Accuracy accuracy) {
        return JSON.createObjectNode()
                .put("ratings", accuracy.ratings())
                .put("rmse", accuracy.rmse())
                .put("mae", accuracy.mae())
                .put("squaredError", accuracy.squaredError());
    }

    static ArrayNode history(List<EpochReport> history) {
        ArrayNode nodes = JSON.createArrayNode();
        for (EpochReport report : history) {
            ObjectNode node = nodes.addObject();
            node.put("epoch", report.epoch());
            node.put("objective", report.objective());
            node.put("trainRmse", report.trainRmse());
            report.validationRmse().ifPresent(rmse -> node.put("validationRmse", rmse));
            report.testRmse().ifPresent(rmse -> node.put("testRmse", rmse));
            node.put("epochSeconds", report.epochSeconds());
            node.put("seconds", report.seconds());
        }
        return nodes;
    }
}
