package io.github.factorscope.model.userngbr;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.BiasedPersonalModel;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.NeighbourLists;
import io.github.factorscope.model.parts.PersonBiases;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import io.github.factorscope.model.parts.Similarity;
import io.github.factorscope.model.parts.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * r̂_ui = b̃_ui + Σ_{v∈S^k(u;i)} s_uv (r_vi − b̃_vi) / Σ s_uv, over the k users most similar to u among those who rated i,
 * positive s_uv only; b̃_ui where there is none.
 *
 * @param lists neighbours of each user
 * @param correlation of two users
 * @param neighbours k
 * @param listLength how many neighbours a user has at most
 */
record UserNgbrModel(
        RatingMatrix training,
        Biases baseline,
        NeighbourLists lists,
        ShrunkCorrelation correlation,
        int neighbours,
        int listLength)
        implements TrainedModel {
    private static final int NO_NEIGHBOUR = Integer.MAX_VALUE;

    @Override
    public UserPredictor forUser(int user) {
        return new NearestUsers(Person.known(training, user), baseline.forUser(user), lists, user);
    }

    @Override
    public PersonalModel forPerson(Person person) {
        PersonBiases biases = baseline.forPerson(person, training, Biases.USUAL_USER_SHRINKAGE);
        if (knows(person)) {
            return new NearestUsers(person, biases, lists, person.user());
        }
        float[] similarities = correlation.row(person.ratings(), biases.user());
        return new NearestUsers(person, biases, NeighbourLists.one(person.user(), similarities, listLength), 0);
    }

    private final class NearestUsers extends BiasedPersonalModel {
        private final NeighbourLists among;
        private final int row;
        private final int[] ranks; // of each user among the neighbours

        /**
         * @param among lists, one of which is this person's
         * @param row which one
         */
        NearestUsers(Person person, PersonBiases baseline, NeighbourLists among, int row) {
            super(person, baseline);
            this.among = among;
            this.row = row;
            ranks = new int[training.users()];
            Arrays.fill(ranks, NO_NEIGHBOUR);
            for (int rank = 0; rank < among.count(row); rank++) {
                ranks[among.neighbour(row, rank)] = rank;
            }
        }

        @Override
        public double predict(int item) {
            long[] nearest = nearest(item);
            double weighted = 0;
            double weights = 0;
            for (long found : nearest) {
                double similarity = among.similarity(row, rank(found));
                weighted += similarity * residual(found, item);
                weights += similarity;
            }
            return biases().of(item) + (nearest.length == 0 ? 0 : weighted / weights);
        }

        /** The k nearest of those who rated the item: rank in the upper half, position of the rating in the lower. */
        private long[] nearest(int item) {
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

        @Override
        protected void addTerms(int item, List<Term> terms) {
            long[] nearest = nearest(item);
            double weights = 0;
            for (long found : nearest) {
                weights += among.similarity(row, rank(found));
            }
            IntFunction<Similarity> similarities = correlation.of(ratings(), biases().user());
            for (long found : nearest) {
                int neighbour = among.neighbour(row, rank(found));
                float rating = training.byItem().value((int) found);
                double weight = among.similarity(row, rank(found)) / weights;
                terms.add(similarities.apply(neighbour).termOfUser(neighbour, rating, residual(found, item), weight));
            }
        }
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
    public Parameters parameters() {
        return baseline.store(new Parameters());
    }
}
