package io.github.factorscope.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.explanation.Waterfall.Part;
import io.github.factorscope.explanation.Waterfall.Section;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.explanation.WaterfallLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Evidence EVIDENCE = new Evidence(4, 0.5, 0.2, 0.05, 0.55, 10);

    /** Explanations of all sizes, and every way to fold them. */
    private static void forMany(long seed, BiConsumer<Waterfall, Folding> law) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 300; trial++) {
            Explanation explanation = explanation(random.nextInt(40), random);
            double shown = Math.min(5, Math.max(1, explanation.prediction()));
            Waterfall waterfall = Waterfall.of(explanation, shown);
            Folding folding = Folding.into(random.nextInt(60), waterfall);
            for (int state = 0; state < 8; state++) {
                Folding some = folding;
                for (Part part : List.of(Part.EXPLICIT, Part.IMPLICIT, Part.TASTE)) {
                    some = ((state >> (part.ordinal() - 1)) & 1) == 1 ? some.toggled(part) : some;
                }
                law.accept(waterfall, some);
            }
        }
    }

    @Test
    void theLinesAddUpToThePredictionAsShownHoweverTheyAreFolded() {
        forMany(5, (waterfall, folding) -> {
            List<WaterfallLine> lines = waterfall.lines(folding);
            assertThat(lines.stream()
                            .filter(WaterfallLine::isSummand)
                            .mapToInt(WaterfallLine::thousandths)
                            .sum())
                    .isEqualTo(waterfall.shown())
                    .isEqualTo(waterfall.sum() + waterfall.cut());
            int reached = 0;
            for (WaterfallLine line : lines) {
                assertThat(line.from()).isEqualTo(reached);
                reached = line.isSummand() ? line.to() : reached; // bars follow one another
            }
        });
    }

    @Test
    void aSubtotalIsTheSumOfTheLinesBelowIt() {
        forMany(6, (waterfall, folding) -> {
            for (WaterfallLine line : waterfall.lines(folding)) {
                if (line.kind() == Kind.SUBTOTAL) {
                    assertThat(waterfall.lines(folding).stream()
                                    .filter(other -> other.isSummand() && other.part() == line.part())
                                    .mapToInt(WaterfallLine::thousandths)
                                    .sum())
                            .isEqualTo(line.thousandths());
                }
            }
        });
    }

    @Test
    void whatIsShownLiesWithinAThousandthOfTheTruthBeItOneTermOrManyTogether() {
        forMany(7, (waterfall, folding) -> {
            for (WaterfallLine line : waterfall.lines(folding)) {
                if (line.kind() != Kind.CUT) {
                    double exact = line.steps().stream()
                            .mapToDouble(step -> step.term().amount())
                            .sum();
                    assertThat(line.thousandths() / 1000.0)
                            .isCloseTo(exact, within(0.001 + Explanation.TOLERANCE + 1e-9));
                }
            }
        });
    }

    @Test
    void manyTinyTermsAreNotLostTogether() {
        List<Term> terms = new ArrayList<>(List.of(Term.of(TermKind.MEAN, 3.5)));
        for (int item = 0; item < 2000; item++) {
            terms.add(Term.of(TermKind.IMPLICIT, item, 0.0004, EVIDENCE));
            terms.add(Term.of(TermKind.TASTE, item, -0.0001, EVIDENCE));
        }
        Waterfall waterfall = Waterfall.of(new Explanation(0, 0, 4.1, terms));

        assertThat(waterfall.sections()).extracting(Section::thousandths).containsExactly(3500, 800, -200);
        assertThat(waterfall.lines(Folding.into(10, waterfall)))
                .filteredOn(line -> line.kind() == Kind.GATHERED)
                .extracting(WaterfallLine::thousandths)
                .allSatisfy(together -> assertThat(Math.abs(together)).isGreaterThan(198));
    }

    @Test
    void everyTermIsInExactlyOneSummandAndHasTheSameAmountHoweverItIsFolded() {
        forMany(8, (waterfall, folding) -> {
            List<Step> all = waterfall.sections().stream()
                    .flatMap(section -> section.steps().stream())
                    .toList();
            assertThat(waterfall.lines(folding).stream()
                            .filter(WaterfallLine::isSummand)
                            .flatMap(line -> line.steps().stream()))
                    .containsExactlyElementsOf(all);
        });
    }

    @Test
    void unfoldingShowsAllAndFoldingAgainGivesTheSameLines() {
        forMany(9, (waterfall, folding) -> {
            for (WaterfallLine line : waterfall.lines(folding)) {
                if (line.isFoldable()) {
                    Folding other = folding.toggled(line.part());
                    int gathered = line.steps().size();
                    int more = line.kind() == Kind.GATHERED ? gathered : -gathered;
                    assertThat(gathered).isGreaterThan(1); // a single one is never gathered
                    assertThat(waterfall.lines(other))
                            .hasSize(waterfall.lines(folding).size() + more);
                    assertThat(waterfall.lines(other.toggled(line.part()))).isEqualTo(waterfall.lines(folding));
                }
            }
        });
    }

    @Test
    void theStrongestOfEachReasonComeFirstWithASubtotalAndTheRestIsGathered() {
        Explanation explanation = new Explanation(
                0,
                0,
                3.75,
                List.of(
                        Term.of(TermKind.MEAN, 3.5),
                        Term.of(TermKind.TASTE, 1, 0.1, EVIDENCE),
                        Term.of(TermKind.TASTE, 2, -0.4, EVIDENCE),
                        Term.of(TermKind.IMPLICIT, 1, 0.15, EVIDENCE),
                        Term.of(TermKind.TASTE, 3, 0.3, EVIDENCE),
                        Term.of(TermKind.TASTE, 4, 0.06, EVIDENCE),
                        Term.of(TermKind.TASTE, 5, -0.01, EVIDENCE),
                        Term.of(TermKind.UNATTRIBUTED, 0.05)));
        Waterfall waterfall = Waterfall.of(explanation);
        List<WaterfallLine> lines = waterfall.lines(Folding.into(0, waterfall));

        assertThat(lines)
                .extracting(WaterfallLine::kind)
                .containsExactly(
                        Kind.STEP,
                        Kind.SUBTOTAL,
                        Kind.STEP,
                        Kind.SUBTOTAL,
                        Kind.STEP,
                        Kind.STEP,
                        Kind.STEP,
                        Kind.GATHERED,
                        Kind.STEP);
        assertThat(lines)
                .extracting(WaterfallLine::thousandths)
                .containsExactly(3500, 150, 150, 50, -400, 300, 100, 50, 50);
        assertThat(waterfall.neighbours())
                .extracting(step -> step.term().item())
                .containsExactly(2, 3, 1, 1, 4, 5);
    }

    @Test
    void aModelWithOneReasonHasNoSubtotals() {
        Waterfall waterfall = Waterfall.of(new Explanation(
                0, 0, 3.6, List.of(Term.of(TermKind.MEAN, 3.5), Term.ofUser(TermKind.EXPLICIT, 1, 0.1, EVIDENCE))));

        assertThat(waterfall.lines(Folding.into(20, waterfall)))
                .extracting(WaterfallLine::kind)
                .containsExactly(Kind.STEP, Kind.STEP);
    }

    @Test
    void aSumOutsideTheScaleIsCutOffInALineOfItsOwn() {
        Waterfall waterfall = Waterfall.of(new Explanation(0, 0, 5.0162, List.of(Term.of(TermKind.MEAN, 5.0162))), 5);

        assertThat(waterfall.lines(Folding.into(9, waterfall)))
                .extracting(WaterfallLine::thousandths)
                .containsExactly(5016, -16);
        assertThat(waterfall.shown()).isEqualTo(5000);
    }

    @Test
    void foldedItFitsIntoTheRoomThereIs() {
        forMany(10, (waterfall, folding) -> {
            for (int room = 26; room < 70; room++) { // with three reasons, three neighbours each
                assertThat(waterfall.lines(Folding.into(room, waterfall))).hasSizeLessThanOrEqualTo(room);
            }
        });
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
        List<TermKind> kinds = List.of(TermKind.TASTE, TermKind.EXPLICIT, TermKind.IMPLICIT);
        int reasons = 1 + random.nextInt(3);
        double scale = Math.pow(10, -4 * random.nextDouble()); // from stars to less than is shown
        for (int item = 0; item < neighbours; item++) {
            double amount = scale * (random.nextDouble() - 0.5);
            terms.add(Term.of(kinds.get(random.nextInt(reasons)), item, amount, EVIDENCE));
        }
        if (random.nextBoolean()) {
            terms.add(Term.of(TermKind.UNATTRIBUTED, random.nextDouble() - 0.5));
        }
        double sum = terms.stream().mapToDouble(Term::amount).sum();
        return new Explanation(0, 0, sum + (random.nextDouble() - 0.5) * Explanation.TOLERANCE, terms);
    }
}
