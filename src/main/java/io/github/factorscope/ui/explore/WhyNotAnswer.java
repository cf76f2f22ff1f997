package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.inspection.Diversity;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.inspection.Standing;
import io.github.factorscope.inspection.WhyNot;
import io.github.factorscope.model.Person;
import java.util.List;
import java.util.Optional;

/**
 * Why an item is in the list, or why it is not.
 *
 * @param heldOut what the user did give, in the test or validation ratings; NaN where nothing
 * @param place of the item that it is compared with, among those that the filter leaves, from 1; 0 where there is none
 * @param broken rules of the filter that leave it out
 * @param resembles the item of the list in whose favour diversity leaves it out
 * @param comparison with the item at the place; empty where it was not asked for
 * @param words for the terms of both
 */
record WhyNotAnswer(
        Dataset dataset,
        Person person,
        int item,
        Reason reason,
        Standing standing,
        float heldOut,
        boolean filtered,
        int place,
        List<ItemFilter.Rule> broken,
        Optional<Diversity.Nearest> resembles,
        Optional<WhyNot> comparison,
        ExplanationWords words) {

    /** Where the item is. */
    enum Reason {
        IN_THE_LIST,
        RATED,
        LEFT_OUT_BY_THE_FILTER,
        LEFT_OUT_FOR_DIVERSITY,
        BELOW
    }

    WhyNotAnswer {
        broken = List.copyOf(broken);
    }

    /**
     * Works it out.
     *
     * @param place to compare with, from 1; that of the last item where there are fewer
     * @param always whether to compare also what is in the list or rated
     */
    static WhyNotAnswer of(RecommendationList list, int item, int place, boolean always) {
        Answer answer = list.wanted().answer();
        Predictions now = answer.now();
        Standing standing = Standing.of(now, list.allowed(), item);
        Reason reason = reason(list, standing, item);
        int[] best = now.best(list.allowed(), place);
        Explanation asked = now.explain(item);
        boolean compared = best.length > 0 && (always || (reason != Reason.IN_THE_LIST && reason != Reason.RATED));
        return new WhyNotAnswer(
                answer.dataset(),
                answer.person(),
                item,
                reason,
                standing,
                RecommendationMaker.heldOut(answer.split(), answer.person(), item),
                !list.wanted().filter().isNone(),
                best.length,
                list.wanted().filter().brokenBy(item, list.facts()),
                list.shortlist()
                        .diversity()
                        .filter(unused -> reason == Reason.LEFT_OUT_FOR_DIVERSITY)
                        .flatMap(chosen ->
                                chosen.among().nearest(item, list.shortlist().items())),
                compared ? Optional.of(WhyNot.of(asked, now.explain(best[best.length - 1]))) : Optional.empty(),
                new ExplanationWords(answer.dataset(), asked, answer.person()));
    }

    private static Reason reason(RecommendationList list, Standing standing, int item) {
        if (standing.isRated()) {
            return Reason.RATED;
        }
        if (list.has(item)) {
            return Reason.IN_THE_LIST;
        }
        if (!standing.allowed()) {
            return Reason.LEFT_OUT_BY_THE_FILTER;
        }
        return standing.allowedRank() <= list.wanted().lines() ? Reason.LEFT_OUT_FOR_DIVERSITY : Reason.BELOW;
    }
}
