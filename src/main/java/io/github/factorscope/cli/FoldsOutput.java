package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.CrossValidation;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.experiment.Spread;
import io.github.factorscope.storage.RunJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what the trainings on all folds gave. Keeps figures only: the models of all folds may not fit in memory. */
final class FoldsOutput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputOptions output;
    private final ObjectNode node = JSON.createObjectNode();
    private final ArrayNode nodes = JSON.createArrayNode();
    private final TextTable table = new TextTable("lrrrrr");
    private final List<Accuracy> tests = new ArrayList<>();
    private String title = "";

    FoldsOutput(OutputOptions output) {
        this.output = output;
        table.row("Fold", "Test RMSE", "Test MAE", "Ratings", "Epochs", "Seconds");
    }

    /** Takes the run of the next fold. */
    void add(Run run, Path folder) {
        Accuracy test = run.test().orElseThrow();
        tests.add(test);
        if (tests.size() == 1) {
            describe(run.experiment());
        }
        ObjectNode one = JSON.createObjectNode().put("fold", tests.size());
        one.setAll(RunJson.summary(run));
        if (folder != null) {
            one.put("run", folder.toString());
        }
        nodes.add(one);
        table.row(
                String.valueOf(tests.size()),
                decimals(4, test.rmse()),
                decimals(4, test.mae()),
                String.format(Locale.ROOT, "%,d", test.ratings()),
                String.valueOf(run.outcome().history().size()),
                decimals(2, run.outcome().seconds()));
    }

    private void describe(Experiment experiment) {
        title = experiment.family().title() + " " + experiment.settings();
        node.put("model", experiment.family().id());
        node.set("settings", JSON.valueToTree(experiment.settings().toMap()));
        node.put("seed", experiment.seed());
    }

    /** All folds with their mean and standard deviation. */
    void print() {
        CrossValidation all = new CrossValidation(tests);
        if (output.json()) {
            node.set("folds", nodes);
            node.set("rmse", spread(all.rmse()));
            node.set("mae", spread(all.mae()));
            output.print(node);
            return;
        }
        table.row("Mean", decimals(4, all.rmse().mean()), decimals(4, all.mae().mean()));
        table.row(
                "±",
                decimals(4, all.rmse().standardDeviation()),
                decimals(4, all.mae().standardDeviation()));
        output.out().println("Model  " + title);
        table.print(output.out());
        output.out().println("± is the standard deviation of the folds.");
    }

    private static ObjectNode spread(Spread spread) {
        return JSON.createObjectNode().put("mean", spread.mean()).put("standardDeviation", spread.standardDeviation());
    }

    private static String decimals(int decimals, double number) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
