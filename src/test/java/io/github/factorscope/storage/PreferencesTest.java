package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @TempDir
    private Path temp;

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        Preferences preferences = Preferences.FIRST
                .withDark(true)
                .withRecent("/data/ml-1m")
                .withRecent("C:\\Daten\\größer.csv")
                .withSplit(0.2, 0, Long.MIN_VALUE)
                .withSize(1440.5, 900);
        Path file = temp.resolve("home").resolve("preferences.json");
        preferences.save(file);

        assertThat(Preferences.load(file)).isEqualTo(preferences);
        assertThat(preferences.recent()).containsExactly("C:\\Daten\\größer.csv", "/data/ml-1m");
    }

    @Test
    void theLastPathComesFirstOnceAndOnlyAFewAreKept() {
        Preferences preferences = Preferences.FIRST;
        for (int k = 0; k < 20; k++) {
            preferences = preferences.withRecent("path " + k);
        }
        assertThat(preferences.recent())
                .isEqualTo(
                        IntStream.range(0, 8).mapToObj(k -> "path " + (19 - k)).toList());
        assertThat(preferences.withRecent("path 15").recent())
                .hasSize(8)
                .startsWith("path 15", "path 19", "path 18")
                .doesNotHaveDuplicates();
    }

    @Test
    void beforeTheFirstSaveTheFirstSettingsHold() {
        assertThat(Preferences.load(temp.resolve("nothing.json"))).isEqualTo(Preferences.FIRST);
        assertThat(Preferences.load(temp)).isEqualTo(Preferences.FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "17",
                "\u0000\u0001\u0002",
                "{\"testShare\": 7}",
                "{\"testShare\": \"NaN\"}",
                "{\"recent\": 5}",
                "{\"recent\": [null]}",
                "{\"dark\": \"perhaps\"}",
                "{\"seed\": 1e400}",
            })
    void aDamagedFileGivesTheFirstSettings(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("preferences.json"), text);

        assertThat(Preferences.load(file)).isEqualTo(Preferences.FIRST);
    }

    @Test
    void settingsOfANewerVersionAreIgnored() throws IOException {
        Path file = temp.resolve("preferences.json");
        Preferences.FIRST.withDark(true).save(file);
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{ \"language\" : \"en\","));

        assertThat(Preferences.load(file)).isEqualTo(Preferences.FIRST.withDark(true));
    }

    @Test
    void whatAFileDoesNotNameKeepsItsFirstSetting() throws IOException {
        Path file = Files.writeString(temp.resolve("preferences.json"), "{\"dark\": true}");

        assertThat(Preferences.load(file)).isEqualTo(Preferences.FIRST.withDark(true));
    }

    @Test
    void sharesOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> Preferences.FIRST.withSplit(0.95, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Preferences.FIRST.withSplit(0.1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(Preferences.FIRST.withSplit(0, 0.9, 1).validationShare()))
                .containsExactly(0.9);
    }
}
