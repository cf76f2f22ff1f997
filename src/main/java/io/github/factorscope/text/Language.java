package io.github.factorscope.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the window speaks. A new language is one line here, and one file beside every {@code texts.properties}. */
public enum Language {
    ENGLISH("en", "English"),
    KOREAN("ko", "한국어");

    private final String code;
    private final String title;

    Language(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** As in ISO 639, such as "ko". */
    public String code() {
        return code;
    }

    /** In the language itself. */
    public String title() {
        return title;
    }

    /** The language with this code; empty where there is none. */
    public static Optional<Language> ofCode(String code) {
        return List.of(values()).stream()
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** What somebody with this locale reads: English where their language is not spoken. */
    public static Language of(Locale locale) {
        return ofCode(locale.getLanguage()).orElse(ENGLISH);
    }

    /**
     * For the texts of the screen.
     *
     * @param system whose numbers and dates are used where it is of this language
     */
    public Locale locale(Locale system) {
        return system.getLanguage().equals(code) ? system : Locale.forLanguageTag(code);
    }
}
