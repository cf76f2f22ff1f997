package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.ui.common.InTurn;
import org.junit.jupiter.api.Test;

class ScreenViewsTest extends WindowTest {
    @Test
    void screensThatNobodyHasShownAreMadeByThemselves() {
        waitFor(() -> window.screens().made().size() == Screen.values().length);
    }

    @Test
    void aScreenThatIsShownBeforeIsMadeAtOnceAndWorks() {
        interact(() -> {
            window.show(Screen.LEARN);
            assertThat(window.scene().lookup("#manySteps")).isNotNull();
        });
        waitFor(InTurn::isOver);
        waitFor(() -> window.screens().made().size() == Screen.values().length);
    }
}
