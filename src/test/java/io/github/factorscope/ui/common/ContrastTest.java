package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.plot.Palette;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG has it. */
class ContrastTest {
    private static final Color LIGHT = Color.WHITE;
    private static final Color DARK = Color.web("#0d1117");

    @Test
    void isTheRatioOfLuminances() {
        assertThat(Contrast.between(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
        assertThat(Contrast.between(Color.web("#777777"), Color.WHITE)).isCloseTo(4.48, within(0.01));
        assertThat(Contrast.between(Color.RED, Color.RED)).isEqualTo(1);
    }

    @Test
    void marksOfEveryModelStandOutInBothThemesAndWordsInTheirColourCanBeRead() {
        ModelCatalogue.all().forEach(family -> {
            for (int run = 0; run < 3; run++) {
                Color color = Colours.color(Palette.ofRun(family.id(), run));
                for (Color ground : new Color[] {LIGHT, DARK}) {
                    assertThat(Contrast.between(Contrast.forText(color, ground), ground))
                            .as(family.id() + " " + run)
                            .isGreaterThanOrEqualTo(Contrast.TEXT);
                }
            }
            for (Color ground : new Color[] {LIGHT, DARK}) {
                assertThat(Contrast.between(Colours.ofFamily(family.id()), ground))
                        .as(family.id())
                        .isGreaterThanOrEqualTo(Contrast.GRAPHIC);
            }
        });
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        assertThat(Contrast.forText(Color.web("#0550ae"), LIGHT)).isEqualTo(Color.web("#0550ae"));
    }
}
