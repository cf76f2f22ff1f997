package io.github.factorscope.evaluation.topk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.evaluation.TableModel;
import io.github.factorscope.evaluation.topk.TopKSettings.Pool;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopKProtocolTest {
    private static RatingMatrix matrix(double[]... stars) {
        return RatingMatrix.of(RandomRatings.table(stars), stars.length, stars[0].length, RatingScale.WHOLE_STARS);
    }

    private static RatingMatrix none(int users, int items) {
        return matrix(new double[users][items]);
    }

    /** Predicts at random, with so many different values. */
    private static TableModel randomModel(int users, int items, int values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] stars = new double[users][items];
        for (double[] row : stars) {
            for (int item = 0; item < items; item++) {
                row[item] = random.nextInt(values) / 7.0;
            }
        }
        return new TableModel(stars);
    }

    @Test
    void everyTestRatingAtTheTopOfTheScaleIsRankedAmongTheOthers() {
        // Five items: all four others are drawn. Items 1 and 2 are predicted the same; what got four stars is no case.
        TableModel model = new TableModel(new double[][] {{5, 4, 4, 3, 1}, {1, 2, 3, 4, 5}});
        RatingMatrix test = matrix(new double[] {5, 5, 0, 4, 5}, new double[] {0, 0, 0, 5, 3});
        TopKResult result = new TopKProtocol(model, none(2, 5), TopKSettings.USUAL).run(test);

        assertThat(result.cases())
                .containsExactly(
                        new TopKCase(0, 0, 4, 0, 0),
                        new TopKCase(0, 1, 4, 1, 1),
                        new TopKCase(0, 4, 4, 4, 0),
                        new TopKCase(1, 3, 4, 1, 0));
        assertThat(result.cases()).extracting(TopKCase::percentile).containsExactly(0.0, 37.5, 100.0, 25.0);
        assertThat(result.cases()).extracting(TopKCase::rank).containsExactly(1.0, 2.5, 5.0, 2.0);
        assertThat(result.percentiles()).containsExactly(0, 25, 37.5, 100);
        assertThat(result.meanPercentile()).isCloseTo(162.5 / 4, within(1e-9));
        assertThat(result.leftOut()).isZero();
    }

    @Test
    void theCurveIsTheShareOfCasesWithin() {
        TopKResult result = new TopKResult(
                TopKSettings.USUAL,
                List.of(
                        new TopKCase(0, 0, 1000, 0, 0),
                        new TopKCase(0, 1, 1000, 20, 0),
                        new TopKCase(1, 1, 1000, 20, 1),
                        new TopKCase(2, 1, 1000, 999, 1)),
                0);

        assertThat(result.shareWithin(0)).isEqualTo(0.25);
        assertThat(result.shareWithin(1.99)).isEqualTo(0.25);
        assertThat(result.shareWithin(2)).isEqualTo(0.5);
        assertThat(result.shareWithin(2.05)).isEqualTo(0.75);
        assertThat(result.shareWithin(99.94)).isEqualTo(0.75);
        assertThat(result.shareWithin(100)).isEqualTo(1);
        assertThat(result.curve(2, 2))
                .containsExactly(
                        new TopKResult.Point(0, 0.25), new TopKResult.Point(1, 0.25), new TopKResult.Point(2, 0.5));
        assertThat(result.curve(100, 4)).hasSize(5).last().isEqualTo(new TopKResult.Point(100, 1));
    }

    @Test
    void whatOutrankedACaseIsListedBestFirst() {
        TableModel model = new TableModel(new double[][] {{5, 4, 4, 3, 9}});
        TopKProtocol protocol = new TopKProtocol(model, none(1, 5), TopKSettings.USUAL);
        TopKProtocol.Outranking outranking = protocol.outranking(
                protocol.run(matrix(new double[] {0, 5, 0, 0, 0})).cases().get(0));

        assertThat(outranking.prediction()).isEqualTo(4);
        assertThat(outranking.above()).containsExactly(new RankedItem(4, 9), new RankedItem(0, 5));
        assertThat(outranking.equal()).containsExactly(new RankedItem(2, 4));
    }

    @ParameterizedTest
    @EnumSource
    void theFastPassCountsWhatTheListsHold(Pool pool) {
        RatingMatrix training = RandomRatings.matrix(70, 60, 0.2, 4);
        RatingMatrix test = without(RandomRatings.matrix(70, 60, 0.3, 5), training);
        TableModel model = randomModel(70, 60, 30, 6);
        TopKProtocol protocol = new TopKProtocol(model, training, new TopKSettings(20, pool, 3));
        TopKResult result = protocol.run(test);

        assertThat(result.cases()).hasSizeGreaterThan(100).hasSize(cases(test));
        for (TopKCase each : result.cases()) {
            TopKProtocol.Outranking outranking = protocol.outranking(each);
            assertThat(each.drawn()).isEqualTo(20);
            assertThat(outranking.above())
                    .hasSize(each.above())
                    .allMatch(other -> other.prediction() > model.stars()[each.user()][each.item()]);
            assertThat(outranking.equal()).hasSize(each.equal());
            assertThat(test.rating(each.user(), each.item())).isEqualTo(5f);
        }
    }

    private static int cases(RatingMatrix test) {
        int cases = 0;
        for (int k = 0; k < test.size(); k++) {
            cases += test.byUser().value(k) == 5 ? 1 : 0;
        }
        return cases;
    }

    private static RatingMatrix without(RatingMatrix ratings, RatingMatrix known) {
        double[][] stars = new double[ratings.users()][ratings.items()];
        for (int user = 0; user < stars.length; user++) {
            for (int item = 0; item < stars[user].length; item++) {
                if (!Float.isNaN(ratings.rating(user, item)) && Float.isNaN(known.rating(user, item))) {
                    stars[user][item] = ratings.rating(user, item);
                }
            }
        }
        return matrix(stars);
    }

    /** All that was drawn: it outranks a case that is predicted less than everything. */
    private static int[] drawn(Pool pool, long seed, RatingMatrix training, int user, int item, double others) {
        double[][] stars = new double[training.users()][training.items()];
        stars[user] = IntStream.range(0, training.items())
                .mapToDouble(other -> others)
                .toArray();
        stars[user][item] = others - 1;
        return new TopKProtocol(new TableModel(stars), training, new TopKSettings(10, pool, seed))
                .outranking(new TopKCase(user, item, 10, 10, 0)).above().stream()
                        .mapToInt(RankedItem::item)
                        .toArray();
    }

    @Test
    void theDrawsDependOnSeedUserAndItemAlone() {
        RatingMatrix training = none(8, 50);
        int[] once = drawn(Pool.ALL, 1, training, 3, 7, 4);

        assertThat(once).hasSize(10).doesNotHaveDuplicates().doesNotContain(7);
        assertThat(drawn(Pool.ALL, 1, training, 3, 7, 2)).containsExactly(once);
        assertThat(drawn(Pool.ALL, 2, training, 3, 7, 4)).isNotEqualTo(once);
        assertThat(drawn(Pool.ALL, 1, training, 4, 7, 4)).isNotEqualTo(once);
        assertThat(drawn(Pool.ALL, 1, training, 3, 8, 4)).isNotEqualTo(once);
    }

    @Test
    void twoModelsAreJudgedByTheSameDraws() {
        // The second model predicts the first one's negative: what was above is below, with the same draws only.
        RatingMatrix training = RandomRatings.matrix(40, 200, 0.1, 2);
        RatingMatrix test = without(RandomRatings.matrix(40, 200, 0.2, 3), training);
        TableModel model = randomModel(40, 200, 50, 4);
        double[][] negative = new double[40][];
        for (int user = 0; user < negative.length; user++) {
            negative[user] = IntStream.range(0, 200).mapToDouble(k -> 0).toArray();
            for (int item = 0; item < 200; item++) {
                negative[user][item] = -model.stars()[user][item];
            }
        }
        TopKSettings settings = new TopKSettings(30, Pool.ALL, 5);
        List<TopKCase> cases =
                new TopKProtocol(model, training, settings).run(test).cases();
        List<TopKCase> mirrored = new TopKProtocol(new TableModel(negative), training, settings)
                .run(test)
                .cases();

        for (int k = 0; k < cases.size(); k++) {
            assertThat(mirrored.get(k).equal()).isEqualTo(cases.get(k).equal());
            assertThat(mirrored.get(k).above())
                    .isEqualTo(30 - cases.get(k).above() - cases.get(k).equal());
        }
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        RatingMatrix training = none(200, 60);
        RatingMatrix test = RandomRatings.matrix(200, 60, 0.2, 8);
        TopKProtocol protocol =
                new TopKProtocol(randomModel(200, 60, 9, 1), training, new TopKSettings(20, Pool.ALL, 1));

        assertThat(new ForkJoinPool(1).submit(() -> protocol.run(test)).join().cases())
                .isEqualTo(new ForkJoinPool(4)
                        .submit(() -> protocol.run(test))
                        .join()
                        .cases());
    }

    @Test
    void everyOtherItemIsDrawnEquallyOften() {
        int[] counts = new int[50];
        Draws draws =
                new Draws(new TopKSettings(10, Pool.ALL, 1), none(4000, 50).byUser(), 50);
        for (int user = 0; user < 4000; user++) {
            for (int item : draws.of(user, 20)) {
                counts[item]++;
            }
        }

        assertThat(counts[20]).isZero();
        double expected = 4000 * 10 / 49.0; // with a standard deviation of 25
        assertThat(IntStream.range(0, 50).filter(item -> item != 20).map(item -> counts[item]))
                .allSatisfy(count -> assertThat((double) count).isCloseTo(expected, within(125.0)));
    }

    @Test
    void thePoolMayLeaveOutWhatTheUserHasRated() {
        double[] rated = new double[50];
        for (int item = 0; item < 38; item++) {
            rated[item] = 3;
        }
        RatingMatrix training = matrix(rated);

        assertThat(drawn(Pool.UNRATED, 1, training, 0, 40, 4))
                .hasSize(10)
                .doesNotContain(IntStream.range(0, 38).toArray());
        assertThat(drawn(Pool.ALL, 1, training, 0, 40, 4))
                .satisfies(items -> assertThat(IntStream.of(items)).anyMatch(item -> item < 38));
    }

    @Test
    void whereThereIsNoOtherItemTheCaseIsLeftOut() {
        RatingMatrix test = matrix(new double[] {5});
        TopKResult alone =
                new TopKProtocol(new TableModel(new double[][] {{3}}), none(1, 1), TopKSettings.USUAL).run(test);

        assertThat(alone.cases()).isEmpty();
        assertThat(alone.leftOut()).isEqualTo(1);
    }

    @Test
    void aPredictionThatIsNoNumberIsRankedLast() {
        TableModel model = new TableModel(new double[][] {{Double.NaN, 1, 2}});
        TopKResult result = new TopKProtocol(model, none(1, 3), TopKSettings.USUAL).run(matrix(new double[] {5, 0, 0}));

        assertThat(result.meanPercentile()).isEqualTo(100);
    }

    @Test
    void noItemIsPredictedTwiceForAUser() {
        AtomicInteger predictions = new AtomicInteger();
        AtomicInteger users = new AtomicInteger();
        TableModel table = randomModel(3, 40, 100, 1);
        FittedModel counting = new Counting(table, predictions, users);
        double[] loved = IntStream.range(0, 40).mapToDouble(item -> 5).toArray();
        new TopKProtocol(counting, none(3, 40), TopKSettings.USUAL).run(matrix(loved, new double[40], loved));

        assertThat(users).hasValue(2);
        assertThat(predictions).hasValue(80);
    }

    private record Counting(TableModel table, AtomicInteger predictions, AtomicInteger users) implements FittedModel {
        @Override
        public UserPredictor forUser(int user) {
            users.incrementAndGet();
            return item -> {
                predictions.incrementAndGet();
                return table.stars()[user][item];
            };
        }

        @Override
        public Explanation explain(int user, int item) {
            return table.explain(user, item);
        }

        @Override
        public PersonalModel forPerson(Person person) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Parameters parameters() {
            return table.parameters();
        }
    }

    @Test
    void settingsAndCasesRefuseNonsense() {
        assertThatThrownBy(() -> new TopKSettings(0, Pool.ALL, 1)).hasMessageContaining("draws");
        assertThatThrownBy(() -> new TopKCase(0, 0, 0, 0, 0)).hasMessageContaining("0 drawn");
        assertThatThrownBy(() -> new TopKCase(0, 0, 3, 2, 2)).hasMessageContaining("3 drawn");
    }
}
