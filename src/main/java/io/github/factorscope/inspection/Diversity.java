package io.github.factorscope.inspection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lists that repeat themselves less: maximal marginal relevance (Carbonell and Goldstein 1998), applied to recommendations
 * as in topic diversification (Ziegler, McNee, Konstan and Lausen 2005). One item after the other is taken, each time that
 * with the largest (1 − λ) · p − λ · max s: p its prediction, s its similarity to what was taken, both from 0 for the
 * smallest to 1 for the largest among the candidates. (In the first paper λ weighs what 1 − λ weighs here.) Immutable, safe
 * on all threads.
 */
public final class Diversity {
    private final int[] candidates; // best first; all else by place among them
    private final float[][] similarities;
    private final double[] relevance; // p
    private final float[][] redundancy; // s

    private Diversity(int[] candidates, double[] stars, float[][] similarities) {
        this.candidates = candidates;
        this.similarities = similarities;
        this.relevance = zeroToOne(stars);
        this.redundancy = zeroToOne(similarities);
    }

    /**
     * @param candidates items, best first
     * @param predictions of each of them, falling, in stars
     * @param similarities of each pair, in the same order
     */
    public static Diversity among(int[] candidates, double[] predictions, float[][] similarities) {
        if (candidates.length != predictions.length || candidates.length != similarities.length) {
            throw new IllegalArgumentException("candidates, predictions and similarities must be equally many, were "
                    + candidates.length + ", " + predictions.length + " and " + similarities.length);
        }
        return new Diversity(candidates.clone(), predictions, similarities);
    }

    /** How many candidates a list is chosen from, where there are so many: Ziegler's five for each line, within bounds. */
    public static int candidatesFor(int lines) {
        return Math.max(100, Math.min(300, 5 * lines));
    }

    /**
     * A list, and what it is instead of.
     *
     * @param items in the order in which they were taken
     * @param plain the list with λ = 0
     * @param similarity mean over all pairs in the list; NaN for one item
     * @param plainSimilarity the same with λ = 0
     */
    public record Choice(List<Integer> items, List<Integer> plain, double similarity, double plainSimilarity) {
        public Choice {
            items = List.copyOf(items);
            plain = List.copyOf(plain);
        }

        /** How many items of the plain list are not in this one. */
        public int replaced() {
            Set<Integer> kept = new HashSet<>(items);
            return (int) plain.stream().filter(item -> !kept.contains(item)).count();
        }
    }

    /**
     * Chooses a list.
     *
     * @param lines how many items it has, where there are so many candidates
     * @param lambda λ, from 0 for the best predictions, exactly, to 1 for the least similarity whatever is predicted
     */
    public Choice choose(int lines, double lambda) {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("λ must lie in 0..1, was " + lambda);
        }
        int[] taken = take(Math.min(lines, candidates.length), lambda);
        int[] plain = IntStream.range(0, taken.length).toArray();
        return new Choice(items(taken), items(plain), meanSimilarity(taken), meanSimilarity(plain));
    }

    private List<Integer> items(int[] places) {
        return IntStream.of(places).mapToObj(place -> candidates[place]).toList();
    }

    private int[] take(int lines, double lambda) {
        int[] taken = new int[lines];
        boolean[] used = new boolean[candidates.length];
        float[] worst = new float[candidates.length]; // max s to what was taken
        for (int line = 0; line < lines; line++) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int place = 0; place < candidates.length; place++) {
                double value = (1 - lambda) * relevance[place] - lambda * worst[place];
                if (!used[place] && value > most) { // equal values go by rank
                    best = place;
                    most = value;
                }
            }
            taken[line] = best;
            used[best] = true;
            for (int place = 0; place < candidates.length; place++) {
                worst[place] = Math.max(worst[place], redundancy[best][place]);
            }
        }
        return taken;
    }

    private double meanSimilarity(int[] places) {
        double sum = 0;
        for (int a = 0; a < places.length; a++) {
            for (int b = a + 1; b < places.length; b++) {
                sum += similarities[places[a]][places[b]];
            }
        }
        return sum / (places.length * (places.length - 1) / 2.0);
    }

    /** The item of a list that an item resembles most, and how much. */
    public record Nearest(int item, double similarity) {}

    /** The one among these items that a candidate resembles most; empty where it is no candidate, or there is no other. */
    public Optional<Nearest> nearest(int item, List<Integer> items) {
        int place = place(item);
        return items.stream()
                .filter(other -> place >= 0 && place(other) >= 0 && other != item)
                .map(other -> new Nearest(other, similarities[place][place(other)]))
                .max(Comparator.comparingDouble(Nearest::similarity));
    }

    private int place(int item) {
        return IntStream.range(0, candidates.length)
                .filter(place -> candidates[place] == item)
                .findFirst()
                .orElse(-1);
    }

    private static double[] zeroToOne(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return Arrays.stream(values)
                .map(value -> high > low ? (value - low) / (high - low) : 0)
                .toArray();
    }

    /** Without the diagonal, which stays 0. */
    private static float[][] zeroToOne(float[][] pairs) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int a = 0; a < pairs.length; a++) {
            for (int b = 0; b < a; b++) {
                low = Math.min(low, pairs[a][b]);
                high = Math.max(high, pairs[a][b]);
            }
        }
        float[][] scaled = new float[pairs.length][pairs.length];
        for (int a = 0; a < pairs.length; a++) {
            for (int b = 0; b < pairs.length; b++) {
                scaled[a][b] = a == b || high <= low ? 0 : (pairs[a][b] - low) / (high - low);
            }
        }
        return scaled;
    }
}
