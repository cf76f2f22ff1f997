package io.github.factorscope.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An explanation as steps from 0 to the prediction: mean, biases, the strongest neighbours, all others together, what no
 * rating accounts for. Amounts are rounded to thousandths of a star so that they add up to the last digit as shown.
 */
public record Waterfall(List<Step> steps, int predictionThousandths) {

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

        private double exact() {
            return terms.stream().mapToDouble(Term::amount).sum();
        }

        private Step moved(int by) {
            return new Step(kind, terms, thousandths + by);
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
    }

    /**
     * Gathers all but the strongest neighbours.
     *
     * @param most how many neighbours have a step of their own
     */
    public static Waterfall of(Explanation explanation, int most) {
        List<Term> neighbours = explanation.terms().stream()
                .filter(Term::hasItem)
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.amount())))
                .toList();
        int own = neighbours.size() <= most + 1 ? neighbours.size() : most; // never gather a single one
        List<Step> steps = new ArrayList<>();
        explanation.terms().stream()
                .filter(term -> !term.hasItem() && term.kind() != TermKind.UNATTRIBUTED)
                .forEach(term -> steps.add(step(Kind.TERM, List.of(term))));
        neighbours.stream().limit(own).forEach(term -> steps.add(step(Kind.NEIGHBOUR, List.of(term))));
        if (own < neighbours.size()) {
            steps.add(step(Kind.OTHER_NEIGHBOURS, neighbours.subList(own, neighbours.size())));
        }
        explanation.terms().stream()
                .filter(term -> term.kind() == TermKind.UNATTRIBUTED)
                .forEach(term -> steps.add(step(Kind.TERM, List.of(term))));
        int prediction = (int) Math.round(1000 * explanation.prediction());
        return new Waterfall(addingUp(steps, prediction), prediction);
    }

    private static Step step(Kind kind, List<Term> terms) {
        Step unrounded = new Step(kind, terms, 0);
        return unrounded.moved((int) Math.round(1000 * unrounded.exact()));
    }

    /** Moves the amounts that rounding has moved farthest, by a thousandth each, until the sum is right. */
    private static List<Step> addingUp(List<Step> rounded, int prediction) {
        List<Step> steps = new ArrayList<>(rounded);
        int missing = prediction - steps.stream().mapToInt(Step::thousandths).sum();
        while (missing != 0) {
            int direction = Integer.signum(missing);
            int farthest = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < steps.size(); k++) {
                double lack =
                        direction * (1000 * steps.get(k).exact() - steps.get(k).thousandths());
                if (lack > most) {
                    most = lack;
                    farthest = k;
                }
            }
            steps.set(farthest, steps.get(farthest).moved(direction));
            missing -= direction;
        }
        return steps;
    }
}
