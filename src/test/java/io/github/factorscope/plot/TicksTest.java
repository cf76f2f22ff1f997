package io.github.factorscope.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void areRoundNumbersWithinTheEnds() {
        assertThat(Ticks.linear(0.83, 1.07, 5, false))
                .usingElementComparator(new DoubleComparator(1e-12))
                .containsExactly(0.85, 0.9, 0.95, 1.0, 1.05);
        assertThat(Ticks.linear(1, 38, 8, true)).containsExactly(5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0);
    }

    @Test
    void wholeAxesHaveNoFractions() {
        assertThat(Ticks.linear(1, 3, 10, true)).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void logarithmicAxesShowAsManyAsFit() {
        assertThat(Ticks.logarithmic(15, 680, 9)).containsExactly(20.0, 50.0, 100.0, 200.0, 500.0);
        assertThat(Ticks.logarithmic(15, 680, 4)).containsExactly(30.0, 100.0, 300.0);
        assertThat(Ticks.logarithmic(15, 680, 2)).containsExactly(100.0);
    }

    @Test
    void labelsHaveTheDigitsThatTellThemApart() {
        assertThat(Ticks.label(0.85, 0.05)).isEqualTo("0.85");
        assertThat(Ticks.label(40000, 5000)).isEqualTo("40,000");
        assertThat(Ticks.label(-0.0, 20)).isEqualTo("0");
        assertThat(Ticks.label(2_500_000, 500_000)).isEqualTo("2.5M");
    }
}
