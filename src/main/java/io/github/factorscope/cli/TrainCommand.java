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
import io.github.factorscope.training.EpochReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    private RepeatedTraining repeats;

    @Override
    public Integer call() throws IOException {
        if (repeated != null) {
            return repeat();
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
            trainFolds(dataset, plan, family, settings, splits.allFolds().getAsInt());
            return 0;
        }
        Experiment experiment =
                new Experiment(dataset, SplitOptions.split(dataset, plan), family, settings, seed, patience);
        if (repeats.isAsked()) {
            repeats.train(experiment, Optional.ofNullable(out), output, () -> new ProgressLines()::onEpoch);
            return 0;
        }
        print(train(experiment, out), null);
        return 0;
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
        print(repetition.run(), repetition);
        return 0;
    }

    private void trainFolds(Dataset dataset, SplitPlan plan, ModelFamily family, Settings settings, int folds)
            throws IOException {
        FoldsOutput all = new FoldsOutput(output);
        for (int fold = 1; fold <= folds; fold++) {
            TestChoice test = new TestChoice.Fold(fold, folds);
            output.progress(test.words());
            Split split = SplitOptions.split(dataset, plan.withTest(test));
            Path folder = out == null ? null : out.resolve("fold-" + fold);
            all.add(train(new Experiment(dataset, split, family, settings, seed, patience), folder), folder);
        }
        all.print();
    }

    /** @param folder to save the run to; null for none */
    private Run train(Experiment experiment, Path folder) throws IOException {
        Forecast forecast = experiment.forecast();
        output.progress(String.format(
                Locale.ROOT, "about %.1f s and %s of memory", forecast.seconds(), Forecast.words(forecast.bytes())));
        Run run = Run.of(
                experiment, experiment.newSession(new ProgressLines()::onEpoch).run());
        run.outcome().divergence().ifPresent(divergence -> output.progress(divergence.message()));
        if (folder != null) {
            RunStore.save(run, folder);
        }
        return run;
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

    /** @param repetition null where it is none */
    private void print(Run run, RepeatedRun repetition) {
        if (output.json()) {
            ObjectNode node = RunJson.summary(run);
            if (repetition != null) {
                repetition.describe(node);
            }
            if (out != null) {
                node.put("run", out.toString());
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
        if (out != null) {
            table.row("Run", out.toString());
        }
        if (repetition != null) {
            repetition.print(table);
        }
        table.print(output.out());
    }

    private static String accuracy(double rmse, double mae, int ratings) {
        return String.format(Locale.ROOT, "RMSE %.4f, MAE %.4f over %,d ratings", rmse, mae, ratings);
    }
}
