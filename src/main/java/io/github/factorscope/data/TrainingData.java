package io.github.factorscope.data;

/**
 * What a model may learn from. Immutable.
 *
 * @param ratings to learn from
 * @param items what is known of the items, by the same index
 */
public record TrainingData(RatingMatrix ratings, ItemCatalogue items) {
    public TrainingData {
        if (ratings.items() != items.size()) {
            throw new IllegalArgumentException(
                    "there are " + ratings.items() + " items with ratings and " + items.size() + " with a description");
        }
    }
}
