package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * r̂_ui = b̃_ui + Σ_{j∈S^k(i;u)} s_ij (r_uj − b̃_uj) / Σ s_ij, over positive s_ij; b̃_ui where there is no neighbour.
 *
 * @param neighbours k
 * @param source of the similarities in the evidence
 */
public record NeighbourMeanModel(
        RatingMatrix training, Biases baseline, NeighbourLists lists, int neighbours, SimilaritySource source)
        implements TrainedModel {

    @Override
    public UserPredictor forUser(int user) {
        return new NeighbourMean(Person.known(training, user), baseline.forUser(user));
    }

    @Override
    public PersonalModel forPerson(Person person) {
        return new NeighbourMean(person, baseline.forPerson(person, training, Biases.USUAL_USER_SHRINKAGE));
    }

    private final class NeighbourMean extends BiasedPersonalModel {
        private final float[] residuals; // r_uj − b̃_uj by item, NaN where there is no rating

        NeighbourMean(Person person, PersonBiases baseline) {
            super(person, baseline);
            residuals = UserResiduals.of(person.ratings(), baseline, training.items());
        }

        @Override
        public double predict(int item) {
            double weighted = 0;
            double weights = 0;
            int found = 0;
            for (int rank = 0; rank < lists.count(item) && found < neighbours; rank++) {
                float residual = residuals[lists.neighbour(item, rank)];
                if (!Float.isNaN(residual)) {
                    double similarity = lists.similarity(item, rank);
                    weighted += similarity * residual;
                    weights += similarity;
                    found++;
                }
            }
            return biases().of(item) + (found == 0 ? 0 : weighted / weights);
        }

        @Override
        protected void addTerms(int item, List<Term> terms) {
            List<Integer> ranks = new ArrayList<>();
            double weights = 0;
            for (int rank = 0; rank < lists.count(item) && ranks.size() < neighbours; rank++) {
                if (!Float.isNaN(residuals[lists.neighbour(item, rank)])) {
                    ranks.add(rank);
                    weights += lists.similarity(item, rank);
                }
            }
            IntFunction<Similarity> similarities = source.of(item);
            for (int rank : ranks) {
                int neighbour = lists.neighbour(item, rank);
                double weight = lists.similarity(item, rank) / weights;
                terms.add(similarities
                        .apply(neighbour)
                        .term(TermKind.EXPLICIT, neighbour, ratings().rating(neighbour), residuals[neighbour], weight));
            }
        }
    }

    @Override
    public Parameters parameters() {
        return baseline.store(new Parameters());
    }
}
