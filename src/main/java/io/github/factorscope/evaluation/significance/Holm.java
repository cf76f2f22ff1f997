package io.github.factorscope.evaluation.significance;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's correction: where many pairs are looked at, some would differ by luck (Scandinavian Journal of Statistics 1979). */
public final class Holm {
    private Holm() {}

    /**
     * With m p-values, the k-th smallest times m − k + 1, never below a smaller one's and at most 1.
     *
     * @return in the order of the argument
     */
    public static double[] adjust(double[] pValues) {
        int[] rising = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> pValues[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < rising.length; rank++) {
            least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[rising[rank]]));
            adjusted[rising[rank]] = least;
        }
        return adjusted;
    }
}
