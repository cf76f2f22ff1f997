package io.github.factorscope.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.reading.LoadProgress;
import org.junit.jupiter.api.Test;

class LoadingLineTest {
    @Test
    void saysLinesBytesAndWhatIsLeft() {
        assertThat(LoadingLine.words(new LoadProgress(5_000_000, 130_000_000, 650_000_000, 2)))
                .isEqualTo("5,000,000 lines, 130 MB of 650 MB, 8.0\u00a0s left");
    }

    @Test
    void atTheBeginningNothingIsForetold() {
        assertThat(LoadingLine.words(new LoadProgress(1000, 30_000_000, 650_000_000, 0.2)))
                .isEqualTo("1,000 lines, 30 MB of 650 MB");
        assertThat(new LoadProgress(1000, 3, 650_000_000, 20).secondsLeft()).isEmpty();
    }

    @Test
    void theShareIsThatOfTheBytes() {
        assertThat(new LoadProgress(1, 25, 100, 1).share()).isEqualTo(0.25);
        assertThat(new LoadProgress(1, 120, 100, 1).share()).isEqualTo(1);
        assertThat(new LoadProgress(0, 0, 0, 0).share()).isEqualTo(1);
    }
}
