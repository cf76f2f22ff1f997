package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadMonitor;
import io.github.factorscope.experiment.Sweep;
import io.github.factorscope.experiment.Sweep.Trial;
import io.github.factorscope.experiment.Sweep.Variation;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.Settings;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains one model with many settings. */
@Command(
        name = "sweep",
        description = "Train a model with every combination of some settings, and compare them by validation ratings.",
        footer = "%nThe test ratings, --holdout 0.1 where no others are asked for, are left out altogether: the same as"
                + " train's for the seed. Judge the best settings by train.")
final class SweepCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double HOLDOUT = 0.1;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--ratings",
            required = true,
            paramLabel = "PATH",
            description = "A rating file, its folder, or a zip.")
    private Path ratings;

    @Mixin
    private ModelOptions model;

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "NAME=A,B,C",
            description = "Values of one setting; repeated, all combinations are tried.")
    private List<String> variations = new ArrayList<>();

    @Mixin
    private SplitOptions splits;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Judge by this share of the rest (default 0.1).")
    private double validation;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            defaultValue = "3",
            description = "End a training after so many epochs without a lower error (default 3, 0: never).")
    private int patience;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of split and models (default 1).")
    private long seed;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Trainings at the same time (default: one a processor).")
    private int atOnce = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        if (patience < 0 || atOnce < 1) {
            throw new InvalidSettingException("patience must not be negative and at-once at least 1.");
        }
        List<Variation> varied = variations.stream().map(SweepCommand::parse).toList();
        List<Settings> grid = Sweep.grid(model.settings(), varied);
        SplitPlan plan = splits.plan(new TestChoice.RandomShare(HOLDOUT), validation, seed);
        Dataset dataset =
                DatasetReader.read(ratings, splits.testFile(), LoadMonitor.NONE).dataset();
        SplitOptions.remark(dataset, plan).ifPresent(output::progress);
        Sweep sweep = new Sweep(dataset, split(dataset, plan), model.family(), seed, patience);
        List<Trial> trials = sweep.run(
                grid,
                atOnce,
                trial -> output.progress(String.format(
                        Locale.ROOT, "%s: validation RMSE %.4f", values(trial, varied), trial.validationRmse())));
        print(trials.stream().sorted(Sweep.BEST_FIRST).toList(), varied);
        return 0;
    }

    private static Split split(Dataset dataset, SplitPlan plan) {
        Split split = SplitOptions.split(dataset, plan);
        if (!split.hasValidation()) {
            throw new UserException("There are no validation ratings to compare by. Choose a larger --validation.");
        }
        return split;
    }

    private static Variation parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new InvalidSettingException("--vary takes NAME=A,B,C, was \"" + text + "\".");
        }
        return new Variation(
                text.substring(0, equals), List.of(text.substring(equals + 1).split(",")));
    }

    private static String values(Trial trial, List<Variation> varied) {
        return varied.stream()
                .map(variation ->
                        variation.name() + "=" + trial.settings().toMap().get(variation.name()))
                .collect(Collectors.joining(" "));
    }

    private void print(List<Trial> trials, List<Variation> varied) {
        if (output.json()) {
            ObjectNode node =
                    JSON.createObjectNode().put("model", model.family().id()).put("seed", seed);
            ArrayNode list = node.putArray("trials");
            for (Trial trial : trials) {
                list.addObject()
                        .put("validationRmse", trial.validationRmse())
                        .put("epoch", trial.epoch())
                        .put("stopReason", trial.stopReason().id())
                        .put("seconds", trial.seconds())
                        .putPOJO("settings", trial.settings().toMap());
            }
            output.print(node);
            return;
        }
        TextTable table = new TextTable("rrr" + "r".repeat(varied.size()));
        List<String> head = new ArrayList<>(varied.stream().map(Variation::name).toList());
        head.addAll(List.of("Validation RMSE", "Epoch", "Seconds"));
        table.row(head.toArray(String[]::new));
        for (Trial trial : trials) {
            List<String> row = new ArrayList<>(varied.stream()
                    .map(variation -> String.valueOf(trial.settings().toMap().get(variation.name())))
                    .toList());
            row.add(String.format(Locale.ROOT, "%.4f", trial.validationRmse()));
            row.add(String.valueOf(trial.epoch()));
            row.add(String.format(Locale.ROOT, "%.1f", trial.seconds()));
            table.row(row.toArray(String[]::new));
        }
        table.print(output.out());
    }
}
