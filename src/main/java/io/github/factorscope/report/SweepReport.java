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
import io.github.factorscope.text.Texts;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A sweep as a page: errors and times against the values, every setting with its error, what was not varied. */
public record SweepReport(SweepResult result, Dataset dataset, Split split) {
    private static final Texts TEXTS = Texts.of(SweepReport.class);
    private static final double HEIGHT = 420; // pixels of a picture

    public String toHtml() {
        SweepPlan plan = result.plan();
        String varied = plan.space().variations().stream()
                .map(Variation::name)
                .reduce((before, next) -> TEXTS.get("and", before, next))
                .orElse("");
        HtmlPage page = new HtmlPage(TEXTS.get("sweep-over", varied, dataset.name()));
        SweepPictures pictures = new SweepPictures(plan, result.trials());
        String judged = plan.reportTest() ? TEXTS.get("sweep-of-test") : TEXTS.get("sweep-of-validation");
        page.add(
                TEXTS.get("error-and-time"),
                HtmlPage.picture(pictures.errors(), HEIGHT, judged),
                HtmlPage.picture(pictures.seconds(false, true), HEIGHT, TEXTS.get("seconds-all-epochs")),
                HtmlPage.picture(pictures.seconds(true, true), HEIGHT, TEXTS.get("seconds-an-epoch")));
        page.add(TEXTS.get("settings-tried"), scores());
        page.add(TEXTS.get("not-varied"), bases());
        page.add(TEXTS.get("data-and-split"), data());
        return page.render(TEXTS.get("made", Versions.current().factorScope()));
    }

    private DomContent scores() {
        List<Variation> variations = result.plan().space().variations();
        List<String> heads = new ArrayList<>(List.of(TEXTS.get("model")));
        variations.forEach(variation -> heads.add(variation.name()));
        heads.addAll(List.of(
                TEXTS.get("validation-rmse"),
                TEXTS.get("test-rmse"),
                TEXTS.get("epoch"),
                TEXTS.get("seconds"),
                TEXTS.get("ended")));
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
                List.of(TEXTS.get("model"), TEXTS.get("settings")),
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
                        List.of(TEXTS.get("data"), dataset.name()),
                        List.of(TEXTS.get("split"), split.plan().words()),
                        List.of(
                                TEXTS.get("training-ratings"),
                                RunColumn.format(split.training().size(), 0)),
                        List.of(
                                TEXTS.get("validation-ratings"),
                                RunColumn.format(split.validation().size(), 0)),
                        List.of(TEXTS.get("fingerprint"), split.fingerprint()),
                        List.of(TEXTS.get("strategy"), result.plan().strategy().id()),
                        List.of(TEXTS.get("complete"), TEXTS.get(result.isComplete() ? "yes" : "was-stopped"))));
    }
}
