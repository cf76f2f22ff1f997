package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.inspection.Standing;
import io.github.factorscope.inspection.WhyNot;
import io.github.factorscope.model.Person;
import io.github.factorscope.ui.explore.WhyNotAnswer.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhyNotSentencesTest {
    private static final Evidence TWO_STARS = new Evidence(2, -1, 0.1, 0.3, 0.5, 20);
    private static final Evidence FIVE_STARS = new Evidence(5, 1, 0.1, 0.3, 0.5, 20);
    private static final Term MEAN = Term.of(TermKind.MEAN, 3.5);

    private final Dataset dataset = RandomRatings.dataset(5, 20, 0.9, 1);
    private Person person = new Person(0, RatedItems.none().with(1, 2));

    private static Explanation explanation(int item, Term... terms) {
        return new Explanation(
                0, item, Stream.of(terms).mapToDouble(Term::amount).sum(), List.of(terms));
    }

    /** Of item 8, the 14th of 20, against item 9, the 10th. */
    private String sentence(Explanation asked, Explanation reference) {
        return WhyNotSentences.of(new WhyNotAnswer(
                dataset,
                person,
                asked.item(),
                Reason.BELOW,
                new Standing(asked.prediction(), Float.NaN, 14, 20, true, 14, 20),
                Float.NaN,
                false,
                10,
                List.of(),
                Optional.empty(),
                Optional.of(WhyNot.of(asked, reference)),
                new ExplanationWords(dataset, asked, person)));
    }

    @Test
    void namesWhatKeepsItDownMost() {
        assertThat(sentence(
                        explanation(
                                8,
                                MEAN,
                                Term.of(TermKind.ITEM_BIAS, -0.3),
                                Term.of(TermKind.EXPLICIT, 1, -0.2, TWO_STARS)),
                        explanation(9, MEAN, Term.of(TermKind.ITEM_BIAS, 0.1))))
                .isEqualTo("Title 8: ranked 14th of 20, 0.60★ below the 10th (Title 9): in general it is rated 0.40★"
                        + " lower, and their 2★ for Title 1 costs it 0.20★.");
    }

    @Test
    void whoeverSitsAtTheScreenIsYou() {
        person = Person.newcomer(RatedItems.none().with(1, 2));

        assertThat(sentence(explanation(8, MEAN, Term.of(TermKind.TASTE, 1, -0.2, TWO_STARS)), explanation(9, MEAN)))
                .endsWith(": your 2★ for Title 1 costs it 0.20★.");
    }

    @Test
    void aRatingThatSpeaksForTheOtherOneIsToldFromOneThatHoldsDown() {
        assertThat(sentence(
                        explanation(8, MEAN, Term.of(TermKind.EXPLICIT, 1, 0.1, FIVE_STARS)),
                        explanation(9, MEAN, Term.of(TermKind.EXPLICIT, 1, 0.4, FIVE_STARS))))
                .endsWith(": their 5★ for Title 1 speaks 0.30★ more for the 10th.");
    }

    @Test
    void whatARatingCostsIsSaidBesideWhatItDoesToTheOtherOne() {
        assertThat(sentence(
                        explanation(8, MEAN, Term.of(TermKind.EXPLICIT, 1, -0.155, TWO_STARS)),
                        explanation(9, MEAN, Term.of(TermKind.EXPLICIT, 1, 0.374, TWO_STARS))))
                .endsWith(": their 2★ for Title 1 costs it 0.16★ and gives the 10th 0.37★.");
        assertThat(sentence(
                        explanation(8, MEAN, Term.of(TermKind.EXPLICIT, 1, -0.3, TWO_STARS)),
                        explanation(9, MEAN, Term.of(TermKind.EXPLICIT, 1, -0.05, TWO_STARS))))
                .endsWith(": their 2★ for Title 1 costs it 0.30★, the 10th only 0.05★.");
    }

    @Test
    void allThatOneRatingDoesIsOneReason() {
        assertThat(sentence(
                        explanation(
                                8,
                                MEAN,
                                Term.of(TermKind.IMPLICIT, 1, -0.1, TWO_STARS),
                                Term.of(TermKind.TASTE, 1, -0.2, TWO_STARS)),
                        explanation(9, MEAN)))
                .endsWith(": their 2★ for Title 1 costs it 0.30★.");
        assertThat(sentence(explanation(8, MEAN, Term.of(TermKind.IMPLICIT, 1, -0.1, TWO_STARS)), explanation(9, MEAN)))
                .endsWith(": having rated Title 1 costs it 0.10★.");
    }

    @Test
    void usersAreNamedWithWhatTheyGave() {
        assertThat(sentence(
                        explanation(8, MEAN, Term.ofUser(TermKind.EXPLICIT, 3, -0.2, TWO_STARS)),
                        explanation(9, MEAN, Term.ofUser(TermKind.EXPLICIT, 4, 0.3, FIVE_STARS))))
                .endsWith(
                        ": user u4, who gave the 10th 5★, speaks 0.30★ more for the 10th, and user u3, who gave it 2★,"
                                + " costs it 0.20★.");
    }

    @Test
    void learnedTasteThatNoRatingAccountsForIsNamed() {
        assertThat(sentence(
                        explanation(8, MEAN, Term.of(TermKind.UNATTRIBUTED, -0.1)),
                        explanation(9, MEAN, Term.of(TermKind.UNATTRIBUTED, 0.05))))
                .endsWith(": learned taste that no rating accounts for makes 0.15★ of it.");
    }

    @Test
    void manySmallDifferencesAreSaidToBeMany() {
        Term[] small = Stream.concat(
                        Stream.of(MEAN),
                        Stream.iterate(0, k -> k + 1)
                                .limit(15)
                                .map(k -> Term.of(TermKind.EXPLICIT, k, -0.03, TWO_STARS)))
                .toArray(Term[]::new);
        assertThat(sentence(explanation(18, small), explanation(9, MEAN)))
                .endsWith("(Title 9): many small differences.");
        small[1] = Term.of(TermKind.EXPLICIT, 0, -0.1, TWO_STARS);
        assertThat(sentence(explanation(18, small), explanation(9, MEAN)))
                .endsWith("costs it 0.10★; smaller differences make up the rest.");
    }

    @Test
    void equalAndHigherPredictionsAreSaidToBeSo() {
        assertThat(sentence(explanation(8, MEAN), explanation(9, MEAN)))
                .isEqualTo("Title 8: ranked 14th of 20, with the same prediction as the 10th (Title 9).");
        assertThat(sentence(explanation(8, MEAN, Term.of(TermKind.ITEM_BIAS, 0.25)), explanation(9, MEAN)))
                .endsWith("0.25★ above the 10th (Title 9).");
    }

    @Test
    void ordinalsEndAsTheyAreSpoken() {
        assertThat(Stream.of(1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 1113, 1123).map(WhyNotSentences::ordinal))
                .containsExactly(
                        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th", "1,113th",
                        "1,123rd");
    }
}
