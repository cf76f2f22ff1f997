package io.github.factorscope.explanation;

import java.util.Optional;

/**
 * One summand of a prediction.
 *
 * @param item index of the neighbour, −1 where the term belongs to none
 * @param amount in stars
 * @param evidence present exactly where there is a neighbour
 */
public record Term(TermKind kind, int item, double amount, Optional<Evidence> evidence) {
    private static final int NO_ITEM = -1;

    public Term {
        if ((item >= 0) != evidence.isPresent()) {
            throw new IllegalArgumentException("a term has a neighbour with evidence, or neither");
        }
    }

    /** A term that belongs to no neighbour. */
    public static Term of(TermKind kind, double amount) {
        return new Term(kind, NO_ITEM, amount, Optional.empty());
    }

    /** A term that a neighbour contributes. */
    public static Term of(TermKind kind, int item, double amount, Evidence evidence) {
        return new Term(kind, item, amount, Optional.of(evidence));
    }

    public boolean hasItem() {
        return item >= 0;
    }
}
