package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.TestChoice.Fold;
import io.github.factorscope.data.TestChoice.FromDate;
import io.github.factorscope.data.TestChoice.LastOfUser;
import io.github.factorscope.data.TestChoice.RandomShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SplitChoicesTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;
    private static final Dataset WITHOUT_TIMES = RandomRatings.dataset(USERS, ITEMS, 0.5, 1);
    private static final Dataset TIMED = timed(WITHOUT_TIMES.ratings(), 7);

    /** The same ratings at random seconds of 0 to 199: several share one. */
    private static Dataset timed(Ratings ratings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ratings.Builder timed = new Ratings.Builder(true);
        for (int k = 0; k < ratings.size(); k++) {
            timed.add(ratings.user(k), ratings.item(k), ratings.value(k), random.nextInt(200));
        }
        return RandomRatings.dataset(timed.build(), Ratings.none(), USERS, ITEMS);
    }

    /** Each with the user, the item and the time; the stars are all 3. */
    private static Dataset of(long[]... ratings) {
        Ratings.Builder timed = new Ratings.Builder(true);
        for (long[] rating : ratings) {
            timed.add((int) rating[0], (int) rating[1], 3, rating[2]);
        }
        return RandomRatings.dataset(timed.build(), Ratings.none(), 3, 10);
    }

    /** Positions in the file of the ratings of a part, in the order of the file. */
    private static List<Integer> positions(Dataset dataset, RatingMatrix part) {
        Ratings ratings = dataset.ratings();
        return IntStream.range(0, ratings.size())
                .filter(k -> !Float.isNaN(part.rating(ratings.user(k), ratings.item(k))))
                .boxed()
                .toList();
    }

    private static Split split(Dataset dataset, TestChoice test, double validationShare) {
        return Split.of(dataset, new SplitPlan(test, validationShare, 1));
    }

    static Stream<TestChoice> choices() {
        return Stream.of(
                new RandomShare(0.1),
                new RandomShare(0),
                new Fold(1, 2),
                new Fold(20, 20),
                new LastOfUser(1),
                new LastOfUser(5),
                new LastOfUser(1000),
                new FromDate(150),
                new FromDate(20));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyRatingIsInExactlyOnePart(TestChoice test) {
        for (double validationShare : new double[] {0, 0.05, 0.5}) {
            Split split = split(TIMED, test, validationShare);
            List<Integer> together = new ArrayList<>(positions(TIMED, split.training()));
            together.addAll(positions(TIMED, split.validation()));
            together.addAll(positions(TIMED, split.test()));

            assertThat(together)
                    .hasSize(TIMED.ratings().size())
                    .hasSameElementsAs(
                            IntStream.range(0, TIMED.ratings().size()).boxed().toList());
            assertThat(split.training().size()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("choices")
    void thePlanDecidesAndTheTestDoesNotDependOnTheValidationShare(TestChoice test) {
        Split first = split(TIMED, test, 0.1);

        assertThat(split(TIMED, test, 0.1).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(positions(TIMED, split(TIMED, test, 0.4).test())).isEqualTo(positions(TIMED, first.test()));
        assertThat(first.plan().test()).isEqualTo(test);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "7", "10", "20"})
    void theFoldsAreAPartition(int folds) {
        TreeSet<Integer> sizes = new TreeSet<>();
        List<Integer> together = new ArrayList<>();
        for (int fold = 1; fold <= folds; fold++) {
            Split split = split(WITHOUT_TIMES, new Fold(fold, folds), 0.1);
            sizes.add(split.test().size());
            together.addAll(positions(WITHOUT_TIMES, split.test()));
        }

        assertThat(together).hasSize(WITHOUT_TIMES.ratings().size()).doesNotHaveDuplicates();
        assertThat(sizes.last() - sizes.first()).isLessThanOrEqualTo(1);
    }

    @Test
    void theFirstOfTenFoldsIsTheTestOfAShareOfTenPercent() {
        assertThat(split(WITHOUT_TIMES, new Fold(1, 10), 0.1).fingerprint())
                .isEqualTo(split(WITHOUT_TIMES, new RandomShare(0.1), 0.1).fingerprint());
        assertThat(split(WITHOUT_TIMES, new Fold(2, 10), 0.1).fingerprint())
                .isNotEqualTo(split(WITHOUT_TIMES, new Fold(1, 10), 0.1).fingerprint());
    }

    @Test
    void moreFoldsThanRatingsAreRefused() {
        Dataset tiny = of(new long[] {0, 0, 1}, new long[] {0, 1, 2}, new long[] {1, 0, 3});

        assertThatThrownBy(() -> split(tiny, new Fold(1, 4), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("3 ratings", "4 folds");
        assertThat(split(tiny, new Fold(3, 3), 0).test().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "12"})
    void theLastOfEachUserAreLaterThanWhatTheyLeave(int count) {
        Split split = split(TIMED, new LastOfUser(count), 0);
        SparseRows all = TIMED.matrix(TIMED.ratings()).byUser();
        for (int user = 0; user < USERS; user++) {
            assertThat(split.test().byUser().length(user)).isEqualTo(Math.min(count, all.length(user) - 1));
            assertLater(TIMED, user, split.test(), split.training());
        }
    }

    /** No rating of the user in one part is before one in the other: by time, then by the order of the file. */
    private static void assertLater(Dataset dataset, int user, RatingMatrix later, RatingMatrix earlier) {
        Comparator<Integer> order = Comparator.comparingLong(
                        (Integer k) -> dataset.ratings().time(k))
                .thenComparing(Comparator.naturalOrder());
        List<Integer> last = ofUser(dataset, user, earlier);
        List<Integer> first = ofUser(dataset, user, later);
        if (!first.isEmpty() && !last.isEmpty()) {
            assertThat(first.stream().min(order).orElseThrow())
                    .usingComparator(order)
                    .isGreaterThan(last.stream().max(order).orElseThrow());
        }
    }

    private static List<Integer> ofUser(Dataset dataset, int user, RatingMatrix part) {
        return positions(dataset, part).stream()
                .filter(k -> dataset.ratings().user(k) == user)
                .toList();
    }

    @Test
    void ratingsOfOneSecondCountInTheOrderOfTheFile() {
        Dataset oneSecond =
                of(new long[] {0, 5, 9}, new long[] {0, 3, 9}, new long[] {1, 2, 9}, new long[] {0, 4, 9}, new long[] {
                    1, 1, 9
                });

        assertThat(positions(oneSecond, split(oneSecond, new LastOfUser(1), 0).test()))
                .containsExactly(3, 4);
    }

    @Test
    void everyUserKeepsARatingForTraining() {
        Dataset few =
                of(new long[] {0, 0, 1}, new long[] {1, 0, 2}, new long[] {1, 1, 3}, new long[] {2, 0, 4}, new long[] {
                    2, 1, 5
                });
        Split split = split(few, new LastOfUser(5), 0.9);

        assertThat(positions(few, split.test())).containsExactly(2, 4);
        assertThat(positions(few, split.training())).containsExactly(0, 1, 3);
        assertThat(split.hasValidation()).isFalse();
    }

    @Test
    void whereNoUserHasTwoRatingsThereIsNoLast() {
        Dataset single = of(new long[] {0, 0, 1}, new long[] {1, 0, 2});

        assertThatThrownBy(() -> split(single, new LastOfUser(1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than one rating");
    }

    @Test
    void withoutTimesThoseOfEachUserAreDrawnBySeed() {
        SplitPlan plan = new SplitPlan(new LastOfUser(3), 0, 1);
        Split first = Split.of(WITHOUT_TIMES, plan);
        Split other = Split.of(WITHOUT_TIMES, new SplitPlan(new LastOfUser(3), 0, 2));

        assertThat(first.fingerprint()).isEqualTo(Split.of(WITHOUT_TIMES, plan).fingerprint());
        assertThat(first.fingerprint()).isNotEqualTo(other.fingerprint());
        SparseRows all = WITHOUT_TIMES.matrix(WITHOUT_TIMES.ratings()).byUser();
        for (int user = 0; user < USERS; user++) {
            assertThat(first.test().byUser().length(user)).isEqualTo(Math.min(3, all.length(user) - 1));
        }
    }

    @Test
    void withTimesTheSeedDecidesNothingAboutTheLastOfEachUser() {
        assertThat(Split.of(TIMED, new SplitPlan(new LastOfUser(3), 0.2, 1)).fingerprint())
                .isEqualTo(Split.of(TIMED, new SplitPlan(new LastOfUser(3), 0.2, 2))
                        .fingerprint());
    }

    @Test
    void validationBesideTheLastOfEachUserIsTheLastOfWhatRemains() {
        Split split = split(TIMED, new LastOfUser(2), 0.2);
        int remaining = TIMED.ratings().size() - split.test().size();

        assertThat(split.validation().size()).isEqualTo((int) Math.round(0.2 * remaining));
        TreeSet<Integer> ofUsers = new TreeSet<>();
        for (int user = 0; user < USERS; user++) {
            assertLater(TIMED, user, split.validation(), split.training());
            assertLater(TIMED, user, split.test(), split.validation());
            if (split.training().byUser().length(user) > 1) {
                ofUsers.add(split.validation().byUser().length(user));
            }
        }
        assertThat(ofUsers.last() - ofUsers.first()).isLessThanOrEqualTo(1);
    }

    @Test
    void theTestFromADateIsWhatWasGivenFromItsFirstSecondOn() {
        Split split = split(TIMED, new FromDate(150), 0.1);

        assertThat(positions(TIMED, split.test()))
                .isEqualTo(IntStream.range(0, TIMED.ratings().size())
                        .filter(k -> TIMED.ratings().time(k) >= 150)
                        .boxed()
                        .toList());
    }

    @Test
    void validationBesideADateIsTheLatestOfWhatRemains() {
        Dataset dataset = of(
                new long[] {0, 0, 50},
                new long[] {1, 1, 20},
                new long[] {2, 2, 40},
                new long[] {0, 3, 40},
                new long[] {1, 4, 10},
                new long[] {1, 5, 40});
        Split split = split(dataset, new FromDate(50), 0.4);

        assertThat(positions(dataset, split.test())).containsExactly(0);
        assertThat(positions(dataset, split.validation())).containsExactly(3, 5);
    }

    @Test
    void aDateNeedsTimes() {
        assertThatThrownBy(() -> split(WITHOUT_TIMES, new FromDate(0), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("random", "no times")
                .hasMessageEndingWith(".");
    }

    @Test
    void aDateThatLeavesNothingOnOneSideIsRefusedWithTheSpan() {
        Dataset twoDays = of(new long[] {0, 0, 86_400}, new long[] {0, 1, 5 * 86_400 - 1});

        assertThatThrownBy(() -> split(twoDays, FromDate.of(LocalDate.of(1970, 1, 6)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("1970-01-02 to 1970-01-05", "judge by", "from 1970-01-06 on");
        assertThatThrownBy(() -> split(twoDays, FromDate.of(LocalDate.of(1970, 1, 2)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("learn from", "before 1970-01-02");
        assertThat(split(twoDays, FromDate.of(LocalDate.of(1970, 1, 5)), 0)
                        .test()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void timesBeyondAnyCalendarAreRefusedLikeOthers() {
        Dataset odd = of(new long[] {0, 0, Long.MIN_VALUE}, new long[] {0, 1, Long.MIN_VALUE + 1});

        assertThatThrownBy(() -> split(odd, new FromDate(0), 0)).hasMessageContaining("0001-01-01 to 0001-01-01");
    }

    @Test
    void aDayIsSuggestedThatLeavesAboutTheShare() {
        long[][] ratings = new long[100][];
        for (int day = 0; day < 100; day++) {
            ratings[day] = new long[] {day % 3, day % 10, day * 86_400L + 3_600};
        }
        assertThat(FromDate.leaving(of(ratings).ratings(), 0.1)).contains(new FromDate(90 * 86_400L));
        assertThat(FromDate.leaving(of(ratings[3], ratings[4]).ratings(), 0.9)).contains(new FromDate(4 * 86_400L));
        assertThat(FromDate.leaving(of(ratings[3]).ratings(), 0.1)).isEmpty();
        assertThat(FromDate.leaving(WITHOUT_TIMES.ratings(), 0.1)).isEmpty();
    }

    @Test
    void choicesOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> new Fold(1, 1)).hasMessageContainingAll("number of folds", "2 to 20", "1");
        assertThatThrownBy(() -> new Fold(1, 21)).hasMessageContaining("number of folds");
        assertThatThrownBy(() -> new Fold(0, 5)).hasMessageContaining("fold must lie in 1 to 5, was 0");
        assertThatThrownBy(() -> new Fold(6, 5)).hasMessageContaining("was 6");
        assertThatThrownBy(() -> new LastOfUser(0)).hasMessageContainingAll("last ratings", "0");
        assertThatThrownBy(() -> new LastOfUser(1001)).hasMessageContaining("1001");
        assertThatThrownBy(() -> new FromDate(Long.MAX_VALUE)).hasMessageContaining("years 1 to 9999");
    }

    @Test
    void choicesAndPlansHaveWords() {
        assertThat(Stream.of(
                                new RandomShare(0.1),
                                new RandomShare(0.125),
                                new RandomShare(0.07),
                                new RandomShare(0),
                                new Fold(2, 5),
                                new LastOfUser(3),
                                new LastOfUser(1),
                                FromDate.of(LocalDate.of(2003, 1, 1)),
                                new FromDate(1))
                        .map(TestChoice::words))
                .containsExactly(
                        "10 % test",
                        "12.5 % test",
                        "7 % test",
                        "no test",
                        "fold 2 of 5",
                        "last 3 of each user",
                        "last of each user",
                        "from 2003-01-01 on",
                        "from 1970-01-01T00:00:01Z on");
        assertThat(new SplitPlan(0.1, 0.05, 9).words()).isEqualTo("10 % test, 5 % validation, seed 9");
        assertThat(new SplitPlan(0.1, 0, 9).words()).isEqualTo("10 % test, seed 9");
        assertThat(new SplitPlan(0, 0, 9).words()).isEqualTo("no test");
        assertThat(new SplitPlan(new FromDate(0), 0.1, 9).words()).isEqualTo("from 1970-01-01 on, 10 % validation");
    }
}
