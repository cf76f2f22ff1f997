package io.github.factorscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = Texts.of(TextsTest.class);

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    @Test
    void englishIsSpokenUnlessToldOtherwise() {
        assertThat(texts.get("plain")).isEqualTo("It's 'plain' {0}");
        assertThat(texts.get("filled", "a", "b")).isEqualTo("b's a");
        assertThat(texts.get("plural", 1)).isEqualTo("one film");
        assertThat(texts.get("plural", 1200)).isEqualTo("1,200 films");
    }

    @Test
    void theLanguageChangesAtOnce() {
        Texts.use(Locale.KOREAN);
        assertThat(texts.get("plain")).isEqualTo("한국어 {0}");
        Texts.use(Locale.ENGLISH);
        assertThat(texts.get("plain")).isEqualTo("It's 'plain' {0}");
    }

    @Test
    void whereALanguageIsNotSpokenThereIsEnglish() {
        assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Locale.KOREA)).isEqualTo(Language.KOREAN);
        assertThat(Language.KOREAN.locale(Locale.KOREA)).isEqualTo(Locale.KOREA);
        assertThat(Language.KOREAN.locale(Locale.GERMANY)).isEqualTo(Locale.KOREAN);
        assertThat(Language.ENGLISH.locale(Locale.UK)).isEqualTo(Locale.UK);
    }
}
