package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {
    private final Dataset dataset = RandomRatings.dataset(40, 30, 0.5, 1);

    @Test
    void thePartsAreDisjointAndComplete() {
        Split split = Split.of(dataset, new SplitPlan(0.2, 0.1, 1));

        List<String> together = Stream.of(split.training(), split.validation(), split.test())
                .flatMap(part -> triplets(part).stream())
                .toList();
        assertThat(together)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(triplets(dataset.matrix(dataset.ratings())));
    }

    @Test
    void thePartsHaveExactlyTheirShares() {
        int ratings = dataset.ratings().size();
        for (double testShare : new double[] {0, 0.001, 0.1, 0.37, 0.8}) {
            for (double validationShare : new double[] {0, 0.05, 0.5}) {
                Split split = Split.of(dataset, new SplitPlan(testShare, validationShare, 1));
                int test = (int) Math.round(testShare * ratings);
                int validation = (int) Math.round(validationShare * (ratings - test));

                assertThat(split.test().size()).isEqualTo(test);
                assertThat(split.validation().size()).isEqualTo(validation);
                assertThat(split.training().size()).isEqualTo(ratings - test - validation);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameSplit() {
        Split first = Split.of(dataset, new SplitPlan(0.2, 0.1, 5));
        Split second = Split.of(dataset, new SplitPlan(0.2, 0.1, 5));

        assertThat(triplets(second.test())).isEqualTo(triplets(first.test()));
        assertThat(triplets(second.validation())).isEqualTo(triplets(first.validation()));
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    }

    /** Runs that were saved, and figures that were published, rest on these draws. */
    @Test
    void aRandomShareIsDrawnAsItEverWas() {
        assertThat(Split.of(dataset, new SplitPlan(0.1, 0.05, 1)).fingerprint())
                .isEqualTo("7b70810a1d39858c-ec88e9402bf57694");
        assertThat(Split.of(dataset, new SplitPlan(0.2, 0, -5)).fingerprint())
                .isEqualTo("7b5646c9106a5291-8118b5b06a8df565");
        assertThat(Split.of(dataset, new SplitPlan(0, 0.3, 2)).fingerprint())
                .isEqualTo("dc480d0e5624c38d-cd8fab2a861799c8");
        Ratings first = dataset.ratings().select(IntStream.range(0, 50).toArray());
        Dataset given = RandomRatings.dataset(dataset.ratings(), first, 40, 30);
        assertThat(Split.of(given, new SplitPlan(0.1, 0.05, 1)).fingerprint())
                .isEqualTo("05a1b891756c4d09-7560934d717cc8b6");
    }

    @Test
    void anotherSeedGivesAnotherSplit() {
        Split first = Split.of(dataset, new SplitPlan(0.2, 0.1, 5));
        Split second = Split.of(dataset, new SplitPlan(0.2, 0.1, 6));

        assertThat(triplets(second.test())).isNotEqualTo(triplets(first.test()));
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void theTestPartDoesNotDependOnTheValidationShare() {
        List<String> test = triplets(Split.of(dataset, new SplitPlan(0.2, 0, 5)).test());

        assertThat(test).isNotEmpty();
        assertThat(triplets(Split.of(dataset, new SplitPlan(0.2, 0.3, 5)).test()))
                .isEqualTo(test);
    }

    @Test
    void aGivenTestFileIsTheTestPart() {
        Ratings all = RandomRatings.ratings(40, 30, 0.5, 1);
        Ratings training = all.select(IntStream.range(50, all.size()).toArray());
        Ratings test = all.select(IntStream.range(0, 50).toArray());
        Dataset given = RandomRatings.dataset(training, test, 40, 30);

        Split split = Split.of(given, new SplitPlan(0.5, 0.1, 1));

        assertThat(triplets(split.test())).isEqualTo(triplets(given.matrix(test)));
        assertThat(split.validation().size()).isEqualTo(Math.round(0.1f * training.size()));
        assertThat(split.training().size() + split.validation().size()).isEqualTo(training.size());
    }

    @Test
    void noTrainingRatingIsInAGivenTestFileToo() {
        Ratings all = RandomRatings.ratings(40, 30, 0.5, 1);
        Ratings test = all.select(new int[] {0, 1, 2, 3, 4});

        Split split = Split.of(RandomRatings.dataset(all, test, 40, 30), new SplitPlan(0, 0, 1));

        assertThat(split.test().size()).isEqualTo(5);
        assertThat(split.training().size()).isEqualTo(all.size() - 5);
    }

    @Test
    void aPlanOfAGivenTestFileSaysSo() {
        Ratings all = RandomRatings.ratings(40, 30, 0.5, 1);
        Dataset given = RandomRatings.dataset(all, all.select(new int[] {0, 1, 2}), 40, 30);

        Split split = Split.of(given, new SplitPlan(new TestChoice.LastOfUser(2), 0.1, 3));

        assertThat(split.plan()).isEqualTo(new SplitPlan(new TestChoice.GivenFile(), 0.1, 3));
        assertThat(split.plan().words()).isEqualTo("test file, 10 % validation, seed 3");
        assertThatThrownBy(() -> Split.of(dataset, split.plan()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no test file");
    }

    @Test
    void aSplitThatLeavesNothingToLearnFromIsRefused() {
        Dataset tiny = RandomRatings.dataset(1, 1, 1, 1);

        assertThatThrownBy(() -> Split.of(tiny, new SplitPlan(0.9, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("smaller");
    }

    @Test
    void sharesOutsideTheirRangeAreRefused() {
        for (double share : new double[] {-0.1, 0.91, 1, Double.NaN}) {
            assertThatThrownBy(() -> new SplitPlan(share, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("test share must lie in 0 to 0.9");
            assertThatThrownBy(() -> new SplitPlan(0, share, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("validation share must lie in 0 to 0.9");
        }
    }

    private static List<String> triplets(RatingMatrix matrix) {
        List<String> triplets = new ArrayList<>();
        SparseRows rows = matrix.byUser();
        for (int user = 0; user < rows.rows(); user++) {
            for (int k = rows.start(user); k < rows.end(user); k++) {
                triplets.add(user + " " + rows.column(k) + " " + rows.value(k));
            }
        }
        return triplets;
    }
}
