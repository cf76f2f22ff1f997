package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2003-01-31, 1043971200",
        "2003/1/31, 1043971200",
        "31.01.2003, 1043971200",
        "31.1.2003, 1043971200",
        "1.12.2003, 1070236800",
        "31.01.2003 12:00, 1044014400",
        "2003-01-31T12:00:00Z, 1044014400",
        "2003-01-31 12:00:00.5 +02:00, 1044007200",
    })
    void daysAndTimesOfDay(String text, long seconds) {
        assertThat(Times.parse(text, TimeFormat.DATE)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "31.13.2003", "31.2.2003", "31.1.03", "31.1", "31.1-2003", "2003.01.31", "1.2", "4.5"})
    void whatIsNoDay(String text) {
        assertThat(Times.parse(text, TimeFormat.DATE)).isEqualTo(Times.NONE);
    }
}
