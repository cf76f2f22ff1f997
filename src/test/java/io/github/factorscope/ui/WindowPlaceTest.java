package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** The window is never where nobody sees it. */
class WindowPlaceTest {
    private static final Rectangle2D MAIN = new Rectangle2D(0, 32, 1920, 1048);
    private static final Rectangle2D SECOND = new Rectangle2D(1920, 0, 1280, 800);

    @Test
    void whatIsOnAScreenStaysThere() {
        Rectangle2D wanted = new Rectangle2D(1950, 10, 1100, 750);

        assertThat(WindowPlace.within(wanted, List.of(MAIN, SECOND))).isEqualTo(wanted);
    }

    @Test
    void whereAScreenIsGoneItOpensOnTheMainOne() {
        assertThat(WindowPlace.within(new Rectangle2D(3300, 10, 1100, 750), List.of(MAIN)))
                .isEqualTo(new Rectangle2D(820, 32, 1100, 750));
    }

    @Test
    void itIsNoLargerThanTheScreen() {
        assertThat(WindowPlace.within(new Rectangle2D(1900, -50, 4000, 3000), List.of(MAIN, SECOND)))
                .matches(place -> MAIN.contains(place) || SECOND.contains(place));
    }
}
