package io.github.factorscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says all that English says, with the same places to fill. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern WORD = Pattern.compile("\\b[a-z]{4,}"); // names begin with capitals

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("texts.properties"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void koreanHasTheTextsOfEnglish(Path english) {
        assertThat(korean(english).keySet()).isEqualTo(read(english).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void placesToFillAreTheSame(Path english) {
        Map<String, String> others = korean(english);
        read(english).forEach((key, text) -> assertThat(places(others.getOrDefault(key, text)))
                .as(key)
                .isEqualTo(places(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void whatHasPlacesCanBeFormatted(Path english) {
        for (Map<String, String> texts : List.of(read(english), korean(english))) {
            texts.forEach((key, text) -> {
                if (PLACE.matcher(text).find()) {
                    String shown =
                            new MessageFormat(text, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8});
                    assertThat(PLACE.matcher(shown).find())
                            .as("%s stays unfilled, is there an apostrophe alone? %s", key, shown)
                            .isFalse();
                    assertThat(text.replace("''", ""))
                            .as("%s has an apostrophe that would vanish", key)
                            .doesNotContain("'");
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void koreanIsKorean(Path english) {
        Map<String, String> others = korean(english);
        read(english).forEach((key, text) -> {
            boolean names = key.endsWith("-source"); // of authors
            if (!names && WORD.matcher(text).results().count() >= 3) { // shorter ones may be names
                assertThat(HANGUL.matcher(others.getOrDefault(key, "")).find())
                        .as("%s is not translated: %s", key, others.get(key))
                        .isTrue();
            }
        });
    }

    private static Set<String> places(String text) {
        TreeSet<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Map<String, String> korean(Path english) {
        return read(english.resolveSibling("texts_ko.properties"));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
