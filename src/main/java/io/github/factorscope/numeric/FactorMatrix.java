package io.github.factorscope.numeric;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Rows of factors, one array a row. The trainer that made a matrix may write to its rows; everybody else reads. */
public final class FactorMatrix {
    private static final int FLOATS_OF_CACHE_LINE = 16;

    private final float[][] rows; // [rows][factors]
    private final int factors;

    private FactorMatrix(float[][] rows, int factors) {
        this.rows = rows;
        this.factors = factors;
    }

    /** Normally distributed entries with mean 0 and the given standard deviation. */
    public static FactorMatrix gaussian(int rows, int factors, double deviation, SplittableRandom random) {
        float[][] values = new float[rows][factors];
        for (float[] row : values) {
            for (int k = 0; k < factors; k++) {
                row[k] = (float) (deviation * Randoms.gaussian(random));
            }
        }
        return new FactorMatrix(values, factors);
    }

    /** Reads the rows one after the other from a flat array of {@code rows × factors} values. */
    public static FactorMatrix fromFlat(float[] flat, int rows, int factors) {
        if (flat.length != (long) rows * factors) {
            throw new IllegalArgumentException(
                    "expected " + rows + " rows of " + factors + " factors, found " + flat.length + " values");
        }
        float[][] values = new float[rows][factors];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(flat, r * factors, values[r], 0, factors);
        }
        return new FactorMatrix(values, factors);
    }

    /** Overwrites all rows with those of a flat array. */
    public void setFlat(float[] flat) {
        if (flat.length != size()) {
            throw new IllegalArgumentException(
                    "expected " + rows.length + " rows of " + factors + " factors, found " + flat.length + " values");
        }
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(flat, r * factors, rows[r], 0, factors);
        }
    }

    /** All rows one after the other, in a new array. */
    public float[] toFlat() {
        float[] flat = new float[Math.multiplyExact(rows.length, factors)];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, flat, r * factors, factors);
        }
        return flat;
    }

    /** The row itself, not a copy. */
    public float[] row(int row) {
        return rows[row];
    }

    /**
     * Makes the processor fetch a row.
     *
     * @return a number without a meaning; who drops it lets the compiler drop the reading
     */
    public float touch(int row) {
        float[] values = rows[row];
        float sum = 0;
        for (int k = 0; k < values.length; k += FLOATS_OF_CACHE_LINE) {
            sum += values[k];
        }
        return sum;
    }

    public int rows() {
        return rows.length;
    }

    public int factors() {
        return factors;
    }

    /** rows × factors. */
    public long size() {
        return (long) rows.length * factors;
    }

    /** Σ over the rows of |row|², each so many times. */
    public double squaredNorm(IntUnaryOperator times) {
        double sum = 0;
        for (int r = 0; r < rows.length; r++) {
            sum += times.applyAsInt(r) * Vectors.squaredNorm(rows[r]);
        }
        return sum;
    }

    public FactorMatrix copy() {
        float[][] copies = new float[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            copies[r] = rows[r].clone();
        }
        return new FactorMatrix(copies, factors);
    }
}
