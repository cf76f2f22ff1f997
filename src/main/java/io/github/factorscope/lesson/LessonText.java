package io.github.factorscope.lesson;

import io.github.factorscope.text.Texts;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of a lesson, with figures in braces.
 *
 * @param key in the bundle of this package; empty where the words stand in the lesson's file
 * @param byLanguage the words by the code of their language; English is there where any is
 */
public record LessonText(String key, Map<String, String> byLanguage) {
    public static final LessonText NONE = new LessonText("", Map.of());

    private static final Texts TEXTS = Texts.of(LessonText.class);
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
    private static final String USUAL = "en";

    public LessonText {
        byLanguage = Map.copyOf(byLanguage);
    }

    public boolean isEmpty() {
        return key.isEmpty() && byLanguage.isEmpty();
    }

    /** In the language of the screen, with its figures unfilled; English where it is not spoken. */
    public String plain() {
        if (!key.isEmpty()) {
            return TEXTS.get(key);
        }
        String words = byLanguage.get(Texts.locale().getLanguage());
        return words != null ? words : byLanguage.getOrDefault(USUAL, "");
    }

    /** In the language of the screen, each figure as the function says it. */
    public String with(Function<Figure, String> words) {
        return PLACE.matcher(plain())
                .replaceAll(found -> Matcher.quoteReplacement(words.apply(Figure.parse(found.group(1)))));
    }

    /**
     * Its figures, in all languages that can be told.
     *
     * @throws IllegalArgumentException where something in braces is none
     */
    Stream<Figure> figures() {
        Stream<String> all = key.isEmpty() ? byLanguage.values().stream() : Stream.of(TEXTS.get(key));
        return all.flatMap(words -> PLACE.matcher(words).results()).map(found -> Figure.parse(found.group(1)));
    }
}
