package io.github.factorscope.model.factors;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.ItemSimilarity;
import io.github.factorscope.model.parts.RidgeExpansion;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * r̂_ui = μ + b_u + b_i + p_uᵀ q_i.
 *
 * @param baseline b̃, which the similarities of the evidence rest on
 * @param regularization λ of the factors, by which p_u is spread over the user's ratings
 */
record SvdModel(
        RatingMatrix training,
        Biases biases,
        Biases baseline,
        FactorMatrix userFactors,
        FactorMatrix itemFactors,
        double regularization)
        implements FittedModel {
    private static final String USER_FACTORS = "userFactors";
    private static final String ITEM_FACTORS = "itemFactors";

    static SvdModel restore(RatingMatrix training, Settings settings, Parameters parameters) {
        int factors = settings.get(SvdFamily.FACTORS);
        return new SvdModel(
                training,
                Biases.restore(training, parameters),
                Biases.shrunkMeans(training),
                restore(parameters, USER_FACTORS, training.users(), factors),
                restore(parameters, ITEM_FACTORS, training.items(), factors),
                settings.get(SvdFamily.REGULARIZATION));
    }

    private static FactorMatrix restore(Parameters parameters, String name, int rows, int factors) {
        return FactorMatrix.fromFlat(parameters.get(name, (long) rows * factors), rows, factors);
    }

    @Override
    public UserPredictor forUser(int user) {
        double ofUser = biases.ofUser(user);
        float[] p = userFactors.row(user);
        return item -> ofUser + biases.item(item) + Vectors.dot(p, itemFactors.row(item));
    }

    @Override
    public Explanation explain(int user, int item) {
        SparseRows byUser = training.byUser();
        int[] rated = new int[byUser.length(user)];
        double[] residuals = new double[rated.length]; // e_uj: what the biases leave
        for (int k = 0; k < rated.length; k++) {
            int position = byUser.start(user) + k;
            rated[k] = byUser.column(position);
            residuals[k] = byUser.value(position) - biases.of(user, rated[k]);
        }
        double[] amounts = RidgeExpansion.contributions(rated, residuals, itemFactors, item, regularization);
        ItemSimilarity similarity = new ItemSimilarity(training, baseline, ItemSimilarity.USUAL_SHRINKAGE);
        List<Term> terms = new ArrayList<>(biases.terms(user, item));
        double attributed = 0;
        for (int k = 0; k < rated.length; k++) {
            float rating = byUser.value(byUser.start(user) + k);
            terms.add(Term.of(TermKind.TASTE, rated[k], amounts[k], similarity.evidence(item, rated[k], rating)));
            attributed += amounts[k];
        }
        double taste = Vectors.dot(userFactors.row(user), itemFactors.row(item));
        terms.add(Term.of(TermKind.UNATTRIBUTED, taste - attributed));
        return new Explanation(user, item, predict(user, item), terms);
    }

    @Override
    public Parameters parameters() {
        return biases.store(new Parameters())
                .put(USER_FACTORS, userFactors.toFlat())
                .put(ITEM_FACTORS, itemFactors.toFlat());
    }
}
