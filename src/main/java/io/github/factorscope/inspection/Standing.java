package io.github.factorscope.inspection;

import java.util.function.IntPredicate;

/**
 * Where an item stands among all that can be recommended to a person.
 *
 * @param prediction in stars, not clipped
 * @param rating of the person, in stars; NaN where they have not rated it
 * @param rank among the items without a rating of the person, from 1; where it is rated: that it would have if it were not
 * @param candidates how many have no rating of the person
 * @param allowed whether a filter leaves it
 * @param allowedRank among the candidates that the filter leaves, from 1; where it does not leave it: that it would have
 * @param allowedCandidates how many candidates the filter leaves
 */
public record Standing(
        double prediction,
        float rating,
        int rank,
        int candidates,
        boolean allowed,
        int allowedRank,
        int allowedCandidates) {

    /** Equal predictions go by index, as in the ranking. */
    public static Standing of(Predictions predictions, IntPredicate filter, int item) {
        double prediction = predictions.of(item);
        int better = 0;
        int allowedBetter = 0;
        int allowed = 0;
        for (int rank = 1; rank <= predictions.candidates(); rank++) {
            int other = predictions.itemAt(rank);
            boolean above = predictions.of(other) > prediction || (predictions.of(other) == prediction && other < item);
            boolean left = filter.test(other);
            better += above ? 1 : 0;
            allowedBetter += above && left ? 1 : 0;
            allowed += left ? 1 : 0;
        }
        return new Standing(
                prediction,
                predictions.person().ratings().rating(item),
                better + 1,
                predictions.candidates(),
                filter.test(item),
                allowedBetter + 1,
                allowed);
    }

    public boolean isRated() {
        return !Float.isNaN(rating);
    }
}
