package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.inspection.WhyNot.Gap;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhyNotTest {
    private static final int USERS = 40;
    private static final int ITEMS = 25;
    private static final Evidence EVIDENCE = new Evidence(2, -1.2, 0.1, 0.3, 0.5, 20);

    private static Explanation explanation(int item, Term... terms) {
        return new Explanation(
                0, item, Stream.of(terms).mapToDouble(Term::amount).sum(), List.of(terms));
    }

    private final WhyNot asked = WhyNot.of(
            explanation(
                    8,
                    Term.of(TermKind.MEAN, 3.5),
                    Term.of(TermKind.ITEM_BIAS, -0.25),
                    Term.of(TermKind.EXPLICIT, 1, -0.2, EVIDENCE),
                    Term.of(TermKind.IMPLICIT, 1, 0.1, EVIDENCE)),
            explanation(
                    9,
                    Term.of(TermKind.MEAN, 3.5),
                    Term.of(TermKind.ITEM_BIAS, 0.15),
                    Term.of(TermKind.EXPLICIT, 2, 0.3, EVIDENCE),
                    Term.of(TermKind.IMPLICIT, 1, 0.05, EVIDENCE)));

    @Test
    void comparesTermByTermAndBeginsWithWhatKeepsItDownMost() {
        assertThat(asked.gaps())
                .extracting(Gap::kind)
                .containsExactly(
                        TermKind.ITEM_BIAS, TermKind.EXPLICIT, TermKind.EXPLICIT, TermKind.MEAN, TermKind.IMPLICIT);
        assertThat(asked.gaps()).extracting(Gap::difference).containsExactly(-400, -300, -200, 0, 50);
        assertThat(asked.missing()).isEqualTo(850);
    }

    @Test
    void whatOnlyOneOfThemHasIsNothingForTheOther() {
        Gap onlyThere = asked.gaps().get(1);
        Gap onlyHere = asked.gaps().get(2);

        assertThat(onlyThere.ofItem()).isEmpty();
        assertThat(onlyThere.here()).isZero();
        assertThat(onlyThere.term().item()).isEqualTo(2);
        assertThat(onlyHere.ofOther()).isEmpty();
        assertThat(onlyHere.there()).isZero();
    }

    @Test
    void explicitAndImplicitOfOneRatingAreTwoThings() {
        assertThat(asked.gaps().stream().filter(gap -> gap.term().item() == 1).map(Gap::kind))
                .containsExactly(TermKind.EXPLICIT, TermKind.IMPLICIT);
    }

    @Test
    void anItemLacksNothingAgainstItself() {
        Explanation one =
                explanation(8, Term.of(TermKind.MEAN, 3.51234), Term.of(TermKind.EXPLICIT, 1, -0.2, EVIDENCE));

        assertThat(WhyNot.of(one, one).missing()).isZero();
        assertThat(WhyNot.of(one, one).gaps())
                .allSatisfy(gap -> assertThat(gap.difference()).isZero());
    }

    static List<ModelFamily> families() {
        return ModelCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void differencesAddUpForEveryFamily(ModelFamily family) {
        TrainingData data = RandomRatings.trainingData(RandomRatings.matrix(USERS, ITEMS, 0.4, 5));
        Settings quick = family.preset("quick");
        Trainer trainer = family.newTrainer(data, quick, 1);
        for (int epoch = 0; epoch < trainer.plannedEpochs(); epoch++) {
            trainer.runEpoch(() -> false);
        }
        FittedModel model = trainer.snapshot();
        for (int user = 0; user < USERS; user++) {
            for (int item = 1; item < ITEMS; item++) {
                assertAddsUp(model.explain(user, item), model.explain(user, item - 1));
            }
        }
    }

    private static void assertAddsUp(Explanation asked, Explanation reference) {
        WhyNot whyNot = WhyNot.of(asked, reference);

        assertThat(whyNot.gaps().stream().mapToInt(Gap::here).sum()).isEqualTo(whyNot.here());
        assertThat(whyNot.gaps().stream().mapToInt(Gap::there).sum()).isEqualTo(whyNot.there());
        assertThat(whyNot.gaps().stream().mapToInt(Gap::difference).sum()).isEqualTo(-whyNot.missing());
        assertThat(whyNot.here() / 1000.0).isEqualTo(asked.prediction(), within(5.01e-4));
        assertThat(whyNot.missing() / 1000.0).isEqualTo(reference.prediction() - asked.prediction(), within(1.01e-3));
        assertThat(whyNot.gaps().stream()
                        .mapToInt(gap -> (gap.ofItem().isPresent() ? 1 : 0)
                                + (gap.ofOther().isPresent() ? 1 : 0))
                        .sum())
                .isEqualTo(asked.terms().size() + reference.terms().size());
    }
}
