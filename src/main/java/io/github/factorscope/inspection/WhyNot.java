package io.github.factorscope.inspection;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.explanation.Waterfall.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a model predicts less for one item than for another: their explanations, term by term. The amounts are those of the
 * two waterfalls, in whole thousandths of a star, so that the differences add up to that of the predictions as shown.
 *
 * @param item that is asked about
 * @param other that it is compared with
 * @param gaps all terms of both, those first that keep the item down most
 * @param here the prediction for the item, in thousandths
 * @param there the prediction for the other
 */
public record WhyNot(int item, int other, List<Gap> gaps, int here, int there) {
    public WhyNot {
        gaps = List.copyOf(gaps);
    }

    /**
     * A term that one of them has, or both.
     *
     * @param ofItem the term of the item; empty where only the other has it
     * @param ofOther the same of the other
     * @param here what it adds for the item, in thousandths
     * @param there what it adds for the other
     */
    public record Gap(Optional<Term> ofItem, Optional<Term> ofOther, int here, int there) {
        public Gap {
            if (ofItem.isEmpty() && ofOther.isEmpty()) {
                throw new IllegalArgumentException("a gap has a term");
            }
        }

        /** Of the item where it has one, otherwise of the other: alike but for their amounts and their evidence. */
        public Term term() {
            return ofItem.or(() -> ofOther).orElseThrow();
        }

        public TermKind kind() {
            return term().kind();
        }

        /** In thousandths, negative where it keeps the item down. */
        public int difference() {
            return here - there;
        }

        private Gap with(Gap more) {
            return new Gap(ofItem.or(more::ofItem), ofOther.or(more::ofOther), here + more.here, there + more.there);
        }
    }

    /** What a term is about. */
    private record Subject(TermKind kind, int item, int user) {
        static Subject of(Term term) {
            return new Subject(term.kind(), term.item(), term.neighbourUser());
        }
    }

    /**
     * @param asked of the item that is asked about
     * @param reference of the item that it is compared with, for the same person
     */
    public static WhyNot of(Explanation asked, Explanation reference) {
        Map<Subject, Gap> gaps = new LinkedHashMap<>();
        Waterfall here = Waterfall.of(asked);
        Waterfall there = Waterfall.of(reference);
        for (Step step : steps(here)) {
            add(gaps, step.term(), new Gap(Optional.of(step.term()), Optional.empty(), step.thousandths(), 0));
        }
        for (Step step : steps(there)) {
            add(gaps, step.term(), new Gap(Optional.empty(), Optional.of(step.term()), 0, step.thousandths()));
        }
        List<Gap> sorted = new ArrayList<>(gaps.values());
        sorted.sort(Comparator.comparingInt(Gap::difference));
        return new WhyNot(asked.item(), reference.item(), sorted, here.sum(), there.sum());
    }

    private static List<Step> steps(Waterfall waterfall) {
        return waterfall.sections().stream()
                .flatMap(section -> section.steps().stream())
                .toList();
    }

    private static void add(Map<Subject, Gap> gaps, Term term, Gap gap) {
        gaps.merge(Subject.of(term), gap, Gap::with);
    }

    /** How many thousandths of a star the item lacks; negative where it has more. */
    public int missing() {
        return there - here;
    }
}
