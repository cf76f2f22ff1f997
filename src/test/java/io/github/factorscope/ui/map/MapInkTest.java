package io.github.factorscope.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.ui.map.MapInk.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapInkTest {
    private static final int LIGHT = 0xffffff;
    private static final int DARK = 0x0d1117;

    /** What eyes see without one kind of cone, in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
    private static final List<double[][]> EYES = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    /** Colours that differ by less look alike in small dots. */
    private static final double FAR_APART = 18; // in CIE L*a*b*

    @ParameterizedTest
    @ValueSource(ints = {LIGHT, DARK})
    void genresStayApartForAllEyes(int ground) {
        int[] colours = IntStream.range(-1, MapInk.CATEGORIES) // with that of the others
                .map(number -> MapInk.of(Kind.CATEGORY, number, ground))
                .toArray();
        for (double[][] eyes : EYES) {
            for (int a = 0; a < colours.length; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(distance(lab(colours[a], eyes), lab(colours[b], eyes)))
                            .as("%06x and %06x", colours[a], colours[b])
                            .isGreaterThan(FAR_APART);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LIGHT, DARK})
    void genresStandOutFromTheGround(int ground) {
        for (int number = 0; number < MapInk.CATEGORIES; number++) {
            assertThat(contrast(MapInk.of(Kind.CATEGORY, number, ground), ground))
                    .isGreaterThan(2.5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LIGHT, DARK})
    void moreIsFurtherFromTheGround(int ground) {
        double before = 1;
        for (double value = 0; value <= 1; value += 0.25) {
            double contrast = contrast(MapInk.of(Kind.AMOUNT, value, ground), ground);
            assertThat(contrast).isGreaterThan(before);
            before = contrast;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LIGHT, DARK})
    void belowAndAboveDifferForAllEyes(int ground) {
        for (double[][] eyes : EYES) {
            assertThat(distance(
                            lab(MapInk.of(Kind.BALANCE, -1, ground), eyes),
                            lab(MapInk.of(Kind.BALANCE, 1, ground), eyes)))
                    .isGreaterThan(2 * FAR_APART);
        }
    }

    @Test
    void whatIsUnknownIsQuiet() {
        assertThat(MapInk.of(Kind.BALANCE, Double.NaN, LIGHT)).isEqualTo(MapInk.quiet(LIGHT));
    }

    private static double[] linear(int rgb, double[][] eyes) {
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += eyes[row][column] * linear(rgb >> (16 - 8 * column) & 0xff);
            }
            seen[row] = Math.max(0, Math.min(1, seen[row]));
        }
        return seen;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /** As in WCAG 2. */
    private static double contrast(int a, int b) {
        double first = luminance(linear(a, EYES.get(0))) + 0.05;
        double second = luminance(linear(b, EYES.get(0))) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double[] lab(int rgb, double[][] eyes) {
        double[] seen = linear(rgb, eyes);
        double x = curve((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
        double y = curve(luminance(seen));
        double z = curve((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }
}
