package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The presets that somebody has saved, in one JSON file: {@code format} and {@code presets}, a list of {@code name}, {@code
 * model}, {@code settings} and {@code about}. Every change reads the file anew, so that a window and a command line do not
 * undo each other's.
 */
public final class PresetStore {
    private static final Texts TEXTS = Texts.of(PresetStore.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    private final KeptList<SavedPreset> kept;

    /**
     * A store, whether its file exists or not.
     *
     * @param warnings hears a sentence for the user where the file cannot be used
     */
    public PresetStore(Path file, Consumer<String> warnings) {
        kept = new KeptList<>(file, "presets", new Json(), warnings);
    }

    /** Those of the user of this machine. */
    public static PresetStore ofUser(Consumer<String> warnings) {
        return new PresetStore(AppFolders.home().resolve("presets.json"), warnings);
    }

    /** In the order in which they were saved. */
    public List<SavedPreset> all() {
        return kept.all();
    }

    /** Those of one model that still fit it. */
    public List<Preset> of(ModelFamily family) {
        return all().stream()
                .filter(preset -> preset.model().equals(family.id()))
                .flatMap(preset -> preset.of(family).stream())
                .toList();
    }

    /**
     * The settings of a preset: one that came with the model, or one that was saved.
     *
     * @throws InvalidSettingException where there is none of this name
     */
    public Settings settings(ModelFamily family, String name) {
        List<Preset> saved = of(family);
        Stream<Preset> builtIn =
                family.presets().stream().filter(preset -> preset.name().equals(name));
        Stream<Preset> own = saved.stream().filter(preset -> preset.name().equalsIgnoreCase(name));
        Optional<Preset> found = Stream.concat(builtIn, own).findFirst();
        return found.orElseThrow(() -> new InvalidSettingException(TEXTS.get(
                        "no-preset",
                        family.id(),
                        name,
                        String.join(
                                ", ",
                                Stream.concat(family.presets().stream(), saved.stream())
                                        .map(Preset::name)
                                        .toList()))))
                .settings();
    }

    /**
     * Refuses a name that cannot be saved, before long work.
     *
     * @throws InvalidSettingException with a sentence for the user
     */
    public static void requireName(ModelFamily family, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSettingException(TEXTS.get("preset-name", name));
        }
        if (family.presets().stream().anyMatch(preset -> preset.name().equalsIgnoreCase(name))) {
            throw new InvalidSettingException(TEXTS.get("preset-stays", name, family.id()));
        }
    }

    /**
     * Saves, in place of an earlier one of this name and model.
     *
     * @throws InvalidSettingException where the name cannot be taken
     */
    public void save(ModelFamily family, String name, Settings settings, String about) throws IOException {
        requireName(family, name);
        kept.change(presets -> {
            List<SavedPreset> changed = new ArrayList<>(presets);
            changed.removeIf(preset -> preset.is(family.id(), name));
            changed.add(SavedPreset.of(name, family, settings, about));
            return changed;
        });
    }

    /** Removes; where there is none of this name, nothing happens. */
    public void delete(ModelFamily family, String name) throws IOException {
        kept.change(presets ->
                presets.stream().filter(preset -> !preset.is(family.id(), name)).toList());
    }

    private static final class Json implements KeptList.Notation<SavedPreset> {
        @Override
        public SavedPreset read(JsonNode node) {
            Map<String, String> settings = new LinkedHashMap<>();
            node.path("settings")
                    .properties()
                    .forEach(field ->
                            settings.put(field.getKey(), field.getValue().asText()));
            if (!node.path("name").isTextual() || !node.path("model").isTextual()) {
                throw new IllegalArgumentException("a preset has no name or no model");
            }
            return new SavedPreset(
                    node.path("name").asText(),
                    node.path("model").asText(),
                    settings,
                    node.path("about").asText());
        }

        @Override
        public void write(SavedPreset preset, ObjectNode node) {
            node.put("name", preset.name()).put("model", preset.model());
            preset.settings().forEach(node.putObject("settings")::put);
            node.put("about", preset.about());
        }
    }
}
