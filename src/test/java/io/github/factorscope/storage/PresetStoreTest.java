package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetStoreTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final ModelFamily svd = ModelCatalogue.find("svd");
    private final Settings settings =
            svd.defaults().with("factors", "17").with("learningRate", "0.0125").with("solver", "als");
    private Path file;
    private PresetStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("presets.json");
        store = new PresetStore(file, warnings::add);
    }

    private static String write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return text;
    }

    @Test
    void whatIsSavedIsReadAgain() throws IOException {
        String about = SavedPreset.foundOn("ml-1m", 0.84321, LocalDate.of(2024, 5, 1));
        store.save(svd, "My best", settings, about);
        PresetStore other = new PresetStore(file, warnings::add);

        assertThat(other.of(svd)).hasSize(1);
        assertThat(other.of(svd).get(0).name()).isEqualTo("My best");
        assertThat(other.of(svd).get(0).about())
                .isEqualTo("Found by sweep on ml-1m: validation RMSE 0.8432 (2024-05-01).");
        assertThat(other.settings(svd, "My best")).isEqualTo(settings);
        assertThat(other.settings(svd, "my BEST")).isEqualTo(settings);
        assertThat(other.of(ModelCatalogue.find("svdpp"))).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void presetsThatCameWithTheModelAreFoundToo() {
        assertThat(store.settings(svd, "quick")).isEqualTo(svd.preset("quick"));
        assertThat(store.all()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() throws IOException {
        store.save(svd, "mine", settings, "");

        assertThatThrownBy(() -> store.settings(svd, "magic"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("svd")
                .hasMessageContaining("magic")
                .hasMessageContaining("default")
                .hasMessageContaining("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "QUICK", "ml-1m", "", " ", "-x", "a/b", "a\nb"})
    void namesThatAreTakenOrUnreadableAreRefused(String name) {
        assertThatThrownBy(() -> store.save(svd, name, settings, ""))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageEndingWith(".");
        assertThat(file).doesNotExist();
    }

    @Test
    void savingAgainReplacesAndDeletingRemovesOnlyThatOne() throws IOException {
        store.save(svd, "a", settings, "");
        store.save(svd, "b", settings, "");
        store.save(
                ModelCatalogue.find("svdpp"), "a", ModelCatalogue.find("svdpp").defaults(), "");
        store.save(svd, "A", settings.with("factors", "18"), "");
        store.delete(svd, "b");

        assertThat(store.all())
                .extracting(preset -> preset.model() + " " + preset.name())
                .containsExactly("svdpp a", "svd A");
        assertThat(store.settings(svd, "a").toMap()).containsEntry("factors", 18);
        store.delete(svd, "never there");
        assertThat(store.all()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"presets\": 1}", "{\"format\": 1, \"presets\": [{\"name\": 1}]}", "\u0000"})
    void aDamagedFileIsWarnedOfAndKeptAside(String text) throws IOException {
        write(file, text);

        assertThat(store.all()).isEmpty();
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("presets.json").contains("presets.json.damaged");
        assertThat(folder.resolve("presets.json.damaged")).hasContent(text);

        write(file, text);
        store.save(svd, "mine", settings, "");
        assertThat(folder.resolve("presets.json.damaged-2")).hasContent(text);
        assertThat(store.of(svd)).hasSize(1);
    }

    @Test
    void whatANewerFactorScopeWroteIsNotTouched() throws IOException {
        String text = write(file, "{\"format\": 2, \"presets\": []}");

        assertThat(store.all()).isEmpty();
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("newer");
        assertThatThrownBy(() -> store.save(svd, "mine", settings, "")).isInstanceOf(UserException.class);
        assertThat(file).hasContent(text);
    }

    @Test
    void aPresetThatNoLongerFitsItsModelIsLeftOutAndStaysInTheFile() throws IOException {
        write(
                file,
                "{\"format\":1,\"presets\":[{\"name\":\"old\",\"model\":\"svd\",\"settings\":{\"colour\":\"red\"}},"
                        + "{\"name\":\"far\",\"model\":\"svd\",\"settings\":{\"factors\":0}},"
                        + "{\"name\":\"short\",\"model\":\"svd\",\"settings\":{\"factors\":3}}]}");

        assertThat(store.of(svd)).extracting("name").containsExactly("short");
        assertThat(store.settings(svd, "short")).isEqualTo(svd.defaults().with("factors", "3"));
        store.save(svd, "mine", settings, "");
        assertThat(Files.readString(file)).contains("colour", "far", "mine");
    }
}
