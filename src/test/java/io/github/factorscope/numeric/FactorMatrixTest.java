package io.github.factorscope.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FactorMatrixTest {
    @Test
    void flatValuesAreTheRowsOneAfterTheOther() {
        FactorMatrix matrix = FactorMatrix.fromFlat(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

        assertThat(matrix.row(0)).containsExactly(1, 2, 3);
        assertThat(matrix.row(1)).containsExactly(4, 5, 6);
        assertThat(matrix.toFlat()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void flatValuesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> FactorMatrix.fromFlat(new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("2", "3", "5");
    }

    @Test
    void aCopyDoesNotFollowTheOriginal() {
        FactorMatrix matrix = FactorMatrix.fromFlat(new float[] {1, 2}, 1, 2);
        FactorMatrix copy = matrix.copy();
        matrix.row(0)[0] = 9;

        assertThat(copy.toFlat()).containsExactly(1, 2);
        assertThat(matrix.toFlat()).containsExactly(9, 2);
    }

    @Test
    void entriesHaveTheStatedDeviation() {
        FactorMatrix matrix = FactorMatrix.gaussian(400, 250, 0.1, new SplittableRandom(5));
        double squares = 0;
        for (float value : matrix.toFlat()) {
            squares += value * value;
        }
        assertThat(squares / 100_000).isCloseTo(0.01, within(0.0003));
    }
}
