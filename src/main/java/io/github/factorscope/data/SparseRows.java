package io.github.factorscope.data;

import java.util.Arrays;

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
        int[] starts = new int[userCount + 1];
        for (int k = 0; k < ratings.size(); k++) {
            starts[ratings.user(k) + 1]++;
        }
        sumUp(starts);
        int[] next = Arrays.copyOf(starts, userCount);
        long[] packed = new long[ratings.size()];
        for (int k = 0; k < ratings.size(); k++) {
            packed[next[ratings.user(k)]++] =
                    ((long) ratings.item(k) << 32) | (Float.floatToRawIntBits(ratings.value(k)) & 0xFFFFFFFFL);
        }
        int[] columns = new int[packed.length];
        float[] values = new float[packed.length];
        for (int row = 0; row < userCount; row++) {
            Arrays.sort(packed, starts[row], starts[row + 1]);
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                columns[k] = (int) (packed[k] >>> 32);
                values[k] = Float.intBitsToFloat((int) packed[k]);
            }
        }
        return new SparseRows(starts, columns, values);
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
