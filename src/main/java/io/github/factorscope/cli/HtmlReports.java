package io.github.factorscope.cli;

import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.evaluation.ranking.RankingSettings;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.evaluation.topk.TopKProtocol;
import io.github.factorscope.evaluation.topk.TopKSettings;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.experiment.Evaluation;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.report.ComparisonReport;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Pages that commands write. */
final class HtmlReports {
    private HtmlReports() {}

    /**
     * One report for each split that has test ratings.
     *
     * @param lists whether the lists of all runs are judged, which takes a while
     */
    static List<ComparisonReport> of(Comparison comparison, boolean lists, Consumer<String> progress) {
        return comparison.splits().stream()
                .filter(split -> split.testRatings() > 0)
                .map(split -> of(split, lists, progress))
                .toList();
    }

    private static ComparisonReport of(SplitRuns split, boolean lists, Consumer<String> progress) {
        List<RunRow> rows = RunRow.of(split);
        if (lists) {
            rows = rows.stream()
                    .map(row -> {
                        progress.accept("judging the lists of " + row.name());
                        return withLists(row);
                    })
                    .toList();
        }
        List<String> verdicts =
                split.againstBest().stream().map(Verdict::sentence).toList();
        return new ComparisonReport(rows, verdicts, Instant.now());
    }

    private static RunRow withLists(RunRow row) {
        Split split = row.run().experiment().split();
        return row.withRanking(RankingQuality.of(
                        row.run().model(),
                        split.training(),
                        split.validation(),
                        split.test(),
                        RankingSettings.usual(split.training().scale())))
                .withTopK(new TopKProtocol(row.run().model(), split.training(), TopKSettings.USUAL).run(split.test()));
    }

    /** On one run, by the ratings that it was evaluated by. */
    static String of(Run run, Evaluation evaluation) {
        Run judged = run.judgedBy(evaluation.errors().given(), evaluation.accuracy());
        Comparison alone = Comparison.of(
                List.of(new Comparison.Entry(run.experiment().family().title(), judged)), BootstrapPlan.DEFAULT);
        RunRow row = RunRow.of(alone.splits().get(0)).get(0).withRanking(evaluation.ranking());
        Optional<RunRow> withTopK = evaluation.topK().map(row::withTopK);
        return new ComparisonReport(List.of(withTopK.orElse(row)), List.of(), Instant.now()).toHtml();
    }

    /**
     * Asks before long work whether a page could be written.
     *
     * @throws InvalidSettingException where no file is named
     * @throws UserException where there is no such folder, or a folder is in the file's place
     */
    static void requirePlace(Path file) {
        if (file.toString().isBlank()) {
            throw new InvalidSettingException("--html takes the name of a file, such as comparison.html.");
        }
        if (Files.isDirectory(file)) {
            throw new UserException(file + " is a folder. Name a file for the report, such as "
                    + file.resolve("comparison.html") + ".");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new UserException("There is no folder " + folder + " for the report. Make it, or name another.");
        }
        if (!Files.isWritable(folder)) {
            throw new UserException("The report cannot be written to " + folder + ". Name another folder.");
        }
    }

    /** In place of an earlier one. */
    static void write(Path file, String page) throws IOException {
        AtomicFiles.writeFile(file, target -> Files.writeString(target, page, StandardCharsets.UTF_8));
    }
}
