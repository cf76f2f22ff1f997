package io.github.factorscope.model.parts;

import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Moved.Rule;
import io.github.factorscope.model.Moved.Symbol;
import java.util.Arrays;

/**
 * Where a step writes, and what stands there.
 *
 * @param array of the trainer
 * @param from the first of the values
 */
public record StepPlace(Moved moved, float[] array, int from) {
    private static final int NOBODY = -1;

    /** A bias. */
    public static StepPlace ofBias(Symbol symbol, int owner, float[] biases, Rule rule) {
        return of(symbol, owner, NOBODY, biases, owner, 1, rule);
    }

    /** A row of factors. */
    public static StepPlace ofRow(Symbol symbol, int owner, float[] row, Rule rule) {
        return of(symbol, owner, NOBODY, row, 0, row.length, rule);
    }

    static StepPlace ofWeight(Symbol symbol, int item, int neighbour, float[] weights, int slot, Rule rule) {
        return of(symbol, item, neighbour, weights, slot, 1, rule);
    }

    private static StepPlace of(
            Symbol symbol, int owner, int neighbour, float[] array, int from, int length, Rule rule) {
        float[] values = Arrays.copyOfRange(array, from, from + length);
        return new StepPlace(new Moved(symbol, owner, neighbour, values, rule), array, from);
    }

    /** Writes back what stood there. */
    void putBack() {
        System.arraycopy(moved.values(), 0, array, from, moved.values().length);
    }
}
