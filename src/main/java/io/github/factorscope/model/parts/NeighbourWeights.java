package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * |R^k(i;u)|^(−1/2) Σ_{j∈R^k(i;u)} ((r_uj − b̃_uj) w_ij + c_ij) with learned weights (Koren 2008, section 3, eq. 10): what the
 * user gave to the k items most similar to i, and that they rated them at all. Every item has k slots, one for each item of
 * S^k(i). The trainer that made it may write to the weights; everybody else reads.
 */
public final class NeighbourWeights {
    static final String EXPLICIT_WEIGHTS = "explicitWeights";
    static final String IMPLICIT_WEIGHTS = "implicitWeights";

    private final RatingMatrix training;
    private final Biases baseline; // b̃
    private final NeighbourSlots slots;
    private final float[][] explicit; // w_ij, [items][slots]
    private final float[][] implicit; // c_ij, the same shape; no rows where implicit feedback is left out

    private NeighbourWeights(
            RatingMatrix training, Biases baseline, NeighbourSlots slots, float[][] explicit, float[][] implicit) {
        this.training = training;
        this.baseline = baseline;
        this.slots = slots;
        this.explicit = explicit;
        this.implicit = implicit;
    }

    /** All weights 0. */
    static NeighbourWeights zero(RatingMatrix training, Biases baseline, NeighbourSlots slots, boolean withImplicit) {
        return new NeighbourWeights(
                training, baseline, slots, slots.zeros(), withImplicit ? slots.zeros() : new float[0][]);
    }

    /** What {@link #store} wrote. */
    static NeighbourWeights restore(
            RatingMatrix training, Biases baseline, NeighbourSlots slots, boolean withImplicit, Parameters parameters) {
        return new NeighbourWeights(
                training,
                baseline,
                slots,
                slots.fromFlat(parameters, EXPLICIT_WEIGHTS),
                withImplicit ? slots.fromFlat(parameters, IMPLICIT_WEIGHTS) : new float[0][]);
    }

    /** Takes over what {@link #store} wrote: for the trainer. */
    void set(Parameters parameters) {
        copyInto(explicit, slots.fromFlat(parameters, EXPLICIT_WEIGHTS));
        if (hasImplicit()) {
            copyInto(implicit, slots.fromFlat(parameters, IMPLICIT_WEIGHTS));
        }
    }

