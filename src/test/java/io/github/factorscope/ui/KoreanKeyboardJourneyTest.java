package io.github.factorscope.ui;

import java.util.Locale;

/** The same journey in Korean. */
class KoreanKeyboardJourneyTest extends KeyboardJourneyTest {
    @Override
    Locale language() {
        return Locale.KOREAN;
    }
}
