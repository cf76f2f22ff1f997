package io.github.factorscope.inspection;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingMatrix;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What items are chosen by: their genres, their years, how often they were rated. Immutable, safe on all threads. */
public final class ItemFacts {
    private final Map<String, BitSet> genres; // by name, in alphabetical order
    private final int[] years; // by item, 0 where unknown
    private final int[] ratings; // by item
    private final int[] popularity; // by item, from 1
    private final int[] atLeastAsPopular; // by item: how many are rated as often or more often, with itself

    private ItemFacts(Map<String, BitSet> genres, int[] years, int[] ratings, int[] popularity, int[] atLeast) {
        this.genres = genres;
        this.years = years;
        this.ratings = ratings;
        this.popularity = popularity;
        this.atLeastAsPopular = atLeast;
    }

    /** @param training what counts as a rating: what a model learned from */
    public static ItemFacts of(ItemCatalogue catalogue, RatingMatrix training) {
        int size = catalogue.size();
        Map<String, BitSet> genres = new TreeMap<>();
        int[] years = new int[size];
        int[] ratings = new int[size];
        for (int i = 0; i < size; i++) {
            Item item = catalogue.item(i);
            years[i] = item.year();
            ratings[i] = training.byItem().length(i);
            for (String genre : item.genres()) {
                genres.computeIfAbsent(genre, unused -> new BitSet(size)).set(i);
            }
        }
        int[] popularity = new int[size];
        int[] atLeast = new int[size];
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -ratings[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int from = 0, to = 0; from < size; from = to) {
            while (to < size && ratings[order[to]] == ratings[order[from]]) {
                to++;
            }
            for (int place = from; place < to; place++) {
                popularity[order[place]] = from + 1;
                atLeast[order[place]] = to;
            }
        }
        return new ItemFacts(genres, years, ratings, popularity, atLeast);
    }

    public int items() {
        return ratings.length;
    }

    /** All genres in alphabetical order; empty where none are known. */
    public List<String> genres() {
        return List.copyOf(genres.keySet());
    }

    /** Whether the year of any item is known. */
    public boolean hasYears() {
        return IntStream.of(years).anyMatch(year -> year > 0);
    }

    /** Of release; 0 where unknown. */
    public int year(int item) {
        return years[item];
    }

    /** How many ratings the item has. */
    public int ratings(int item) {
        return ratings[item];
    }

    /** 1 for the item with most ratings; items with equally many share a rank. */
    public int popularityRank(int item) {
        return popularity[item];
    }

    /** Whether the item and all that are rated at least as often make up this many percent of the catalogue or less. */
    boolean isAmongMostRated(int item, int percent) {
        return 100L * atLeastAsPopular[item] <= (long) percent * items();
    }

    /** A copy: the items of a genre. */
    BitSet ofGenre(String genre) {
        BitSet items = genres.get(genre);
        return items == null ? new BitSet() : (BitSet) items.clone();
    }
}
