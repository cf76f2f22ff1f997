package io.github.factorscope.ui.map;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The genres of the items on a map, the commonest first. What comes first counts: an item is drawn once. */
final class Genres {
    private final Dataset dataset;
    private final List<String> names;
    private final Map<String, Integer> firsts = new LinkedHashMap<>(); // how many items have it as their first

    Genres(Dataset dataset, int[] items) {
        this.dataset = dataset;
        for (int item : items) {
            List<String> genres = dataset.items().item(item).genres();
            for (int place = 0; place < genres.size(); place++) {
                firsts.merge(genres.get(place), place == 0 ? 1 : 0, Integer::sum);
            }
        }
        names = firsts.keySet().stream()
                .sorted(Comparator.comparingInt((String name) -> -firsts.get(name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The commonest first. */
    List<String> names() {
        return names;
    }

    /** Of the genre's colour; −1 where it shares the colour of the others. */
    int number(String name) {
        int place = names.indexOf(name);
        return place < MapInk.CATEGORIES ? place : -1;
    }

    /** The number of the item's first genre. */
    int number(int item) {
        List<String> genres = item(item).genres();
        return genres.isEmpty() ? -1 : number(genres.get(0));
    }

    boolean has(int item, String genre) {
        return item(item).genres().contains(genre);
    }

    /** How many of these items have it as their first; with an empty name, how many have none. */
    long count(int[] items, String genre) {
        return Arrays.stream(items)
                .filter(item -> {
                    List<String> genres = item(item).genres();
                    return genres.isEmpty() ? genre.isEmpty() : genres.get(0).equals(genre);
                })
                .count();
    }

    private Item item(int item) {
        return dataset.items().item(item);
    }
}
