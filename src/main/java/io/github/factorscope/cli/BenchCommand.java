package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.evaluation.Ranking;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.ui.tour.WindowBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures on given data what docs/benchmarks.md reports. */
@Command(
        name = "bench",
        description = "Measure loading, training, recommending and explaining on a rating file; with --window also how"
                + " responsive the window stays.")
final class BenchCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USERS_ASKED = 50;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--ratings",
            required = true,
            paramLabel = "PATH",
            description = "A rating file, its folder, or a zip.")
    private Path ratings;

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "3", description = "Medians of so many (default 3).")
    private int repeat;

    @Option(names = "--window", description = "Also train in the window and measure its FX thread.")
    private boolean window;

    @Override
    public Integer call() throws IOException {
        if (repeat < 1) {
            throw new InvalidSettingException("repeat must be at least 1, was " + repeat + ".");
        }
        ObjectNode result = JSON.createObjectNode();
        Versions versions = Versions.current();
        result.put("java", versions.java())
                .put("system", versions.system())
                .put("processors", Runtime.getRuntime().availableProcessors());
        List<Double> loading = new ArrayList<>();
        Dataset dataset = null;
        for (int k = 0; k < repeat; k++) {
            long start = System.nanoTime();
            dataset = DatasetReader.read(ratings).dataset();
            loading.add(secondsSince(start));
        }
        result.put("ratings", dataset.ratings().size()).put("loadSeconds", median(loading));
        Split split = Split.of(dataset, new SplitPlan(0.1, 0, 1));
        if (!split.hasTest()) {
            throw new UserException(
                    "There are too few ratings in " + ratings + " to measure anything. Choose a larger file.");
        }
        ArrayNode models = result.putArray("models");
        for (ModelFamily family : ModelCatalogue.all()) {
            models.add(measure(family, dataset, split));
        }
        if (window) {
            addWindow(result, WindowBench.run(ratings, output::progress));
        }
        print(result);
        return 0;
    }

    private ObjectNode measure(ModelFamily family, Dataset dataset, Split split) {
        List<Double> epochs = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        Run run = null;
        for (int k = 0; k < repeat; k++) {
            output.progress("Training " + family.title());
            Experiment experiment = new Experiment(dataset, split, family, family.defaults(), 1, 0);
            long start = System.nanoTime();
            run = Run.of(experiment, experiment.newSession(report -> {}).run());
            totals.add(secondsSince(start));
            epochs.add(run.outcome().secondsPerEpoch());
        }
        List<Double> recommending = new ArrayList<>();
        List<Double> explaining = new ArrayList<>();
        for (int k = 0; k < Math.min(USERS_ASKED, split.training().users()); k++) {
            long start = System.nanoTime();
            List<RankedItem> best = Ranking.best(run.model(), split.training(), k, 10);
            recommending.add(secondsSince(start));
            start = System.nanoTime();
            run.model().explain(k, best.isEmpty() ? 0 : best.get(0).item());
            explaining.add(secondsSince(start));
        }
        return JSON.createObjectNode()
                .put("model", family.id())
                .put("epochs", run.outcome().history().size())
                .put("secondsPerEpoch", median(epochs))
                .put("seconds", median(totals))
                .put("testRmse", run.test().orElseThrow().rmse())
                .put("recommendMillis", 1000 * median(recommending))
                .put("explainMillis", 1000 * median(explaining));
    }

    private static void addWindow(ObjectNode result, WindowBench.Result measured) {
        ArrayNode waits = result.putArray("fxThread");
        for (WindowBench.Waits each : measured.waits()) {
            waits.addObject()
                    .put("training", each.name())
                    .put("medianMillis", each.median())
                    .put("percentile99Millis", each.percentile99())
                    .put("longestMillis", each.longest());
        }
        result.put("stopMillis", median(measured.stopMillis()));
    }

    private void print(ObjectNode result) {
        if (output.json()) {
            output.print(result);
            return;
        }
        output.out()
                .printf(
                        Locale.ROOT,
                        "%,d ratings loaded in %.2f s; Java %s on %d processors%n%n",
                        result.path("ratings").asInt(),
                        result.path("loadSeconds").asDouble(),
                        result.path("java").asText(),
                        result.path("processors").asInt());
        TextTable models = new TextTable("lrrrrrr");
        models.row("Model", "Epochs", "s/epoch", "s in all", "Test RMSE", "Recommend", "Explain");
        result.path("models")
                .forEach(model -> models.row(
                        model.path("model").asText(),
                        model.path("epochs").asText(),
                        number(model.path("secondsPerEpoch").asDouble(), 3),
                        number(model.path("seconds").asDouble(), 2),
                        number(model.path("testRmse").asDouble(), 4),
                        number(model.path("recommendMillis").asDouble(), 1) + " ms",
                        number(model.path("explainMillis").asDouble(), 1) + " ms"));
        models.print(output.out());
        if (result.has("fxThread")) {
            output.out().println();
            TextTable waits = new TextTable("lrrr");
            waits.row("FX thread while training", "Median", "99 %", "Longest");
            result.path("fxThread")
                    .forEach(each -> waits.row(
                            each.path("training").asText(),
                            number(each.path("medianMillis").asDouble(), 1) + " ms",
                            number(each.path("percentile99Millis").asDouble(), 1) + " ms",
                            number(each.path("longestMillis").asDouble(), 1) + " ms"));
            waits.print(output.out());
            output.out()
                    .println("Stop answers in "
                            + number(result.path("stopMillis").asDouble(), 0) + " ms");
        }
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
