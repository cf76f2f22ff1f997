package io.github.factorscope.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RatingScale;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedNoiseTest {
    @Test
    void groupsArePooledByTheirDegreesOfFreedom() {
        SeedNoise noise = SeedNoise.pooled(List.of(new double[] {1, 3}, new double[] {7}, new double[] {10, 11, 12}))
                .orElseThrow();

        assertThat(noise.degreesOfFreedom()).isEqualTo(3);
        assertThat(noise.deviation()).isCloseTo(Math.sqrt((2.0 + 2.0) / 3), within(1e-12));
    }

    @Test
    void whatStandsAloneTellsNothing() {
        assertThat(SeedNoise.pooled(List.of(new double[] {1}, new double[] {2})))
                .isEmpty();
    }

    @Test
    void whatIsAssumedGrowsWithTheScaleAndFallsWithTheTrainingRatings() {
        double stars = SeedNoise.assumed(RatingScale.WHOLE_STARS, 100_000).deviation();

        assertThat(stars).isCloseTo(0.0006, within(1e-12));
        assertThat(SeedNoise.assumed(new RatingScale(0, 100, 1), 100_000).deviation())
                .isCloseTo(25 * stars, within(1e-12));
        assertThat(SeedNoise.assumed(RatingScale.WHOLE_STARS, 800_000).deviation())
                .isCloseTo(stars / 2, within(1e-12));
    }

    @Test
    void noiseIsNotNegative() {
        assertThatThrownBy(() -> new SeedNoise(SeedNoise.Source.MEASURED, -1, 2))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new SeedNoise(SeedNoise.Source.MEASURED, 1, 0)).hasMessageContaining("with 0");
    }
}
