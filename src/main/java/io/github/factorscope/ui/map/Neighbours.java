package io.github.factorscope.ui.map;

import java.util.List;

/**
 * The items nearest to one, nearest first.
 *
 * @param item whose neighbours they are
 * @param byFactors by the cosine of their factors
 * @param byRatings by the shrunk correlation of their ratings
 */
record Neighbours(int item, List<Near> byFactors, List<Near> byRatings) {
    /**
     * A neighbour.
     *
     * @param title with its year
     * @param closeness cosine or similarity, −1 to 1
     * @param support users who rated both
     */
    record Near(int item, String title, double closeness, int support) {}
}
