package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.inspection.AlignedTerms.Cause;
import io.github.factorscope.inspection.AlignedTerms.Cell;
import io.github.factorscope.inspection.AlignedTerms.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlignedTermsTest {
    private static final Evidence EVIDENCE = new Evidence(4, 1, 0.1, 0.5, 0.6, 20);

    private static Explanation of(Term... terms) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.amount();
        }
        return new Explanation(0, 0, sum, List.of(terms));
    }

    private static Term neighbour(TermKind kind, int item, double amount) {
        return Term.of(kind, item, amount, EVIDENCE);
    }

    @Test
    void oneRatingIsOneRowWhateverAModelMakesOfIt() {
        AlignedTerms aligned = AlignedTerms.of(
                List.of(
                        of(Term.of(TermKind.MEAN, 3.5), neighbour(TermKind.EXPLICIT, 7, 0.2)),
                        of(
                                Term.of(TermKind.MEAN, 3.5),
                                neighbour(TermKind.EXPLICIT, 7, 0.1),
                                neighbour(TermKind.IMPLICIT, 7, -0.03),
                                neighbour(TermKind.TASTE, 7, 0.05),
                                Term.of(TermKind.UNATTRIBUTED, 0.4))),
                5);

        assertThat(aligned.rows())
                .extracting(Row::cause)
                .containsExactly(Cause.MEAN, Cause.NEIGHBOUR, Cause.UNATTRIBUTED);
        Row rating = aligned.rows().get(1);
        assertThat(rating.item()).isEqualTo(7);
        assertThat(rating.cells()).extracting(Cell::amount).containsExactly(0.2, 0.12);
        assertThat(rating.cells().get(1).terms()).hasSize(3);
        assertThat(aligned.rows().get(2).cells().get(0).isEmpty()).isTrue();
    }

    @Test
    void theStrongestOfAllColumnsHaveRowsAndTheOthersAreGathered() {
        AlignedTerms aligned = AlignedTerms.of(
                List.of(
                        of(
                                Term.of(TermKind.MEAN, 3),
                                neighbour(TermKind.EXPLICIT, 1, 0.5),
                                neighbour(TermKind.EXPLICIT, 2, 0.1),
                                neighbour(TermKind.EXPLICIT, 3, 0.05)),
                        of(
                                Term.of(TermKind.MEAN, 3),
                                neighbour(TermKind.EXPLICIT, 3, -0.4),
                                neighbour(TermKind.EXPLICIT, 4, 0.2),
                                Term.ofUser(TermKind.EXPLICIT, 9, 0.01, EVIDENCE))),
                2);

        assertThat(aligned.rows()).extracting(Row::item).containsExactly(-1, 1, 3, -1);
        Row others = aligned.rows().get(3);
        assertThat(others.cause()).isEqualTo(Cause.OTHER_NEIGHBOURS);
        assertThat(others.cells()).extracting(cell -> cell.terms().size()).containsExactly(1, 2);
        assertThat(others.cells()).extracting(Cell::amount).containsExactly(0.1, 0.21);
    }

    @Test
    void aColumnOfWeakNeighboursHasRowsTheSame() {
        AlignedTerms aligned = AlignedTerms.of(
                List.of(
                        of(
                                neighbour(TermKind.EXPLICIT, 1, 0.5),
                                neighbour(TermKind.EXPLICIT, 2, 0.4),
                                neighbour(TermKind.EXPLICIT, 3, 0.3),
                                neighbour(TermKind.EXPLICIT, 4, 0.2)),
                        of(
                                Term.ofUser(TermKind.EXPLICIT, 8, 0.01, EVIDENCE),
                                Term.ofUser(TermKind.EXPLICIT, 9, -0.02, EVIDENCE),
                                Term.ofUser(TermKind.EXPLICIT, 7, 0.005, EVIDENCE))),
                4);

        assertThat(aligned.rows()).extracting(Row::item).containsExactly(1, 2, -1, -1, -1);
        assertThat(aligned.rows()).extracting(Row::neighbourUser).containsExactly(-1, -1, 9, 8, -1);
    }

    @Test
    void aSingleOtherIsNotGathered() {
        AlignedTerms aligned = AlignedTerms.of(
                List.of(of(neighbour(TermKind.EXPLICIT, 1, 0.5), neighbour(TermKind.EXPLICIT, 2, 0.1))), 1);

        assertThat(aligned.rows()).extracting(Row::cause).containsOnly(Cause.NEIGHBOUR);
        assertThat(aligned.rows()).hasSize(2);
    }

    @Test
    void everyColumnAddsUpToItsPredictionAsShown() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 300; round++) {
            List<Explanation> explanations = List.of(made(random), made(random), made(random));
            AlignedTerms aligned = AlignedTerms.of(explanations, round % 12);
            for (int column = 0; column < explanations.size(); column++) {
                int sum = 0;
                double exact = 0;
                for (Row row : aligned.rows()) {
                    Cell cell = row.cells().get(column);
                    assertThat(cell.from()).isEqualTo(sum);
                    sum = cell.to();
                    double added =
                            cell.terms().stream().mapToDouble(Term::amount).sum();
                    exact += added;
                    assertThat(cell.amount()).isCloseTo(added, within(0.0012));
                }
                assertThat(sum)
                        .isEqualTo(Math.round(1000 * explanations.get(column).prediction()));
                assertThat(exact).isCloseTo(explanations.get(column).sum(), within(1e-9));
            }
        }
    }

    private static Explanation made(SplittableRandom random) {
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(TermKind.MEAN, 3 + random.nextDouble()));
        terms.add(Term.of(TermKind.USER_BIAS, random.nextDouble() - 0.5));
        terms.add(Term.of(TermKind.ITEM_BIAS, random.nextDouble() - 0.5));
        int neighbours = random.nextInt(400);
        for (int k = 0; k < neighbours; k++) {
            double amount = (random.nextDouble() - 0.5) / 10;
            terms.add(neighbour(k % 2 == 0 ? TermKind.EXPLICIT : TermKind.TASTE, random.nextInt(200), amount));
        }
        if (random.nextBoolean()) {
            terms.add(Term.of(TermKind.UNATTRIBUTED, random.nextDouble() - 0.5));
        }
        double sum = terms.stream().mapToDouble(Term::amount).sum();
        double missed = (random.nextDouble() - 0.5) * Explanation.TOLERANCE;
        return new Explanation(0, 0, sum + missed, terms);
    }
}
