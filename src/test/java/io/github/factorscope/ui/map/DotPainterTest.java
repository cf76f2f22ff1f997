package io.github.factorscope.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotPainterTest {
    private static final int SIDE = 64;

    private final int[] pixels = new int[SIDE * SIDE];
    private final DotPainter painter = new DotPainter();

    private void begin(int ground) {
        painter.begin(pixels, SIDE, SIDE, ground);
    }

    /** How many pixels the white on a black ground would cover if it were not spread over edges. */
    private double white() {
        return Arrays.stream(pixels)
                .mapToDouble(pixel -> (pixel & 0xff) / 255.0)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"32, 32, 1.4", "31.5, 32.25, 2.3", "30.1, 29.9, 5", "32, 32, 17.3"})
    void aDiscCoversItsArea(double x, double y, double radius) {
        begin(0);
        painter.disc(x, y, radius, 0xffffff);

        double area = Math.PI * radius * radius;
        assertThat(white()).isCloseTo(area, within(0.04 * area + 0.3));
    }

    @Test
    void aRingHasAHole() {
        begin(0);
        painter.ring(32, 32, 6, 9, 0xffffff);

        assertThat(white()).isCloseTo(Math.PI * (81 - 36), within(4.0));
        assertThat(pixels[32 * SIDE + 32]).isEqualTo(0xff000000);
        assertThat(pixels[32 * SIDE + 39]).isEqualTo(0xffffffff);
    }

    @Test
    void whatReachesBeyondThePictureIsCutOff() {
        begin(0);
        painter.disc(0, 0, 10, 0xffffff);
        assertThat(white()).isCloseTo(Math.PI * 100 / 4, within(4.0));

        painter.disc(-50, 20, 10, 0xffffff);
        painter.disc(20, 500, 10, 0xffffff);
        assertThat(white()).isCloseTo(Math.PI * 100 / 4, within(4.0));
    }

    @Test
    void allPixelsAreOpaque() {
        begin(0x123456);
        painter.disc(20.3, 20.7, 8, 0xfedcba);
        painter.horizontal(40.5, 0x808080);
        painter.vertical(50.2, 0x808080);
        painter.vertical(-1, 0x808080);

        assertThat(Arrays.stream(pixels).map(pixel -> pixel >>> 24)).containsOnly(255);
        assertThat(pixels[0]).isEqualTo(0xff123456);
        assertThat(pixels[20 * SIDE + 20]).isEqualTo(0xfffedcba);
        assertThat(pixels[40 * SIDE + 3]).isEqualTo(0xff808080);
        assertThat(pixels[3 * SIDE + 50]).isEqualTo(0xff808080);
    }

    @Test
    void mixingGoesFromOneColourToTheOther() {
        assertThat(DotPainter.mixed(0x10c080, 0xff0040, 0)).isEqualTo(0xff10c080);
        assertThat(DotPainter.mixed(0x10c080, 0xff0040, 256)).isEqualTo(0xffff0040);
        assertThat(DotPainter.mixed(0x000000, 0xfffefc, 128)).isEqualTo(0xff7f7f7e);
    }
}
