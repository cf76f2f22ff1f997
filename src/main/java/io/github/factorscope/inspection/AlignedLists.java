package io.github.factorscope.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recommendations of several models to one person, side by side. Immutable. */
public final class AlignedLists {
    private final List<int[]> lists;
    private final List<Map<Integer, Integer>> places = new ArrayList<>(); // by list: item to place, from 1
    private final ListOverlap[][] overlaps;

    /**
     * Two of the lists.
     *
     * @param first index
     * @param second index, greater than the first
     */
    public record Pair(int first, int second, ListOverlap overlap) {}

    /** @param lists of one length, best first */
    public AlignedLists(List<int[]> lists) {
        this.lists = lists.stream().map(int[]::clone).toList();
        for (int[] list : this.lists) {
            Map<Integer, Integer> placesOfList = new HashMap<>();
            for (int k = 0; k < list.length; k++) {
                placesOfList.put(list[k], k + 1);
            }
            places.add(placesOfList);
        }
        overlaps = new ListOverlap[lists.size()][lists.size()];
        for (int first = 0; first < lists.size(); first++) {
            for (int second = 0; second < lists.size(); second++) {
                overlaps[first][second] = ListOverlap.of(this.lists.get(first), this.lists.get(second));
            }
        }
    }

    /** How many lists. */
    public int size() {
        return lists.size();
    }

    /** The items of a list, best first. */
    public int[] list(int index) {
        return lists.get(index).clone();
    }

    /** The place of an item in a list, from 1; 0 where it is not there. */
    public int place(int list, int item) {
        return places.get(list).getOrDefault(item, 0);
    }

    /** How many lists have the item. */
    public int listsWith(int item) {
        return (int) places.stream()
                .filter(placesOfList -> placesOfList.containsKey(item))
                .count();
    }

    public ListOverlap overlap(int first, int second) {
        return overlaps[first][second];
    }

    /** The two with the fewest items in common; of several such pairs, the one with the least rank-biased overlap. */
    public Optional<Pair> mostUnlike() {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < lists.size(); first++) {
            for (int second = first + 1; second < lists.size(); second++) {
                pairs.add(new Pair(first, second, overlaps[first][second]));
            }
        }
        return pairs.stream()
                .min(Comparator.comparingInt((Pair pair) -> pair.overlap().common())
                        .thenComparingDouble(pair -> pair.overlap().rankBiased()));
    }
}
