package io.github.factorscope.data;

import java.util.List;

/**
 * What is known of an item.
 *
 * @param id as in the file
 * @param title for people; "Item 17" where the file has none
 * @param year of release, 0 where unknown
 * @param genres empty where unknown
 * @param tags words that users have given to it, in lower case, as often as they were given
 */
public record Item(String id, String title, int year, List<String> genres, List<String> tags) {
    public Item {
        genres = List.copyOf(genres);
        tags = List.copyOf(tags);
    }

    /** An item without tags. */
    public Item(String id, String title, int year, List<String> genres) {
        this(id, title, year, genres, List.of());
    }

    /** The same item with these tags. */
    public Item withTags(List<String> given) {
        return new Item(id, title, year, genres, given);
    }

    /** An item of which only the id is known. */
    public static Item unknown(String id) {
        return new Item(id, "Item " + id, 0, List.of());
    }

    /** Title and year, such as "Alien (1979)". */
    public String label() {
        return year == 0 ? title : title + " (" + year + ")";
    }
}
