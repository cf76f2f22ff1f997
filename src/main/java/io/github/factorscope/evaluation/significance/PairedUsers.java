package io.github.factorscope.evaluation.significance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The bootstrap of a measure that each user has for themselves, such as NDCG at 10, and whose mean over users is reported.
 * Users are drawn, with the values of both runs.
 */
public final class PairedUsers {
    private PairedUsers() {}

    /** The mean over users, with its interval. */
    public static Interval interval(double[] values, BootstrapPlan plan) {
        double[][] columns = {
            Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray()
        };
        requireUsers(columns[0].length);
        return Interval.of(Resampled.USERS, mean(columns[0]), means(columns, plan)[0]);
    }

    /**
     * The mean of the first minus the mean of the second.
     *
     * @param first one value a user; NaN where the measure has none, such as for users without a relevant item
     * @param second of the same users in the same order; users without a value in either are left out
     */
    public static Difference difference(double[] first, double[] second, BootstrapPlan plan) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "the values must be of the same users, there are " + first.length + " and " + second.length);
        }
        int[] both = IntStream.range(0, first.length)
                .filter(user -> !Double.isNaN(first[user]) && !Double.isNaN(second[user]))
                .toArray();
        requireUsers(both.length);
        double[][] columns = {
            Arrays.stream(both).mapToDouble(user -> first[user] - second[user]).toArray()
        };
        return Difference.of(Resampled.USERS, mean(columns[0]), means(columns, plan)[0]);
    }

    /** Whether the difference is more than noise, that of the seeds left out. */
    public static Verdict verdict(
            String measure,
            boolean lowerIsBetter,
            String firstName,
            double[] first,
            String secondName,
            double[] second,
            BootstrapPlan plan) {
        return Verdict.of(
                measure,
                firstName,
                secondName,
                lowerIsBetter,
                List.of(difference(first, second, plan)),
                Optional.empty());
    }

    private static void requireUsers(int count) {
        if (count == 0) {
            throw new IllegalArgumentException("no user has a value to compare by");
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[][] means(double[][] columns, BootstrapPlan plan) {
        double[][] sums = ResampledSums.of(columns, plan, Resampled.USERS);
        for (int r = 0; r < sums[0].length; r++) {
            sums[0][r] /= columns[0].length;
        }
        return sums;
    }
}
