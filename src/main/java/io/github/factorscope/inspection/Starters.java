package io.github.factorscope.inspection;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import io.github.factorscope.model.parts.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Items for somebody new to rate: known to many, judged differently by them, and unlike one another. They go by log
 * popularity times entropy of the ratings, the balanced strategy of Rashid et al. 2002, "Getting to know you: learning new
 * user preferences in recommender systems". So that one film of a series does not bring all others with it, the worth of
 * an item shrinks with its strongest similarity to those before it. Nothing is drawn at random. Safe on all threads.
 */
public final class Starters {
    private static final int FEWEST_CANDIDATES = 48;
    private static final int MOST_CANDIDATES = 300; // everybody knows some of these
    private static final int CANDIDATE_SHARE = 10; // the tenth with the most ratings
    private static final double BIN = 0.5; // stars, for the entropy

    private final ShrunkCorrelation similarity;
    private final List<Candidate> left = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();

    private static final class Candidate {
        private final int item;
        private final double value;
        private double strongest; // similarity to one that was taken

        Candidate(int item, double value) {
            this.item = item;
            this.value = value;
        }

        double worth() {
            return value * (1 - strongest);
        }
    }

    /** @param training ratings that tell what is known and how it is judged */
    public Starters(RatingMatrix training) {
        SparseRows byItem = training.byItem();
        similarity = new ShrunkCorrelation(training, Biases.shrunkMeans(training), ShrunkCorrelation.USUAL_SHRINKAGE);
        int[] rated = IntStream.range(0, training.items())
                .filter(item -> byItem.length(item) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(item -> -byItem.length(item)))
                .mapToInt(Integer::intValue)
                .toArray();
        int candidates = Math.max(FEWEST_CANDIDATES, Math.min(MOST_CANDIDATES, rated.length / CANDIDATE_SHARE));
        Arrays.stream(rated).limit(candidates).forEach(item -> left.add(new Candidate(item, value(byItem, item))));
    }

    /** Log of the number of ratings times their entropy, in nats. */
    static double value(SparseRows byItem, int item) {
        int count = byItem.length(item);
        long[] bins = IntStream.range(byItem.start(item), byItem.end(item))
                .mapToLong(k -> Math.round(byItem.value(k) / BIN))
                .sorted()
                .toArray();
        double entropy = 0;
        int from = 0;
        for (int k = 1; k <= count; k++) {
            if (k == count || bins[k] != bins[from]) {
                double share = (k - from) / (double) count;
                entropy -= share * Math.log(share);
                from = k;
            }
        }
        return Math.log(count) * entropy;
    }

    /** How many there are. */
    public synchronized int size() {
        return taken.size() + left.size();
    }

    /**
     * Some of them; fewer than asked for at the end.
     *
     * @param from place of the first, counted from 0
     */
    public synchronized List<Integer> of(int from, int count) {
        while (taken.size() < from + count && !left.isEmpty()) {
            takeNext();
        }
        return List.copyOf(taken.subList(Math.min(from, taken.size()), Math.min(from + count, taken.size())));
    }

    private void takeNext() {
        Candidate best = left.get(0);
        for (Candidate candidate : left) {
            if (candidate.worth() > best.worth()) {
                best = candidate;
            }
        }
        left.remove(best);
        taken.add(best.item);
        IntFunction<Similarity> ofBest = similarity.of(best.item);
        for (Candidate candidate : left) {
            double alike = ofBest.apply(candidate.item).shrunk();
            candidate.strongest = Math.max(candidate.strongest, alike);
        }
    }
}
