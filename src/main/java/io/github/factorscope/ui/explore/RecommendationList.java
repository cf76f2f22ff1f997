package io.github.factorscope.ui.explore;

import io.github.factorscope.inspection.AllowedItems;
import io.github.factorscope.inspection.ItemFacts;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.inspection.Shortlist;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.util.List;
import java.util.Optional;

/**
 * What is recommended, as asked for.
 *
 * @param candidates how many items the person has not rated and the filter leaves
 * @param now the list with the ratings on the screen
 * @param before the list with the ratings that the person came with; the same where none was changed
 * @param left those of the list before that are not in the list now
 * @param cost what the diversity costs; empty where none is asked for
 */
record RecommendationList(
        Wanted wanted,
        ItemFacts facts,
        AllowedItems allowed,
        int candidates,
        Shortlist shortlist,
        List<RecommendationLine> now,
        List<RecommendationLine> before,
        List<RecommendationLine> left,
        Optional<Cost> cost) {

    /**
     * What is asked for.
     *
     * @param lines how many items
     * @param diversity λ, 0 to 1
     */
    record Wanted(Answer answer, ItemFilter filter, int lines, double diversity) {}

    /**
     * A list with diversity against the list without.
     *
     * @param stars mean prediction as shown
     * @param similarity mean over all pairs in the list; NaN for one item
     */
    record Cost(int lines, int replaced, double stars, double plainStars, double similarity, double plainSimilarity) {}

    RecommendationList {
        now = List.copyOf(now);
        before = List.copyOf(before);
        left = List.copyOf(left);
    }

    /** Whether ratings are on the screen that the person did not come with. */
    boolean isChanged() {
        return wanted.answer().isChanged();
    }

    /** Whether the list is another than the best items of all. */
    boolean isChosen() {
        return !wanted.filter().isNone() || wanted.diversity() > 0;
    }

    boolean has(int item) {
        return shortlist.items().contains(item);
    }
}
