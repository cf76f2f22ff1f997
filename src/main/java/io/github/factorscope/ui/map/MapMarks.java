package io.github.factorscope.ui.map;

import io.github.factorscope.ui.map.Neighbours.Near;
import java.util.Arrays;
import java.util.List;

/**
 * What is marked on the map, by the numbers of the dots.
 *
 * @param selected −1 where there is none
 * @param byFactors neighbours of the selected one
 * @param byRatings likewise
 * @param liked items that the person rated, at their mean or above
 * @param disliked items that the person rated below their mean
 * @param recommended to the person, best first
 */
record MapMarks(int selected, int[] byFactors, int[] byRatings, int[] liked, int[] disliked, int[] recommended) {

    /** Nothing is marked. */
    static MapMarks none() {
        int[] nobody = {};
        return new MapMarks(-1, nobody, nobody, nobody, nobody, nobody);
    }

    /**
     * Whatever of these has a dot.
     *
     * @param item null where none is looked at
     * @param neighbours null where they are not known
     * @param person null where nobody's recommendations are marked
     */
    static MapMarks of(
            Dots dots, Integer item, Neighbours neighbours, PersonMarks person, boolean ratings, boolean recommended) {
        int[] nobody = {};
        boolean rates = person != null && ratings;
        return new MapMarks(
                item == null ? -1 : dots.find(item),
                neighbours == null ? nobody : dotsOf(dots, neighbours.byFactors()),
                neighbours == null ? nobody : dotsOf(dots, neighbours.byRatings()),
                rates ? rated(dots, person, true) : nobody,
                rates ? rated(dots, person, false) : nobody,
                person != null && recommended ? found(dots, person.recommended()) : nobody);
    }

    private static int[] dotsOf(Dots dots, List<Near> neighbours) {
        return found(dots, neighbours.stream().map(Near::item).toList());
    }

    private static int[] found(Dots dots, List<Integer> items) {
        return items.stream().mapToInt(dots::find).filter(dot -> dot >= 0).toArray();
    }

    private static int[] rated(Dots dots, PersonMarks person, boolean liked) {
        double mean = person.meanRating();
        int[] found = new int[dots.size()];
        int count = 0;
        for (int dot = 0; dot < dots.size(); dot++) {
            float stars = person.ratings().rating(dots.items()[dot]);
            if (!Float.isNaN(stars) && stars >= mean == liked) {
                found[count++] = dot;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Dots whose labels come before all others: the selected one, its neighbours, and what is recommended. */
    int[] labelled() {
        int[] first = new int[1 + byFactors.length + byRatings.length + recommended.length];
        int count = 0;
        if (selected >= 0) {
            first[count++] = selected;
        }
        for (int[] some : new int[][] {byFactors, byRatings, recommended}) {
            for (int dot : some) {
                boolean known = false;
                for (int k = 0; k < count; k++) {
                    known |= first[k] == dot;
                }
                if (!known) {
                    first[count++] = dot;
                }
            }
        }
        return Arrays.copyOf(first, count);
    }
}
