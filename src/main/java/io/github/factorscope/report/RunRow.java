package io.github.factorscope.report;

import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.evaluation.significance.Interval;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.experiment.Comparison.Line;
import io.github.factorscope.experiment.Comparison.Member;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.experiment.SettingsDifferences;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Palette;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run as tables and pictures of a comparison show it: the same in the window and on paper. What takes time to work out is
 * there, or not yet.
 *
 * @param name such as "3 · SVD"
 * @param ink of its family, in the shade of this run
 * @param stroke of its curves
 * @param differences the settings that tell it from the others
 * @param line that it is part of in the comparison, alone or with others that differ only by seed
 * @param errors on every test rating
 */
public record RunRow(
        String name,
        Ink ink,
        Curve.Stroke stroke,
        Run run,
        SettingsDifferences differences,
        Optional<Line> line,
        Optional<RatingErrors> errors,
        Optional<RankingQuality> ranking,
        Optional<TopKResult> topK) {
    private static final Texts TEXTS = Texts.of(RunRow.class);

    /**
     * One row a run, with nothing worked out; runs of one family get shades and strokes of their own.
     *
     * @param runs in the order of the rows
     * @param name of a run
     * @param differences of a run
     */
    public static <T> List<RunRow> of(
            List<T> runs,
            Function<T, Run> run,
            Function<T, String> name,
            Function<T, SettingsDifferences> differences) {
        Map<String, Integer> ofFamily = new HashMap<>();
        List<RunRow> rows = new ArrayList<>();
        for (T each : runs) {
            String family = run.apply(each).experiment().family().id();
            int before = ofFamily.merge(family, 1, Integer::sum) - 1;
            rows.add(new RunRow(
                    name.apply(each),
                    Palette.ofRun(family, before),
                    Curve.Stroke.of(before),
                    run.apply(each),
                    differences.apply(each),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return List.copyOf(rows);
    }

    /** The rows of a comparison's split, in the order of its lines. */
    public static List<RunRow> of(SplitRuns split) {
        List<Member> members =
                split.lines().stream().flatMap(line -> line.members().stream()).toList();
        Map<Member, Line> lines = new HashMap<>();
        split.lines().forEach(line -> line.members().forEach(member -> lines.put(member, line)));
        List<RunRow> bare =
                of(members, Member::run, member -> name(lines.get(member), member), member -> lines.get(member)
                        .differences());
        List<RunRow> rows = new ArrayList<>();
        for (int k = 0; k < bare.size(); k++) {
            Member member = members.get(k);
            rows.add(bare.get(k).withLine(lines.get(member), member.errors()));
        }
        return List.copyOf(rows);
    }

    private static String name(Line line, Member member) {
        return line.members().size() == 1
                ? line.label()
                : TEXTS.get(
                        "with-seed",
                        line.label(),
                        String.valueOf(member.run().experiment().seed()));
    }

    /** The test RMSE of its line with the most careful interval. */
    public Optional<Interval> interval() {
        return line.flatMap(Line::test).map(Comparison.Judgement::carefulRmse);
    }

    /** The same with its place in a comparison. */
    public RunRow withLine(Line compared, Optional<RatingErrors> ofRatings) {
        return new RunRow(name, ink, stroke, run, differences, Optional.of(compared), ofRatings, ranking, topK);
    }

    /** The same with its lists judged. */
    public RunRow withRanking(RankingQuality quality) {
        return new RunRow(name, ink, stroke, run, differences, line, errors, Optional.of(quality), topK);
    }

    /** The same, put through the top-K protocol. */
    public RunRow withTopK(TopKResult result) {
        return new RunRow(name, ink, stroke, run, differences, line, errors, ranking, Optional.of(result));
    }
}
