package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.UserPredictor;
import java.util.ArrayList;
import java.util.List;

/**
 * r̂_ui = b̃_ui + Σ_{j∈S^k(i;u)} s_ij (r_uj − b̃_uj) / Σ s_ij, over positive s_ij; b̃_ui where there is no neighbour.
 *
 * @param neighbours k
 */
public record NeighbourMeanModel(
        RatingMatrix training, Biases baseline, NeighbourLists lists, int neighbours, EvidenceSource evidence)
        implements FittedModel {

    @Override
    public UserPredictor forUser(int user) {
        float[] residuals = UserResiduals.of(training, baseline, user);
        return item -> {
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
            return baseline.of(user, item) + (found == 0 ? 0 : weighted / weights);
        };
    }

    @Override
    public Explanation explain(int user, int item) {
        float[] residuals = UserResiduals.of(training, baseline, user);
        List<Integer> ranks = new ArrayList<>();
        double weights = 0;
        for (int rank = 0; rank < lists.count(item) && ranks.size() < neighbours; rank++) {
            if (!Float.isNaN(residuals[lists.neighbour(item, rank)])) {
                ranks.add(rank);
                weights += lists.similarity(item, rank);
            }
        }
        List<Term> terms = new ArrayList<>(baseline.terms(user, item));
        for (int rank : ranks) {
            int neighbour = lists.neighbour(item, rank);
            double amount = lists.similarity(item, rank) / weights * residuals[neighbour];
            terms.add(Term.of(
                    TermKind.EXPLICIT,
                    neighbour,
                    amount,
                    evidence.evidence(item, neighbour, training.rating(user, neighbour))));
        }
        return new Explanation(user, item, predict(user, item), terms);
    }

    @Override
    public Parameters parameters() {
        return baseline.store(new Parameters());
    }
}
