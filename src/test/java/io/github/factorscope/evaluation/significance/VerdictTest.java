package io.github.factorscope.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final RatingScale STARS = new RatingScale(1, 5, 0); // errors beyond 2 are clipped, one in fifty
    private static final SeedNoise NOISE = SeedNoise.assumed(STARS, 900_000);

    private static Difference difference(Resampled over, double estimate, double halfWidth, double pValue) {
        return new Difference(new Interval(over, estimate, estimate - halfWidth, estimate + halfWidth), pValue, 10_000);
    }

    private static Verdict verdict(Difference... differences) {
        return Verdict.of("RMSE", "SVD++", "SVD", true, List.of(differences), Optional.of(SeedNoise.Source.MEASURED));
    }

    @Test
    void sayWhoIsBetterAndByHowMuch() {
        Verdict verdict = verdict(difference(Resampled.USERS, -0.0031, 0.0008, 0.0002));

        assertThat(verdict.better()).contains("SVD++");
        assertThat(verdict.sentence())
                .isEqualTo("SVD++ is better than SVD by 0.0031 ± 0.0008 (RMSE, 10,000 resamples over users,"
                        + " seed noise measured, p < 0.001)");
    }

    @Test
    void sayThatThereIsNoDifference() {
        Verdict verdict = verdict(difference(Resampled.RATINGS, 0.0004, 0.0009, 0.412));

        assertThat(verdict.better()).isEmpty();
        assertThat(verdict.sentence())
                .isEqualTo("No difference beyond noise: SVD++ − SVD = 0.0004 ± 0.0009 (RMSE, 10,000 resamples over test"
                        + " ratings, seed noise measured, p = 0.41)");
    }

    @Test
    void aPositiveDifferenceIsBetterWhereMoreIsBetter() {
        List<Difference> more = List.of(difference(Resampled.USERS, 0.02, 0.01, 0.001));

        assertThat(Verdict.of("NDCG@10", "A", "B", false, more, Optional.empty())
                        .better())
                .contains("A");
        assertThat(Verdict.of("RMSE", "A", "B", true, more, Optional.empty()).better())
                .contains("B");
    }

    @Test
    void theMostCarefulWayToDrawDecides() {
        Verdict verdict = verdict(
                difference(Resampled.RATINGS, -0.002, 0.001, 0.001), difference(Resampled.USERS, -0.002, 0.003, 0.2));

        assertThat(verdict.mostCareful().over()).isEqualTo(Resampled.USERS);
        assertThat(verdict.differs()).isFalse();
    }

    /** The example of many textbooks: 0.01, 0.04, 0.03, 0.005 become 0.03, 0.06, 0.06, 0.02. */
    @Test
    void holmsCorrectionAgreesWithAWorkedCase() {
        double[] adjusted = Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005});

        assertThat(adjusted).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.adjust(new double[] {0.7, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }

    @Test
    void verdictsThatAreLookedAtTogetherAreCorrected() {
        List<Verdict> together = Verdict.together(List.of(
                verdict(difference(Resampled.USERS, -0.002, 0.001, 0.03)),
                verdict(difference(Resampled.USERS, -0.004, 0.001, 0.01))));

        assertThat(together.get(0).differs()).isTrue();
        assertThat(together.get(1).adjustedPValue()).isCloseTo(0.02, within(1e-12));
        assertThat(together.get(1).sentence()).contains("p = 0.020 by Holm's correction for 2 comparisons");
    }

    @Test
    void manyComparisonsWithFewResamplesCanShowNothing() {
        Verdict few = PairedUsers.verdict(
                "hits", false, "A", new double[] {1, 1, 1}, "B", new double[] {0, 0, 0}, new BootstrapPlan(100, 1));

        assertThat(few.differs()).isTrue();
        assertThat(Verdict.together(List.of(few, few, few)).get(0).leastPValue())
                .isCloseTo(6.0 / 101, within(1e-12));
    }

    /** Errors of difficulty that both runs share, and of each run's own. */
    private static RatingErrors[] twoRuns(int users, int items, double secondIsWorse, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] first = new double[users][items];
        double[][] second = new double[users][items];
        for (int u = 0; u < users; u++) {
            for (int i = 0; i < items; i++) {
                double common = 0.85 * Randoms.gaussian(random);
                first[u][i] = common + 0.15 * Randoms.gaussian(random);
                second[u][i] = (1 + secondIsWorse) * (common + 0.15 * Randoms.gaussian(random));
            }
        }
        return new RatingErrors[] {MadeErrors.of(first, STARS), MadeErrors.of(second, STARS)};
    }

    private static Verdict verdict(RatingErrors[] runs, int resamples) {
        return Verdict.of(
                Bootstrap.of(Arrays.asList(runs), new BootstrapPlan(resamples, 1)), ErrorMeasure.RMSE, "A", "B", NOISE);
    }

    @Test
    void aPlantedDifferenceOfFiveThousandthsIsFoundOnAHundredThousandRatings() {
        double rmse = Math.sqrt(0.85 * 0.85 + 0.15 * 0.15);
        Verdict verdict = verdict(twoRuns(1000, 100, 0.005 / rmse, 1), 10_000);

        assertThat(verdict.mostCareful().interval().estimate()).isCloseTo(-0.005, within(0.001));
        assertThat(verdict.better()).contains("A");
    }

    @Test
    void aPlantedDifferenceOfFiveThousandthsIsFoundAgainAndAgain() {
        for (long seed = 2; seed < 12; seed++) {
            assertThat(verdict(twoRuns(1000, 100, 0.0058, seed), 500).better())
                    .as("seed %d", seed)
                    .contains("A");
        }
    }

    @Test
    void runsThatAreEquallyGoodDoNotDifferInAtLeastNinetyOfAHundredTests() {
        int differing = 0;
        for (long seed = 100; seed < 200; seed++) {
            differing += verdict(twoRuns(200, 50, 0, seed), 500).differs() ? 1 : 0;
        }
        assertThat(differing).isLessThanOrEqualTo(10);
    }
}