    private static void copyInto(float[][] target, float[][] rows) {
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, target[row], 0, rows[row].length);
        }
    }

    /** Adds the weights to what is stored. */
    public void store(Parameters parameters) {
        parameters.put(EXPLICIT_WEIGHTS, slots.toFlat(explicit));
        if (hasImplicit()) {
            parameters.put(IMPLICIT_WEIGHTS, slots.toFlat(implicit));
        }
    }

    private boolean hasImplicit() {
        return implicit.length > 0;
    }

    /** λ_w Σ (w_ij² + c_ij²), each once for every rating of i by a user who has j, in stars². */
    double penalty(double regularization) {
        double[] byItem = new double[training.items()];
        IntStream.range(0, byItem.length).parallel().forEach(i -> {
            int[] common = slots.common(i);
            double sum = 0;
            for (int s = 0; s < common.length; s++) {
                sum += common[s] * (double) explicit[i][s] * explicit[i][s];
                if (hasImplicit()) {
                    sum += common[s] * (double) implicit[i][s] * implicit[i][s];
                }
            }
            byItem[i] = sum;
        });
        return regularization * Arrays.stream(byItem).sum();
    }

    NeighbourWeights copy() {
        return new NeighbourWeights(training, baseline, slots, copy(explicit), copy(implicit));
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    /**
     * For somebody with these ratings.
     *
     * @param ofPerson b̃
     */
    public NeighbourSum sum(RatedItems ratings, PersonBiases ofPerson) {
        return new NeighbourSum(slots, explicit, implicit, ratings, ofPerson);
    }

    /** One user's ratings by item. */
    private static final class UserRow {
        private final float[] residuals; // r_uj − b̃_uj, 0 where u did not rate j
        private final int[] rated; // 1 where u rated j, 0 elsewhere

        UserRow(int items) {
            residuals = new float[items];
            rated = new int[items];
        }

        void fill(RatingMatrix training, Biases baseline, int user) {
            SparseRows byUser = training.byUser();
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                int item = byUser.column(k);
                residuals[item] = (float) (byUser.value(k) - baseline.of(user, item));
                rated[item] = 1;
            }
        }

        void clear(RatingMatrix training, int user) {
            SparseRows byUser = training.byUser();
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                residuals[byUser.column(k)] = 0;
                rated[byUser.column(k)] = 0;
            }
        }
    }

    /** The ratings of one user at a time. Used by one thread. */
    final class Visit {
        private final UserRow row = new UserRow(training.items());
        private final int[] hits = new int[training.items() + 1]; // slots of R^k(i;u)
        private final float[] values = new float[training.items() + 1]; // r_uj − b̃_uj, the same order
        private int user;
        private int count;
        private float scale; // |R^k(i;u)|^(−1/2)

        void begin(int visited) {
            user = visited;
            row.fill(training, baseline, user);
        }

        void end() {
            row.clear(training, user);
        }

        /** The weighted sum for this item, in stars. */
        float sum(int item) {
            if (slots.areComplete()) {
                findAllRated(item);
            } else {
                findRatedSlots(slots.items(item));
            }
            scale = count == 0 ? 0 : (float) (1 / Math.sqrt(count));
            float[] w = explicit[item];
            float sumOfExplicit = 0;
            float sumOfImplicit = 0;
            if (hasImplicit()) {
                float[] c = implicit[item];
                for (int h = 0; h < count; h++) {
                    sumOfExplicit += w[hits[h]] * values[h];
                    sumOfImplicit += c[hits[h]];
                }
            } else {
                for (int h = 0; h < count; h++) {
                    sumOfExplicit += w[hits[h]] * values[h];
                }
            }
            return scale * (sumOfExplicit + sumOfImplicit);
        }

        private void findAllRated(int item) {
            SparseRows byUser = training.byUser();
            int found = 0;
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                int neighbour = byUser.column(k);
                hits[found] = neighbour;
                values[found] = row.residuals[neighbour];
                found += neighbour == item ? 0 : 1;
            }
            count = found;
        }

        /** Without a branch for each slot, which would be mispredicted often: the next hit overwrites one that is none. */
        private void findRatedSlots(int[] neighbours) {
            int[] rated = row.rated;
            int found = 0;
            for (int s = 0; s < neighbours.length; s++) {
                hits[found] = s;
                found += rated[neighbours[s]];
            }
            for (int h = 0; h < found; h++) {
                values[h] = row.residuals[neighbours[hits[h]]];
            }
            count = found;
        }

        /** The weights that {@link #step} moves, by neighbour. */
        void addPlaces(int item, double rate, double regularization, List<StepPlace> places) {
            for (int h = 0; h < count; h++) {
                int neighbour = slots.item(item, hits[h]);
                places.add(StepPlace.ofWeight(
                        Moved.Symbol.EXPLICIT_WEIGHT,
                        item,
                        neighbour,
                        explicit[item],
                        hits[h],
                        new Moved.Descent(rate, regularization, new float[] {scale * values[h]})));
                if (hasImplicit()) {
                    places.add(StepPlace.ofWeight(
                            Moved.Symbol.IMPLICIT_WEIGHT,
                            item,
                            neighbour,
                            implicit[item],
                            hits[h],
                            new Moved.Descent(rate, regularization, new float[] {scale})));
                }
            }
        }

        /** w ← w + γ(e |R^k|^(−1/2) (r − b̃) − λw), c ← c + γ(e |R^k|^(−1/2) − λc), for the item that was summed last. */
        void step(int item, double error, double rate, double regularization) {
            float keep = (float) (1 - rate * regularization);
            float move = (float) (rate * error) * scale;
            float[] w = explicit[item];
            if (hasImplicit()) {
                float[] c = implicit[item];
                for (int h = 0; h < count; h++) {
                    int slot = hits[h];
                    w[slot] = keep * w[slot] + move * values[h];
                    c[slot] = keep * c[slot] + move;
                }
            } else {
                for (int h = 0; h < count; h++) {
                    w[hits[h]] = keep * w[hits[h]] + move * values[h];
                }
            }
        }
    }
}
