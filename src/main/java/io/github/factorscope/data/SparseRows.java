package io.github.factorscope.data;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Compressed sparse rows: the entries of row r stand at {@code start(r)} to {@code end(r) − 1}, sorted by column.
 * Immutable.
 */
public final class SparseRows {
    private final int[] starts; // [rows + 1]
    private final int[] columns; // [entries]
    private final float[] values; // [entries]

    private SparseRows(int[] starts, int[] columns, float[] values) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    /** One row a user, one column an item. */
    static SparseRows byUser(Ratings ratings, int userCount) {
        return byUser(ratings, position -> true, userCount);
    }

    /** The same of those ratings only whose position is chosen. */
    static SparseRows byUser(Ratings ratings, IntPredicate chosen, int userCount) {
        int[] starts = new int[userCount + 1];
        for (int k = 0; k < ratings.size(); k++) {
            if (chosen.test(k)) {
                starts[ratings.user(k) + 1]++;
            }
        }
        sumUp(starts);
        int[] next = Arrays.copyOf(starts, userCount);
        int[] columns = new int[starts[userCount]];
        float[] values = new float[columns.length];
        for (int k = 0; k < ratings.size(); k++) {
            if (chosen.test(k)) {
                int position = next[ratings.user(k)]++;
                columns[position] = ratings.item(k);
                values[position] = ratings.value(k);
            }
        }
        IntStream.range(0, userCount)
                .parallel()
                .filter(row -> !isRising(columns, starts[row], starts[row + 1]))
                .forEach(row -> sort(columns, values, starts[row], starts[row + 1]));
        return new SparseRows(starts, columns, values);
    }

    private static boolean isRising(int[] columns, int from, int to) {
        for (int k = from + 1; k < to; k++) {
            if (columns[k] <= columns[k - 1]) {
                return false;
            }
        }
        return true;
    }

    private static void sort(int[] columns, float[] values, int from, int to) {
        long[] packed = new long[to - from];
        for (int k = from; k < to; k++) {
            packed[k - from] = ((long) columns[k] << 32) | (Float.floatToRawIntBits(values[k]) & 0xFFFFFFFFL);
        }
        Arrays.sort(packed);
        for (int k = from; k < to; k++) {
            columns[k] = (int) (packed[k - from] >>> 32);
            values[k] = Float.intBitsToFloat((int) packed[k - from]);
        }
    }

    /** The same entries with rows and columns exchanged; {@code columnCount} rows. */
    SparseRows transposed(int columnCount) {
        int[] otherStarts = new int[columnCount + 1];
        for (int column : columns) {
            otherStarts[column + 1]++;
        }
        sumUp(otherStarts);
        int[] next = Arrays.copyOf(otherStarts, columnCount);
        int[] otherColumns = new int[columns.length];
        float[] otherValues = new float[columns.length];
        for (int row = 0; row < rows(); row++) {
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                int position = next[columns[k]]++;
                otherColumns[position] = row;
                otherValues[position] = values[k];
            }
        }
        return new SparseRows(otherStarts, otherColumns, otherValues);
    }

    private static void sumUp(int[] counts) {
        for (int k = 1; k < counts.length; k++) {
            counts[k] += counts[k - 1];
        }
    }

    public int rows() {
        return starts.length - 1;
    }

    public int entries() {
        return values.length;
    }

    /** Position of the row's first entry. */
    public int start(int row) {
        return starts[row];
    }

    /** Position behind the row's last entry. */
    public int end(int row) {
        return starts[row + 1];
    }

    public int length(int row) {
        return starts[row + 1] - starts[row];
    }

    public int column(int position) {
        return columns[position];
    }

    public float value(int position) {
        return values[position];
    }

    /** Position of the entry, or a negative number where there is none. */
    public int find(int row, int column) {
        return Arrays.binarySearch(columns, starts[row], starts[row + 1], column);
    }
}
