package io.github.factorscope.model.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class NeighbourListsTest {
    private static final double[] SHRINKAGES = {0, 1, 100};

    @Test
    void theFastListsAreThePairwiseSimilarities() {
        for (double density : new double[] {0.05, 0.3, 0.9}) {
            RatingMatrix training = RandomRatings.matrix(60, 40, density, 3);
            Biases baseline = Biases.shrunkMeans(training);
            for (double shrinkage : SHRINKAGES) {
                NeighbourLists lists = positive(training, shrinkage, () -> false);
                ShrunkCorrelation pairwise = new ShrunkCorrelation(training, baseline, shrinkage);
                for (int item = 0; item < training.items(); item++) {
                    double[] listed = new double[training.items()];
                    for (int rank = 0; rank < lists.count(item); rank++) {
                        listed[lists.neighbour(item, rank)] = lists.similarity(item, rank);
                    }
                    for (int other = 0; other < training.items(); other++) {
                        double expected = other == item
                                ? 0
                                : pairwise.of(item).apply(other).shrunk();
                        assertThat(listed[other]).isCloseTo(Math.max(0, expected), within(1e-5));
                    }
                }
            }
        }
    }

    private static NeighbourLists positive(RatingMatrix training, double shrinkage, BooleanSupplier stopRequested) {
        return NeighbourLists.positive(training, correlation(training, shrinkage), Integer.MAX_VALUE, stopRequested);
    }

    private static ShrunkCorrelation correlation(RatingMatrix training, double shrinkage) {
        return new ShrunkCorrelation(training, Biases.shrunkMeans(training), shrinkage);
    }

    @Test
    void shortListsAreTheBeginningOfLongOnes() {
        RatingMatrix training = RandomRatings.matrix(60, 40, 0.3, 3);
        NeighbourLists all = positive(training, 10, () -> false);
        NeighbourLists five = NeighbourLists.positive(training, correlation(training, 10), 5, () -> false);
        for (int item = 0; item < training.items(); item++) {
            assertThat(five.count(item)).isEqualTo(Math.min(5, all.count(item)));
            for (int rank = 0; rank < five.count(item); rank++) {
                assertThat(five.neighbour(item, rank)).isEqualTo(all.neighbour(item, rank));
                assertThat(five.similarity(item, rank)).isEqualTo(all.similarity(item, rank));
            }
        }
    }

    @Test
    void theHighestMayBeNegative() {
        RatingMatrix training = RandomRatings.matrix(60, 40, 0.3, 3);
        ShrunkCorrelation correlation = correlation(training, 10);
        NeighbourLists lists = NeighbourLists.highest(training, correlation, 39, () -> false);
        boolean negative = false;
        for (int item = 0; item < training.items(); item++) {
            assertThat(lists.count(item)).isEqualTo(39);
            for (int rank = 0; rank < 39; rank++) {
                float similarity = lists.similarity(item, rank);
                assertThat((double) similarity)
                        .isCloseTo(
                                correlation
                                        .of(item)
                                        .apply(lists.neighbour(item, rank))
                                        .shrunk(),
                                within(1e-5));
                assertThat(rank == 0 || similarity <= lists.similarity(item, rank - 1))
                        .isTrue();
                negative |= similarity < 0;
            }
        }
        assertThat(negative).isTrue();
    }

    @Test
    void theCorrelationOfUsersIsThatOfItemsOnTheTransposedMatrix() {
        RatingMatrix training = RandomRatings.matrix(30, 20, 0.5, 3);
        ShrunkCorrelation ofUsers = new ShrunkCorrelation(
                training.transposed(), Biases.shrunkMeans(training).transposed(), 10);
        Biases baseline = Biases.shrunkMeans(training);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        int common = 0;
        for (int item = 0; item < training.items(); item++) {
            if (!Float.isNaN(training.rating(3, item)) && !Float.isNaN(training.rating(8, item))) {
                double x = training.rating(3, item) - baseline.of(3, item);
                double y = training.rating(8, item) - baseline.of(8, item);
                xy += x * y;
                xx += x * x;
                yy += y * y;
                common++;
            }
        }
        assertThat(ofUsers.of(3).apply(8).support()).isEqualTo(common);
        assertThat(ofUsers.of(3).apply(8).shrunk())
                .isCloseTo(xy / Math.sqrt(xx * yy) * common / (common + 10.0), within(1e-9));
    }

    @Test
    void neighboursAreDistinctAndFallInSimilarity() {
        RatingMatrix training = RandomRatings.matrix(60, 40, 0.3, 3);
        NeighbourLists lists = positive(training, 10, () -> false);
        int neighbours = 0;
        for (int item = 0; item < training.items(); item++) {
            List<Integer> seen = new ArrayList<>();
            for (int rank = 0; rank < lists.count(item); rank++) {
                seen.add(lists.neighbour(item, rank));
                assertThat(lists.similarity(item, rank)).isPositive();
                if (rank > 0) {
                    assertThat(lists.similarity(item, rank)).isLessThanOrEqualTo(lists.similarity(item, rank - 1));
                }
            }
            assertThat(seen).doesNotHaveDuplicates().doesNotContain(item);
            neighbours += seen.size();
        }
        assertThat(neighbours).isGreaterThan(training.items());
    }

    @Test
    void equallySimilarItemsGoByTheirIndex() {
        // Items 0 to 3 are rated alike by everybody: each is equally similar to the other three.
        double[][] alike = {{5, 5, 5, 5}, {1, 1, 1, 1}, {4, 4, 4, 4}};
        RatingMatrix training = RatingMatrix.of(RandomRatings.table(alike), 3, 4, RatingScale.WHOLE_STARS);
        NeighbourLists lists = positive(training, 1, () -> false);

        assertThat(new int[] {lists.neighbour(2, 0), lists.neighbour(2, 1), lists.neighbour(2, 2)})
                .containsExactly(0, 1, 3);
        assertThat(lists.similarity(2, 0)).isCloseTo(0.75f, within(1e-6f)); // ρ = 1 of 3 users, shrunk by 1
    }

    @Test
    void theListsDoNotDependOnTheNumberOfThreads() throws Exception {
        RatingMatrix training = RandomRatings.matrix(80, 90, 0.3, 3);
        List<String> shared = describe(positive(training, 10, () -> false));
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            assertThat(alone.submit(() -> describe(positive(training, 10, () -> false)))
                            .get())
                    .isEqualTo(shared);
        } finally {
            alone.shutdown();
        }
    }

    private static List<String> describe(NeighbourLists lists) {
        List<String> texts = new ArrayList<>();
        for (int item = 0; item < 90; item++) {
            for (int rank = 0; rank < lists.count(item); rank++) {
                texts.add(item + " " + lists.neighbour(item, rank) + " " + lists.similarity(item, rank));
            }
        }
        return texts;
    }

    @Test
    void aStopLeavesTheRemainingItemsWithoutNeighbours() {
        RatingMatrix training = RandomRatings.matrix(60, 100, 0.3, 3);
        int[] questions = {0};
        NeighbourLists lists = positive(training, 10, () -> ++questions[0] > 1);

        assertThat(lists.count(0)).isPositive();
        assertThat(lists.count(99)).isZero();
        assertThat(NeighbourLists.none(5).count(4)).isZero();
    }
}
