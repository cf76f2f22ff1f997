package io.github.factorscope.evaluation.ranking;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.UserValues;
import io.github.factorscope.model.FittedModel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How good the lists are that a model would show: for each user the K items with the best predictions, out of the whole
 * catalogue without the items of the user's training and validation ratings. Where fewer than K are left, the list is that
 * much shorter.
 *
 * <p>Items with equal predictions may stand in any order; every metric is the mean over all these orders, so that a tie
 * favours nobody.
 *
 * @param users with at least one relevant test item: the metrics that look for such items are means over these
 * @param usersWithoutRelevant who are left out of those means
 * @param lists users with at least one item to list: coverage, novelty and mean popularity are of these, whether they have
 *     test ratings or not
 * @param values of the metrics; without those for which there is no user
 * @param byUser the values of which the former are means; without coverage
 */
public record RankingQuality(
        RankingSettings settings,
        int users,
        int usersWithoutRelevant,
        int lists,
        Map<RankingMetric, Double> values,
        Map<RankingMetric, UserValues> byUser) {

    public RankingQuality {
        values = copy(values);
        byUser = copy(byUser);
    }

    private static <T> Map<RankingMetric, T> copy(Map<RankingMetric, T> map) {
        Map<RankingMetric, T> copy = new EnumMap<>(RankingMetric.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy); // in the order of the metrics, which Map.copyOf would lose
    }

    /**
     * Makes and judges the lists of all users, on all cores; the result does not depend on their number.
     *
     * @param training the ratings that the model learned from
     * @param validation ratings that it was stopped by; perhaps none
     * @param test ratings to judge by; perhaps none, and then only the lists are described
     */
    public static RankingQuality of(
            FittedModel model,
            RatingMatrix training,
            RatingMatrix validation,
            RatingMatrix test,
            RankingSettings settings) {
        return new RankingPass(model, training, validation, test, settings).run();
    }
}
