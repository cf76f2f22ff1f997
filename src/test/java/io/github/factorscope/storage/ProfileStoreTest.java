package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.NamedRating;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileStoreTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Path file;
    private ProfileStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("profiles.json");
        store = new ProfileStore(file, warnings::add);
    }

    private static Profile profile(String name, float stars) {
        return new Profile(
                name,
                "ml-1m",
                "",
                List.of(new NamedRating("1", "Alien (1979)", stars), new NamedRating("2", "Amélie (2001)", 3.5f)));
    }

    @Test
    void whatIsSavedIsReadAgain() throws IOException {
        Profile ofUser = new Profile("414, changed", "ml-1m", "414", List.of());
        store.save(profile("Ana", 4));
        store.save(ofUser);

        assertThat(new ProfileStore(file, warnings::add).all()).containsExactly(profile("Ana", 4), ofUser);
        assertThat(warnings).isEmpty();
    }

    @Test
    void savingUnderTheSameNameGivesBackWhatItReplaces() throws IOException {
        assertThat(store.save(profile("Ana", 4))).isEmpty();
        store.save(profile("Ben", 2));

        assertThat(store.save(profile("ANA", 5))).contains(profile("Ana", 4));
        assertThat(store.all()).containsExactly(profile("ANA", 5), profile("Ben", 2));
    }

    @Test
    void renamesAndDeletes() throws IOException {
        store.save(profile("Ana", 4));
        store.save(profile("Ben", 2));
        store.rename("ana", "Anna");

        assertThat(store.all()).extracting(Profile::name).containsExactly("Anna", "Ben");
        assertThatThrownBy(() -> store.rename("Anna", "ben"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ben");
        assertThatThrownBy(() -> store.rename("Anna", "")).isInstanceOf(UserException.class);
        store.delete("Anna");
        store.delete("nobody");
        assertThat(store.all()).extracting(Profile::name).containsExactly("Ben");
    }

    @Test
    void thereIsAnEndToHowManyAreKept() throws IOException {
        StringBuilder profiles = new StringBuilder();
        for (int number = 0; number < ProfileStore.MOST; number++) {
            profiles.append(number == 0 ? "" : ",").append("{\"name\": \"p" + number + "\"}");
        }
        Files.writeString(file, "{\"format\": 1, \"profiles\": [" + profiles + "]}", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> store.save(profile("one more", 3))).isInstanceOf(UserException.class);
        store.save(profile("p7", 3));
        assertThat(store.all()).hasSize(ProfileStore.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"profiles\": 1}",
                "{\"profiles\": [{\"name\": \"\"}]}",
                "{\"profiles\": [{\"name\": \"a\", \"ratings\": [{\"item\": \"1\", \"rating\": \"x\"}]}]}",
                "{\"profiles\": [{\"name\": \"a\", \"ratings\": [{\"rating\": 4}]}]}",
                "{\"profiles\": [{\"name\": \"a\", \"ratings\": [{\"item\": \"1\", \"rating\": 1e99}]}]}"
            })
    void aDamagedFileIsWarnedOfAndKeptAside(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);

        assertThat(store.all()).isEmpty();
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("profiles.json", "profiles.json.damaged");
        assertThat(folder.resolve("profiles.json.damaged")).hasContent(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "a\nb", "a/b"})
    void namesThatCannotBeReadAreRefused(String name) {
        assertThatThrownBy(() -> Profile.requireName(name)).isInstanceOf(UserException.class);
        assertThatThrownBy(() -> profile(name, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
