package io.github.factorscope.report;

import io.github.factorscope.evaluation.UserValues;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.significance.Bootstrap;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.Difference;
import io.github.factorscope.evaluation.significance.ErrorMeasure;
import io.github.factorscope.evaluation.significance.PairedUsers;
import io.github.factorscope.evaluation.significance.Repeats;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.experiment.Comparison.Judgement;
import io.github.factorscope.experiment.Comparison.Line;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.model.Settings;
import io.github.factorscope.plot.IntervalPicture;
import io.github.factorscope.plot.Palette;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Two runs of one split face to face.
 *
 * @param sentences on which is better by what, and whether that is more than noise
 * @param differences first minus second with intervals, for each way to draw the test anew
 * @param settings that are not the same
 */
public record TwoRuns(List<String> sentences, IntervalPicture differences, List<Setting> settings) {
    private static final Texts TEXTS = Texts.of(TwoRuns.class);

    /** A setting with its value in each run; a dash where the model has none of this name. */
    public record Setting(String name, String first, String second) {}

    /**
     * Draws resamples: seconds for large data.
     *
     * @param compared the comparison that both are part of
     */
    public static TwoRuns of(SplitRuns compared, RunRow first, RunRow second, BootstrapPlan plan) {
        List<String> sentences = new ArrayList<>();
        Optional<Verdict> inComparison = verdict(compared, first, second);
        inComparison.map(Verdict::sentence).ifPresent(sentences::add);
        List<IntervalPicture.Row> rows = new ArrayList<>();
        if (first.errors().isPresent() && second.errors().isPresent()) {
            Bootstrap bootstrap = Bootstrap.of(
                    List.of(first.errors().orElseThrow(), second.errors().orElseThrow()), plan);
            if (inComparison.isEmpty()) { // they differ only by seed
                sentences.add(Verdict.of(
                                ErrorMeasure.RMSE.name(),
                                first.name(),
                                second.name(),
                                true,
                                bootstrap.differences(ErrorMeasure.RMSE, alone(0, first), alone(1, second)),
                                first.line().flatMap(Line::test).map(judged -> judged.rmseNoise()
                                        .source()))
                        .sentence());
            }
            for (ErrorMeasure measure : ErrorMeasure.values()) {
                for (Difference difference : bootstrap.differences(measure, alone(0, first), alone(1, second))) {
                    rows.add(row(measure, difference));
                }
            }
        }
        ranking(first, second, plan).map(Verdict::sentence).ifPresent(sentences::add);
        if (inComparison.isPresent() && (hasOtherSeeds(first) || hasOtherSeeds(second))) {
            sentences.add(TEXTS.get("these-two-alone"));
        }
        return new TwoRuns(
                sentences,
                new IntervalPicture(
                        rows,
                        OptionalDouble.of(0),
                        TEXTS.get("difference", first.name(), second.name()),
                        TEXTS.get("both-need-test")),
                settings(first, second));
    }

    private static boolean hasOtherSeeds(RunRow row) {
        return row.line().map(line -> line.members().size() > 1).orElse(false);
    }

    /** With the noise of seeds as for RMSE: that of MAE is rather smaller. */
    private static Repeats alone(int number, RunRow row) {
        return new Repeats(List.of(number), row.line().flatMap(Line::test).map(Judgement::rmseNoise));
    }

    private static Optional<Verdict> verdict(SplitRuns compared, RunRow first, RunRow second) {
        String left = first.line().map(Line::label).orElse("");
        String right = second.line().map(Line::label).orElse("");
        return compared.pairs().stream()
                .filter(verdict -> (verdict.first().equals(left)
                                && verdict.second().equals(right))
                        || (verdict.first().equals(right) && verdict.second().equals(left)))
                .findFirst();
    }

    private static IntervalPicture.Row row(ErrorMeasure measure, Difference difference) {
        var interval = difference.interval();
        boolean differs = interval.low() > 0 || interval.high() < 0;
        return new IntervalPicture.Row(
                switch (interval.over()) {
                    case RATINGS -> TEXTS.get("other-ratings", measure);
                    case USERS -> TEXTS.get("other-users", measure);
                },
                interval.low(),
                interval.estimate(),
                interval.high(),
                RunColumn.format(interval.estimate(), 4) + " ± " + RunColumn.format(interval.halfWidth(), 4),
                differs ? Palette.FIRST : Palette.NEUTRAL);
    }

    /** By NDCG, where the lists of both were judged in the same way. */
    private static Optional<Verdict> ranking(RunRow first, RunRow second, BootstrapPlan plan) {
        if (first.ranking().isEmpty() || second.ranking().isEmpty()) {
            return Optional.empty();
        }
        UserValues left = first.ranking().get().byUser().get(RankingMetric.NDCG);
        UserValues right = second.ranking().get().byUser().get(RankingMetric.NDCG);
        if (left == null || left.size() == 0 || right == null || !Arrays.equals(left.users(), right.users())) {
            return Optional.empty();
        }
        return Optional.of(PairedUsers.verdict(
                RunColumn.title(
                        RankingMetric.NDCG, first.ranking().get().settings().k()),
                false,
                first.name(),
                left.values(),
                second.name(),
                right.values(),
                plan));
    }

    private static List<Setting> settings(RunRow first, RunRow second) {
        Map<String, String> left = words(first.run().experiment().settings());
        Map<String, String> right = words(second.run().experiment().settings());
        Map<String, String> labels = labels(second.run().experiment().settings());
        labels.putAll(labels(first.run().experiment().settings()));
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        List<Setting> settings = new ArrayList<>();
        add(
                settings,
                TEXTS.get("of-model"),
                first.run().experiment().family().title(),
                second.run().experiment().family().title());
        for (String name : names) {
            add(
                    settings,
                    labels.get(name),
                    left.getOrDefault(name, RunColumn.NONE),
                    right.getOrDefault(name, RunColumn.NONE));
        }
        add(
                settings,
                TEXTS.get("of-seed"),
                first.run().experiment().seed(),
                second.run().experiment().seed());
        add(
                settings,
                TEXTS.get("of-patience"),
                first.run().experiment().patience(),
                second.run().experiment().patience());
        return settings;
    }

    private static Map<String, String> labels(Settings settings) {
        Map<String, String> labels = new LinkedHashMap<>();
        settings.hyperparameters().forEach(each -> labels.put(each.name(), each.label()));
        return labels;
    }

    /** As the screen shows them, by name. */
    private static Map<String, String> words(Settings settings) {
        Map<String, String> words = new LinkedHashMap<>();
        settings.hyperparameters().forEach(each -> words.put(each.name(), settings.valueWords(each)));
        return words;
    }

    /** As a person writes them. */
    static Map<String, String> values(Settings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.hyperparameters()
                .forEach(hyperparameter -> values.put(hyperparameter.name(), settings.format(hyperparameter)));
        return values;
    }

    private static void add(List<Setting> settings, String name, Object first, Object second) {
        if (!Objects.equals(first, second)) {
            settings.add(new Setting(name, first.toString(), second.toString()));
        }
    }
}
