package io.github.factorscope.cli;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadMonitor;
import io.github.factorscope.experiment.sweep.Score;
import io.github.factorscope.experiment.sweep.Strategy;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.SweepResult;
import io.github.factorscope.experiment.sweep.SweepSession;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.plot.Picture;
import io.github.factorscope.plot.SvgPen;
import io.github.factorscope.report.SweepPictures;
import io.github.factorscope.report.SweepReport;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.PresetStore;
import io.github.factorscope.storage.SavedPreset;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains models with many settings. */
@Command(
        name = "sweep",
        description = "Train one or several models with many settings, and compare them by validation ratings.",
        footer = {
            "%nThe test ratings, --holdout 0.1 where no others are asked for, are left out altogether: the same as"
                    + " train's for the seed. Judge the best settings by train.",
            "Ctrl-C ends the sweep and prints what is done."
        })
final class SweepCommand implements Callable<Integer> {
    private static final double USUAL_VALIDATION = 0.1;
    private static final double PICTURE_WIDTH = 640;
    private static final double PICTURE_HEIGHT = 400;
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
    private SweepModels models;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private SplitOptions splits;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Judge by this share of the rest (default 0.1; with --report-test 0).")
    private Double validation;

    @Option(
            names = "--report-test",
            description = {
                "For pictures such as the papers' tables, not for choosing: report the test error of every training on the"
                        + " ratings that --holdout sets apart, as train would."
            })
    private boolean reportTest;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            defaultValue = "10",
            description = "End a training after so many epochs without a lower error (default 10, 0: never).")
    private int patience;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Train each setting so many times, with --seed and the seeds after it, and judge by the mean (default 1).")
    private int repeats;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of split, models and draws (default 1).")
    private long seed;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Trainings at the same time (default: one a processor).")
    private int atOnce = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--save-preset",
            paramLabel = "NAME",
            description = "Keep the best settings of each model, and their epochs, under this name for train --preset.")
    private String presetName;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write pictures and tables as a page that needs no network.")
    private Path html;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Draw error.svg and seconds.svg, both against the values, into this folder.")
    private Path pictures;

    @Override
    public Integer call() throws IOException {
        if (atOnce < 1) {
            throw new InvalidSettingException("--at-once must be at least 1, was " + atOnce + ".");
        }
        SplitPlan splitPlan = splitPlan();
        SweepPlan plan =
                SweepPlan.of(models.space(output::progress), models.strategy(), repeats, seed, patience, reportTest);
        if (plan.strategy() instanceof Strategy.Halving && splitPlan.validationShare() == 0) {
            throw new InvalidSettingException(
                    "Halving eliminates by validation ratings: choose a larger --validation.");
        }
        for (ModelFamily family : plan.families()) {
            checkPreset(family, splitPlan);
        }
        if (html != null) {
            HtmlReports.requirePlace(html);
        }
        Dataset dataset = DatasetReader.read(reading.request(ratings).withTest(splits.testFile()), LoadMonitor.NONE)
                .dataset();
        SplitOptions.remark(dataset, splitPlan).ifPresent(output::progress);
        Split split = split(dataset, splitPlan);
        SweepProgress progress = new SweepProgress(plan, output::progress);
        SweepSession session = new SweepSession(dataset, split, plan, atOnce, progress);
        progress.begin(plan.forecastSeconds(split, session.atOnce()), session.atOnce());
        try (Interruption interruption = new Interruption(session.control()::stop)) {
            SweepResult result = session.run();
            if (interruption.happened()) {
                output.progress("Stopped: what is done follows.");
            }
            boolean saved = presetName != null
                    && result.isComplete()
                    && !result.trials().isEmpty();
            if (saved) {
                savePreset(result, dataset);
            }
            new SweepOutput(output, result, seed).print(saved ? Optional.of(presetName) : Optional.empty());
            if (pictures != null && !result.trials().isEmpty()) {
                drawPictures(result, dataset);
            }
            if (html != null && !result.trials().isEmpty()) {
                HtmlReports.write(html, new SweepReport(result, dataset, split).toHtml());
                output.progress("Report: " + html);
            }
        }
        return 0;
    }

    private void drawPictures(SweepResult result, Dataset dataset) throws IOException {
        SweepPictures drawn = new SweepPictures(result.plan(), result.trials());
        Map<String, Picture> files = Map.of("error.svg", drawn.errors(), "seconds.svg", drawn.seconds(true, true));
        for (Map.Entry<String, Picture> file : files.entrySet()) {
            String svg = SvgPen.draw(file.getValue(), PICTURE_WIDTH, PICTURE_HEIGHT, "Sweep on " + dataset.name());
            AtomicFiles.writeFile(
                    pictures.resolve(file.getKey()), target -> Files.writeString(target, svg, StandardCharsets.UTF_8));
        }
        output.progress("Pictures: " + pictures);
    }

    private void checkPreset(ModelFamily family, SplitPlan splitPlan) {
        if (presetName != null) {
            PresetStore.requireName(family, presetName);
            if (splitPlan.validationShare() == 0) {
                throw new InvalidSettingException(
                        "Settings are not chosen by test ratings: --save-preset needs --validation.");
            }
        }
    }

    private SplitPlan splitPlan() {
        double share = validation != null ? validation : reportTest ? 0 : USUAL_VALIDATION;
        return splits.plan(new TestChoice.RandomShare(HOLDOUT), share, seed);
    }

    private Split split(Dataset dataset, SplitPlan plan) {
        Split split = SplitOptions.split(dataset, plan);
        if (reportTest && !split.hasTest()) {
            throw new UserException("There are no test ratings to report on. Choose a larger --holdout.");
        }
        if (!reportTest && !split.hasValidation()) {
            throw new UserException("There are no validation ratings to compare by. Choose a larger --validation.");
        }
        return split;
    }

    private void savePreset(SweepResult result, Dataset dataset) throws IOException {
        PresetStore store = PresetStore.ofUser(output::progress);
        for (ModelFamily family : result.plan().families()) {
            Optional<Score> best = result.best(family);
            if (best.isPresent()) {
                String about =
                        SavedPreset.foundOn(dataset.name(), best.get().error(), LocalDate.now(ZoneId.systemDefault()));
                store.save(family, presetName, best.get().settingsToKeep(), about);
                output.progress("Saved as preset " + presetName + " of " + family.id() + ".");
            }
        }
    }
}
