package io.github.factorscope.cli;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.MappedRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.evaluation.ranking.RankingSettings;
import io.github.factorscope.evaluation.topk.TopKSettings;
import io.github.factorscope.evaluation.topk.TopKSettings.Pool;
import io.github.factorscope.experiment.Evaluation;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a run that was saved. */
@Command(
        name = "evaluate",
        description = "Judge a trained model: its errors and where they are, and the lists it would show.",
        footer = "%nWhat every figure means is written in docs/metrics.md.")
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    @Option(names = "--run", required = true, paramLabel = "DIR", description = "A folder that train --out has made.")
    private Path folder;

    @Option(
            names = "--test",
            paramLabel = "PATH",
            description = "Judge by the ratings of this file instead of the run's test ratings.")
    private Path test;

    @Option(names = "--k", paramLabel = "N", defaultValue = "10", description = "Places in a list (default 10).")
    private int k;

    @Option(
            names = "--threshold",
            paramLabel = "STARS",
            description = "Test items that got so many stars are relevant (default: 4 of 5, 8 of 10).")
    private Double threshold;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write everything with its pictures as a page that needs no network.")
    private Path html;

    @ArgGroup(exclusive = false)
    private TopK topK;

    /** Koren's protocol. */
    static final class TopK {
        @Option(
                names = "--top-k",
                required = true,
                description = "Also rank every test rating at the top of the scale among other items drawn at random.")
        @SuppressWarnings("unused") // it is there when the group is
        private boolean wanted;

        @Option(
                names = "--draws",
                paramLabel = "N",
                defaultValue = "1000",
                description = "With --top-k: how many others (default 1000).")
        private int draws;

        @Option(
                names = "--unrated-only",
                description = "With --top-k: draw only from what the user has not rated in training.")
        private boolean unratedOnly;

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "1",
                description = "With --top-k: of the draws (default 1).")
        private long seed;

        TopKSettings settings() {
            return new TopKSettings(draws, unratedOnly ? Pool.UNRATED : Pool.ALL, seed);
        }
    }

    @Override
    public Integer call() throws IOException {
        checkNumbers();
        if (html != null) {
            HtmlReports.requirePlace(html);
        }
        long start = System.nanoTime();
        Run run = RunStore.open(folder);
        RankingSettings settings = settings(run.experiment().dataset().scale());
        Optional<MappedRatings> mapped = test == null ? Optional.empty() : Optional.of(readTest(run));
        double openSeconds = (System.nanoTime() - start) * 1e-9;
        Evaluation evaluation = Evaluation.of(
                run,
                mapped.isPresent() ? mapped.get().ratings() : ownTest(run),
                settings,
                Optional.ofNullable(topK).map(TopK::settings));
        if (html != null) {
            HtmlReports.write(html, HtmlReports.of(run, evaluation));
            output.progress("Report: " + html);
        }
        if (output.json()) {
            output.print(EvaluationJson.of(run, folder, mapped, evaluation, openSeconds));
        } else {
            new EvaluationText(output.out()).print(run, mapped, evaluation);
        }
        return 0;
    }

    /** Before anything is read. */
    private void checkNumbers() {
        if (k < 1) {
            throw new InvalidSettingException("k must be at least 1, was " + k + ".");
        }
        if (topK != null && topK.draws < 1) {
            throw new InvalidSettingException("draws must be at least 1, was " + topK.draws + ".");
        }
    }

    private RankingSettings settings(RatingScale scale) {
        if (threshold == null) {
            return new RankingSettings(k, RankingSettings.usualThreshold(scale));
        }
        if (!scale.contains(threshold)) {
            throw new InvalidSettingException("threshold must lie on the scale of the run, " + scale.min() + " to "
                    + scale.max() + ", was " + threshold + ".");
        }
        return new RankingSettings(k, threshold);
    }

    private RatingMatrix ownTest(Run run) {
        Split split = run.experiment().split();
        if (!split.hasTest()) {
            throw new UserException("The run in " + folder + " has no test ratings. Name a file of ratings with --test,"
                    + " or train with --holdout.");
        }
        return split.test();
    }

    private MappedRatings readTest(Run run) throws IOException {
        LoadedData loaded = DatasetReader.read(test);
        if (loaded.problemCount() > 0) {
            output.progress(loaded.problemCount() + " lines of " + test
                    + " could not be read and are left out; inspect lists them.");
        }
        Dataset dataset = run.experiment().dataset();
        Split split = run.experiment().split();
        MappedRatings mapped = MappedRatings.of(dataset, split.training(), split.validation(), loaded.dataset());
        if (mapped.ratings().size() == 0) {
            throw new UserException("No rating of " + test + " can judge this run: " + leftOut(mapped)
                    + ". Use ratings of users and" + " items that the run knows, which it has not learned from.");
        }
        if (mapped.leftOut() > 0) {
            output.progress(String.format(
                    Locale.ROOT,
                    "%,d of %,d ratings of %s are left out: %s",
                    mapped.leftOut(),
                    mapped.read(),
                    test,
                    leftOut(mapped)));
        }
        return mapped;
    }

    private static String leftOut(MappedRatings mapped) {
        StringBuilder words = new StringBuilder();
        add(
                words,
                mapped.unknown(),
                String.format(
                        Locale.ROOT,
                        "of unknown users (%,d) or items (%,d)",
                        mapped.unknownUsers(),
                        mapped.unknownItems()));
        add(words, mapped.learnedFrom(), "that the run learned from");
        add(words, mapped.stoppedBy(), "that the run was stopped by");
        add(words, mapped.offScale(), "off the scale of the run");
        return words.toString();
    }

    private static void add(StringBuilder words, int count, String reason) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "%,d ", count))
                    .append(reason);
        }
    }
}
