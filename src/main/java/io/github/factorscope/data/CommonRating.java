package io.github.factorscope.data;

import java.util.ArrayList;
import java.util.List;

/**
 * An item that two people rated.
 *
 * @param first what the one gave, in stars
 * @param second what the other gave
 */
public record CommonRating(int item, float first, float second) {

    /** All that a person and a user both rated, by item index. */
    public static List<CommonRating> of(RatedItems first, RatingMatrix ratings, int second) {
        SparseRows byUser = ratings.byUser();
        List<CommonRating> common = new ArrayList<>();
        int a = 0;
        int b = byUser.start(second);
        while (a < first.size() && b < byUser.end(second)) {
            int itemA = first.item(a);
            int itemB = byUser.column(b);
            if (itemA == itemB) {
                common.add(new CommonRating(itemA, first.value(a), byUser.value(b)));
            }
            a += itemA <= itemB ? 1 : 0;
            b += itemB <= itemA ? 1 : 0;
        }
        return List.copyOf(common);
    }

    /** How far the two lie apart, in stars. */
    public float distance() {
        return Math.abs(first - second);
    }
}
