package io.github.factorscope.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final BootstrapPlan PLAN = new BootstrapPlan(4000, 3);

    private static Bootstrap bootstrap(RatingErrors... errors) {
        return Bootstrap.of(List.of(errors), PLAN);
    }

    private static double[][] normal(int users, int items, double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] errors = new double[users][items];
        for (double[] row : errors) {
            Arrays.setAll(row, k -> deviation * Randoms.gaussian(random));
        }
        return errors;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int u = 0; u < a.length; u++) {
            double[] left = a[u];
            double[] right = b[u];
            sum[u] = new double[left.length];
            Arrays.setAll(sum[u], k -> left[k] + right[k]);
        }
        return sum;
    }

    private static Interval interval(Bootstrap bootstrap, ErrorMeasure measure, Resampled over) {
        return bootstrap.intervals(measure, Repeats.fixed(0)).get(over.ordinal());
    }

    private static Difference difference(Bootstrap bootstrap, ErrorMeasure measure, Resampled over) {
        return bootstrap
                .differences(measure, Repeats.fixed(0), Repeats.fixed(1))
                .get(over.ordinal());
    }

    @Test
    void equalErrorsHaveAnIntervalWithoutWidth() {
        double[][] errors = new double[7][11];
        for (double[] row : errors) {
            Arrays.fill(row, 0.5);
        }
        Bootstrap bootstrap = bootstrap(MadeErrors.of(errors), MadeErrors.of(errors));

        for (ErrorMeasure measure : ErrorMeasure.values()) {
            for (Resampled over : Resampled.values()) {
                assertThat(interval(bootstrap, measure, over)).isEqualTo(new Interval(over, 0.5, 0.5, 0.5));
                Difference none = difference(bootstrap, measure, over);
                assertThat(none.interval()).isEqualTo(new Interval(over, 0, 0, 0));
                assertThat(none.pValue()).isEqualTo(1);
            }
        }
    }

    /** Of the 4⁴ resamples of four ratings each is as likely; the MAE of the first minus that of the second is counted. */
    @Test
    void fewRatingsAgreeWithAllTheirResamples() {
        double[] first = {1.0, 0.2, 0.9, 0.4};
        double[] second = {0.1, 0.3, 0.6, 0.5};
        double[] all = new double[256];
        for (int code = 0; code < 256; code++) {
            for (int draw = 0; draw < 4; draw++) {
                int k = (code >> (2 * draw)) & 3;
                all[code] += (first[k] - second[k]) / 4;
            }
        }
        Arrays.sort(all);
        double atMostZero = Arrays.stream(all).filter(d -> d <= 1e-9).count() / 256.0;
        Difference found = difference(
                bootstrap(MadeErrors.ofOneUser(first), MadeErrors.ofOneUser(second)),
                ErrorMeasure.MAE,
                Resampled.RATINGS);

        assertThat(found.interval().estimate()).isCloseTo(0.25, within(1e-6));
        assertThat(found.pValue()).isCloseTo(2 * atMostZero, within(0.03)); // 5 standard deviations
        assertThat(found.interval().low()).isBetween(all[2] - 1e-6, all[11] + 1e-6);
        assertThat(found.interval().high()).isBetween(all[244] - 1e-6, all[253] + 1e-6);
    }

    @Test
    void theIntervalOfTheMaeIsThatOfTheNormalTheory() {
        double[][] errors = normal(50, 40, 1, 5);
        double mean = Arrays.stream(errors)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .average()
                .orElseThrow();
        double variance = Arrays.stream(errors)
                .flatMapToDouble(Arrays::stream)
                .map(e -> (Math.abs(e) - mean) * (Math.abs(e) - mean))
                .average()
                .orElseThrow();
        Interval interval = interval(bootstrap(MadeErrors.of(errors)), ErrorMeasure.MAE, Resampled.RATINGS);

        assertThat(interval.estimate()).isCloseTo(mean, within(1e-6));
        assertThat(interval.halfWidth()).isCloseTo(1.96 * Math.sqrt(variance / 2000), within(0.002));
    }

    @Test
    void theIntervalOfTheRmseIsThatOfTheDeltaMethod() {
        double[][] errors = normal(50, 40, 1, 6); // Var e² = 2, so Var RMSE = 2 / (4·n)
        Interval interval = interval(bootstrap(MadeErrors.of(errors)), ErrorMeasure.RMSE, Resampled.RATINGS);

        assertThat(interval.halfWidth()).isCloseTo(1.96 * Math.sqrt(0.5 / 2000), within(0.003));
    }

    /** Where a user's ratings share what is difficult about them, a thousand ratings of fifty users are fifty, not a thousand. */
    @Test
    void usersWhoAreMoreDifficultThanOthersMakeTheIntervalOverUsersWider() {
        double[][] errors = normal(50, 20, 1, 8);
        SplittableRandom random = new SplittableRandom(9);
        for (double[] row : errors) {
            double difficulty = Math.exp(0.7 * Randoms.gaussian(random));
            Arrays.setAll(row, k -> difficulty * row[k]);
        }
        Bootstrap bootstrap = bootstrap(MadeErrors.of(errors));

        assertThat(interval(bootstrap, ErrorMeasure.RMSE, Resampled.USERS).halfWidth())
                .isGreaterThan(2
                        * interval(bootstrap, ErrorMeasure.RMSE, Resampled.RATINGS)
                                .halfWidth());
    }

    @Test
    void pairingLeavesOutWhatBothRunsFindDifficult() {
        double[][] common = normal(40, 25, 1, 10);
        Bootstrap bootstrap = bootstrap(
                MadeErrors.of(sum(common, normal(40, 25, 0.1, 11))),
                MadeErrors.of(sum(common, normal(40, 25, 0.1, 12))));
        double single =
                interval(bootstrap, ErrorMeasure.RMSE, Resampled.RATINGS).halfWidth();

        assertThat(difference(bootstrap, ErrorMeasure.RMSE, Resampled.RATINGS)
                        .interval()
                        .halfWidth())
                .isLessThan(single / 4);
    }

    @Test
    void theFirstMinusTheSecondChangesItsSignWithTheirOrder() {
        RatingErrors one = MadeErrors.of(normal(20, 20, 1, 13));
        RatingErrors other = MadeErrors.of(normal(20, 20, 1.1, 14));
        Difference there = difference(bootstrap(one, other), ErrorMeasure.RMSE, Resampled.USERS);
        Difference back = difference(bootstrap(other, one), ErrorMeasure.RMSE, Resampled.USERS);

        assertThat(there.interval().low()).isCloseTo(-back.interval().high(), within(1e-12));
        assertThat(there.pValue()).isEqualTo(back.pValue());
    }

    @Test
    void aPValueBelowFivePercentLeavesZeroOutOfTheInterval() {
        int below = 0;
        for (long seed = 0; seed < 60; seed++) {
            Bootstrap bootstrap = bootstrap(
                    MadeErrors.of(normal(20, 10, 1, 100 + seed)), MadeErrors.of(normal(20, 10, 1.1, 200 + seed)));
            for (Resampled over : Resampled.values()) {
                Difference found = difference(bootstrap, ErrorMeasure.RMSE, over);
                boolean zeroInside =
                        found.interval().low() <= 0 && found.interval().high() >= 0;
                if (Math.abs(found.pValue() - 0.05) > 0.001) { // closer by, the two round differently
                    assertThat(found.pValue() > 0.05).isEqualTo(zeroInside);
                }
                below += found.pValue() < 0.05 ? 1 : 0;
            }
        }
        assertThat(below).isBetween(5, 115); // both cases came up
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() throws Exception {
        RatingErrors one = MadeErrors.of(normal(30, 30, 1, 15));
        RatingErrors other = MadeErrors.of(normal(30, 30, 1, 16));

        assertThat(onThreads(1, one, other)).isEqualTo(onThreads(7, one, other));
    }

    private static List<Difference> onThreads(int threads, RatingErrors one, RatingErrors other) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() ->
                            bootstrap(one, other).differences(ErrorMeasure.RMSE, Repeats.fixed(0), Repeats.fixed(1)))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anotherSeedDrawsOtherResamples() {
        RatingErrors errors = MadeErrors.of(normal(30, 30, 1, 17));

        assertThat(Bootstrap.of(List.of(errors), new BootstrapPlan(1000, 1))
                        .intervals(ErrorMeasure.RMSE, Repeats.fixed(0)))
                .isNotEqualTo(Bootstrap.of(List.of(errors), new BootstrapPlan(1000, 2))
                        .intervals(ErrorMeasure.RMSE, Repeats.fixed(0)));
    }

    @Test
    void seedNoiseWidensTheIntervalByItsTDistribution() {
        double[][] errors = new double[20][20];
        for (double[] row : errors) {
            Arrays.fill(row, 0.5); // the test itself leaves nothing open
        }
        Bootstrap bootstrap =
                Bootstrap.of(List.of(MadeErrors.of(errors), MadeErrors.of(errors)), BootstrapPlan.DEFAULT);
        SeedNoise noise = new SeedNoise(SeedNoise.Source.MEASURED, 0.01, 4);
        Interval one =
                bootstrap.intervals(ErrorMeasure.RMSE, Repeats.single(0, noise)).get(0);
        Interval mean = bootstrap
                .intervals(ErrorMeasure.RMSE, new Repeats(List.of(0, 1), Optional.of(noise)))
                .get(0);

        assertThat(one.halfWidth()).isCloseTo(2.776 * 0.01, within(0.0015));
        assertThat(mean.halfWidth()).isCloseTo(2.776 * 0.01 / Math.sqrt(2), within(0.0015));
    }

    @Test
    void runsOfDifferentTestsAreRefused() {
        assertThatThrownBy(() -> bootstrap(MadeErrors.ofOneUser(1, 2), MadeErrors.ofOneUser(1, 2, 3)))
                .hasMessageContaining("[2, 3]");
        assertThatThrownBy(() -> Bootstrap.of(List.of(), PLAN)).hasMessageContaining("at least one run");
    }

    @Test
    void aPlanNamesTheNumberThatItRefuses() {
        assertThatThrownBy(() -> new BootstrapPlan(99, 1)).hasMessageContaining("99");
        assertThatThrownBy(() -> new BootstrapPlan(1_000_001, 1)).hasMessageContaining("1000001");
    }
}
