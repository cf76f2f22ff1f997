package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Parameters;
import java.util.List;

/** μ + b_u + b_i. The trainer that made it may write to it; everybody else reads. */
public final class Biases {
    private static final String USER_BIASES = "userBiases";
    private static final String ITEM_BIASES = "itemBiases";

    private final double mean; // μ
    private final float[] user; // b_u
    private final float[] item; // b_i

    private Biases(double mean, float[] user, float[] item) {
        this.mean = mean;
        this.user = user;
        this.item = item;
    }

    /**
     * b̃: item means shrunk towards μ, then user means of what is left.
     *
     * @param itemShrinkage how many ratings at the mean an item starts with
     * @param userShrinkage the same for a user
     */
    public static Biases shrunkMeans(RatingMatrix training, double itemShrinkage, double userShrinkage) {
        double mean = training.mean();
        float[] item = new float[training.items()];
        SparseRows byItem = training.byItem();
        for (int i = 0; i < item.length; i++) {
            double sum = 0;
            for (int k = byItem.start(i); k < byItem.end(i); k++) {
                sum += byItem.value(k) - mean;
            }
            item[i] = shrunk(sum, byItem.length(i), itemShrinkage);
        }
        float[] user = new float[training.users()];
        SparseRows byUser = training.byUser();
        for (int u = 0; u < user.length; u++) {
            double sum = 0;
            for (int k = byUser.start(u); k < byUser.end(u); k++) {
                sum += byUser.value(k) - mean - item[byUser.column(k)];
            }
            user[u] = shrunk(sum, byUser.length(u), userShrinkage);
        }
        return new Biases(mean, user, item);
    }

    private static float shrunk(double sum, int count, double shrinkage) {
        return count == 0 ? 0 : (float) (sum / (shrinkage + count));
    }

    /** b̃ with the shrinkage that the papers use: 25 for items, 10 for users. */
    public static Biases shrunkMeans(RatingMatrix training) {
        return shrunkMeans(training, 25, 10);
    }

    /** b_u = b_i = 0. */
    public static Biases zero(RatingMatrix training) {
        return new Biases(training.mean(), new float[training.users()], new float[training.items()]);
    }

    /** What {@link #store} wrote. */
    public static Biases restore(RatingMatrix training, Parameters parameters) {
        return new Biases(
                training.mean(),
                parameters.get(USER_BIASES, training.users()),
                parameters.get(ITEM_BIASES, training.items()));
    }

    public Parameters store(Parameters parameters) {
        return parameters.put(USER_BIASES, user).put(ITEM_BIASES, item);
    }

    /** μ + b_u + b_i, in stars. */
    public double of(int u, int i) {
        return mean + user[u] + item[i];
    }

    /** μ + b_u, in stars: what all predictions for a user have in common. */
    public double ofUser(int u) {
        return mean + user[u];
    }

    /** b_u itself, not a copy: for the trainer. */
    public float[] ofUsers() {
        return user;
    }

    /** b_i itself, not a copy: for the trainer. */
    public float[] ofItems() {
        return item;
    }

    public float item(int i) {
        return item[i];
    }

    /** r_ui − μ − b_u − b_i of all training ratings, in the order of the rows by user. */
    public float[] residuals(RatingMatrix training) {
        SparseRows byUser = training.byUser();
        float[] residuals = new float[byUser.entries()];
        for (int u = 0; u < byUser.rows(); u++) {
            for (int k = byUser.start(u); k < byUser.end(u); k++) {
                residuals[k] = (float) (byUser.value(k) - of(u, byUser.column(k)));
            }
        }
        return residuals;
    }

    /** The same with users as items and items as users. */
    public Biases transposed() {
        return new Biases(mean, item, user);
    }

    /** One SGD step on b_u and b_i for the error e: b ← b + γ(e − λ_b b). */
    public void step(int u, int i, double error, double learningRate, double regularization) {
        user[u] += (float) (learningRate * (error - regularization * user[u]));
        item[i] += (float) (learningRate * (error - regularization * item[i]));
    }

    /** Σ over the training ratings of b_u² + b_i², in stars². */
    public double squaredNorm(RatingMatrix training) {
        double sum = 0;
        for (int u = 0; u < user.length; u++) {
            sum += training.byUser().length(u) * (double) user[u] * user[u];
        }
        for (int i = 0; i < item.length; i++) {
            sum += training.byItem().length(i) * (double) item[i] * item[i];
        }
        return sum;
    }

    public List<Term> terms(int u, int i) {
        return List.of(
                Term.of(TermKind.MEAN, mean),
                Term.of(TermKind.USER_BIAS, user[u]),
                Term.of(TermKind.ITEM_BIAS, item[i]));
    }

    public Biases copy() {
        return new Biases(mean, user.clone(), item.clone());
    }
}
