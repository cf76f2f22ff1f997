package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadMonitor;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.RunJson;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.EpochReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains one model and judges it. */
@Command(
        name = "train",
        description = "Train a model and judge it by ratings that it has not seen.",
        footer = "%nThe numbers depend on data, settings and seed only.")
final class TrainCommand implements Callable<Integer> {
    private static final double SECONDS_BETWEEN_LINES = 0.5;
    private static final int INTERRUPTED = 130; // as shells have it

    @Mixin
    private OutputOptions output;

    @Option(names = "--ratings", paramLabel = "PATH", description = "A rating file, its folder, or a zip.")
    private Path ratings;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description =
                    "Instead of all this: repeat the run in this folder, and say whether the numbers are the same.")
    private Path repeated;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description =
                    "Instead of all this: go on with the training that was interrupted before it could be saved to"
                            + " this folder. The numbers are those of a training that was not.")
    private Path resumed;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private SplitOptions splits;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Set this share of the training ratings apart and keep the epoch that predicts them best.")
    private double validation;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            defaultValue = "5",
            description = "With --validation: end after so many epochs without a lower error (default 5, 0: never).")
    private int patience;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of split and model (default 1).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Save the run to this folder; all folds to fold-1, fold-2 and so on in it.")
    private Path out;

    @Mixin
    private SafeTraining safe;

    @Mixin
    private RepeatedTraining repeats;

    @Override
    public Integer call() throws IOException {
        if (repeated != null) {
            return repeat();
        }
        if (resumed != null) {
            return resume();
        }
        RepeatedRun.requireRatings(spec, ratings);
        ModelFamily family = model.family();
        Settings settings = model.settings();
        SplitPlan plan = splits.plan(new TestChoice.RandomShare(0), validation, seed);
        repeats.check();
        if (patience < 0) {
            throw new InvalidSettingException("patience must not be negative, was " + patience + ".");
        }
        if (out != null) {
            AtomicFiles.requireFree(out);
        }
        safe.check(out);
        LoadedData loaded = DatasetReader.read(reading.request(ratings).withTest(splits.testFile()), LoadMonitor.NONE);
        if (loaded.problemCount() > 0) {
            output.progress(loaded.problemCount() + " lines of " + ratings
                    + " could not be read and are left out; inspect lists them.");
        }
        Dataset dataset = loaded.dataset();
        SplitOptions.remark(dataset, plan).ifPresent(output::progress);
        if (splits.allFolds().isPresent()) {
            if (repeats.isAsked()) {
                throw new InvalidSettingException(
                        "--repeat goes with a single fold: add --fold, or leave one of them out.");
            }
            return trainFolds(dataset, plan, family, settings, splits.allFolds().getAsInt());
        }
        Experiment experiment =
                new Experiment(dataset, SplitOptions.split(dataset, plan), family, settings, seed, patience);
        if (repeats.isAsked()) {
            boolean done = repeats.train(
                    experiment, Optional.ofNullable(out), output, safe, () -> new ProgressLines()::onEpoch);
            return done ? 0 : INTERRUPTED;
        }
        Optional<Run> run = train(experiment, out);
        run.ifPresent(each -> print(each, out, node -> {}, table -> {}));
        return run.isPresent() ? 0 : INTERRUPTED;
    }

    private int resume() throws IOException {
        ResumedTraining.requireNothingElse(spec);
        ResumedTraining training = ResumedTraining.of(resumed, out, output, () -> new ProgressLines()::onEpoch);
        Optional<Run> run = training.train(safe);
        run.ifPresent(each -> print(
                each,
                training.folder(),
                node -> node.put("resumedAfterEpoch", training.epoch()),
                table -> table.row("Resumed", "after epoch " + training.epoch())));
        return run.isPresent() ? 0 : INTERRUPTED;
    }

    private int repeat() throws IOException {
        RepeatedRun.requireNothingElse(spec);
        if (out != null) {
            AtomicFiles.requireFree(out);
        }
        RepeatedRun repetition = RepeatedRun.of(repeated, new ProgressLines()::onEpoch);
        if (out != null) {
            RunStore.save(repetition.run(), out);
        }
        print(repetition.run(), out, repetition::describe, repetition::print);
        return 0;
    }

    private int trainFolds(Dataset dataset, SplitPlan plan, ModelFamily family, Settings settings, int folds)
            throws IOException {
        FoldsOutput all = new FoldsOutput(output);
        for (int fold = 1; fold <= folds; fold++) {
            TestChoice test = new TestChoice.Fold(fold, folds);
            output.progress(test.words());
            Split split = SplitOptions.split(dataset, plan.withTest(test));
            Path folder = out == null ? null : out.resolve("fold-" + fold);
            Optional<Run> run = train(new Experiment(dataset, split, family, settings, seed, patience), folder);
            if (run.isEmpty()) {
                return INTERRUPTED;
            }
            all.add(run.get(), folder);
        }
        all.print();
        return 0;
    }

    /** @param folder to save the run to; null for none */
    private Optional<Run> train(Experiment experiment, Path folder) throws IOException {
        Forecast forecast = experiment.forecast();
        output.progress(String.format(
                Locale.ROOT, "about %.1f s and %s of memory", forecast.seconds(), Forecast.words(forecast.bytes())));
        return safe.train(new SafeTraining.Task(experiment, folder, output, () -> new ProgressLines()::onEpoch));
    }

    private final class ProgressLines {
        private double printed = Double.NEGATIVE_INFINITY;

        void onEpoch(EpochReport report) {
            if (report.seconds() - printed >= SECONDS_BETWEEN_LINES) {
                printed = report.seconds();
                output.progress(line(report));
            }
        }
    }

    private static String line(EpochReport report) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "epoch %d: train RMSE %.4f", report.epoch(), report.trainRmse()));
        report.validationRmse()
                .ifPresent(rmse -> line.append(String.format(Locale.ROOT, ", validation RMSE %.4f", rmse)));
        report.testRmse().ifPresent(rmse -> line.append(String.format(Locale.ROOT, ", test RMSE %.4f", rmse)));
        return line.append(String.format(Locale.ROOT, ", %.1f s", report.seconds()))
                .toString();
    }

    /**
     * Prints what came of a training.
     *
     * @param folder where the run is saved; null for nowhere
     * @param more fields of the JSON
     * @param rows more rows of the table
     */
    private void print(Run run, Path folder, Consumer<ObjectNode> more, Consumer<TextTable> rows) {
        if (output.json()) {
            ObjectNode node = RunJson.summary(run);
            more.accept(node);
            if (folder != null) {
                node.put("run", folder.toString());
            }
            output.print(node);
            return;
        }
        TextTable table = new TextTable("ll");
        table.row(
                "Model",
                run.experiment().family().title() + " " + run.experiment().settings());
        table.row(
                "Train",
                accuracy(run.train().rmse(), run.train().mae(), run.train().ratings()));
        run.validation().ifPresent(a -> table.row("Validation", accuracy(a.rmse(), a.mae(), a.ratings())));
        run.test().ifPresent(a -> table.row("Test", accuracy(a.rmse(), a.mae(), a.ratings())));
        table.row(
                "Epochs",
                run.outcome().history().size() + ", model of epoch "
                        + run.outcome().modelEpoch() + " ("
                        + run.outcome().stopReason().words() + ")");
        table.row(
                "Time",
                String.format(
                        Locale.ROOT,
                        "%.2f s, %.3f s an epoch",
                        run.outcome().seconds(),
                        run.outcome().secondsPerEpoch()));
        for (Divergence divergence : run.outcome().rescuedFrom()) {
            table.row("Rescued", divergence.message());
        }
        if (folder != null) {
            table.row("Run", folder.toString());
        }
        rows.accept(table);
        table.print(output.out());
    }

    private static String accuracy(double rmse, double mae, int ratings) {
        return String.format(Locale.ROOT, "RMSE %.4f, MAE %.4f over %,d ratings", rmse, mae, ratings);
    }
}
