package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
                .withSplit(new SplitPlan(0.2, 0, Long.MIN_VALUE))
                .withSize(1440.5, 900)
                .withLook(look -> look.withLanguage("ko")
                        .withProjector(true)
                        .withMaximized(true)
                        .withDivider("explore", 0.25));
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
                "{\"testShare\": -0.1}",
                "{\"validationShare\": 0.95}",
                "{\"split\": null}",
                "{\"split\": 3}",
                "{\"split\": {\"test\": \"dice\", \"validationShare\": 0, \"seed\": 1}}",
                "{\"split\": {\"test\": \"fold\", \"fold\": 6, \"folds\": 5, \"validationShare\": 0, \"seed\": 1}}",
                "{\"split\": {\"test\": \"fold\", \"fold\": 1.5, \"folds\": 5, \"validationShare\": 0, \"seed\": 1}}",
                "{\"split\": {\"test\": \"from-date\", \"from\": \"soon\", \"validationShare\": 0, \"seed\": 1}}",
                "{\"split\": {\"test\": \"last-of-user\", \"validationShare\": 0, \"seed\": 1}}",
                "{\"split\": {\"test\": \"test-file\", \"validationShare\": 0}}",
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

    static Stream<TestChoice> choices() {
        return Stream.of(
                new TestChoice.RandomShare(0.25),
                new TestChoice.Fold(3, 7),
                new TestChoice.LastOfUser(4),
                TestChoice.FromDate.of(LocalDate.of(2003, 1, 1)),
                new TestChoice.FromDate(-12_345),
                new TestChoice.GivenFile());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceOfASplitIsRemembered(TestChoice test) throws IOException {
        Path file = temp.resolve("preferences.json");
        Preferences preferences = Preferences.FIRST.withSplit(new SplitPlan(test, 0.15, 42));
        preferences.save(file);

        assertThat(Preferences.load(file)).isEqualTo(preferences);
    }

    @Test
    void aFileOfBeforeThereWasAChoiceIsStillRead() throws IOException {
        Path file = Files.writeString(
                temp.resolve("preferences.json"),
                "{\"dark\": true, \"recent\": [\"/a\"], \"testShare\": 0.2, \"validationShare\": 0.0, \"seed\": 5,"
                        + " \"width\": 1440.0, \"height\": 900.0}");

        assertThat(Preferences.load(file))
                .isEqualTo(new Preferences(
                        true,
                        List.of("/a"),
                        new SplitPlan(0.2, 0, 5),
                        1440,
                        900,
                        Preferences.FIRST.savedRuns(),
                        Preferences.FIRST.look()));
    }
}
