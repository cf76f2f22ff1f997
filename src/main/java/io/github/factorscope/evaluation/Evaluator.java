package io.github.factorscope.evaluation;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.numeric.Parallel;

/** Predicts given ratings and sums up the errors, on all cores; the result does not depend on their number. */
public final class Evaluator {
    private Evaluator() {}

    /** @param given at least one rating */
    public static Accuracy accuracy(FittedModel model, RatingMatrix given) {
        if (given.size() == 0) {
            throw new IllegalArgumentException("there are no ratings to predict");
        }
        double[] sums = Parallel.sum(given.users(), 3, (target, from, to) -> {
            for (int user = from; user < to; user++) {
                addErrors(target, model, given, user);
            }
        });
        int count = given.size();
        return new Accuracy(count, Math.sqrt(sums[1] / count), sums[2] / count, sums[0]);
    }

    private static void addErrors(double[] sums, FittedModel model, RatingMatrix given, int user) {
        SparseRows byUser = given.byUser();
        if (byUser.length(user) == 0) {
            return;
        }
        RatingScale scale = given.scale();
        UserPredictor predictor = model.forUser(user);
        for (int k = byUser.start(user); k < byUser.end(user); k++) {
            double prediction = predictor.predict(byUser.column(k));
            double error = byUser.value(k) - prediction;
            double clipped = byUser.value(k) - scale.clip(prediction);
            sums[0] += error * error;
            sums[1] += clipped * clipped;
            sums[2] += Math.abs(clipped);
        }
    }
}
