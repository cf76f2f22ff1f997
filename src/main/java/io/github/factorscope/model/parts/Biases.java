package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import java.util.function.DoubleSupplier;

/** μ + b_u + b_i. The trainer that made it may write to it; everybody else reads. */
public final class Biases {
    /** How many ratings at the mean a user starts with in the papers. */
    public static final double USUAL_USER_SHRINKAGE = 10;

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
        Biases biases = new Biases(mean, new float[training.users()], item);
        for (int u = 0; u < training.users(); u++) {
            biases.user[u] = biases.shrunkMean(RatedItems.ofUser(training, u), userShrinkage);
        }
        return biases;
    }

    /** Mean of r − μ − b_i over somebody's ratings, shrunk towards 0. */
    private float shrunkMean(RatedItems ratings, double shrinkage) {
        double sum = 0;
        for (int k = 0; k < ratings.size(); k++) {
            sum += ratings.value(k) - mean - item[ratings.item(k)];
        }
        return shrunk(sum, ratings.size(), shrinkage);
    }

    private static float shrunk(double sum, int count, double shrinkage) {
        return count == 0 ? 0 : (float) (sum / (shrinkage + count));
    }

    /** b̃ with the shrinkage that the papers use: 25 for items, 10 for users. */
    public static Biases shrunkMeans(RatingMatrix training) {
        return shrunkMeans(training, 25, USUAL_USER_SHRINKAGE);
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

    /** Takes over what {@link #store} wrote: for the trainer. */
    public void set(Parameters parameters) {
        System.arraycopy(parameters.get(USER_BIASES, user.length), 0, user, 0, user.length);
        System.arraycopy(parameters.get(ITEM_BIASES, item.length), 0, item, 0, item.length);
    }

    public Parameters store(Parameters parameters) {
        return parameters.put(USER_BIASES, user).put(ITEM_BIASES, item);
    }

    /** μ + b_u + b_i, in stars. */
    public double of(int u, int i) {
        return mean + user[u] + item[i];
    }

    /** The same with another b_i. */
    double of(int u, float itemBias) {
        return mean + user[u] + itemBias;
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

    /** As they are for a user with the ratings that the model knows. */
    public PersonBiases forUser(int u) {
        return new PersonBiases(mean, user[u], item);
    }

    /** With b_u = 0. */
    public PersonBiases forNobody() {
        return new PersonBiases(mean, 0, item);
    }

    /**
     * b_u moves by as much as the shrunk mean of the ratings does; a newcomer's b_u is that mean.
     *
     * @param shrinkage how many ratings at the mean a user starts with
     */
    public PersonBiases forPerson(Person person, RatingMatrix training, double shrinkage) {
        return forPerson(
                person,
                shrunkMean(person.ratings(), shrinkage),
                () -> shrunkMean(RatedItems.ofUser(training, person.user()), shrinkage));
    }

    /**
     * b_u moves by as much as what the ratings say of it does; a newcomer's b_u is what they say.
     *
     * @param now what the person's ratings say, in stars
     * @param before what the ratings say that the model learned from; not asked of a newcomer
     */
    public PersonBiases forPerson(Person person, double now, DoubleSupplier before) {
        double bias = person.isNewcomer() ? now : user[person.user()] + (now - before.getAsDouble());
        return new PersonBiases(mean, (float) bias, item);
    }

    public Biases copy() {
        return new Biases(mean, user.clone(), item.clone());
    }
}
