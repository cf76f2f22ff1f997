package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link ItemSum}s with the same λ while they learn: together they are z_u = Σ w_uj x_j over all items of all of them. Used by
 * one thread.
 *
 * <p>Written literally, one rating moves x_j of every item that the user rated. The ratings of a user are visited together,
 * and over them only z_u matters, which each rating moves by a closed form:
 *
 * <pre>
 * z ← (1 − γλ) z + γ e C_u q_i      with C_u = Σ w_uj²
 * a ← (1 − γλ) a + γ e q_i          from 0
 * </pre>
 *
 * and after the user's m ratings, once, x_j ← (1 − γλ)^m x_j + w_uj a. Because z = (1 − γλ)^m z₀ + C_u a throughout, only z
 * is carried along, and a is worked out at the end. In exact arithmetic this is the literal algorithm in the same order, at
 * O(f) a rating.
 */
final class SumGroup {
    private final List<ItemSum> sums;
    private final double regularization; // λ
    private final float[][] weights; // w_uj of the user who is visited, [sums][ratings]
    private final float[] vector; // z
    private final float[] move; // z₀, then a
    private double squaredWeights; // C_u
    private float keep; // 1 − γλ

    private SumGroup(List<ItemSum> sums, double regularization, int factors, int longestUser) {
        if (sums.size() > 2) {
            throw new IllegalArgumentException("there are two kinds of sums, not " + sums.size());
        }
        this.sums = List.copyOf(sums);
        this.regularization = regularization;
        this.weights = new float[sums.size()][longestUser];
        this.vector = new float[factors];
        this.move = new float[factors];
    }

    /** One group for each λ. */
    static List<SumGroup> of(List<ItemSum> sums, RatingMatrix training, int factors) {
        int longest = 0;
        for (int u = 0; u < training.users(); u++) {
            longest = Math.max(longest, training.byUser().length(u));
        }
        Map<Double, List<ItemSum>> byRegularization = new LinkedHashMap<>();
        for (ItemSum sum : sums) {
            byRegularization
                    .computeIfAbsent(sum.regularization(), lambda -> new ArrayList<>())
                    .add(sum);
        }
        List<SumGroup> groups = new ArrayList<>();
        for (Map.Entry<Double, List<ItemSum>> entry : byRegularization.entrySet()) {
            groups.add(new SumGroup(entry.getValue(), entry.getKey(), factors, longest));
        }
        return groups;
    }

    /** Before the ratings of a user, at the step size γ. */
    void begin(int user, double rate) {
        Arrays.fill(vector, 0);
        squaredWeights = 0;
        for (int s = 0; s < weights.length; s++) {
            squaredWeights += sums.get(s).fillWeights(user, weights[s]);
        }
        if (sums.size() == 2) {
            ItemSum.addBoth(vector, user, sums.get(0), weights[0], sums.get(1), weights[1]);
        } else {
            sums.get(0).addTo(vector, user, weights[0]);
        }
        System.arraycopy(vector, 0, move, 0, move.length);
        keep = (float) (1 - rate * regularization);
    }

    /** z, which the trainer may move by {@link #keep} and {@link #step}. */
    float[] vector() {
        return vector;
    }

    /** 1 − γλ. */
    float keep() {
        return keep;
    }

    /** γ e C_u. */
    float step(double rateTimesError) {
        return (float) (rateTimesError * squaredWeights);
    }

    /** After the ratings of the user: a = (z − (1 − γλ)^m z₀) / C_u, then x_j ← (1 − γλ)^m x_j + w_uj a. */
    void end(int user, int count) {
        float keepAll = (float) Math.pow(keep, count);
        if (squaredWeights > 0) {
            float perWeight = (float) (1 / squaredWeights);
            Vectors.decayAndAdd(move, -keepAll * perWeight, perWeight, vector);
        } else {
            Arrays.fill(move, 0); // no item of the user has a weight: they are decayed only
        }
        if (sums.size() == 2) {
            ItemSum.moveBoth(user, sums.get(0), weights[0], sums.get(1), weights[1], keepAll, move);
        } else {
            sums.get(0).move(user, weights[0], keepAll, move);
        }
    }
}
