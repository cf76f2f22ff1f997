package io.github.factorscope.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Evidence EVIDENCE = new Evidence(4, 0.5, 0.2, 0.05, 0.55, 10);

    @Test
    void theStepsAddUpToTheLastDigitShown() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 500; trial++) {
            Waterfall waterfall = Waterfall.of(explanation(random.nextInt(40), random), 1 + random.nextInt(12));
            int sum = waterfall.steps().stream()
                    .mapToInt(Waterfall.Step::thousandths)
                    .sum();

            assertThat(sum).isEqualTo(waterfall.predictionThousandths());
        }
    }

    @Test
    void noTermIsRoundedByMoreThanAThousandth() {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 500; trial++) {
            for (Waterfall.Step step :
                    Waterfall.of(explanation(random.nextInt(40), random), 8).steps()) {
                double exact = step.terms().stream().mapToDouble(Term::amount).sum();
                assertThat(step.amount())
                        .isCloseTo(exact, within(0.0011 * step.terms().size()));
            }
        }
    }

    @Test
    void aTermHasTheSameAmountGatheredOrUnfolded() {
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 100; trial++) {
            Explanation explanation = explanation(30, random);
            Waterfall few = Waterfall.of(explanation, 4);
            Waterfall many = Waterfall.of(explanation, 30);

            assertThat(few.neighbours()).isEqualTo(many.neighbours());
            assertThat(many.steps()).containsAll(many.neighbours());
            assertThat(few.neighbours().stream()
                            .skip(4)
                            .mapToInt(Waterfall.Step::thousandths)
                            .sum())
                    .isEqualTo(few.steps().get(7).thousandths());
        }
    }

    @Test
    void everyTermIsInExactlyOneStep() {
        SplittableRandom random = new SplittableRandom(7);
        for (int neighbours = 0; neighbours < 15; neighbours++) {
            Explanation explanation = explanation(neighbours, random);
            List<Term> shown = Waterfall.of(explanation, 5).steps().stream()
                    .flatMap(step -> step.terms().stream())
                    .toList();
            assertThat(shown).containsExactlyInAnyOrderElementsOf(explanation.terms());
        }
    }

    @Test
    void theStrongestNeighboursComeFirstAndTheRestIsGathered() {
        Explanation explanation = new Explanation(
                0,
                0,
                3.6,
                List.of(
                        Term.of(TermKind.MEAN, 3.5),
                        Term.of(TermKind.TASTE, 1, 0.1, EVIDENCE),
                        Term.of(TermKind.TASTE, 2, -0.4, EVIDENCE),
                        Term.of(TermKind.TASTE, 3, 0.3, EVIDENCE),
                        Term.of(TermKind.TASTE, 4, 0.05, EVIDENCE),
                        Term.of(TermKind.UNATTRIBUTED, 0.05)));
        Waterfall waterfall = Waterfall.of(explanation, 2);

        assertThat(waterfall.steps())
                .extracting(Waterfall.Step::kind)
                .containsExactly(
                        Waterfall.Kind.TERM,
                        Waterfall.Kind.NEIGHBOUR,
                        Waterfall.Kind.NEIGHBOUR,
                        Waterfall.Kind.OTHER_NEIGHBOURS,
                        Waterfall.Kind.TERM);
        assertThat(waterfall.steps()).extracting(Waterfall.Step::amount).containsExactly(3.5, -0.4, 0.3, 0.15, 0.05);
        assertThat(waterfall.steps().get(4).terms().get(0).kind()).isEqualTo(TermKind.UNATTRIBUTED);
    }

    @Test
    void aSingleNeighbourIsNeverGathered() {
        SplittableRandom random = new SplittableRandom(8);
        for (int neighbours = 0; neighbours < 12; neighbours++) {
            for (Waterfall.Step step :
                    Waterfall.of(explanation(neighbours, random), 5).steps()) {
                assertThat(step.terms())
                        .hasSizeGreaterThanOrEqualTo(step.kind() == Waterfall.Kind.OTHER_NEIGHBOURS ? 2 : 1);
            }
        }
    }

    @Test
    void aTermHasANeighbourWithEvidenceOrNeither() {
        assertThatThrownBy(() -> new Term(TermKind.TASTE, 3, -1, 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Term(TermKind.MEAN, -1, -1, 1, Optional.of(EVIDENCE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Term(TermKind.EXPLICIT, 3, 4, 1, Optional.of(EVIDENCE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Term.of(TermKind.MEAN, 1).hasItem()).isFalse();
        assertThat(Term.of(TermKind.MEAN, 1).hasNeighbour()).isFalse();
        assertThat(Term.ofUser(TermKind.EXPLICIT, 4, 1, EVIDENCE).hasNeighbour())
                .isTrue();
        assertThat(Term.ofUser(TermKind.EXPLICIT, 4, 1, EVIDENCE).hasItem()).isFalse();
    }

    @Test
    void kindsHaveTheirNamesOfTheCommandLine() {
        assertThat(TermKind.values())
                .extracting(TermKind::id)
                .containsExactly("mean", "user-bias", "item-bias", "explicit", "implicit", "taste", "unattributed");
    }

    private static Explanation explanation(int neighbours, SplittableRandom random) {
        List<Term> terms = new ArrayList<>(List.of(
                Term.of(TermKind.MEAN, 3 + random.nextDouble()),
                Term.of(TermKind.USER_BIAS, random.nextDouble() - 0.5),
                Term.of(TermKind.ITEM_BIAS, random.nextDouble() - 0.5)));
        for (int item = 0; item < neighbours; item++) {
            terms.add(Term.of(TermKind.TASTE, item, (random.nextDouble() - 0.5) / 3, EVIDENCE));
        }
        terms.add(Term.of(TermKind.UNATTRIBUTED, random.nextDouble() - 0.5));
        double sum = terms.stream().mapToDouble(Term::amount).sum();
        return new Explanation(0, 0, sum + (random.nextDouble() - 0.5) * Explanation.TOLERANCE, terms);
    }
}
