package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.RepeatedSeeds;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.experiment.Spread;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.RunJson;
import io.github.factorscope.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Option;

/** The same training with several seeds of the model. */
final class RepeatedTraining {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Train N times on the same split, with model seeds counted up from --seed, and print mean and"
                    + " standard deviation; --out then gets a run folder for each seed.")
    private int repeats;

    /** @throws InvalidSettingException where the number is out of range */
    void check() {
        if (repeats < 1 || repeats > RepeatedSeeds.MOST) {
            throw new InvalidSettingException(
                    "--repeat must lie in 1 to " + RepeatedSeeds.MOST + ", was " + repeats + ".");
        }
    }

    /** Whether {@link #train} is to be called instead of a single training. */
    boolean isAsked() {
        return repeats > 1;
    }

    /**
     * Trains, saves each run as soon as it is there, and prints; returns false where it was interrupted.
     *
     * @param out folder for the run folders, where they are wanted
     * @param listeners of one training each
     */
    boolean train(
            Experiment first,
            Optional<Path> out,
            OutputOptions output,
            SafeTraining safe,
            Supplier<TrainingListener> listeners)
            throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Experiment experiment : new RepeatedSeeds(first, repeats).experiments()) {
            output.progress("seed " + experiment.seed() + ", " + (runs.size() + 1) + " of " + repeats);
            Path folder = out.map(path -> folder(path, experiment.seed())).orElse(null);
            Optional<Run> run = safe.train(new SafeTraining.Task(experiment, folder, output, listeners));
            if (run.isEmpty()) {
                return false;
            }
            runs.add(run.get());
        }
        if (output.json()) {
            output.print(describe(runs, out));
        } else {
            print(runs, out, output);
        }
        return true;
    }

    private static Path folder(Path out, long seed) {
        return out.resolve("seed-" + seed);
    }

    /** The part of the data that the mean is over: the test ratings where there are some. */
    private static Part judgedBy(Run run) {
        if (run.test().isPresent()) {
            return new Part("test", each -> each.test().orElseThrow());
        }
        return run.validation().isPresent()
                ? new Part("validation", each -> each.validation().orElseThrow())
                : new Part("train", Run::train);
    }

    private record Part(String name, Function<Run, Accuracy> accuracy) {
        Spread spread(List<Run> runs, ToDoubleFunction<Accuracy> measure) {
            return Spread.of(runs.stream()
                    .mapToDouble(run -> measure.applyAsDouble(accuracy.apply(run)))
                    .toArray());
        }
    }

    private static ObjectNode describe(List<Run> runs, Optional<Path> out) {
        Run any = runs.get(0);
        Part part = judgedBy(any);
        ObjectNode node = JSON.createObjectNode();
        node.put("model", any.experiment().family().id());
        node.set("settings", JSON.valueToTree(any.experiment().settings().toMap()));
        node.put("judgedBy", part.name());
        node.set("rmse", spread(part.spread(runs, Accuracy::rmse)));
        node.set("mae", spread(part.spread(runs, Accuracy::mae)));
        ArrayNode repeats = node.putArray("repeats");
        for (Run run : runs) {
            ObjectNode each = RunJson.summary(run);
            out.ifPresent(path ->
                    each.put("run", folder(path, run.experiment().seed()).toString()));
            repeats.add(each);
        }
        return node;
    }

    private static ObjectNode spread(Spread spread) {
        return JSON.createObjectNode()
                .put("mean", spread.mean())
                .put("standardDeviation", spread.standardDeviation())
                .put("min", spread.min())
                .put("max", spread.max());
    }

    private static void print(List<Run> runs, Optional<Path> out, OutputOptions output) {
        Part part = judgedBy(runs.get(0));
        TextTable table = new TextTable("rrrrrl");
        table.row("Seed", part.name() + " RMSE", "MAE", "Epoch", "Seconds", "Ended");
        for (Run run : runs) {
            Accuracy accuracy = part.accuracy().apply(run);
            table.row(
                    String.valueOf(run.experiment().seed()),
                    decimals(accuracy.rmse()),
                    decimals(accuracy.mae()),
                    String.valueOf(run.outcome().modelEpoch()),
                    String.format(Locale.ROOT, "%.2f", run.outcome().seconds()),
                    run.outcome().stopReason().words());
        }
        table.print(output.out());
        Spread rmse = part.spread(runs, Accuracy::rmse);
        output.out()
                .printf(
                        Locale.ROOT,
                        "%s: RMSE %.4f ± %.4f (mean and standard deviation of %d seeds; lowest %.4f, highest %.4f)%n",
                        runs.get(0).experiment().family().title(),
                        rmse.mean(),
                        rmse.standardDeviation(),
                        rmse.count(),
                        rmse.min(),
                        rmse.max());
        out.ifPresent(path -> output.out().println("Runs in " + path));
    }

    private static String decimals(double stars) {
        return String.format(Locale.ROOT, "%.4f", stars);
    }
}
