package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void agreesWithAWorkedCase() {
        Spread spread = Spread.of(2, 4, 4, 6);

        assertThat(spread.mean()).isEqualTo(4);
        assertThat(spread.standardDeviation()).isCloseTo(Math.sqrt(8.0 / 3), within(1e-12));
        assertThat(spread.min()).isEqualTo(2);
        assertThat(spread.max()).isEqualTo(6);
        assertThat(Spread.of(3)).isEqualTo(new Spread(1, 3, 0, 3, 3));
    }

    @Test
    void noNumberHasNoSpread() {
        assertThatThrownBy(Spread::of).hasMessageContaining("at least one");
    }
}
