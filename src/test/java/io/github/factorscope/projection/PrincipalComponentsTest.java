package io.github.factorscope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
    private static FactorMatrix rows(double[]... values) {
        float[] flat = new float[values.length * values[0].length];
        int at = 0;
        for (double[] row : values) {
            for (double value : row) {
                flat[at++] = (float) value;
            }
        }
        return FactorMatrix.fromFlat(flat, values.length, values[0].length);
    }

    @Test
    void pointsOnALineHaveOneComponent() {
        FactorMatrix line = rows(new double[] {1, 2, 2}, new double[] {2, 4, 4}, new double[] {6, 12, 12});

        PrincipalComponents components = PrincipalComponents.of(line, row -> 1);

        assertThat(components.count()).isEqualTo(3);
        assertThat(components.share(0)).isCloseTo(1, within(1e-12));
        assertThat(components.share(1)).isCloseTo(0, within(1e-12));
        // Lengths 3, 6 and 18 along the line, less their mean 9; the longer tail is the positive one.
        assertThat(components.places(line, 0)).containsExactly(new double[] {-6, -3, 9}, within(1e-6));
    }

    @Test
    void aTurnedCrossIsFoundWithTheShareOfEachArm() {
        double c = 0.6;
        double s = 0.8;
        FactorMatrix cross = rows(
                new double[] {4 * c, 4 * s}, new double[] {-4 * c, -4 * s}, new double[] {-2 * s, 2 * c}, new double[] {
                    2 * s, -2 * c
                });

        PrincipalComponents components = PrincipalComponents.of(cross, row -> 1);

        assertThat(components.share(0)).isCloseTo(16.0 / 20, within(1e-6));
        assertThat(components.share(1)).isCloseTo(4.0 / 20, within(1e-6));
        assertThat(Math.abs(components.places(cross, 0)[0])).isCloseTo(4, within(1e-6));
        assertThat(Math.abs(components.places(cross, 1)[2])).isCloseTo(2, within(1e-6));
        assertThat(components.places(cross, 0)[2]).isCloseTo(0, within(1e-6));
    }

    @Test
    void aRowOfWeight2CountsAsTwo() {
        FactorMatrix once = gaussian(30, 4, 1);
        double[][] doubled = new double[31][];
        for (int row = 0; row < 31; row++) {
            float[] values = once.row(row % 30);
            doubled[row] = new double[] {values[0], values[1], values[2], values[3]};
        }

        PrincipalComponents weighted = PrincipalComponents.of(once, row -> row == 0 ? 2 : 1);
        PrincipalComponents repeated = PrincipalComponents.of(rows(doubled), row -> 1);

        for (int component = 0; component < 4; component++) {
            assertThat(weighted.share(component)).isCloseTo(repeated.share(component), within(1e-9));
            assertThat(weighted.places(once, component))
                    .containsExactly(repeated.places(once, component), within(1e-6));
        }
    }

    @Test
    void aRowWithoutWeightDecidesNothingAndHasAPlace() {
        FactorMatrix factors =
                rows(new double[] {1, 0}, new double[] {2, 0}, new double[] {6, 0}, new double[] {-900, 700});

        PrincipalComponents components = PrincipalComponents.of(factors, row -> row < 3 ? 1 : 0);

        assertThat(components.share(0)).isCloseTo(1, within(1e-12));
        assertThat(components.places(factors, 0)).containsExactly(new double[] {-2, -1, 3, -903}, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 40})
    void turningAllFactorsMovesNothing(int factors) {
        FactorMatrix before = gaussian(60, factors, 2);
        FactorMatrix after = before.copy();
        double angle = 1.1;
        for (int row = 0; row < 60; row++) {
            float[] values = after.row(row);
            float first = values[0];
            values[0] = (float) (Math.cos(angle) * first - Math.sin(angle) * values[1]);
            values[1] = (float) (Math.sin(angle) * first + Math.cos(angle) * values[1]);
        }

        PrincipalComponents of = PrincipalComponents.of(before, row -> 1);
        PrincipalComponents ofTurned = PrincipalComponents.of(after, row -> 1);

        for (int component = 0; component < 2; component++) {
            assertThat(ofTurned.places(after, component)).containsExactly(of.places(before, component), within(1e-4));
        }
    }

    @Test
    void sharesFallAndAddUpToOne() {
        PrincipalComponents components =
                PrincipalComponents.of(gaussian(10, 20, 3), row -> 1); // fewer rows than factors

        double sum = 0;
        for (int component = 0; component < 20; component++) {
            sum += components.share(component);
            if (component > 0) {
                assertThat(components.share(component)).isLessThanOrEqualTo(components.share(component - 1));
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void theLongerTailIsPositive() {
        FactorMatrix factors = gaussian(200, 6, 4);
        PrincipalComponents components = PrincipalComponents.of(factors, row -> 1);

        for (int component = 0; component < 6; component++) {
            double cubes = Arrays.stream(components.places(factors, component))
                    .map(place -> place * place * place)
                    .sum();
            assertThat(cubes).isPositive();
        }
    }

    @Test
    void factorsThatAreAllTheSameHaveNoVariance() {
        FactorMatrix same = rows(new double[] {3, 4}, new double[] {3, 4});

        PrincipalComponents components = PrincipalComponents.of(same, row -> 1);

        assertThat(components.share(0)).isZero();
        assertThat(components.places(same, 0)).containsExactly(0, 0);
    }

    @Test
    void whereNothingHasWeightNothingIsRefused() {
        FactorMatrix factors = gaussian(3, 2, 5);

        assertThat(PrincipalComponents.of(factors, row -> 0).share(0)).isZero();
    }

    @Test
    void aWeightThatIsNoneIsRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(gaussian(3, 2, 5), row -> row == 1 ? -1 : 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1 was -1");
    }

    @Test
    void itemsCountTheMoreTheMoreTheyAreRated() {
        assertThat(PrincipalComponents.weight(0)).isZero();
        assertThat(PrincipalComponents.weight(100)).isEqualTo(0.5);
        assertThat(PrincipalComponents.weight(3000))
                .isGreaterThan(PrincipalComponents.weight(300))
                .isLessThan(1);
    }

    private static FactorMatrix gaussian(int rows, int factors, long seed) {
        SplittableRandom random = Randoms.stream(seed, "made factors");
        FactorMatrix matrix = FactorMatrix.gaussian(rows, factors, 1, random);
        for (int row = 0; row < rows; row++) {
            matrix.row(row)[0] *= 4; // so that the first components are clearly apart
            matrix.row(row)[1] *= 2;
            matrix.row(row)[0] += row % 7 == 0 ? 6 : 0;
        }
        return matrix;
    }
}
