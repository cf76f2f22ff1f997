package io.github.factorscope.data;

import java.util.function.IntPredicate;

/**
 * The same ratings indexed by user and by item. Immutable, safe on all threads; the index by item is made when it is first
 * asked for.
 */
public final class RatingMatrix {
    private final SparseRows byUser;
    private final int items;
    private final RatingScale scale;
    private final double mean;
    private volatile SparseRows byItem; // null until asked for

    private RatingMatrix(SparseRows byUser, SparseRows byItem, int items, RatingScale scale, double mean) {
        this.byUser = byUser;
        this.byItem = byItem;
        this.items = items;
        this.scale = scale;
        this.mean = mean;
    }

    /**
     * @param ratings at most one for each pair of user and item
     * @param scale what can be given, which may be more than what was given
     */
    public static RatingMatrix of(Ratings ratings, int userCount, int itemCount, RatingScale scale) {
        return of(SparseRows.byUser(ratings, userCount), itemCount, scale);
    }

    /** Of those ratings only whose position is chosen. */
    static RatingMatrix of(Ratings ratings, IntPredicate chosen, int userCount, int itemCount, RatingScale scale) {
        return of(SparseRows.byUser(ratings, chosen, userCount), itemCount, scale);
    }

    private static RatingMatrix of(SparseRows byUser, int itemCount, RatingScale scale) {
        double sum = 0; // in the order of the rows, so that it does not depend on the order of the file
        for (int k = 0; k < byUser.entries(); k++) {
            sum += byUser.value(k);
        }
        double mean = byUser.entries() == 0 ? (scale.min() + (double) scale.max()) / 2 : sum / byUser.entries();
        return new RatingMatrix(byUser, null, itemCount, scale, mean);
    }

    /** The same ratings with users as items and items as users; shares their memory. */
    public RatingMatrix transposed() {
        return new RatingMatrix(byItem(), byUser, users(), scale, mean);
    }

    /** Row u: the items that u rated, by item index. */
    public SparseRows byUser() {
        return byUser;
    }

    /** Row i: the users who rated i, by user index. */
    public SparseRows byItem() {
        SparseRows made = byItem;
        if (made == null) {
            synchronized (this) {
                made = byItem;
                if (made == null) {
                    made = byUser.transposed(items);
                    byItem = made;
                }
            }
        }
        return made;
    }

    public int users() {
        return byUser.rows();
    }

    public int items() {
        return items;
    }

    /** Number of ratings. */
    public int size() {
        return byUser.entries();
    }

    public RatingScale scale() {
        return scale;
    }

    /** μ, in stars; the middle of the scale where there are no ratings. */
    public double mean() {
        return mean;
    }

    /** The rating in stars, or NaN where there is none. */
    public float rating(int user, int item) {
        int position = byUser.find(user, item);
        return position < 0 ? Float.NaN : byUser.value(position);
    }
}
