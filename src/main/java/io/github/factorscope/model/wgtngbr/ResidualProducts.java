package io.github.factorscope.model.wgtngbr;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.parts.Biases;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Â: for each pair of items the mean product of their residuals r − b̃ over the users who rated both, shrunk towards the
 * mean over all pairs; the diagonal towards the mean over the diagonal (Bell and Koren, ICDM 2007, section 4.2). The means
 * count every product once. Worked out on all cores; the result does not depend on their number. Immutable once worked
 * out.
 */
final class ResidualProducts {
    private static final int ITEMS_BETWEEN_QUESTIONS = 32;
    private static final int TAKES_NO_PART = -1;

    private final int[] places; // [items] the item's row, or TAKES_NO_PART
    private final float[][] rows; // Â_jl for l ≤ j, [items that take part][]

    private ResidualProducts(int[] places, float[][] rows) {
        this.places = places;
        this.rows = rows;
    }

    /** Where no item takes part. */
    static ResidualProducts none(int items) {
        int[] places = new int[items];
        Arrays.fill(places, TAKES_NO_PART);
        return new ResidualProducts(places, new float[0][]);
    }

    /**
     * Where it is stopped early, no item takes part.
     *
     * @param shrinkage β: products at the mean that every pair starts with
     * @param fewest ratings that an item needs to take part
     */
    static ResidualProducts of(
            RatingMatrix training, Biases baseline, double shrinkage, int fewest, BooleanSupplier stopRequested) {
        int[] places = new int[training.items()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = training.byItem().length(i) >= fewest ? count++ : TAKES_NO_PART;
        }
        float[] residuals = baseline.residuals(training);
        Means means = Means.of(training, residuals);
        ResidualProducts products = new ResidualProducts(places, new float[count][]);
        ThreadLocal<float[]> sums = ThreadLocal.withInitial(() -> new float[2 * training.items()]);
        for (int from = 0; from < places.length; from += ITEMS_BETWEEN_QUESTIONS) {
            if (stopRequested.getAsBoolean()) {
                return none(training.items());
            }
            IntStream.range(from, Math.min(places.length, from + ITEMS_BETWEEN_QUESTIONS))
                    .parallel()
                    .filter(products::takesPart)
                    .forEach(i -> products.workOut(i, training, baseline, residuals, means, shrinkage, sums.get()));
        }
        return products;
    }

    /**
     * What Â is shrunk towards, in stars².
     *
     * @param diagonal mean of x²
     * @param others mean of the product of two residuals of one user
     */
    private record Means(double diagonal, double others) {
        static Means of(RatingMatrix training, float[] residuals) {
            SparseRows byUser = training.byUser();
            double squares = 0;
            double products = 0;
            double pairs = 0;
            for (int u = 0; u < byUser.rows(); u++) {
                double sum = 0;
                double ownSquares = 0;
                for (int k = byUser.start(u); k < byUser.end(u); k++) {
                    sum += residuals[k];
                    ownSquares += residuals[k] * residuals[k];
                }
                double count = byUser.length(u);
                squares += ownSquares;
                products += sum * sum - ownSquares; // Σ x_j x_l over j ≠ l
                pairs += count * (count - 1);
            }
            return new Means(training.size() == 0 ? 0 : squares / training.size(), pairs == 0 ? 0 : products / pairs);
        }
    }

    /** @param sums two for each item: Σ of products, n; all 0 before and after */
    private void workOut(
            int item,
            RatingMatrix training,
            Biases baseline,
            float[] residuals,
            Means means,
            double shrinkage,
            float[] sums) {
        SparseRows byItem = training.byItem();
        SparseRows byUser = training.byUser();
        for (int k = byItem.start(item); k < byItem.end(item); k++) {
            int user = byItem.column(k);
            float x = (float) (byItem.value(k) - baseline.of(user, item));
            for (int l = byUser.start(user); l < byUser.end(user) && byUser.column(l) <= item; l++) {
                int base = 2 * byUser.column(l);
                sums[base] += x * residuals[l];
                sums[base + 1] += 1;
            }
        }
        float[] row = new float[places[item] + 1];
        for (int j = 0; j <= item; j++) {
            if (takesPart(j)) {
                double mean = j == item ? means.diagonal() : means.others();
                double weight = sums[2 * j + 1] + shrinkage;
                row[places[j]] = weight > 0 ? (float) ((sums[2 * j] + shrinkage * mean) / weight) : 0;
            }
        }
        Arrays.fill(sums, 0, 2 * item + 2, 0);
        rows[places[item]] = row;
    }

    boolean takesPart(int item) {
        return places[item] != TAKES_NO_PART;
    }

    /** Â_jl, in stars², of two items that take part. */
    float get(int item, int other) {
        int a = places[item];
        int b = places[other];
        return a >= b ? rows[a][b] : rows[b][a];
    }
}
