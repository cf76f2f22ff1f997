package io.github.factorscope.explanation;

import java.util.Optional;

/**
 * One summand of a prediction.
 *
 * @param item index of the neighbour where it is an item that the user rated, −1 otherwise
 * @param neighbourUser index of the neighbour where it is another user who rated the item, −1 otherwise
 * @param amount in stars
 * @param evidence present exactly where there is a neighbour
 */
public record Term(TermKind kind, int item, int neighbourUser, double amount, Optional<Evidence> evidence) {
    private static final int NONE = -1;

    public Term {
        boolean both = item >= 0 && neighbourUser >= 0;
        boolean neither = item < 0 && neighbourUser < 0;
        if (both || neither == evidence.isPresent()) {
            throw new IllegalArgumentException("a term has one neighbour with evidence, or neither");
        }
    }

    /** A term that belongs to no neighbour. */
    public static Term of(TermKind kind, double amount) {
        return new Term(kind, NONE, NONE, amount, Optional.empty());
    }

    /** A term that an item contributes. */
    public static Term of(TermKind kind, int item, double amount, Evidence evidence) {
        return new Term(kind, item, NONE, amount, Optional.of(evidence));
    }

    /** A term that another user contributes. */
    public static Term ofUser(TermKind kind, int user, double amount, Evidence evidence) {
        return new Term(kind, NONE, user, amount, Optional.of(evidence));
    }

    /** An implicit term with a larger weight, which is its amount, or a smaller one. */
    public Term plus(double more) {
        return new Term(kind, item, neighbourUser, amount + more, evidence.map(own -> own.withWeight(amount + more)));
    }

    /** Whether it belongs to a neighbour, be it an item or a user. */
    public boolean hasNeighbour() {
        return evidence.isPresent();
    }

    /** Whether its neighbour is an item. */
    public boolean hasItem() {
        return item >= 0;
    }
}
