package io.github.factorscope.evaluation.significance;

import io.github.factorscope.evaluation.RatingErrors;

/** How the errors of all test ratings become one number, in stars; smaller is better. */
public enum ErrorMeasure {
    /** Root of the mean squared error. */
    RMSE {
        @Override
        double contribution(double error) {
            return error * error;
        }

        @Override
        double ofMean(double mean) {
            return Math.sqrt(mean);
        }
    },

    /** Mean absolute error. */
    MAE {
        @Override
        double contribution(double error) {
            return Math.abs(error);
        }

        @Override
        double ofMean(double mean) {
            return mean;
        }
    };

    /** What one rating adds to the sum that is averaged. */
    abstract double contribution(double error);

    /** The measure, from the mean of the contributions. */
    abstract double ofMean(double mean);

    /** The measure over all ratings. */
    public double of(RatingErrors errors) {
        double sum = 0;
        for (int k = 0; k < errors.size(); k++) {
            sum += contribution(errors.error(k));
        }
        return ofMean(sum / errors.size());
    }
}
