package io.github.factorscope.explanation;

import java.util.List;

/**
 * A prediction as a sum.
 *
 * @param user index; −1 for a newcomer, somebody whom the model has never seen
 * @param item index
 * @param prediction in stars, not clipped to the scale
 * @param terms add up to the prediction within {@value #TOLERANCE} stars
 */
public record Explanation(int user, int item, double prediction, List<Term> terms) {
    /** How far the sum of the terms may differ from the prediction, in stars. */
    public static final double TOLERANCE = 1e-4;

    public Explanation {
        terms = List.copyOf(terms);
    }

    /** The sum of the terms, in stars. */
    public double sum() {
        return terms.stream().mapToDouble(Term::amount).sum();
    }
}
