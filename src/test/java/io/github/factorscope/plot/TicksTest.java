package io.github.factorscope.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(Ticks.logarithmic(15, 680, 2)).containsExactly(30.0, 300.0);
    }

    @Test
    void oneDivisionAloneTellsNoScale() {
        assertThat(Ticks.linear(0.78, 1.21, 2, false)).hasSizeGreaterThan(1);
        assertThat(Ticks.linear(0.811, 0.829, 1, false)).hasSizeGreaterThan(1);
        assertThat(Ticks.linear(0.6, 1.4, 4, true)).containsExactly(1.0); // there is no other whole number
        assertThat(Ticks.logarithmic(60, 170, 1)).hasSize(2);
        assertThat(Ticks.logarithmic(0.81, 0.86, 9)).hasSizeGreaterThan(1);
    }

    @Test
    void anAxisIsDividedAtTheValuesThatWereTried() {
        Axis axis = Axis.of("Factors", Axis.Scale.WHOLE).dividedAt(List.of(5.0, 10.0, 20.0, 40.0));
        List<Double> ticks = axis.across(new Range(4, 41, false), 300);
        assertThat(ticks).containsExactly(5.0, 10.0, 20.0, 40.0);
        Axis fine = Axis.of("Rate", Axis.Scale.LOGARITHMIC).dividedAt(List.of(0.005, 0.02, 0.125));
        assertThat(fine.divisions())
                .extracting(tick -> fine.label(tick, fine.divisions()))
                .containsExactly("0.005", "0.02", "0.125");
    }

    @Test
    void labelsOfACloseLogarithmicAxisDiffer() {
        Axis axis = Axis.of("Seconds", Axis.Scale.LOGARITHMIC);
        List<Double> ticks = axis.across(new Range(0.81, 0.86, true), 400);
        assertThat(ticks).extracting(tick -> axis.label(tick, ticks)).doesNotHaveDuplicates();
    }

    @Test
    void labelsHaveTheDigitsThatTellThemApart() {
        assertThat(Ticks.label(0.85, 0.05)).isEqualTo("0.85");
        assertThat(Ticks.label(40000, 5000)).isEqualTo("40,000");
        assertThat(Ticks.label(-0.0, 20)).isEqualTo("0");
        assertThat(Ticks.label(2_500_000, 500_000)).isEqualTo("2.5M");
    }
}
