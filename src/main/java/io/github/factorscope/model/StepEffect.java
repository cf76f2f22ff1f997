package io.github.factorscope.model;

import java.util.List;

/**
 * A step before it is taken.
 *
 * @param before the parameters that it moves
 * @param after the same parameters in the same order
 * @param predictionBefore r̂_ui, in stars
 * @param predictionAfter the same with the parameters after the step
 */
public record StepEffect(List<Moved> before, List<Moved> after, double predictionBefore, double predictionAfter) {
    public StepEffect {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
