package io.github.factorscope.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What is recommended to a person.
 *
 * @param items in the order in which they are shown
 * @param diversity what they were chosen by, and with which result; empty where they are simply the best
 */
public record Shortlist(List<Integer> items, Optional<Diversified> diversity) {

    /** The candidates and what was chosen of them. */
    public record Diversified(Diversity among, Diversity.Choice choice) {}

    public Shortlist {
        items = List.copyOf(items);
    }

    /** The best of those that are allowed. */
    public static Shortlist best(Predictions predictions, IntPredicate allowed, int lines) {
        return new Shortlist(
                Arrays.stream(predictions.best(allowed, lines)).boxed().toList(), Optional.empty());
    }

    /** What a list is chosen from where it is to repeat itself less. */
    public static Diversity candidates(Predictions predictions, IntPredicate allowed, int lines, Likeness likeness) {
        int[] candidates = predictions.best(allowed, Diversity.candidatesFor(lines));
        double[] stars = Arrays.stream(candidates).mapToDouble(predictions::of).toArray();
        return Diversity.among(candidates, stars, likeness.among(candidates));
    }

    /** @param lambda more than 0 */
    public static Shortlist diverse(Diversity among, int lines, double lambda) {
        Diversity.Choice choice = among.choose(lines, lambda);
        return new Shortlist(choice.items(), Optional.of(new Diversified(among, choice)));
    }
}
