package io.github.factorscope.inspection;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** The items that a filter leaves. Immutable. */
public final class AllowedItems implements IntPredicate {
    private final BitSet items;

    AllowedItems(BitSet items) {
        this.items = items;
    }

    @Override
    public boolean test(int item) {
        return items.get(item);
    }

    /** How many there are in the catalogue. */
    public int count() {
        return items.cardinality();
    }
}
