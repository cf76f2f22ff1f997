package io.github.factorscope.data;

/**
 * A rating that keeps its meaning away from its data set.
 *
 * @param item id as in the file
 * @param title with the year, such as "Alien (1979)"; empty where unknown
 */
public record NamedRating(String item, String title, float stars) {
    public NamedRating {
        if (item.isBlank() && title.isBlank()) {
            throw new IllegalArgumentException("a rating names its item by id or title");
        }
        if (!Float.isFinite(stars)) {
            throw new IllegalArgumentException("a rating is a number of stars, was " + stars);
        }
    }
}
