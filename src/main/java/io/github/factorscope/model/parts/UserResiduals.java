package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import java.util.Arrays;

/** r_uj − b̃_uj of one user by item. */
public final class UserResiduals {
    private UserResiduals() {}

    /** One for each item j, NaN where the user did not rate it. */
    public static float[] of(RatingMatrix training, Biases baseline, int user) {
        SparseRows byUser = training.byUser();
        float[] residuals = new float[training.items()];
        Arrays.fill(residuals, Float.NaN);
        for (int k = byUser.start(user); k < byUser.end(user); k++) {
            int item = byUser.column(k);
            residuals[item] = (float) (byUser.value(k) - baseline.of(user, item));
        }
        return residuals;
    }
}
