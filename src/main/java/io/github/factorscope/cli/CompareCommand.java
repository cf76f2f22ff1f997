package io.github.factorscope.cli;

import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.Interval;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.experiment.Comparison.Entry;
import io.github.factorscope.experiment.Comparison.Line;
import io.github.factorscope.experiment.Comparison.Member;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.experiment.Spread;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.report.ComparisonReport;
import io.github.factorscope.report.RunColumn;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs side by side, and whether their differences are more than noise. */
@Command(
        name = "compare",
        description = "Rank runs of one split by their test error, and say which differences are more than noise.",
        footer = "%n± is half the width of the 95 %% interval; p is two-sided, for \"there is no difference\"."
                + " Runs of different splits are never ranked together. See docs/statistics.md.")
final class CompareCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "DIR",
            description = "A folder that train --out has made, also with --repeat or --folds; to be repeated. Runs that"
                    + " differ only by seed become one line.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the resamples (default 1).")
    private long seed;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many tests are imitated (default 10000).")
    private int resamples;

    @Option(names = "--all-pairs", description = "Compare every run with every other, not only with the best.")
    private boolean allPairs;

    @Option(
            names = "--top-k",
            description = "Also judge the lists that the runs would show, and put them through Koren's top-K protocol.")
    private boolean topK;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write everything with its pictures as a page that needs no network.")
    private Path html;

    @Override
    public Integer call() throws IOException {
        BootstrapPlan plan = plan();
        if (html != null) {
            HtmlReports.requirePlace(html);
        }
        List<Entry> entries = new ArrayList<>();
        for (Path folder : runFolders()) {
            entries.add(new Entry(folder.toString(), RunStore.open(folder)));
        }
        if (entries.size() < 2) {
            throw new InvalidSettingException("compare takes at least two runs: name each with --run DIR.");
        }
        Comparison comparison = Comparison.of(entries, plan);
        if (comparison.splits().stream().allMatch(split -> split.testRatings() == 0)) {
            throw new UserException(
                    "These runs have no test ratings to compare them by. Train with --holdout 0.1 or --test PATH.");
        }
        List<ComparisonReport> reports =
                html == null && !topK ? List.of() : HtmlReports.of(comparison, topK, output::progress);
        if (html != null) {
            HtmlReports.write(html, ComparisonReport.page(reports));
            output.progress("Report: " + html);
        }
        if (output.json()) {
            output.print(ComparisonJson.of(comparison, reports));
        } else {
            print(comparison, output.out());
            reports.forEach(report -> printLists(report, output.out()));
        }
        return 0;
    }

    /** What train --repeat and --folds make is a folder of run folders: all of them are meant. */
    private List<Path> runFolders() throws IOException {
        List<Path> runs = new ArrayList<>();
        for (Path folder : folders) {
            List<Path> within = RunStore.isRun(folder) ? List.of() : RunStore.runsIn(folder);
            runs.addAll(within.isEmpty() ? List.of(folder) : within);
        }
        return runs;
    }

    private BootstrapPlan plan() {
        try {
            return new BootstrapPlan(resamples, seed);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(e.getMessage() + ".", e);
        }
    }

    private void print(Comparison comparison, PrintWriter out) {
        int splits = comparison.splits().size();
        if (splits > 1) {
            out.println("These runs are of " + splits + " different splits. They are ranked within each split only,"
                    + " because errors on different test ratings cannot be compared.");
            out.println();
        }
        for (int k = 0; k < splits; k++) {
            if (k > 0) {
                out.println();
            }
            print(comparison.splits().get(k), out);
        }
    }

    private void print(SplitRuns split, PrintWriter out) {
        if (split.testRatings() == 0) {
            out.println(split.dataset() + ", split " + split.fingerprint() + ": no test ratings to compare by ("
                    + split.lines().stream()
                            .flatMap(line -> line.members().stream())
                            .map(Member::name)
                            .collect(Collectors.joining(", "))
                    + ")");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s, %,d test ratings, split %s%n",
                split.dataset(),
                split.testRatings(),
                split.fingerprint());
        TextTable table = new TextTable("llrrrrrl");
        table.row("Model", "Settings that differ", "Test RMSE", "SD of seeds", "MAE", "Epochs", "Seconds", "Run");
        split.lines().forEach(line -> table.row(cells(line)));
        table.print(out);
        if (split.lines().size() == 1) {
            out.println("There is nothing to compare " + split.lines().get(0).label() + " with on this split.");
        }
        List<Verdict> verdicts = allPairs ? split.pairs() : split.againstBest();
        verdicts.forEach(verdict -> out.println(verdict.sentence()));
        verdicts.stream()
                .findFirst()
                .filter(verdict -> verdict.leastPValue() >= Verdict.SIGNIFICANT)
                .ifPresent(
                        verdict -> out.println(
                                "With " + verdict.comparisons()
                                        + " comparisons, no difference can be told from noise by so few resamples. Raise --resamples."));
    }

    /** The lists of each run, by the metrics that tell most. */
    private void printLists(ComparisonReport report, PrintWriter out) {
        if (!topK) {
            return;
        }
        List<RunColumn> columns = RunColumn.ALL.stream()
                .filter(column -> column.metric().isPresent() || column.id().equals("model"))
                .filter(column ->
                        !column.id().equals("testRmse") && !column.id().equals("testMae"))
                .toList();
        out.println();
        TextTable table = new TextTable("l" + "r".repeat(report.rows().size()));
        columns.forEach(column -> table.row(
                Stream.concat(Stream.of(column.title()), report.rows().stream().map(column::text))
                        .toArray(String[]::new)));
        table.print(out);
    }

    private static String[] cells(Line line) {
        Interval rmse = line.test().orElseThrow().carefulRmse();
        Interval mae = line.test().orElseThrow().carefulMae();
        int seeds = line.members().size();
        return new String[] {
            line.experiment().family().title() + (seeds > 1 ? " × " + seeds + " seeds" : ""),
            line.differences().words(),
            String.format(Locale.ROOT, "%.4f ± %.4f", rmse.estimate(), rmse.halfWidth()),
            seeds > 1 ? decimals(deviation(line)) : "",
            decimals(mae.estimate()),
            range(line, member -> member.run().outcome().history().size(), "%.0f"),
            range(line, member -> member.run().outcome().seconds(), "%.1f"),
            line.members().stream().map(Member::name).collect(Collectors.joining(", "))
        };
    }

    private static double deviation(Line line) {
        return Spread.of(line.members().stream()
                        .mapToDouble(member -> member.run().test().orElseThrow().rmse())
                        .toArray())
                .standardDeviation();
    }

    /** One number where all members agree on it, else the lowest and the highest. */
    private static String range(Line line, ToDoubleFunction<Member> value, String format) {
        Spread spread = Spread.of(line.members().stream().mapToDouble(value).toArray());
        String low = String.format(Locale.ROOT, format, spread.min());
        String high = String.format(Locale.ROOT, format, spread.max());
        return low.equals(high) ? low : low + "–" + high;
    }

    private static String decimals(double stars) {
        return String.format(Locale.ROOT, "%.4f", stars);
    }
}
