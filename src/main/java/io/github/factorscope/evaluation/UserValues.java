package io.github.factorscope.evaluation;

import java.util.Arrays;

/**
 * A figure for each of some users, such as the error of each: what intervals over users rest on.
 *
 * @param users indices, rising
 * @param values of the users, in the same order
 */
public record UserValues(int[] users, double[] values) {
    public UserValues {
        if (users.length != values.length) {
            throw new IllegalArgumentException("there are " + users.length + " users and " + values.length + " values");
        }
    }

    /** Of all that are numbers, by user. */
    public static UserValues ofNumbers(double[] byUser) {
        int[] users = new int[byUser.length];
        double[] values = new double[byUser.length];
        int size = 0;
        for (int user = 0; user < byUser.length; user++) {
            if (!Double.isNaN(byUser[user])) {
                users[size] = user;
                values[size++] = byUser[user];
            }
        }
        return new UserValues(Arrays.copyOf(users, size), Arrays.copyOf(values, size));
    }

    public int size() {
        return users.length;
    }

    /** NaN where there are no users. */
    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
