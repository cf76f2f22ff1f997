package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingLevelsTest {
    private static RatingLevels levels(double min, double max, double step) {
        return RatingLevels.of(new RatingScale((float) min, (float) max, (float) step));
    }

    @Test
    void whatCanBeGivenIsALevelWhereThereAreAtMostTen() {
        assertThat(levels(1, 5, 1).lows()).isEqualTo(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(levels(0.5, 5, 0.5).lows()).isEqualTo(List.of(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0));
        assertThat(levels(1, 10, 1).count()).isEqualTo(10);
        assertThat(levels(1, 10, 1).isExact()).isTrue();
        assertThat(levels(0.5, 5, 0.5).of(3.5)).isEqualTo(6);
        assertThat(levels(3, 3, 0).of(3)).isZero();
    }

    @Test
    void finerScalesAreCutIntoRoundLevels() {
        assertThat(levels(0, 100, 1).lows()).first().isEqualTo(0.0);
        assertThat(levels(0, 100, 1).low(9)).isEqualTo(90);
        assertThat(levels(0, 100, 1).of(100)).isEqualTo(9);
        assertThat(levels(0, 100, 1).of(89)).isEqualTo(8);
        assertThat(levels(0, 100, 1).isExact()).isFalse();
        assertThat(levels(-9.97, 9.96, 0).lows()).startsWith(-10.0, -8.0).hasSize(10);
        assertThat(levels(0, 1, 0).count()).isEqualTo(10);
        assertThat(levels(0, 1, 0).of(0.3f)).isEqualTo(3);
        assertThat(levels(0.25, 5, 0.25).count()).isEqualTo(10);
    }

    @Test
    void everyRatingHasALevelThatHoldsItOnAnyScale() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 2000; trial++) {
            double min = Math.rint(1000 * (random.nextDouble() - 0.5)) / 100;
            double max = min + 0.01 + Math.pow(10, 4 * random.nextDouble() - 1);
            RatingLevels levels = levels(min, max, random.nextBoolean() ? 0 : 0.01);
            assertThat(levels.count()).isBetween(1, RatingLevels.MOST);
            for (int k = 0; k <= 20; k++) {
                double rating = min + k * (max - min) / 20;
                int level = levels.of(rating);
                double slack = 1e-4 * (1 + Math.abs(max) + Math.abs(min));
                assertThat(level).isBetween(0, levels.count() - 1);
                assertThat(levels.low(level)).isLessThanOrEqualTo(rating + slack + (levels.isExact() ? 0.01 : 0));
                if (level < levels.count() - 1) {
                    assertThat(levels.low(level + 1)).isGreaterThan(rating - slack);
                }
            }
            assertThat(levels.of(max)).as("the end of the scale").isEqualTo(levels.count() - 1);
            assertThat(levels.low(0)).isCloseTo(min, within(max - min + 1e-3));
        }
    }
}
