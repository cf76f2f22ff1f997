package io.github.factorscope.evaluation.significance;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.evaluation.RatingErrors;
import java.util.Arrays;
import java.util.List;

/** What is summed up over test ratings: for each run each measure's contribution, and last a one to count by. */
final class TestErrors {
    private final SparseRows byUser;
    private final int[] users; // those who have test ratings
    private final double[][] ofRatings;

    TestErrors(List<RatingErrors> errors) {
        RatingMatrix given = errors.get(0).given();
        byUser = given.byUser();
        users = withRatings(byUser);
        ofRatings = ofRatings(errors);
    }

    private static int[] withRatings(SparseRows rows) {
        int[] found = new int[rows.rows()];
        int count = 0;
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.length(row) > 0) {
                found[count++] = row;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double[][] ofRatings(List<RatingErrors> errors) {
        int size = errors.get(0).size();
        double[][] columns = new double[columns(errors.size())][size];
        for (int run = 0; run < errors.size(); run++) {
            for (ErrorMeasure measure : ErrorMeasure.values()) {
                double[] column = columns[column(run, measure)];
                for (int k = 0; k < size; k++) {
                    column[k] = measure.contribution(errors.get(run).error(k));
                }
            }
        }
        Arrays.fill(columns[columns.length - 1], 1);
        return columns;
    }

    private static int columns(int runs) {
        return ErrorMeasure.values().length * runs + 1;
    }

    /** Where a run's contributions stand. */
    static int column(int run, ErrorMeasure measure) {
        return ErrorMeasure.values().length * run + measure.ordinal();
    }

    /** [columns][ratings], by position in the ratings by user. */
    double[][] ofRatings() {
        return ofRatings;
    }

    /** [columns][users], summed over each user who has test ratings. */
    double[][] ofUsers() {
        double[][] sums = new double[ofRatings.length][users.length];
        for (int c = 0; c < sums.length; c++) {
            for (int u = 0; u < users.length; u++) {
                sums[c][u] = sum(ofRatings[c], byUser.start(users[u]), byUser.end(users[u]));
            }
        }
        return sums;
    }

    /** [columns][1], over all ratings. */
    double[][] totals() {
        double[][] totals = new double[ofRatings.length][1];
        for (int c = 0; c < totals.length; c++) {
            totals[c][0] = sum(ofRatings[c], 0, ofRatings[c].length);
        }
        return totals;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += values[k];
        }
        return sum;
    }
}
