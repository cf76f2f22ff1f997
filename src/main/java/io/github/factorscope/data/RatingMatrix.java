package io.github.factorscope.data;

/** The same ratings indexed by user and by item. Immutable, safe on all threads. */
public final class RatingMatrix {
    private final SparseRows byUser;
    private final SparseRows byItem;
    private final RatingScale scale;
    private final double mean;

    private RatingMatrix(SparseRows byUser, SparseRows byItem, RatingScale scale, double mean) {
        this.byUser = byUser;
        this.byItem = byItem;
        this.scale = scale;
        this.mean = mean;
    }

    /**
     * @param ratings at most one for each pair of user and item
     * @param scale what can be given, which may be more than what was given
     */
    public static RatingMatrix of(Ratings ratings, int userCount, int itemCount, RatingScale scale) {
        SparseRows byUser = SparseRows.byUser(ratings, userCount);
        double sum = 0; // in the order of the rows, so that it does not depend on the order of the file
        for (int k = 0; k < byUser.entries(); k++) {
            sum += byUser.value(k);
        }
        double mean = ratings.size() == 0 ? (scale.min() + (double) scale.max()) / 2 : sum / ratings.size();
        return new RatingMatrix(byUser, byUser.transposed(itemCount), scale, mean);
    }

    /** The same ratings with users as items and items as users; shares their memory. */
    public RatingMatrix transposed() {
        return new RatingMatrix(byItem, byUser, scale, mean);
    }

    /** Row u: the items that u rated, by item index. */
    public SparseRows byUser() {
        return byUser;
    }

    /** Row i: the users who rated i, by user index. */
    public SparseRows byItem() {
        return byItem;
    }

    public int users() {
        return byUser.rows();
    }

    public int items() {
        return byItem.rows();
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
