package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.simulation.LargeCatalogue;
import io.github.factorscope.experiment.Benchmark;
import io.github.factorscope.experiment.Benchmark.Measurement;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.NewcomerBenchmark;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.ui.tour.JourneyBench;
import io.github.factorscope.ui.tour.MapBench;
import io.github.factorscope.ui.tour.WindowBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures on given data what docs/benchmarks.md reports. */
@Command(
        name = "bench",
        description = "Measure loading, training, memory, recommending and explaining of every model on rating files.",
        footer = "%nEvery model has the preset that is named like the data, such as ml-1m, or else its default.")
final class BenchCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FACTORS = List.of("10", "20", "50", "100", "200");
    private static final List<String> NEIGHBOURS = List.of("10", "30", "100", "300", "1000", "1000000");

    private static final int USERS_TO_MAKE = 12_000;
    private static final int RATINGS_TO_MAKE = 100; // of the median user
    private static final int FEWEST_ITEMS = 2_000;
    private static final int MOST_ITEMS = 200_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--ratings",
            paramLabel = "PATH",
            description = "A rating file, its folder, or a zip; may be repeated.")
    private List<Path> ratings = new ArrayList<>();

    @Option(names = "--model", paramLabel = "ID", description = "Only this model; may be repeated.")
    private List<String> models = new ArrayList<>();

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "3", description = "Medians of so many (default 3).")
    private int repeat;

    @Option(names = "--scaling", description = "Also measure an epoch with other numbers of factors and neighbours.")
    private boolean scaling;

    @Option(names = "--window", description = "Also train in the window and measure its FX thread.")
    private boolean window;

    @Option(names = "--storage", description = "Instead of all this: measure saving and opening a run.")
    private boolean storage;

    @Option(
            names = "--newcomers",
            description =
                    "Instead of all this: measure how well people are predicted whom a model has not learned from,"
                            + " and how well explanations add up.")
    private boolean newcomers;

    @Option(
            names = "--explore",
            description = "Instead of all this: measure how soon Explore answers, also when a rating is changed.")
    private boolean explore;

    @Option(
            names = "--map",
            description = "Instead of all this: measure how smoothly the map moves, on a screen of 1440 × 900.")
    private boolean map;

    @Option(
            names = "--journey",
            description =
                    "Instead of all this: measure a whole visit to the window on the first --ratings: its FX thread, what it"
                            + " costs while nothing happens, and the memory that the others, opened in turn, leave behind.")
    private boolean journey;

    @Option(
            names = "--large",
            paramLabel = "FILE",
            description =
                    "Instead of all this: measure opening a very large rating file, also for the second time, and an epoch"
                            + " of training on it.")
    private Path large;

    @Option(
            names = "--items",
            paramLabel = "N",
            description =
                    "With --explore or --map, in place of --ratings: made-up ratings of so many items; may be repeated.")
    private List<Integer> items = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        check();
        List<ModelFamily> families = models.isEmpty()
                ? ModelCatalogue.all()
                : models.stream().map(ModelCatalogue::find).toList();
        ObjectNode result = JSON.createObjectNode();
        Versions versions = Versions.current();
        result.put("java", versions.java())
                .put("system", versions.system())
                .put("processors", Runtime.getRuntime().availableProcessors());
        ArrayNode all = result.putArray("data");
        if (journey) {
            all.add(JourneyOutput.describe(JourneyBench.run(ratings.get(0), ratings, output::progress)));
        }
        for (Path path : journey ? List.<Path>of() : ratings) {
            all.add(measure(path, families));
        }
        if (large != null) {
            all.add(new LargeBench(large, repeat, output::progress).measure());
        }
        for (int count : items) {
            Dataset made = LargeCatalogue.of(count, USERS_TO_MAKE, RATINGS_TO_MAKE, 1);
            all.add(map ? measureMap(made) : new ExploreBench(made, output::progress).measure(families));
        }
        if (window && !ratings.isEmpty()) {
            addWindow(result, WindowBench.run(ratings.get(0), output::progress));
        }
        if (output.json()) {
            output.print(result);
        } else {
            BenchOutput.print(output.out(), result);
        }
        return 0;
    }

    private void check() {
        if (repeat < 1) {
            throw new InvalidSettingException("repeat must be at least 1, was " + repeat + ".");
        }
        if (!items.isEmpty() && !explore && !map) {
            throw new InvalidSettingException("--items goes with --explore and --map only.");
        }
        if (map && ratings.size() + items.size() > 1) {
            throw new InvalidSettingException("--map takes one --ratings or one --items: a process has one window.");
        }
        if (items.stream().anyMatch(count -> count < FEWEST_ITEMS || count > MOST_ITEMS)) {
            throw new InvalidSettingException("--items takes " + FEWEST_ITEMS + " to " + MOST_ITEMS + ".");
        }
        if (journey && ratings.isEmpty()) {
            throw new InvalidSettingException("--journey needs --ratings.");
        }
        if (ratings.isEmpty() && items.isEmpty() && large == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--ratings=PATH'");
        }
    }

    private ObjectNode measure(Path path, List<ModelFamily> families) throws IOException {
        List<Double> loading = new ArrayList<>();
        Dataset dataset = null;
        for (int k = 0; k < repeat; k++) {
            long start = System.nanoTime();
            dataset = DatasetReader.read(path).dataset();
            loading.add((System.nanoTime() - start) / 1e9);
        }
        if (explore) {
            return new ExploreBench(dataset, output::progress).measure(families);
        }
        if (map) {
            return measureMap(dataset);
        }
        Split split = Split.of(dataset, new SplitPlan(0.1, 0, 1));
        if (!split.hasTest()) {
            throw new UserException(
                    "There are too few ratings in " + path + " to measure anything. Choose a larger file.");
        }
        ObjectNode node = JSON.createObjectNode()
                .put("name", dataset.name())
                .put("ratings", dataset.ratings().size())
                .put("loadSeconds", Benchmark.median(loading));
        if (storage) {
            node.set("storage", StorageBench.measure(dataset, split, repeat));
            return node;
        }
        Benchmark benchmark = new Benchmark(dataset, split, repeat);
        List<ModelFamily> able = families.stream()
                .filter(family -> family.objection(split.trainingData()).isEmpty())
                .toList();
        if (newcomers) {
            addNewcomers(node.putArray("newcomers"), new NewcomerBenchmark(split), benchmark, able);
            return node;
        }
        ArrayNode measured = node.putArray("models");
        for (ModelFamily family : able) {
            for (Map.Entry<String, Settings> variant :
                    variants(benchmark, family).entrySet()) {
                output.progress("Training " + variant.getKey() + " on " + dataset.name());
                measured.add(describe(variant.getKey(), benchmark.measure(family, variant.getValue())));
            }
        }
        if (scaling) {
            ArrayNode scales = node.putArray("scaling");
            for (ModelFamily family : able) {
                addScale(scales, benchmark, family, "factors", FACTORS);
                addScale(scales, benchmark, family, "neighbours", NEIGHBOURS);
            }
        }
        return node;
    }

    private ObjectNode measureMap(Dataset dataset) throws IOException {
        output.progress("Training svd on " + dataset.name());
        ObjectNode node = JSON.createObjectNode()
                .put("name", dataset.name())
                .put("items", dataset.items().size());
        ArrayNode movements = node.putArray("map");
        for (MapBench.Smoothness moved : MapBench.run(dataset)) {
            movements
                    .addObject()
                    .put("movement", moved.movement())
                    .put("drawMillis", moved.drawMillis())
                    .put("frameMillis", moved.frameMillis())
                    .put("lateMillis", moved.lateMillis());
        }
        return node;
    }

    /** The model with its usual settings, and with each solver that has a preset of its own. */
    private static Map<String, Settings> variants(Benchmark benchmark, ModelFamily family) {
        Map<String, Settings> variants = new LinkedHashMap<>();
        variants.put(family.id(), benchmark.usualSettings(family));
        family.presets().stream()
                .filter(preset -> preset.name().equals("als") || preset.name().equals("sgd"))
                .forEach(preset -> variants.put(family.id() + " " + preset.name(), preset.settings()));
        return variants;
    }

    private void addNewcomers(
            ArrayNode measured, NewcomerBenchmark newcomerBenchmark, Benchmark benchmark, List<ModelFamily> families) {
        for (ModelFamily family : families) {
            for (Map.Entry<String, Settings> variant :
                    variants(benchmark, family).entrySet()) {
                output.progress("Training " + variant.getKey() + " twice");
                NewcomerBenchmark.Measurement result = newcomerBenchmark.measure(family, variant.getValue());
                measured.addObject()
                        .put("model", variant.getKey())
                        .put("learned", result.learned())
                        .put("asNewcomers", result.asNewcomers())
                        .put("learnedTenth", result.learnedTenth())
                        .put("neverSeen", result.neverSeen())
                        .put("worstSum", result.worstSum())
                        .put("changeMillis", result.changeMillis());
            }
        }
    }

    private static ObjectNode describe(String name, Measurement measurement) {
        return JSON.createObjectNode()
                .put("model", name)
                .put("epochs", measurement.epochs())
                .put("secondsPerEpoch", measurement.secondsPerEpoch())
                .put("seconds", measurement.seconds())
                .put("forecastSeconds", measurement.forecast().seconds())
                .put("peakBytes", measurement.peak().bytes())
                .put("addedBytes", measurement.peak().added())
                .put("forecastBytes", measurement.forecast().bytes())
                .put("testRmse", measurement.testRmse())
                .put("recommendMillis", measurement.recommendMillis())
                .put("explainMillis", measurement.explainMillis())
                .putPOJO("settings", measurement.settings().toMap());
    }

    /** For models whose epochs depend on this setting; those that are worked out in one go have none. */
    private void addScale(
            ArrayNode scales, Benchmark benchmark, ModelFamily family, String setting, List<String> values) {
        Settings usual = family.defaults();
        if (!usual.toMap().containsKey(setting) || !usual.toMap().containsKey("epochs")) {
            return;
        }
        ObjectNode scale = scales.addObject().put("model", family.id()).put("setting", setting);
        ArrayNode points = scale.putArray("points");
        for (String value : values) {
            output.progress("Training " + family.id() + " with " + setting + " " + value);
            points.addObject()
                    .put("value", Integer.parseInt(value))
                    .put("secondsPerEpoch", benchmark.secondsPerEpoch(family, usual.with(setting, value)));
        }
    }

    private static void addWindow(ObjectNode result, WindowBench.Result measured) {
        JourneyOutput.addWaits(result.putArray("fxThread"), "training", measured.waits());
        result.put("stopMillis", Benchmark.median(measured.stopMillis()));
    }
}
