package io.github.factorscope.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnCountsTest {
    private static final int RESAMPLES = 20_000;

    /** All counts, [units][resamples]. */
    private static double[][] counts(int units) {
        DrawnCounts draws = new DrawnCounts(units, RESAMPLES, new SplittableRandom(units));
        double[][] counts = new double[units][RESAMPLES];
        for (double[] row : counts) {
            draws.next(row);
        }
        for (int r = 0; r < RESAMPLES; r++) {
            if (draws.tooMany(r)) {
                for (double[] row : counts) {
                    row[r] = 0;
                }
            }
            for (int missing = draws.missing(r); missing > 0; missing--) {
                counts[draws.unit()][r]++;
            }
        }
        return counts;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
            sum += (a[r] - meanA) * (b[r] - meanB);
        }
        return sum / a.length;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40, 300})
    void everyResampleHasAsManyDrawsAsThereAreUnits(int units) {
        double[][] counts = counts(units);
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (double[] row : counts) {
                sum += row[r];
            }
            assertThat(sum).isEqualTo(units);
        }
    }

    /** Bin(n, 1/n), whatever part of it was drawn as Poisson numbers: 40 units hardly any, 300 two thirds. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 40, 300})
    void aUnitIsDrawnAsOftenAsABinomialNumber(int units) {
        double[] counts = counts(units)[units / 2];
        double probability = Math.pow(1 - 1.0 / units, units); // of 0
        for (int k = 0; k <= 3 && k <= units; k++) {
            int times = k;
            double share = Arrays.stream(counts).filter(count -> count == times).count() / (double) RESAMPLES;
            double deviation = Math.sqrt(probability * (1 - probability) / RESAMPLES);
            assertThat(share).as("count %d", k).isCloseTo(probability, within(5 * deviation));
            probability *= (units - k) / ((k + 1.0) * (units - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 40})
    void twoUnitsTakeDrawsFromOneAnother(int units) {
        double[][] counts = counts(units);

        assertThat(covariance(counts[0], counts[1])).isCloseTo(-1.0 / units, within(5 / Math.sqrt(RESAMPLES)));
        assertThat(covariance(counts[0], counts[0])).isCloseTo(1 - 1.0 / units, within(10 / Math.sqrt(RESAMPLES)));
    }
}
