package io.github.factorscope.model.globalngbr;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.NeighbourWeights;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import java.util.ArrayList;
import java.util.List;

/**
 * r̂_ui = μ + b_u + b_i + |R^k(i;u)|^(−1/2) Σ_{j∈R^k(i;u)} ((r_uj − b̃_uj) w_ij + c_ij).
 *
 * @param baseline b̃
 * @param shrinkage λ₂
 */
record GlobalNgbrModel(
        RatingMatrix training, Biases biases, Biases baseline, NeighbourWeights weights, double shrinkage)
        implements FittedModel {

    @Override
    public UserPredictor forUser(int user) {
        double ofUser = biases.ofUser(user);
        UserPredictor ofNeighbours = weights.forUser(user);
        return item -> ofUser + biases.item(item) + ofNeighbours.predict(item);
    }

    @Override
    public Explanation explain(int user, int item) {
        List<Term> terms = new ArrayList<>(biases.terms(user, item));
        terms.addAll(weights.terms(user, item, new ShrunkCorrelation(training, baseline, shrinkage)::evidence));
        return new Explanation(user, item, predict(user, item), terms);
    }

    @Override
    public Parameters parameters() {
        Parameters parameters = biases.store(new Parameters());
        weights.store(parameters);
        return parameters;
    }
}
