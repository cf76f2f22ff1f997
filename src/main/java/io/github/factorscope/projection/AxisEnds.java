package io.github.factorscope.projection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The items that lie furthest out on an axis, the outermost first: they say what it is about.
 *
 * @param low on the negative side
 * @param high on the positive side
 */
public record AxisEnds(List<Integer> low, List<Integer> high) {
    public AxisEnds {
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    /**
     * @param places of all items along the axis
     * @param candidates the items that people know; equal places go by their order
     * @param count how many at each end; fewer where the candidates are not twice as many, so that none stands at both
     */
    public static AxisEnds of(double[] places, int[] candidates, int count) {
        List<Integer> rising = Arrays.stream(candidates)
                .boxed()
                .sorted(Comparator.comparingDouble(item -> places[item]))
                .toList();
        int each = Math.min(count, rising.size() / 2);
        List<Integer> low = rising.subList(0, each);
        List<Integer> falling = rising.stream()
                .sorted(Comparator.comparingDouble(item -> -places[item]))
                .limit(each)
                .toList();
        return new AxisEnds(low, falling);
    }
}
