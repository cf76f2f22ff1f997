package io.github.factorscope.evaluation.ranking;

import static io.github.factorscope.evaluation.ranking.RankingMetric.COVERAGE;
import static io.github.factorscope.evaluation.ranking.RankingMetric.HIT_RATE;
import static io.github.factorscope.evaluation.ranking.RankingMetric.MAP;
import static io.github.factorscope.evaluation.ranking.RankingMetric.MRR;
import static io.github.factorscope.evaluation.ranking.RankingMetric.NDCG;
import static io.github.factorscope.evaluation.ranking.RankingMetric.NOVELTY;
import static io.github.factorscope.evaluation.ranking.RankingMetric.POPULARITY;
import static io.github.factorscope.evaluation.ranking.RankingMetric.PRECISION;
import static io.github.factorscope.evaluation.ranking.RankingMetric.RECALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.evaluation.TableModel;
import org.junit.jupiter.api.Test;

/** Cases that are small enough to be worked out by hand. */
class RankingQualityTest {
    private static final double LOG_2_OF_3 = Math.log(3) / Math.log(2);

    private static RatingMatrix matrix(double[]... stars) {
        return RatingMatrix.of(RandomRatings.table(stars), stars.length, stars[0].length, RatingScale.WHOLE_STARS);
    }

    private static RatingMatrix none(RatingMatrix like) {
        return matrix(new double[like.users()][like.items()]);
    }

    private static RankingQuality quality(
            double[][] predictions, RatingMatrix training, RatingMatrix test, int k, double threshold) {
        return RankingQuality.of(
                new TableModel(predictions), training, none(training), test, new RankingSettings(k, threshold));
    }

