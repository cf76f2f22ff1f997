package io.github.factorscope.model.parts;

import io.github.factorscope.data.SparseRows;
import io.github.factorscope.numeric.FactorMatrix;

/**
 * Reads the factors of the next items of a visit before they are needed. Where a catalogue's factors do not fit into the
 * processor's nearest caches, it then fetches those of many items at once, where it would wait for one after the other. It
 * changes nothing but the time; what it brings is in the benchmarks of large files. Used by one thread.
 */
final class ReadAhead {
    private static final int ITEMS = 32;

    private final SparseRows byUser;
    private final FactorMatrix factors;

    @SuppressWarnings("unused") // written, so that the compiler does not leave the reading out
    private float read;

    ReadAhead(SparseRows byUser, FactorMatrix factors) {
        this.byUser = byUser;
        this.factors = factors;
    }

    /**
     * Called before each rating of a visit, reads on where what was read is used up.
     *
     * @param place of the rating in the visit
     * @param positions where the ratings of the visit stand in the rows by user
     * @param count how many of the positions are of the visit
     */
    void before(int place, int[] positions, int count) {
        if (place % ITEMS == 0) {
            int end = Math.min(count, place + ITEMS);
            float sum = 0;
            for (int k = place; k < end; k++) {
                sum += factors.touch(byUser.column(positions[k]));
            }
            read = sum;
        }
    }

    /** The same where the ratings are visited as they stand, from the start of a user's row. */
    void before(int place, int start, int count) {
        if (place % ITEMS == 0) {
            int end = Math.min(count, place + ITEMS);
            float sum = 0;
            for (int k = place; k < end; k++) {
                sum += factors.touch(byUser.column(start + k));
            }
            read = sum;
        }
    }
}
