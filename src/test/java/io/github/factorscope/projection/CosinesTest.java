package io.github.factorscope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.numeric.FactorMatrix;
import org.junit.jupiter.api.Test;

class CosinesTest {
    private final Cosines cosines = new Cosines(FactorMatrix.fromFlat(
            new float[] {
                3, 4,
                30, 40,
                -4, 3,
                -3, -4,
                0, 0
            },
            5,
            2));

    @Test
    void lengthDoesNotMatter() {
        assertThat(cosines.of(0, 1)).isCloseTo(1, within(1e-6));
        assertThat(cosines.of(0, 2)).isCloseTo(0, within(1e-6));
        assertThat(cosines.of(1, 3)).isCloseTo(-1, within(1e-6));
    }

    @Test
    void aRowOfZerosIsLikeNothing() {
        assertThat(cosines.of(0, 4)).isZero();
        assertThat(cosines.of(4, 4)).isZero();
    }
}
