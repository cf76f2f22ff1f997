package io.github.factorscope.evaluation;

import io.github.factorscope.data.SparseRows;
import java.util.Arrays;

/**
 * The error of a model on each user's own test ratings, in stars. Users without test ratings are left out.
 *
 * @param rmse of each user; its mean is {@link AccuracyMetric#USER_RMSE}
 * @param mae of each user; its mean is {@link AccuracyMetric#USER_MAE}
 */
public record UserErrors(UserValues rmse, UserValues mae) {

    public static UserErrors of(RatingErrors errors) {
        SparseRows byUser = errors.given().byUser();
        double[] rmse = new double[byUser.rows()];
        double[] mae = new double[byUser.rows()];
        Arrays.fill(rmse, Double.NaN);
        Arrays.fill(mae, Double.NaN);
        for (int user = 0; user < byUser.rows(); user++) {
            int count = byUser.length(user);
            if (count > 0) {
                double squares = 0;
                double absolutes = 0;
                for (int k = byUser.start(user); k < byUser.end(user); k++) {
                    squares += (double) errors.error(k) * errors.error(k);
                    absolutes += Math.abs(errors.error(k));
                }
                rmse[user] = Math.sqrt(squares / count);
                mae[user] = absolutes / count;
            }
        }
        return new UserErrors(UserValues.ofNumbers(rmse), UserValues.ofNumbers(mae));
    }
}
