package io.github.factorscope.model.parts;

import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;

/**
 * How alike two items are, or two users.
 *
 * @param shrunk towards 0 where it rests on little
 * @param unshrunk before that
 * @param support the number of users who rated both items, or of items that both users rated
 */
public record Similarity(double shrunk, double unshrunk, int support) {
    /**
     * The term of a neighbour as similar as this whose rating counts.
     *
     * @param kind explicit, or taste
     * @param rating in stars
     * @param deviation in stars
     */
    public Term term(TermKind kind, int neighbour, float rating, double deviation, double weight) {
        return Term.of(kind, neighbour, weight * deviation, evidence(rating, deviation, weight));
    }

    /** The term of another user, as similar as this. */
    public Term termOfUser(int neighbour, float rating, double deviation, double weight) {
        return Term.ofUser(TermKind.EXPLICIT, neighbour, weight * deviation, evidence(rating, deviation, weight));
    }

    /** The term of a neighbour as similar as this, of which it counts that it was rated at all. */
    public Term implicitTerm(int neighbour, float rating, double weight) {
        return Term.of(TermKind.IMPLICIT, neighbour, weight, evidence(rating, Double.NaN, weight));
    }

    private Evidence evidence(float rating, double deviation, double weight) {
        return new Evidence(rating, deviation, weight, shrunk, unshrunk, support);
    }
}
