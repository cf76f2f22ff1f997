package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.experiment.sweep.Candidate;
import io.github.factorscope.experiment.sweep.Score;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.SweepResult;
import io.github.factorscope.experiment.sweep.Trial;
import io.github.factorscope.experiment.sweep.Variation;
import io.github.factorscope.model.ModelFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a sweep prints: every setting, the best first, and a table of errors where there are two dimensions. */
final class SweepOutput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputOptions output;
    private final SweepResult result;
    private final SweepPlan plan;
    private final long seed;

    SweepOutput(OutputOptions output, SweepResult result, long seed) {
        this.output = output;
        this.result = result;
        this.plan = result.plan();
        this.seed = seed;
    }

    /** @param preset under which the best settings were saved */
    void print(Optional<String> preset) {
        if (output.json()) {
            output.print(json(preset));
        } else {
            printTable();
            printCrossTable();
        }
    }

    private ObjectNode json(Optional<String> preset) {
        ObjectNode node = JSON.createObjectNode();
        if (plan.families().size() == 1) {
            node.put("model", plan.families().get(0).id());
        }
        ArrayNode models = node.putArray("models");
        plan.families().forEach(family -> models.add(family.id()));
        node.put("strategy", plan.strategy().id())
                .put("seed", seed)
                .put("repeat", plan.repeats())
                .put("patience", plan.patience())
                .put("complete", result.isComplete());
        ArrayNode varied = node.putArray("varied");
        plan.space().variations().forEach(variation -> varied.add(variation.name()));
        preset.ifPresent(name -> node.put("preset", name));
        ArrayNode trials = node.putArray("trials");
        result.trials().stream()
                .sorted(Comparator.comparingDouble(Trial::error))
                .forEach(trial -> trials.add(json(trial)));
        ArrayNode summary = node.putArray("summary");
        scores().forEach(score -> summary.add(json(score)));
        ArrayNode best = node.putArray("best");
        for (ModelFamily family : plan.families()) {
            result.best(family).ifPresent(score -> best.add(json(score)));
        }
        return node;
    }

    private static ObjectNode json(Trial trial) {
        ObjectNode node = JSON.createObjectNode()
                .put("model", trial.candidate().family().id())
                .put("seed", trial.attempt().seed());
        trial.validationRmse().ifPresent(rmse -> node.put("validationRmse", rmse));
        trial.testRmse().ifPresent(rmse -> node.put("testRmse", rmse));
        return node.put("epoch", trial.epoch())
                .put("epochs", trial.epochs())
                .put("stopReason", trial.end().id())
                .put("seconds", trial.seconds())
                .put("secondsPerEpoch", trial.secondsPerEpoch())
                .set("settings", JSON.valueToTree(trial.candidate().settings().toMap()));
    }

    private static ObjectNode json(Score score) {
        ObjectNode node = JSON.createObjectNode()
                .put("model", score.candidate().family().id())
                .put("trials", score.trials().size())
                .put("error", score.error());
        score.spread().ifPresent(spread -> node.put("spread", spread));
        score.testRmse().ifPresent(rmse -> node.put("testRmse", rmse));
        return node.put("seconds", score.mean(Trial::seconds))
                .put("secondsPerEpoch", score.mean(Trial::secondsPerEpoch))
                .set("settings", JSON.valueToTree(score.settingsToKeep().toMap()));
    }

    private List<Score> scores() {
        return result.scores().stream().sorted(Score.BEST_FIRST).toList();
    }

    /** A column of the table. */
    private record Column(String title, boolean isRight, Function<Score, String> cell) {}

    private void printTable() {
        boolean validation = result.trials().stream()
                .anyMatch(trial -> trial.validationRmse().isPresent());
        List<Column> columns = new ArrayList<>();
        if (plan.families().size() > 1) {
            columns.add(new Column(
                    "Model", false, score -> score.candidate().family().id()));
        }
        for (Variation variation : plan.space().variations()) {
            columns.add(new Column(
                    variation.name(), true, score -> score.candidate().value(variation.name())));
        }
        if (validation) {
            columns.add(new Column("Validation RMSE", true, score -> rmse(score.error())));
        }
        if (plan.repeats() > 1) {
            columns.add(new Column("±", true, score -> score.spread().stream()
                    .mapToObj(SweepOutput::rmse)
                    .findFirst()
                    .orElse("–")));
        }
        if (plan.reportTest()) {
            columns.add(
                    new Column("Test RMSE", true, score -> rmse(score.testRmse().orElse(Double.NaN))));
        }
        columns.add(new Column("Epoch", true, score -> String.format(Locale.ROOT, "%.0f", score.mean(Trial::epoch))));
        columns.add(
                new Column("Seconds", true, score -> String.format(Locale.ROOT, "%.1f", score.mean(Trial::seconds))));
        columns.add(new Column(
                "s/epoch", true, score -> String.format(Locale.ROOT, "%.3f", score.mean(Trial::secondsPerEpoch))));
        if (!scores().stream().allMatch(Score::isWhole)) {
            columns.add(
                    new Column("Ended", false, score -> score.trials().get(0).endWords()));
        }
        StringBuilder alignment = new StringBuilder();
        columns.forEach(column -> alignment.append(column.isRight() ? 'r' : 'l'));
        TextTable table = new TextTable(alignment.toString());
        table.row(columns.stream().map(Column::title).toArray(String[]::new));
        for (Score score : scores()) {
            table.row(columns.stream().map(column -> column.cell().apply(score)).toArray(String[]::new));
        }
        table.print(output.out());
    }

    private static String rmse(double rmse) {
        return String.format(Locale.ROOT, "%.4f", rmse);
    }

    /** One line a model, or a value of the second setting; one column a value of the first. As in the papers. */
    private void printCrossTable() {
        List<Variation> variations = plan.space().variations();
        boolean several = plan.families().size() > 1;
        boolean grid = plan.strategy().id().equals("grid");
        if (!grid || variations.size() + (several ? 1 : 0) != 2) {
            return;
        }
        String across = variations.get(0).name();
        Function<Candidate, String> line = several
                ? candidate -> candidate.family().id()
                : candidate -> variations.get(1).name() + "="
                        + candidate.value(variations.get(1).name());
        Set<String> columns = new LinkedHashSet<>();
        Set<String> lines = new LinkedHashSet<>();
        for (Score score : result.scores()) {
            columns.add(score.candidate().value(across));
            lines.add(line.apply(score.candidate()));
        }
        output.out().println();
        output.out().println((plan.reportTest() ? "Test" : "Validation") + " RMSE");
        TextTable table = new TextTable("l" + "r".repeat(columns.size()));
        List<String> head = new ArrayList<>(List.of(across));
        head.addAll(columns);
        table.row(head.toArray(String[]::new));
        for (String name : lines) {
            List<String> row = new ArrayList<>(List.of(name));
            for (String column : columns) {
                row.add(result.scores().stream()
                        .filter(score -> line.apply(score.candidate()).equals(name)
                                && score.candidate().value(across).equals(column))
                        .map(score -> rmse(score.testRmse().orElseGet(score::error)))
                        .findFirst()
                        .orElse("–"));
            }
            table.row(row.toArray(String[]::new));
        }
        table.print(output.out());
    }
}
