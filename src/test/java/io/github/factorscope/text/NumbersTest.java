package io.github.factorscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void nothingIsBelowZeroThatRoundsToIt() {
        assertThat(Numbers.fixed(-0.00003, 4, Locale.ENGLISH)).isEqualTo("0.0000");
        assertThat(Numbers.fixed(-0.0, 0, Locale.ENGLISH)).isEqualTo("0");
        assertThat(Numbers.fixed(-0.0003, 4, Locale.ENGLISH)).isEqualTo("−0.0003");
    }

    @Test
    void thousandsAreGroupedAsThePlaceDoes() {
        assertThat(Numbers.fixed(-1234.5, 1, Locale.ENGLISH)).isEqualTo("−1,234.5");
        assertThat(Numbers.fixed(1234.5, 1, Locale.GERMANY)).isEqualTo("1.234,5");
    }
}
