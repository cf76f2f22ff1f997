package io.github.factorscope.data;

import java.util.function.IntPredicate;

/**
 * Ratings with the names of what was rated. Immutable.
 *
 * @param name for people, such as "ml-1m"
 * @param source where it was read from, for people and for the record of a run
 * @param ratings at most one for each pair of user and item
 * @param givenTest ratings of a given test file, on the same indices; empty where there is none
 * @param scale what can be given
 */
public record Dataset(
        String name,
        String source,
        Ratings ratings,
        Ratings givenTest,
        IdIndex users,
        ItemCatalogue items,
        RatingScale scale) {

    public Dataset {
        if (ratings.size() == 0) {
            throw new IllegalArgumentException("a data set has at least one rating");
        }
    }

    public boolean hasGivenTest() {
        return givenTest.size() > 0;
    }

    /** The share of pairs that have a rating, 0 to 1. */
    public double density() {
        return ratings.size() / ((double) users.size() * items.size());
    }

    public RatingMatrix matrix(Ratings part) {
        return RatingMatrix.of(part, users.size(), items.size(), scale);
    }

    /** Of those ratings of the file whose position is chosen. */
    RatingMatrix matrix(IntPredicate chosen) {
        return RatingMatrix.of(ratings, chosen, users.size(), items.size(), scale);
    }
}
