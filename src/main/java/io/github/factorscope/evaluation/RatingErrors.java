package io.github.factorscope.evaluation;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.UserPredictor;
import java.util.stream.IntStream;

/**
 * The error of a model on every given rating: what comparing two models, and looking where a model errs, rest on. Two of the
 * same ratings stand in the same order. Immutable.
 */
public final class RatingErrors {
    private final RatingMatrix given;
    private final float[] errors; // r_ui − r̂_ui, clipped, by position in given.byUser()

    private RatingErrors(RatingMatrix given, float[] errors) {
        this.given = given;
        this.errors = errors;
    }

    /** Predicts all of them, on all cores. */
    public static RatingErrors of(FittedModel model, RatingMatrix given) {
        float[] errors = new float[given.size()];
        SparseRows byUser = given.byUser();
        RatingScale scale = given.scale();
        IntStream.range(0, given.users())
                .parallel()
                .filter(user -> byUser.length(user) > 0)
                .forEach(user -> {
                    UserPredictor predictor = model.forUser(user);
                    for (int k = byUser.start(user); k < byUser.end(user); k++) {
                        errors[k] = (float) (byUser.value(k) - scale.clip(predictor.predict(byUser.column(k))));
                    }
                });
        return new RatingErrors(given, errors);
    }

    /** The ratings that were predicted. */
    public RatingMatrix given() {
        return given;
    }

    public int size() {
        return errors.length;
    }

    /**
     * Rating minus prediction, in stars; the prediction clipped to the scale.
     *
     * @param position of the rating in {@code given().byUser()}
     */
    public float error(int position) {
        return errors[position];
    }
}
