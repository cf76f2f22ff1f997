package io.github.factorscope.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final double[] XS = {-3, 0, 5};
    private static final double[] YS = {-1, 1, 2};

    private final Viewport viewport = new Viewport();

    @BeforeEach
    void showThreeDots() {
        viewport.resize(800, 600);
        viewport.show(XS, YS);
    }

    @Test
    void everythingIsSeenAtFirst() {
        for (int dot = 0; dot < 3; dot++) {
            assertThat(viewport.shows(XS[dot], YS[dot], 20)).isTrue();
        }
        assertThat(viewport.zoom()).isEqualTo(1);
    }

    @Test
    void bothAxesHaveTheSameScaleAndUpIsUp() {
        double across = viewport.screenX(1) - viewport.screenX(0);
        double up = viewport.screenY(0) - viewport.screenY(1);

        assertThat(across).isCloseTo(up, within(1e-9)).isPositive();
    }

    @Test
    void whatLiesUnderThePointerStaysThere() {
        double px = viewport.screenX(2);
        double py = viewport.screenY(0.5);
        viewport.zoom(3.7, px, py);

        assertThat(viewport.zoom()).isCloseTo(3.7, within(1e-9));
        assertThat(viewport.screenX(2)).isCloseTo(px, within(1e-6));
        assertThat(viewport.screenY(0.5)).isCloseTo(py, within(1e-6));
    }

    @Test
    void panningFollowsTheMouse() {
        double px = viewport.screenX(1);
        double py = viewport.screenY(1);
        viewport.pan(30, -12);

        assertThat(viewport.screenX(1)).isCloseTo(px + 30, within(1e-6));
        assertThat(viewport.screenY(1)).isCloseTo(py - 12, within(1e-6));
    }

    @Test
    void theDotsAreNeverLeftBehind() {
        viewport.pan(1e7, 1e7);
        assertThat(viewport.shows(-3, 2, 0)).isTrue();

        for (int k = 0; k < 100; k++) {
            viewport.zoom(0.5, 0, 0);
        }
        assertThat(viewport.zoom()).isGreaterThan(0.5);
        for (int k = 0; k < 100; k++) {
            viewport.zoom(2, 0, 0);
        }
        assertThat(viewport.zoom()).isLessThan(1000);
    }

    @Test
    void aPlaceIsCentredAndEnlargedButNeverMadeSmaller() {
        viewport.centre(5, 2, 3);
        assertThat(viewport.screenX(5)).isEqualTo(400);
        assertThat(viewport.screenY(2)).isEqualTo(300);
        assertThat(viewport.zoom()).isEqualTo(3);

        viewport.centre(0, 1, 1.5);
        assertThat(viewport.zoom()).isEqualTo(3);
    }

    @Test
    void anotherWindowKeepsWhatIsInTheMiddle() {
        viewport.centre(1, 1, 2);
        viewport.resize(400, 900);

        assertThat(viewport.screenX(1)).isEqualTo(200);
        assertThat(viewport.screenY(1)).isEqualTo(450);
        assertThat(viewport.zoom()).isEqualTo(2);
    }

    @Test
    void dotsInOnePlaceAndNoDotsAreNoTrouble() {
        viewport.show(new double[] {7, 7}, new double[] {3, 3});
        assertThat(viewport.screenX(7)).isEqualTo(400);
        assertThat(viewport.scale()).isFinite().isPositive();

        viewport.show(new double[0], new double[0]);
        assertThat(viewport.scale()).isFinite().isPositive();
    }
}
