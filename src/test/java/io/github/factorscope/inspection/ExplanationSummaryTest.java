package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Waterfall.Part;
import io.github.factorscope.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationSummaryTest {
    private static final RatedItems RATED = RatedItems.none().with(1, 5).with(2, 4.5f);
    private static final Person USER = new Person(0, RATED);
    private static final Person NEWCOMER = Person.newcomer(RATED);

    private final Dataset dataset = new Dataset(
            "films",
            "made for a test",
            RandomRatings.of(new double[] {0, 1, 5}, new double[] {1, 1, 4}),
            Ratings.none(),
            IdIndex.of(List.of("414", "12", "40")),
            ItemCatalogue.of(
                    IdIndex.of(List.of("1", "2", "3", "4")),
                    Map.of(
                            "1", new Item("1", "Alien", 1979, List.of()),
                            "2", new Item("2", "Aliens", 1986, List.of()),
                            "3", new Item("3", "The Thing", 1982, List.of()),
                            "4", new Item("4", "Titanic", 1997, List.of()))),
            RatingScale.WHOLE_STARS);

    private static Evidence gave(double stars) {
        return new Evidence((float) stars, 1, 0.1, 0.3, 0.4, 20);
    }

    private static Term explicit(int item, double amount, double stars) {
        return Term.of(TermKind.EXPLICIT, item, amount, gave(stars));
    }

    private static Term ofUser(int user, double amount, double stars) {
        return Term.ofUser(TermKind.EXPLICIT, user, amount, gave(stars));
    }

    private String summary(Person person, double user, double item, Term... others) {
        List<Term> terms = new ArrayList<>(List.of(
                Term.of(TermKind.MEAN, 3.5), Term.of(TermKind.USER_BIAS, user), Term.of(TermKind.ITEM_BIAS, item)));
        terms.addAll(List.of(others));
        double sum = terms.stream().mapToDouble(Term::amount).sum();
        return new ExplanationWords(dataset, new Explanation(person.user(), 0, sum, terms), person).summary();
    }

    @Test
    void namesTheRatingsThatRaiseMostForAUserAndForOneself() {
        Term[] terms = {explicit(2, 0.2, 4.5), explicit(1, 0.3, 5), explicit(3, -0.1, 4)};

        assertThat(summary(USER, 0.3, 0, terms))
                .isEqualTo("Mostly because user 414 gave Aliens 5★ and The Thing 4.5★; "
                        + "their ratings run 0.3 above average.");
        assertThat(summary(NEWCOMER, 0.3, 0, terms))
                .isEqualTo("Mostly because you gave Aliens 5★ and The Thing 4.5★; your ratings run 0.3 above average.");
    }

    @Test
    void saysWhatTheItemsStandingAdds() {
        assertThat(summary(USER, 0, -0.12, explicit(1, 0.3, 5)))
                .isEqualTo("Mostly because user 414 gave Aliens 5★; it is rated 0.1 below average, "
                        + "and their ratings run about average.");
    }

    @Test
    void aWellLikedItemIsWellLikedBeforeAnyRatingSpeaksForIt() {
        assertThat(summary(USER, 0.3, 0.8, explicit(1, 0.2, 5), explicit(2, -0.3, 1)))
                .isEqualTo("Mostly because it is well liked, rated 0.8 above average; "
                        + "of user 414's ratings, Aliens (5★) speaks most for it; The Thing (1★) speaks against it; "
                        + "their ratings run 0.3 above average.");
        assertThat(summary(NEWCOMER, 0, 0.8, explicit(1, 0.2, 5), explicit(2, 0.1, 4)))
                .isEqualTo("Mostly because it is well liked, rated 0.8 above average; "
                        + "of your ratings, Aliens (5★) and The Thing (4★) speak most for it; "
                        + "your ratings run about average.");
    }

    @Test
    void saysWhenNothingSpeaksForIt() {
        assertThat(summary(USER, 0, 0.8, explicit(1, -0.2, 5)))
                .contains("; none of user 414's ratings speaks for it; Aliens (5★) speaks against it; their ratings");
        assertThat(summary(USER, 0, 0.8, ofUser(1, -0.2, 2), ofUser(2, 0.1, 5)))
                .contains(", who gave it 2★, speaks against it;");
        assertThat(summary(USER, 0, 0.8, ofUser(1, -0.2, 2))).contains("; no similar user speaks for it;");
        assertThat(summary(USER, 0, 0.8, explicit(1, 0.004, 5)))
                .as("too little to be named")
                .contains("; none of user 414's ratings alone counts for much;");
        assertThat(summary(USER, 0, 0.01, explicit(1, -0.2, 5), explicit(2, 0.2, 3)))
                .startsWith("Little speaks for it or against it; of user 414's ratings, The Thing (3★) speaks most");
    }

    @Test
    void aModelWithoutNeighboursSpeaksOfBiasesOnly() {
        assertThat(summary(USER, -0.4, 0.8))
                .isEqualTo("Mostly because it is well liked, rated 0.8 above average; "
                        + "user 414's ratings run 0.4 below average.");
    }

    @Test
    void oneWithoutRatingsIsNotKnownYet() {
        assertThat(summary(Person.newcomer(RatedItems.none()), 0, 0.8))
                .isEqualTo("Mostly because it is well liked, rated 0.8 above average; "
                        + "nothing is known of your taste yet; your ratings run about average.");
    }

    @Test
    void whatCountsForBeingRatedAtAllHasNoStars() {
        Term implicit = Term.of(TermKind.IMPLICIT, 2, 0.3, gave(1));

        assertThat(summary(USER, 0, 0, implicit)).startsWith("Mostly because user 414 rated The Thing at all; ");
        assertThat(summary(NEWCOMER, 0, 0, explicit(1, 0.4, 5), implicit))
                .startsWith("Mostly because you gave Aliens 5★ and rated The Thing at all; ");
        assertThat(summary(USER, 0, 0.8, implicit)).contains(", The Thing (rated at all) speaks most for it");
    }

    @Test
    void anItemThatCountsForSeveralReasonsIsNamedOnceByItsStrongest() {
        assertThat(summary(
                        USER,
                        0,
                        0,
                        Term.of(TermKind.IMPLICIT, 1, 0.3, gave(5)),
                        Term.of(TermKind.TASTE, 1, 0.4, gave(5)),
                        explicit(1, -0.2, 5)))
                .startsWith("Mostly because user 414 gave Aliens 5★; ");
    }

    @Test
    void namesSimilarUsers() {
        assertThat(summary(USER, 0, 0, ofUser(1, 0.2, 5), ofUser(2, 0.1, 5)))
                .isEqualTo("Mostly because users 12 and 40, whose ratings resemble those of user 414, gave it 5★; "
                        + "user 414's ratings run about average.");
        assertThat(summary(NEWCOMER, 0, 0, ofUser(1, 0.2, 5), ofUser(2, 0.1, 4)))
                .startsWith("Mostly because users 12 and 40, whose ratings resemble yours, gave it 5★ and 4★; ");
        assertThat(summary(USER, 0, 0.8, ofUser(2, 0.1, 5)))
                .contains("; of similar users, 40, who gave it 5★, speaks most for it; user 414's ratings run");
    }

    @Test
    void wherePredictionsAreLowItNamesWhatHoldsThemDown() {
        assertThat(summary(USER, 0.5, 0, explicit(3, -0.4, 1), explicit(1, 0.1, 5)))
                .isEqualTo("Held down because user 414 gave Titanic 1★; their ratings run 0.5 above average.");
        assertThat(summary(USER, 0, -0.9, explicit(3, -0.2, 1)))
                .startsWith("Held down because it is not well liked, rated 0.9 below average; "
                        + "of user 414's ratings, Titanic (1★) speaks most against it; ");
        assertThat(summary(NEWCOMER, 0, 0, ofUser(1, -0.3, 2)))
                .startsWith("Held down because user 12, whose ratings resemble yours, gave it 2★; ");
    }

    @Test
    void whatNoRatingAccountsForIsSaidWhereItWeighsMost() {
        assertThat(summary(USER, 0, 0.1, Term.of(TermKind.TASTE, 1, 0.1, gave(5)), Term.of(TermKind.UNATTRIBUTED, 0.4)))
                .isEqualTo("Mostly because of what the model learned of user 414's taste beyond any rating; "
                        + "of their ratings, Aliens (5★) speaks most for it; it is rated 0.1 above average, "
                        + "and their ratings run about average.");
        assertThat(summary(
                        USER, 0, 0.1, Term.of(TermKind.TASTE, 1, 0.1, gave(5)), Term.of(TermKind.UNATTRIBUTED, -0.4)))
                .startsWith("Held down by what the model learned of user 414's taste beyond any rating; "
                        + "none of their ratings speaks against it;");
    }

    @Test
    void manySmallReasonsAreManyRatherThanTwo() {
        ExplanationSummary manyItems = new ExplanationSummary(
                RandomRatings.dataset(3, 70, 0.5, 1),
                new Explanation(
                        0,
                        69,
                        3.7,
                        IntStream.range(0, 60)
                                .mapToObj(k -> Term.of(TermKind.TASTE, k, k == 7 ? 0.02 : 0.01, gave(4)))
                                .toList()),
                USER);
        assertThat(manyItems.text())
                .startsWith("Mostly because of 60 ratings together, most of all Title 7 (4★) and Title 0 (4★); ");

        Term[] users = IntStream.range(0, 30)
                .mapToObj(k -> ofUser(k, k < 3 ? 0.03 : 0.01, 4))
                .toArray(Term[]::new);
        assertThat(new ExplanationSummary(
                                RandomRatings.dataset(30, 70, 0.5, 1),
                                new Explanation(0, 69, 3.7, List.of(users)),
                                NEWCOMER)
                        .text())
                .startsWith("Mostly because of 30 users whose ratings resemble yours, "
                        + "most of all users u0 and u1, who gave it 4★; ");
    }

    @Test
    void partsAreNamedByReason() {
        Explanation explanation = new Explanation(0, 0, 1, List.of(Term.of(TermKind.MEAN, 1)));
        ExplanationWords ofUser = new ExplanationWords(dataset, explanation, USER);
        ExplanationWords own = new ExplanationWords(dataset, explanation, NEWCOMER);

        assertThat(ofUser.heading(Part.EXPLICIT)).isEqualTo("Because of how they rated");
        assertThat(own.heading(Part.EXPLICIT)).isEqualTo("Because of how you rated");
        assertThat(own.heading(Part.IMPLICIT)).isEqualTo("Because you rated at all");
        assertThat(own.heading(Part.TASTE)).isEqualTo("Learned taste, spread over your ratings");
        assertThat(ofUser.neighbour(explicit(1, 1, 1))).isEqualTo("Aliens");
        assertThat(ofUser.neighbourInFull(explicit(1, 1, 1))).isEqualTo("Aliens (1986)");
        assertThat(ofUser.neighbour(ofUser(1, 1, 1))).isEqualTo("User 12");
        assertThat(ExplanationWords.others(1960)).isEqualTo("1,960 others, together");
    }
}
