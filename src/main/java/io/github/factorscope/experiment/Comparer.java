package io.github.factorscope.experiment;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.evaluation.significance.Bootstrap;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.ErrorMeasure;
import io.github.factorscope.evaluation.significance.Repeats;
import io.github.factorscope.evaluation.significance.SeedNoise;
import io.github.factorscope.evaluation.significance.SeedNoise.Source;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.experiment.Comparison.Judgement;
import io.github.factorscope.experiment.Comparison.Line;
import io.github.factorscope.experiment.Comparison.Member;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Works out a comparison, one split at a time. */
final class Comparer {
    private final List<List<Member>> groups; // one a line, in the given order
    private final List<String> labels;
    private final List<SettingsDifferences> differences;
    private final Bootstrap bootstrap;

    private Comparer(List<List<Member>> groups, Bootstrap bootstrap) {
        this.groups = groups;
        this.bootstrap = bootstrap;
        List<Experiment> experiments = groups.stream().map(Comparer::experiment).toList();
        this.differences = experiments.stream()
                .map(experiment -> SettingsDifferences.of(experiment, experiments))
                .toList();
        this.labels = LineLabels.of(groups, differences);
    }

    static List<SplitRuns> compare(List<Comparison.Entry> entries, BootstrapPlan plan) {
        Map<String, List<Comparison.Entry>> bySplit = new LinkedHashMap<>();
        for (Comparison.Entry entry : entries) {
            String fingerprint = entry.run().experiment().split().fingerprint();
            bySplit.computeIfAbsent(fingerprint, unused -> new ArrayList<>()).add(entry);
        }
        return bySplit.values().stream().map(some -> compareOnSplit(some, plan)).toList();
    }

    private static SplitRuns compareOnSplit(List<Comparison.Entry> entries, BootstrapPlan plan) {
        Experiment any = entries.get(0).run().experiment();
        RatingMatrix test = any.split().test();
        List<Member> members = entries.stream()
                .map(entry -> new Member(
                        entry.name(),
                        entry.run(),
                        test.size() == 0
                                ? Optional.empty()
                                : Optional.of(RatingErrors.of(entry.run().model(), test))))
                .toList();
        List<List<Member>> groups = RepeatGroups.of(members);
        String dataset = any.dataset().name();
        String fingerprint = any.split().fingerprint();
        if (test.size() == 0) {
            List<Line> lines = new Comparer(groups, null).linesWithoutTest();
            return new SplitRuns(dataset, fingerprint, 0, lines, List.of(), List.of());
        }
        Bootstrap bootstrap = Bootstrap.of(
                groups.stream()
                        .flatMap(List::stream)
                        .map(member -> member.errors().orElseThrow())
                        .toList(),
                plan);
        return new Comparer(groups, bootstrap).judge(dataset, fingerprint, test.size());
    }

    private static Experiment experiment(List<Member> group) {
        return group.get(0).run().experiment();
    }

    private List<Line> linesWithoutTest() {
        return IntStream.range(0, groups.size())
                .mapToObj(k -> new Line(labels.get(k), groups.get(k), differences.get(k), Optional.empty()))
                .toList();
    }

    private SplitRuns judge(String dataset, String fingerprint, int testRatings) {
        List<Judgement> judgements = IntStream.range(0, groups.size())
                .mapToObj(k -> new Judgement(
                        bootstrap.intervals(ErrorMeasure.RMSE, repeats(ErrorMeasure.RMSE, k)),
                        bootstrap.intervals(ErrorMeasure.MAE, repeats(ErrorMeasure.MAE, k)),
                        noise(ErrorMeasure.RMSE, k)))
                .toList();
        List<Integer> rising = IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        k -> judgements.get(k).carefulRmse().estimate()))
                .toList();
        List<Line> lines = rising.stream()
                .map(k -> new Line(labels.get(k), groups.get(k), differences.get(k), Optional.of(judgements.get(k))))
                .toList();
        List<Verdict> pairs = new ArrayList<>();
        for (int first = 0; first < rising.size(); first++) {
            for (int second = first + 1; second < rising.size(); second++) {
                pairs.add(verdict(rising.get(first), rising.get(second)));
            }
        }
        List<Verdict> againstBest = pairs.subList(0, rising.size() - 1); // the first line's pairs stand first
        return new SplitRuns(
                dataset, fingerprint, testRatings, lines, Verdict.together(againstBest), Verdict.together(pairs));
    }

    private Verdict verdict(int first, int second) {
        Repeats left = repeats(ErrorMeasure.RMSE, first);
        Repeats right = repeats(ErrorMeasure.RMSE, second);
        boolean measured = left.noise().orElseThrow().source() == Source.MEASURED
                && right.noise().orElseThrow().source() == Source.MEASURED;
        return Verdict.of(
                ErrorMeasure.RMSE.name(),
                labels.get(first),
                labels.get(second),
                true,
                bootstrap.differences(ErrorMeasure.RMSE, left, right),
                Optional.of(measured ? Source.MEASURED : Source.ASSUMED));
    }

    private Repeats repeats(ErrorMeasure measure, int group) {
        int from = groups.subList(0, group).stream().mapToInt(List::size).sum();
        int to = from + groups.get(group).size();
        return new Repeats(IntStream.range(from, to).boxed().toList(), Optional.of(noise(measure, group)));
    }

    /** Measured on the repeats of the family, whatever their settings; assumed where there are none. */
    private SeedNoise noise(ErrorMeasure measure, int group) {
        RatingMatrix training = experiment(groups.get(group)).split().training();
        return SeedNoise.pooled(groups.stream()
                        .filter(other -> experiment(other).family()
                                == experiment(groups.get(group)).family())
                        .map(other -> other.stream()
                                .mapToDouble(
                                        member -> measure.of(member.errors().orElseThrow()))
                                .toArray())
                        .toList())
                .orElseGet(() -> SeedNoise.assumed(training.scale(), training.size()));
    }
}
