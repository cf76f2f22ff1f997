package io.github.factorscope.model.wgtngbr;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
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
import io.github.factorscope.model.parts.UserResiduals;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * r̂_ui = b̃_ui + Σ_{j∈S^k(i;u)} θ^u_ij (r_uj − b̃_uj), where 0 ≤ θ ≤ 1 minimises the squared error that the neighbours
 * leave of item i: ½ θᵀÂθ − b̂ᵀθ with b̂_j = Â_ij.
 *
 * @param products Â
 * @param neighbours k
 */
record WgtNgbrModel(
        RatingMatrix training,
        Biases baseline,
        NeighbourLists lists,
        ResidualProducts products,
        ShrunkCorrelation correlation,
        int neighbours)
        implements TrainedModel {

    @Override
    public UserPredictor forUser(int user) {
        return new Interpolated(Person.known(training, user), baseline.forUser(user));
    }

    @Override
    public PersonalModel forPerson(Person person) {
        return new Interpolated(person, baseline.forPerson(person, training, Biases.USUAL_USER_SHRINKAGE));
    }

    private final class Interpolated extends BiasedPersonalModel {
        private final float[] residuals; // r_uj − b̃_uj by item, NaN where there is no rating

        Interpolated(Person person, PersonBiases baseline) {
            super(person, baseline);
            residuals = UserResiduals.of(person.ratings(), baseline, training.items());
        }

        @Override
        public double predict(int item) {
            int[] nearest = nearest(item);
            float[] weights = weights(nearest, item);
            double sum = biases().of(item);
            for (int k = 0; k < nearest.length; k++) {
                sum += (double) weights[k] * residuals[nearest[k]];
            }
            return sum;
        }

        @Override
        protected void addTerms(int item, List<Term> terms) {
            int[] nearest = nearest(item);
            float[] weights = weights(nearest, item);
            IntFunction<Similarity> similarities = correlation.of(item);
            for (int k = 0; k < nearest.length; k++) {
                int neighbour = nearest[k];
                float rating = ratings().rating(neighbour);
                terms.add(similarities
                        .apply(neighbour)
                        .term(TermKind.EXPLICIT, neighbour, rating, residuals[neighbour], weights[k]));
            }
        }

        /** S^k(i;u), most similar first. */
        private int[] nearest(int item) {
            int[] nearest = new int[Math.min(neighbours, lists.count(item))];
            int count = 0;
            if (products.takesPart(item)) {
                for (int rank = 0; rank < lists.count(item) && count < nearest.length; rank++) {
                    int candidate = lists.neighbour(item, rank);
                    if (!Float.isNaN(residuals[candidate]) && products.takesPart(candidate)) {
                        nearest[count++] = candidate;
                    }
                }
            }
            return Arrays.copyOf(nearest, count);
        }
    }

    /** θ^u_ij. */
    private float[] weights(int[] nearest, int item) {
        int size = nearest.length;
        float[][] among = new float[size][size];
        float[] right = new float[size];
        for (int a = 0; a < size; a++) {
            right[a] = products.get(item, nearest[a]);
            for (int b = 0; b <= a; b++) {
                float product = products.get(nearest[a], nearest[b]);
                among[a][b] = product;
                among[b][a] = product;
            }
        }
        return NonNegativeWeights.solve(among, right);
    }

    @Override
    public Parameters parameters() {
        return baseline.store(new Parameters());
    }
}
