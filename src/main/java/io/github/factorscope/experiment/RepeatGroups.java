package io.github.factorscope.experiment;

import io.github.factorscope.experiment.Comparison.Member;
import io.github.factorscope.training.StopReason;
import java.util.ArrayList;
import java.util.List;

/** Finds the runs of one split that differ only by seed. */
final class RepeatGroups {
    private RepeatGroups() {}

    /** In the order of the first members. The same seed again is no repeat, and neither is what somebody stopped. */
    static List<List<Member>> of(List<Member> members) {
        List<List<Member>> groups = new ArrayList<>();
        for (Member member : members) {
            groups.stream()
                    .filter(group -> group.stream().allMatch(other -> differOnlyBySeed(other.run(), member.run())))
                    .findFirst()
                    .orElseGet(() -> begin(groups))
                    .add(member);
        }
        return groups;
    }

    private static List<Member> begin(List<List<Member>> groups) {
        List<Member> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    private static boolean differOnlyBySeed(Run one, Run other) {
        Experiment first = one.experiment();
        Experiment second = other.experiment();
        return first.family() == second.family()
                && first.settings().equals(second.settings())
                && first.patience() == second.patience()
                && first.seed() != second.seed()
                && !wasCutShort(one)
                && !wasCutShort(other);
    }

    private static boolean wasCutShort(Run run) {
        StopReason reason = run.outcome().stopReason();
        return reason == StopReason.STOPPED_BY_USER || reason == StopReason.OUT_OF_MEMORY;
    }
}
