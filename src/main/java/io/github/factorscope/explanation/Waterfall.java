package io.github.factorscope.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An explanation as steps from 0 to the prediction: mean, biases, the strongest neighbours, all others together, what no
 * rating accounts for. Every term is rounded once, down or up to a thousandth of a star, so that all terms add up to the
 * rounded prediction, gathered or unfolded.
 *
 * @param neighbours every neighbour as a step of its own, strongest first
 */
public record Waterfall(List<Step> steps, List<Step> neighbours, int predictionThousandths) {

    /**
     * One step.
     *
     * @param terms that it stands for: one, or all that were gathered
     * @param thousandths of a star, rounded
     */
    public record Step(Kind kind, List<Term> terms, int thousandths) {
        public Step {
            terms = List.copyOf(terms);
        }

        /** In stars, as shown. */
        public double amount() {
            return thousandths / 1000.0;
        }

        /** The first term: the only one, where none were gathered. */
        public Term term() {
            return terms.get(0);
        }
    }

    /** What a step stands for. */
    public enum Kind {
        TERM,
        NEIGHBOUR,
        OTHER_NEIGHBOURS
    }

    public Waterfall {
        steps = List.copyOf(steps);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * Gathers all but the strongest neighbours.
     *
     * @param most how many neighbours have a step of their own
     */
    public static Waterfall of(Explanation explanation, int most) {
        int prediction = (int) Math.round(1000 * explanation.prediction());
        List<Step> rounded = rounded(explanation.terms(), prediction);
        List<Step> neighbours = rounded.stream()
                .filter(step -> step.kind() == Kind.NEIGHBOUR)
                .sorted(Comparator.comparingDouble(
                        (Step step) -> -Math.abs(step.term().amount())))
                .toList();
        int own = neighbours.size() <= most + 1 ? neighbours.size() : most; // never gather a single one
        List<Step> steps = new ArrayList<>();
        rounded.stream()
                .filter(step -> step.kind() == Kind.TERM && step.term().kind() != TermKind.UNATTRIBUTED)
                .forEach(steps::add);
        steps.addAll(neighbours.subList(0, own));
        if (own < neighbours.size()) {
            steps.add(gathered(neighbours.subList(own, neighbours.size())));
        }
        rounded.stream()
                .filter(step -> step.term().kind() == TermKind.UNATTRIBUTED)
                .forEach(steps::add);
        return new Waterfall(steps, neighbours, prediction);
    }

    private static Step gathered(List<Step> others) {
        return new Step(
                Kind.OTHER_NEIGHBOURS,
                others.stream().map(Step::term).toList(),
                others.stream().mapToInt(Step::thousandths).sum());
    }

    /** Rounds all down, then those up that lost most, as many as the sum asks for (largest remainders). */
    private static List<Step> rounded(List<Term> terms, int prediction) {
        int[] thousandths = terms.stream()
                .mapToInt(term -> (int) Math.floor(1000 * term.amount()))
                .toArray();
        int missing = prediction - IntStream.of(thousandths).sum();
        List<Integer> byLoss = IntStream.range(0, thousandths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        k -> thousandths[k] - 1000 * terms.get(k).amount()))
                .toList();
        for (int k = 0; k < missing; k++) {
            thousandths[byLoss.get(k % byLoss.size())]++;
        }
        for (int k = missing; k < 0; k++) { // only where the terms miss the prediction by the whole tolerance
            thousandths[byLoss.get(byLoss.size() - 1)]--;
        }
        return IntStream.range(0, thousandths.length)
                .mapToObj(k -> new Step(
                        terms.get(k).hasNeighbour() ? Kind.NEIGHBOUR : Kind.TERM,
                        List.of(terms.get(k)),
                        thousandths[k]))
                .toList();
    }
}
