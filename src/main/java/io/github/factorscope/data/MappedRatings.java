package io.github.factorscope.data;

import java.util.HashSet;
import java.util.Set;

/**
 * Ratings of another file on the users and items of a data set, to judge by what was never seen. What cannot be used is left
 * out and counted.
 *
 * @param ratings those that are left, on the indices of the data set
 * @param read how many the other file has
 * @param unknown left out because their user or item is not in the data set
 * @param unknownUsers ids that are not in the data set
 * @param unknownItems ids that are not in the data set
 * @param learnedFrom left out because the training ratings have the same user and item
 * @param stoppedBy left out because the validation ratings have the same user and item
 * @param offScale left out because the data set's scale does not reach them
 */
public record MappedRatings(
        RatingMatrix ratings,
        int read,
        int unknown,
        int unknownUsers,
        int unknownItems,
        int learnedFrom,
        int stoppedBy,
        int offScale) {

    /** The ids must be written the same way in both. */
    public static MappedRatings of(Dataset dataset, RatingMatrix training, RatingMatrix validation, Dataset other) {
        Ratings from = other.ratings();
        Ratings.Builder kept = new Ratings.Builder(false);
        Set<Integer> unknownUsers = new HashSet<>();
        Set<Integer> unknownItems = new HashSet<>();
        int unknown = 0;
        int learnedFrom = 0;
        int stoppedBy = 0;
        int offScale = 0;
        for (int k = 0; k < from.size(); k++) {
            int user = dataset.users().find(other.users().id(from.user(k)));
            int item = dataset.items().ids().find(other.items().ids().id(from.item(k)));
            if (user < 0) {
                unknownUsers.add(from.user(k));
            }
            if (item < 0) {
                unknownItems.add(from.item(k));
            }
            if (user < 0 || item < 0) {
                unknown++;
            } else if (training.byUser().find(user, item) >= 0) {
                learnedFrom++;
            } else if (validation.byUser().find(user, item) >= 0) {
                stoppedBy++;
            } else if (!dataset.scale().contains(from.value(k))) {
                offScale++;
            } else {
                kept.add(user, item, from.value(k), 0);
            }
        }
        return new MappedRatings(
                dataset.matrix(kept.build()),
                from.size(),
                unknown,
                unknownUsers.size(),
                unknownItems.size(),
                learnedFrom,
                stoppedBy,
                offScale);
    }

    /** How many were left out. */
    public int leftOut() {
        return read - ratings.size();
    }
}