    private static void check(RankingQuality quality, RankingMetric metric, double expected) {
        assertThat(quality.values().get(metric)).as(metric.title()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void oneUserWithoutTies() {
        // The user has rated item 5. The list of three is 0, 1, 2; relevant are 1 and 3, while 0 got two stars only.
        RankingQuality quality = quality(
                new double[][] {{5, 4, 3, 2, 1, 9}},
                matrix(new double[] {0, 0, 0, 0, 0, 3}),
                matrix(new double[] {2, 5, 0, 4, 0, 0}),
                3,
                4);

        check(quality, PRECISION, 1 / 3.0);
        check(quality, RECALL, 1 / 2.0);
        check(quality, NDCG, (1 / LOG_2_OF_3) / (1 + 1 / LOG_2_OF_3));
        check(quality, MAP, (1 / 2.0) / 2);
        check(quality, MRR, 1 / 2.0);
        check(quality, HIT_RATE, 1);
        check(quality, COVERAGE, 3 / 6.0);
        assertThat(quality.users()).isEqualTo(1);
        assertThat(quality.usersWithoutRelevant()).isZero();
    }

    @Test
    void theThresholdDecidesWhatIsRelevant() {
        double[][] predictions = {{5, 4, 3}};
        RatingMatrix test = matrix(new double[] {3, 4, 5});
        RatingMatrix training = none(test);

        check(quality(predictions, training, test, 1, 3), PRECISION, 1);
        check(quality(predictions, training, test, 1, 4), PRECISION, 0);
        check(quality(predictions, training, test, 2, 4), PRECISION, 1 / 2.0);
        check(quality(predictions, training, test, 2, 4), RECALL, 1 / 2.0);
        check(quality(predictions, training, test, 2, 4.5), RECALL, 0);
    }

    @Test
    void aRelevantItemThatSharesThePlacesWithOthersCountsByItsChance() {
        // Items 0, 1, 2 share two places; only 0 is relevant: first, second or not listed, a third each.
        for (int relevant = 0; relevant < 3; relevant++) {
            double[] stars = new double[4];
            stars[relevant] = 5;
            RatingMatrix test = matrix(stars);
            RankingQuality quality = quality(new double[][] {{4, 4, 4, 2}}, none(test), test, 2, 4);

            check(quality, PRECISION, (2 / 3.0) / 2);
            check(quality, RECALL, 2 / 3.0);
            check(quality, NDCG, (1 + 1 / LOG_2_OF_3) / 3);
            check(quality, MAP, (1 + 1 / 2.0) / 3);
            check(quality, MRR, (1 + 1 / 2.0) / 3);
            check(quality, HIT_RATE, 2 / 3.0);
            check(quality, COVERAGE, (2 / 3.0 + 2 / 3.0 + 2 / 3.0) / 4);
        }
    }

    @Test
    void twoRelevantOfThreeTiedBehindOneThatIsNot() {
        // Item 0 comes first. At places 2 and 3 stand, equally often: two relevant; a relevant and another; the
        // reverse.
        RatingMatrix test = matrix(new double[] {1, 4, 5, 0, 0});
        RankingQuality quality = quality(new double[][] {{5, 4, 4, 4, 1}}, none(test), test, 3, 4);

        check(quality, PRECISION, (2 + 1 + 1) / 3.0 / 3);
        check(quality, RECALL, (2 + 1 + 1) / 3.0 / 2);
        check(quality, NDCG, ((1 / LOG_2_OF_3 + 1 / 2.0) + 1 / LOG_2_OF_3 + 1 / 2.0) / 3 / (1 + 1 / LOG_2_OF_3));
        check(quality, MAP, ((1 / 2.0 + 2 / 3.0) + 1 / 2.0 + 1 / 3.0) / 3 / 2);
        check(quality, MRR, (1 / 2.0 + 1 / 2.0 + 1 / 3.0) / 3);
        check(quality, HIT_RATE, 1);
    }

    @Test
    void usersWithoutRelevantItemsAreCountedAndLeftOut() {
        // User 0 hits at once, user 1 has test ratings below the threshold only, user 2 has none.
        RatingMatrix test = matrix(new double[] {5, 0, 0}, new double[] {2, 1, 3}, new double[] {0, 0, 0});
        RankingQuality quality = quality(new double[][] {{3, 2, 1}, {3, 2, 1}, {3, 2, 1}}, none(test), test, 1, 4);

        check(quality, PRECISION, 1);
        check(quality, MRR, 1);
        assertThat(quality.users()).isEqualTo(1);
        assertThat(quality.usersWithoutRelevant()).isEqualTo(1);
        assertThat(quality.lists()).isEqualTo(3);
        assertThat(quality.byUser().get(PRECISION).users()).containsExactly(0);
        assertThat(quality.byUser().get(POPULARITY).users()).containsExactly(0, 1, 2);
    }

    @Test
    void withoutAnyRelevantItemOnlyTheListsAreDescribed() {
        RatingMatrix test = matrix(new double[] {3, 0, 0});
        RankingQuality quality = quality(new double[][] {{3, 2, 1}}, none(test), test, 1, 4);

        assertThat(quality.users()).isZero();
        assertThat(quality.values()).containsOnlyKeys(COVERAGE, NOVELTY, POPULARITY);
    }

    @Test
    void whereFewerThanKItemsAreLeftTheListIsShorterAndPrecisionStillDividesByK() {
        // Of four items, two are rated in training and one in validation: the list has one item, and it is relevant.
        RatingMatrix training = matrix(new double[] {3, 0, 3, 0});
        RatingMatrix validation = matrix(new double[] {0, 0, 0, 3});
        RatingMatrix test = matrix(new double[] {0, 5, 0, 0});
        RankingQuality quality = RankingQuality.of(
                new TableModel(new double[][] {{5, 1, 5, 5}}), training, validation, test, new RankingSettings(10, 4));

        check(quality, PRECISION, 1 / 10.0);
        check(quality, RECALL, 1);
        check(quality, NDCG, 1);
        check(quality, MAP, 1);
        check(quality, MRR, 1);
        check(quality, HIT_RATE, 1);
        check(quality, COVERAGE, 1 / 4.0);
        check(quality, NOVELTY, 0); // one user, who is all users
        check(quality, POPULARITY, 0);
    }

    @Test
    void aUserWhoHasRatedEverythingHasNoList() {
        RatingMatrix training = matrix(new double[] {3, 4}, new double[] {3, 0});
        RatingMatrix test = matrix(new double[] {0, 0}, new double[] {0, 5});
        RankingQuality quality = quality(new double[][] {{1, 2}, {1, 2}}, training, test, 1, 4);

        assertThat(quality.lists()).isEqualTo(1);
        check(quality, COVERAGE, 1 / 2.0);
        check(quality, RECALL, 1);
    }

    @Test
    void whatTheModelLearnedFromIsNoTestItem() {
        // The test repeats a training rating: it cannot be listed, so it is not relevant.
        RatingMatrix training = matrix(new double[] {5, 0, 0});
        RatingMatrix test = matrix(new double[] {5, 4, 0});

        check(quality(new double[][] {{5, 4, 3}}, training, test, 1, 4), RECALL, 1);
    }

    @Test
    void noveltyAndPopularityFollowTheTrainingRatingsOfWhatIsListed() {
        // Training ratings of the items: 3, 2, 1, 0. Users with training ratings: 4; user 4 has none and gets a list
        // too.
        RatingMatrix training = matrix(
                new double[] {3, 3, 0, 0},
                new double[] {3, 0, 0, 0},
                new double[] {3, 0, 0, 0},
                new double[] {0, 3, 3, 0},
                new double[] {0, 0, 0, 0});
        double[] rising = {1, 2, 3, 4};
        RankingQuality quality = quality(
                new double[][] {rising, rising, rising, {4, 3, 2, 1}, {4, 3, 2, 2}}, training, none(training), 2, 4);

        // Lists: {3, 2}, {3, 2}, {3, 2}, {0, 3}, {0, 1}. Bits: log₂(4/3), 1, 2, and 2 for the item that nobody rated.
        double bitsOf0 = 2 - LOG_2_OF_3;
        check(quality, NOVELTY, (2 + 2 + 2 + (bitsOf0 + 2) / 2 + (bitsOf0 + 1) / 2) / 5);
        check(quality, POPULARITY, (0.5 + 0.5 + 0.5 + 1.5 + 2.5) / 5);
        check(quality, COVERAGE, 1);
    }

    @Test
    void tiedItemsShareTheirPlaceInNoveltyPopularityAndCoverage() {
        // Items 1 and 2 share the one place, for both users: each is missed by both with chance 1/4.
        RatingMatrix training = matrix(new double[] {3, 0, 0}, new double[] {3, 0, 0}, new double[] {0, 3, 3});
        RatingMatrix test = none(training);
        RankingQuality quality = quality(new double[][] {{5, 4, 4}, {5, 4, 4}, {1, 9, 9}}, training, test, 1, 4);

        check(quality, COVERAGE, (1 + 3 / 4.0 + 3 / 4.0) / 3);
        check(quality, POPULARITY, (1 + 1 + 2) / 3.0);
        check(quality, NOVELTY, (LOG_2_OF_3 + LOG_2_OF_3 + LOG_2_OF_3 - 1) / 3);
    }

    @Test
    void aPredictionThatIsNoNumberIsTheWorst() {
        RatingMatrix test = matrix(new double[] {5, 5, 0});
        RankingQuality quality = quality(new double[][] {{Double.NaN, 2, 1}}, none(test), test, 2, 4);

        check(quality, RECALL, 1 / 2.0);
    }

    @Test
    void theUsualThresholdIsAFifthBelowTheTop() {
        assertThat(RankingSettings.usual(RatingScale.WHOLE_STARS)).isEqualTo(new RankingSettings(10, 4));
        assertThat(RankingSettings.usualThreshold(RatingScale.HALF_STARS)).isEqualTo(4);
        assertThat(RankingSettings.usualThreshold(new RatingScale(1, 10, 1))).isEqualTo(8);
        assertThat(RankingSettings.usualThreshold(new RatingScale(-5, -1, 1))).isLessThan(-1);
    }

    @Test
    void settingsRefuseNonsense() {
        assertThatThrownBy(() -> new RankingSettings(0, 4)).hasMessageContaining("k must be at least 1, was 0");
        assertThatThrownBy(() -> new RankingSettings(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
