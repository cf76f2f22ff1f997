package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FamilyLawsTest.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every family when it speaks to somebody whose ratings it has not learned from, or has. */
class PersonLawsTest {
    private static final int RATED_USERS = 40;
    private static final int RATED_ITEMS = 30;
    private static final int USERS = RATED_USERS + 1; // the last one has no rating
    private static final int ITEMS = RATED_ITEMS + 1;

    private final RatingMatrix training = RatingMatrix.of(
            RandomRatings.ratings(RATED_USERS, RATED_ITEMS, 0.4, 17), USERS, ITEMS, RatingScale.WHOLE_STARS);

    static Stream<Variant> variants() {
        return FamilyLawsTest.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aUserWithTheirOwnRatingsIsPredictedAsTheModelDoes(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        for (int user = 0; user < USERS; user++) {
            Person known = Person.known(training, user);
            double[] learned = predictions(model.forUser(user));

            assertThat(predictions(model.forPerson(known))).isEqualTo(learned);
            if (known.ratings().size() > 0) {
                int item = known.ratings().item(0);
                RatedItems fewer = known.ratings().without(item);
                double[] without = predictions(model.forPerson(known.with(fewer)));
                RatedItems restored = fewer.with(item, training.rating(user, item));

                assertThat(without).isNotEqualTo(learned);
                assertThat(predictions(model.forPerson(known.with(restored)))).isEqualTo(learned);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void explanationsOfAnybodyAddUpAndHaveTheirEvidence(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        for (Person person : people()) {
            PersonalModel personal = model.forPerson(person);
            for (int item = 0; item < ITEMS; item++) {
                Explanation explanation = personal.explain(item);
                assertThat(explanation.user()).isEqualTo(person.user());
                assertThat(explanation.item()).isEqualTo(item);
                assertThat(explanation.prediction())
                        .isEqualTo(personal.predict(item))
                        .isFinite();
                assertThat(explanation.sum()).isCloseTo(explanation.prediction(), within(Explanation.TOLERANCE));
                for (Term term : explanation.terms()) {
                    if (term.hasNeighbour()) {
                        assertEvidence(person, item, term);
                    }
                }
            }
        }
    }

    private void assertEvidence(Person person, int item, Term term) {
        Evidence evidence = term.evidence().orElseThrow();
        if (term.kind() == TermKind.IMPLICIT) {
            assertThat(evidence.deviation()).isNaN();
            assertThat(evidence.weight()).isEqualTo(term.amount());
        } else {
            assertThat(evidence.weight() * evidence.deviation()).isEqualTo(term.amount());
        }
        assertThat(evidence.rating())
                .isEqualTo(
                        term.hasItem()
                                ? person.ratings().rating(term.item())
                                : training.rating(term.neighbourUser(), item));
        assertThat(evidence.unshrunk()).isBetween(-1 - 1e-9, 1 + 1e-9);
        assertThat(Math.abs(evidence.similarity())).isLessThanOrEqualTo(Math.abs(evidence.unshrunk()));
        assertThat(evidence.similarity() * evidence.unshrunk()).isNotNegative();
    }

    /** Users as they are, with changed ratings and without any; newcomers with many ratings, with few and without any. */
    private List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int user : new int[] {0, 7, USERS - 1}) {
            Person known = Person.known(training, user);
            people.add(known);
            people.add(known.with(changed(known.ratings())));
            people.add(known.with(RatedItems.none()));
            people.add(Person.newcomer(changed(known.ratings())));
        }
        people.add(Person.newcomer(RatedItems.none()));
        people.add(Person.newcomer(RatedItems.none().with(4, 5)));
        return people;
    }

    /** One rating fewer, another one changed, two more. */
    private static RatedItems changed(RatedItems ratings) {
        RatedItems changed = ratings.size() == 0
                ? ratings
                : ratings.without(ratings.item(0)).with(ratings.item(1), 6 - ratings.value(1));
        int[] unrated = IntStream.range(0, ITEMS).filter(i -> !ratings.has(i)).toArray();
        return changed.with(unrated[0], 5).with(unrated[unrated.length - 1], 1);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aSmallChangeOfARatingMovesPredictionsByLittle(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        for (int user : new int[] {0, 7}) {
            Person known = Person.known(training, user);
            double[] learned = predictions(model.forUser(user));
            RatedItems almost = known.ratings()
                    .with(known.ratings().item(2), known.ratings().value(2) + 1e-4f);
            double[] moved = predictions(model.forPerson(known.with(almost)));
            for (int item = 0; item < ITEMS; item++) {
                assertThat(moved[item]).isCloseTo(learned[item], within(2e-3));
            }
        }
    }

    static Stream<Variant> variantsThatLearnNothingOfAUser() {
        Set<String> ids = Set.of("baseline", "content", "cor-ngbr", "wgt-ngbr");
        return variants().filter(variant -> ids.contains(variant.family().id())).filter(variant -> !"sgd"
                .equals(variant.preset().settings().toMap().get("solver")));
    }

    @ParameterizedTest
    @MethodSource("variantsThatLearnNothingOfAUser")
    void aNewcomerWithTheRatingsOfAUserIsPredictedAsTheUser(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        for (int user = 0; user < USERS; user++) {
            assertThat(predictions(model.forPerson(Person.newcomer(RatedItems.ofUser(training, user)))))
                    .isEqualTo(predictions(model.forUser(user)));
        }
    }

    static Stream<Variant> variantsThatLearnSomethingOfAUser() {
        Set<Variant> others = variantsThatLearnNothingOfAUser().collect(Collectors.toSet());
        return variants() // a newcomer who is like a user has that user for a neighbour
                .filter(variant -> !others.contains(variant))
                .filter(variant -> !variant.family().id().equals("user-ngbr"));
    }

    @ParameterizedTest
    @MethodSource("variantsThatLearnSomethingOfAUser")
    void aNewcomerWithTheRatingsOfAUserMissesWhatNoRatingAccountsFor(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        for (int user = 0; user < USERS; user += 8) {
            PersonalModel newcomer = model.forPerson(Person.newcomer(RatedItems.ofUser(training, user)));
            for (int item = 0; item < ITEMS; item++) {
                List<Term> known = model.explain(user, item).terms();
                double missing = amount(known, TermKind.UNATTRIBUTED);
                double bias =
                        amount(newcomer.explain(item).terms(), TermKind.USER_BIAS) - amount(known, TermKind.USER_BIAS);
                double taken = known.stream() // what the factors take over of another b_u
                        .filter(term -> term.kind() == TermKind.TASTE)
                        .mapToDouble(term -> term.evidence().orElseThrow().weight())
                        .sum();
                assertThat(newcomer.predict(item))
                        .isCloseTo(model.predict(user, item) - missing + bias * (1 - taken), within(1e-4));
            }
        }
    }

    private static double amount(List<Term> terms, TermKind kind) {
        return terms.stream()
                .filter(term -> term.kind() == kind)
                .mapToDouble(Term::amount)
                .sum();
    }

    private static double[] predictions(UserPredictor predictor) {
        return IntStream.range(0, ITEMS).mapToDouble(predictor::predict).toArray();
    }
}
