package io.github.factorscope.model.userngbr;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.NeighbourLists;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * r̂_ui = b̃_ui + Σ_{v∈S^k(u;i)} s_uv (r_vi − b̃_vi) / Σ s_uv, over the k users most similar to u among those who rated i,
 * positive s_uv only; b̃_ui where there is none.
 *
 * @param lists neighbours of each user
 * @param correlation of two users
 * @param neighbours k
 */
record UserNgbrModel(
        RatingMatrix training, Biases baseline, NeighbourLists lists, ShrunkCorrelation correlation, int neighbours)
        implements FittedModel {
    private static final int NO_NEIGHBOUR = Integer.MAX_VALUE;

    @Override
    public UserPredictor forUser(int user) {
        int[] ranks = ranks(user);
        return item -> {
            long[] nearest = nearest(ranks, item);
            double weighted = 0;
            double weights = 0;
            for (long found : nearest) {
                double similarity = lists.similarity(user, rank(found));
                weighted += similarity * residual(found, item);
                weights += similarity;
            }
            return baseline.of(user, item) + (nearest.length == 0 ? 0 : weighted / weights);
        };
    }

    /** The rank of each user among the neighbours. */
    private int[] ranks(int user) {
        int[] ranks = new int[training.users()];
        Arrays.fill(ranks, NO_NEIGHBOUR);
        for (int rank = 0; rank < lists.count(user); rank++) {
            ranks[lists.neighbour(user, rank)] = rank;
        }
        return ranks;
    }

    /** The k nearest of those who rated the item: rank in the upper half, position of the rating in the lower. */
    private long[] nearest(int[] ranks, int item) {
        SparseRows byItem = training.byItem();
        long[] nearest = new long[Math.min(neighbours, byItem.length(item))];
        int count = 0;
        for (int k = byItem.start(item); k < byItem.end(item); k++) {
            int rank = ranks[byItem.column(k)];
            if (rank != NO_NEIGHBOUR && (count < nearest.length || rank < rank(nearest[count - 1]))) {
                int at = count < nearest.length ? count++ : count - 1;
                while (at > 0 && rank(nearest[at - 1]) > rank) {
                    nearest[at] = nearest[at - 1];
                    at--;
                }
                nearest[at] = ((long) rank << 32) | k;
            }
        }
        return count == nearest.length ? nearest : Arrays.copyOf(nearest, count);
    }

    private static int rank(long found) {
        return (int) (found >>> 32);
    }

    /** r_vi − b̃_vi. */
    private double residual(long found, int item) {
        int position = (int) found;
        return training.byItem().value(position) - baseline.of(training.byItem().column(position), item);
    }

    @Override
    public Explanation explain(int user, int item) {
        long[] nearest = nearest(ranks(user), item);
        double weights = 0;
        for (long found : nearest) {
            weights += lists.similarity(user, rank(found));
        }
        List<Term> terms = new ArrayList<>(baseline.terms(user, item));
        for (long found : nearest) {
            int neighbour = lists.neighbour(user, rank(found));
            double amount = lists.similarity(user, rank(found)) / weights * residual(found, item);
            float rating = training.byItem().value((int) found);
            terms.add(Term.ofUser(TermKind.EXPLICIT, neighbour, amount, correlation.evidence(user, neighbour, rating)));
        }
        return new Explanation(user, item, predict(user, item), terms);
    }

    @Override
    public Parameters parameters() {
        return baseline.store(new Parameters());
    }
}
