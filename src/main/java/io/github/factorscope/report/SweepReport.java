package io.github.factorscope.report;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.experiment.sweep.Candidate;
import io.github.factorscope.experiment.sweep.Score;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.SweepResult;
import io.github.factorscope.experiment.sweep.Trial;
import io.github.factorscope.experiment.sweep.Variation;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A sweep as a page: errors and times against the values, every setting with its error, what was not varied. */
public record SweepReport(SweepResult result, Dataset dataset, Split split) {
    private static final double HEIGHT = 420; // pixels of a picture

    public String toHtml() {
        SweepPlan plan = result.plan();
        String varied = plan.space().variations().stream().map(Variation::name).collect(Collectors.joining(" and "));
        HtmlPage page = new HtmlPage("Sweep over " + varied + " on " + dataset.name());
        SweepPictures pictures = new SweepPictures(plan, result.trials());
        String judged = plan.reportTest()
                ? "Test RMSE: for a picture such as the papers' tables, not for choosing settings."
                : "Validation RMSE. Test ratings were not looked at.";
        page.add(
                "Error and time",
                HtmlPage.picture(pictures.errors(), HEIGHT, judged),
                HtmlPage.picture(pictures.seconds(false, true), HEIGHT, "Seconds of learning, all epochs"),
                HtmlPage.picture(pictures.seconds(true, true), HEIGHT, "Seconds an epoch"));
        page.add("Settings tried, best first", scores());
        page.add("What was not varied", bases());
        page.add("Data and split", data());
        return page.render("Made by FactorScope " + Versions.current().factorScope() + ".");
    }

    private DomContent scores() {
        List<Variation> variations = result.plan().space().variations();
        List<String> heads = new ArrayList<>(List.of("Model"));
        variations.forEach(variation -> heads.add(variation.name()));
        heads.addAll(List.of("Validation RMSE", "Test RMSE", "Epoch", "Seconds", "Ended"));
        List<Boolean> numbers = new ArrayList<>(Collections.nCopies(heads.size(), true));
        numbers.set(0, false);
        numbers.set(heads.size() - 1, false);
        List<List<String>> lines = result.scores().stream()
                .sorted(Score.BEST_FIRST)
                .map(score -> line(score, variations))
                .toList();
        return HtmlPage.table(heads, numbers, lines);
    }

    private static List<String> line(Score score, List<Variation> variations) {
        Candidate candidate = score.candidate();
        List<String> cells = new ArrayList<>(List.of(candidate.family().title()));
        variations.forEach(variation -> cells.add(candidate.value(variation.name())));
        boolean validated =
                score.trials().stream().allMatch(trial -> trial.validationRmse().isPresent());
        cells.add(rmse(validated ? OptionalDouble.of(score.error()) : OptionalDouble.empty()));
        cells.add(rmse(score.testRmse()));
        cells.add(RunColumn.format(score.mean(Trial::epoch), 0));
        cells.add(RunColumn.format(score.mean(Trial::seconds), 1));
        cells.add(score.trials().get(0).endWords());
        return cells;
    }

    private static String rmse(OptionalDouble rmse) {
        return RunColumn.format(rmse.orElse(Double.NaN), 4);
    }

    private DomContent bases() {
        List<String> varied =
                result.plan().space().variations().stream().map(Variation::name).toList();
        return HtmlPage.table(
                List.of("Model", "Settings"),
                List.of(false, false),
                result.plan().space().bases().stream()
                        .map(base -> List.of(
                                base.family().title(),
                                TwoRuns.values(base.settings()).entrySet().stream()
                                        .filter(setting -> !varied.contains(setting.getKey()))
                                        .map(Map.Entry::toString)
                                        .map(setting -> setting.replace('=', ' '))
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    private DomContent data() {
        return HtmlPage.table(
                List.of("", ""),
                List.of(false, false),
                List.of(
                        List.of("Data", dataset.name()),
                        List.of("Split", split.plan().words()),
                        List.of(
                                "Training ratings",
                                RunColumn.format(split.training().size(), 0)),
                        List.of(
                                "Validation ratings",
                                RunColumn.format(split.validation().size(), 0)),
                        List.of("Fingerprint of the split", split.fingerprint()),
                        List.of("Strategy", result.plan().strategy().id()),
                        List.of("Complete", result.isComplete() ? "yes" : "no, it was stopped")));
    }
}
