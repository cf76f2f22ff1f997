package io.github.factorscope.data;

import java.util.List;

/**
 * What is known of an item.
 *
 * @param id as in the file
 * @param title for people; "Item 17" where the file has none
 * @param year of release, 0 where unknown
 * @param genres empty where unknown
 */
public record Item(String id, String title, int year, List<String> genres) {
    public Item {
        genres = List.copyOf(genres);
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
