package io.github.factorscope.inspection;

import io.github.factorscope.data.RatedItems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What if somebody had rated these items otherwise? Immutable.
 *
 * @param changes one for each item at most
 */
public record RatingChanges(List<Change> changes) {

    /**
     * One of them.
     *
     * @param item index
     * @param stars in place of what was given before, if anything; NaN where the rating is removed
     */
    public record Change(int item, float stars) {
        public Change {
            if (item < 0 || Float.isInfinite(stars)) {
                throw new IllegalArgumentException("not a change: item " + item + ", " + stars + " stars");
            }
        }

        /** The rating is taken away. */
        public static Change removing(int item) {
            return new Change(item, Float.NaN);
        }

        public boolean isRemoval() {
            return Float.isNaN(stars);
        }
    }

    public RatingChanges {
        changes = List.copyOf(changes);
        Set<Integer> items = new HashSet<>();
        for (Change change : changes) {
            if (!items.add(change.item())) {
                throw new IllegalArgumentException("item " + change.item() + " is changed twice");
            }
        }
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * The ratings after all changes.
     *
     * @throws IllegalArgumentException where a rating is removed that is not there
     */
    public RatedItems appliedTo(RatedItems before) {
        RatedItems after = before;
        for (Change change : changes) {
            if (change.isRemoval() && !after.has(change.item())) {
                throw new IllegalArgumentException("item " + change.item() + " has no rating to remove");
            }
            after = change.isRemoval() ? after.without(change.item()) : after.with(change.item(), change.stars());
        }
        return after;
    }
}
