package io.github.factorscope.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An explanation as steps from 0 to the prediction, in whole thousandths of a star. Not terms are rounded but the sums that
 * they reach, one after the other: each step leads from one rounded sum to the next. So a step is its term rounded up or
 * down, all steps add up to the rounded prediction, and every subtotal, also of what is gathered, lies within a thousandth
 * of what it stands for, be it of two terms or of two thousand.
 *
 * @param sections those that have terms, in the order of {@link Part}
 * @param sum the prediction, in thousandths
 * @param shown the prediction as it is shown, in thousandths: another one only where the sum lies outside the scale
 */
public record Waterfall(List<Section> sections, int sum, int shown) {

    /** Why a term is there. */
    public enum Part {
        /** Mean and biases. */
        START(TermKind.MEAN, TermKind.USER_BIAS, TermKind.ITEM_BIAS),
        EXPLICIT(TermKind.EXPLICIT),
        IMPLICIT(TermKind.IMPLICIT),
        TASTE(TermKind.TASTE),
        UNATTRIBUTED(TermKind.UNATTRIBUTED);

        private final Set<TermKind> kinds;

        Part(TermKind... kinds) {
            this.kinds = Set.of(kinds);
        }
    }

    /** One term and what it adds, in thousandths. */
    public record Step(Term term, int thousandths) {
        /** In stars, as shown. */
        public double amount() {
            return thousandths / 1000.0;
        }
    }

    /**
     * The terms of one part.
     *
     * @param from the sum of all that stands before, in thousandths
     * @param steps neighbours by falling strength
     */
    public record Section(Part part, int from, List<Step> steps) {
        public Section {
            steps = List.copyOf(steps);
        }

        /** The subtotal. */
        public int thousandths() {
            return steps.stream().mapToInt(Step::thousandths).sum();
        }

        /** Whether it consists of neighbours. */
        public boolean hasNeighbours() {
            return steps.get(0).term().hasNeighbour();
        }
    }

    public Waterfall {
        sections = List.copyOf(sections);
    }

    /** Of a prediction that is shown as it is. */
    public static Waterfall of(Explanation explanation) {
        return of(explanation, explanation.prediction());
    }

    /** @param shown the prediction within the scale, in stars */
    public static Waterfall of(Explanation explanation, double shown) {
        Map<Part, List<Term>> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            List<Term> terms = explanation.terms().stream()
                    .filter(term -> part.kinds.contains(term.kind()))
                    .sorted(Comparator.comparingDouble(Waterfall::weakness))
                    .toList();
            if (!terms.isEmpty()) {
                parts.put(part, terms);
            }
        }
        int prediction = Thousandths.of(explanation.prediction());
        int left = explanation.terms().size();
        double reached = 0;
        int before = 0;
        List<Section> sections = new ArrayList<>();
        for (Map.Entry<Part, List<Term>> part : parts.entrySet()) {
            int from = before;
            List<Step> steps = new ArrayList<>();
            for (Term term : part.getValue()) {
                reached += term.amount();
                left--;
                int now = left == 0 ? prediction : Thousandths.of(reached); // terms may miss it by the tolerance
                steps.add(new Step(term, now - before));
                before = now;
            }
            sections.add(new Section(part.getKey(), from, steps));
        }
        return new Waterfall(sections, prediction, Thousandths.of(shown));
    }

    /** Rises as neighbours become weaker; the same for all others, which stay in their order. */
    private static double weakness(Term term) {
        return term.hasNeighbour() ? -Math.abs(term.amount()) : 0;
    }

    /** How far the prediction as shown lies from the sum, in thousandths: 0 within the scale. */
    public int cut() {
        return shown - sum;
    }

    /** Whether the neighbours' part of the prediction has several reasons, each with a subtotal of its own. */
    public boolean hasSubtotals() {
        return sections.stream().filter(section -> section.part() != Part.START).count() > 1;
    }

    /** Every neighbour, strongest first. */
    public List<Step> neighbours() {
        return sections.stream()
                .flatMap(section -> section.hasNeighbours() ? section.steps().stream() : Stream.empty())
                .sorted(Comparator.comparingDouble(step -> weakness(step.term())))
                .toList();
    }

    /** The lines to show. */
    public List<WaterfallLine> lines(Folding folding) {
        return WaterfallLine.of(this, folding);
    }
}
