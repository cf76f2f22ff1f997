package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import java.util.Arrays;

/** r_uj − b̃_uj of one person by item. */
public final class UserResiduals {
    private UserResiduals() {}

    /**
     * One for each item j, NaN where the person did not rate it.
     *
     * @param items how many there are
     */
    public static float[] of(RatedItems ratings, PersonBiases baseline, int items) {
        float[] residuals = new float[items];
        Arrays.fill(residuals, Float.NaN);
        float[] ofRatings = baseline.residuals(ratings);
        for (int k = 0; k < ofRatings.length; k++) {
            residuals[ratings.item(k)] = ofRatings[k];
        }
        return residuals;
    }
}
