package io.github.factorscope.experiment;

import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.Interval;
import io.github.factorscope.evaluation.significance.SeedNoise;
import io.github.factorscope.evaluation.significance.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Runs side by side, with how sure their differences are. Runs on different splits are never ranked together.
 *
 * @param plan of the bootstrap
 * @param splits in the order in which the runs named them
 */
public record Comparison(BootstrapPlan plan, List<SplitRuns> splits) {
    public Comparison {
        splits = List.copyOf(splits);
    }

    /** Predicts all test ratings and draws all resamples: seconds for large data. */
    public static Comparison of(List<Entry> entries, BootstrapPlan plan) {
        return new Comparison(plan, Comparer.compare(entries, plan));
    }

    /**
     * A run to compare.
     *
     * @param name by which it is known, such as its folder
     */
    public record Entry(String name, Run run) {}

    /**
     * The runs of one split.
     *
     * @param dataset name of the data
     * @param fingerprint of the split
     * @param testRatings how many there are; 0 where there is nothing to compare by
     * @param lines by rising test RMSE; without test ratings in the given order
     * @param againstBest each of the other lines against the first one, RMSE, in the order of the lines; with Holm's
     *     correction for their number
     * @param pairs every line against every later one, RMSE; with Holm's correction for their number
     */
    public record SplitRuns(
            String dataset,
            String fingerprint,
            int testRatings,
            List<Line> lines,
            List<Verdict> againstBest,
            List<Verdict> pairs) {
        public SplitRuns {
            lines = List.copyOf(lines);
            againstBest = List.copyOf(againstBest);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * One run, or several that differ only by seed.
     *
     * @param label unlike that of all other lines of the split, such as "SVD" or "SVD (factors 20)"
     * @param differences from the family's defaults and its other lines
     * @param test where there are test ratings
     */
    public record Line(String label, List<Member> members, SettingsDifferences differences, Optional<Judgement> test) {
        public Line {
            members = List.copyOf(members);
        }

        /** What all members have in common. */
        public Experiment experiment() {
            return members.get(0).run().experiment();
        }
    }

    /**
     * A run.
     *
     * @param errors on every test rating, where there are some
     */
    public record Member(String name, Run run, Optional<RatingErrors> errors) {}

    /**
     * A line's errors on the test ratings: the mean over its members.
     *
     * @param rmse once for each way to draw
     * @param mae once for each way to draw
     * @param rmseNoise from seed to seed, as it is part of the intervals
     */
    public record Judgement(List<Interval> rmse, List<Interval> mae, SeedNoise rmseNoise) {
        public Judgement {
            rmse = List.copyOf(rmse);
            mae = List.copyOf(mae);
        }

        /** With the most careful interval. */
        public Interval carefulRmse() {
            return Interval.widest(rmse);
        }

        /** With the most careful interval. */
        public Interval carefulMae() {
            return Interval.widest(mae);
        }
    }
}
