package io.github.factorscope.data;

import java.util.Arrays;

/** What one person has rated: each item at most once, by rising item index. Immutable, equal by content. */
public final class RatedItems {
    private static final RatedItems NONE = new RatedItems(new int[0], new float[0]);

    private final int[] items; // rising
    private final float[] values; // stars, the same order

    private RatedItems(int[] items, float[] values) {
        this.items = items;
        this.values = values;
    }

    public static RatedItems none() {
        return NONE;
    }

    /** The ratings in one row of a matrix. */
    public static RatedItems ofUser(RatingMatrix ratings, int user) {
        SparseRows byUser = ratings.byUser();
        int count = byUser.length(user);
        int[] items = new int[count];
        float[] values = new float[count];
        for (int k = 0; k < count; k++) {
            items[k] = byUser.column(byUser.start(user) + k);
            values[k] = byUser.value(byUser.start(user) + k);
        }
        return new RatedItems(items, values);
    }

    public int size() {
        return items.length;
    }

    /** The item at this place, places counted from 0. */
    public int item(int place) {
        return items[place];
    }

    /** The rating at this place, in stars. */
    public float value(int place) {
        return values[place];
    }

    /** The place of the item, or a negative number where it is not rated. */
    public int find(int item) {
        return Arrays.binarySearch(items, item);
    }

    public boolean has(int item) {
        return find(item) >= 0;
    }

    /** The rating in stars, NaN where there is none. */
    public float rating(int item) {
        int place = find(item);
        return place < 0 ? Float.NaN : values[place];
    }

    /** The same with this rating, in place of what was given to the item before. */
    public RatedItems with(int item, float stars) {
        if (item < 0 || !Float.isFinite(stars)) {
            throw new IllegalArgumentException("not a rating: item " + item + ", " + stars + " stars");
        }
        int place = find(item);
        if (place >= 0) {
            float[] changed = values.clone();
            changed[place] = stars;
            return new RatedItems(items, changed);
        }
        int at = -place - 1;
        int[] moreItems = Arrays.copyOf(items, items.length + 1);
        float[] moreValues = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(items, at, moreItems, at + 1, items.length - at);
        System.arraycopy(values, at, moreValues, at + 1, values.length - at);
        moreItems[at] = item;
        moreValues[at] = stars;
        return new RatedItems(moreItems, moreValues);
    }

    /** The same without a rating of this item. */
    public RatedItems without(int item) {
        int place = find(item);
        if (place < 0) {
            return this;
        }
        int[] fewerItems = Arrays.copyOf(items, items.length - 1);
        float[] fewerValues = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(items, place + 1, fewerItems, place, fewerItems.length - place);
        System.arraycopy(values, place + 1, fewerValues, place, fewerValues.length - place);
        return new RatedItems(fewerItems, fewerValues);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatedItems rated
                && Arrays.equals(items, rated.items)
                && Arrays.equals(values, rated.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(items) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return items.length + " ratings";
    }
}
