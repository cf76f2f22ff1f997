package io.github.factorscope.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The presets that somebody has saved, in one JSON file: {@code format} and {@code presets}, a list of {@code name}, {@code
 * model}, {@code settings} and {@code about}. Every change reads the file anew, so that a window and a command line do not
 * undo each other's.
 */
public final class PresetStore {
    private static final Logger LOG = LoggerFactory.getLogger(PresetStore.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int FORMAT = 1;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    private final Path file;
    private final Consumer<String> warnings;

    /**
     * A store, whether its file exists or not.
     *
     * @param warnings hears a sentence for the user where the file cannot be used
     */
    public PresetStore(Path file, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /** Those of the user of this machine. */
    public static PresetStore ofUser(Consumer<String> warnings) {
        return new PresetStore(AppFolders.home().resolve("presets.json"), warnings);
    }

    /** In the order in which they were saved. */
    public List<SavedPreset> all() {
        synchronized (PresetStore.class) {
            try {
                return read();
            } catch (DamagedException e) {
                return setAsideOrSay(e);
            } catch (IOException | UserException e) {
                warnings.accept(ErrorMessages.of(e));
                return List.of();
            }
        }
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
        return found.orElseThrow(() -> new InvalidSettingException("The model " + family.id() + " has no preset "
                        + name + ". Choose one of "
                        + String.join(
                                ", ",
                                Stream.concat(family.presets().stream(), saved.stream())
                                        .map(Preset::name)
                                        .toList())
                        + "."))
                .settings();
    }

    /**
     * Refuses a name that cannot be saved, before long work.
     *
     * @throws InvalidSettingException with a sentence for the user
     */
    public static void requireName(ModelFamily family, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSettingException("A preset's name has 1 to 60 letters, digits, spaces, dots, hyphens or"
                    + " underscores and begins with a letter or digit, was \"" + name + "\".");
        }
        if (family.presets().stream().anyMatch(preset -> preset.name().equalsIgnoreCase(name))) {
            throw new InvalidSettingException(
                    "The preset " + name + " comes with " + family.id() + " and stays. Choose another name.");
        }
    }

    /**
     * Saves, in place of an earlier one of this name and model.
     *
     * @throws InvalidSettingException where the name cannot be taken
     */
    public void save(ModelFamily family, String name, Settings settings, String about) throws IOException {
        requireName(family, name);
        change(presets -> {
            List<SavedPreset> changed = new ArrayList<>(presets);
            changed.removeIf(preset -> preset.is(family.id(), name));
            changed.add(SavedPreset.of(name, family, settings, about));
            return changed;
        });
    }

    /** Removes; where there is none of this name, nothing happens. */
    public void delete(ModelFamily family, String name) throws IOException {
        change(presets ->
                presets.stream().filter(preset -> !preset.is(family.id(), name)).toList());
    }

    private void change(UnaryOperator<List<SavedPreset>> change) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
        synchronized (PresetStore.class) { // the lock on the file is against other processes only
            try (FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                List<SavedPreset> before;
                try {
                    before = read();
                } catch (DamagedException e) {
                    before = setAside(e);
                }
                List<SavedPreset> after = change.apply(before);
                AtomicFiles.writeFile(file, target -> JSON.writeValue(target.toFile(), json(after)));
            }
        }
    }

    /** What stands in the file is not what this class writes. */
    private static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** @throws UserException where a newer FactorScope wrote it: then it must not be changed */
    private List<SavedPreset> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        JsonNode root;
        try {
            root = JSON.readTree(file.toFile());
        } catch (JsonProcessingException | CharConversionException e) {
            throw new DamagedException("it is no JSON", e);
        }
        if (!(root instanceof ObjectNode) || !root.path("presets").isArray()) {
            throw new DamagedException("it holds no presets", null);
        }
        if (root.path("format").asInt() > FORMAT) {
            throw new UserException(file + " was written by a newer FactorScope. Use that one, or move the file away.");
        }
        List<SavedPreset> presets = new ArrayList<>();
        for (JsonNode node : root.path("presets")) {
            Map<String, String> settings = new LinkedHashMap<>();
            node.path("settings")
                    .properties()
                    .forEach(field ->
                            settings.put(field.getKey(), field.getValue().asText()));
            if (!node.path("name").isTextual() || !node.path("model").isTextual()) {
                throw new DamagedException("a preset has no name or no model", null);
            }
            presets.add(new SavedPreset(
                    node.path("name").asText(),
                    node.path("model").asText(),
                    settings,
                    node.path("about").asText()));
        }
        return presets;
    }

    private static ObjectNode json(List<SavedPreset> presets) {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        ArrayNode list = root.putArray("presets");
        for (SavedPreset preset : presets) {
            ObjectNode node = list.addObject().put("name", preset.name()).put("model", preset.model());
            preset.settings().forEach(node.putObject("settings")::put);
            node.put("about", preset.about());
        }
        return root;
    }

    private List<SavedPreset> setAsideOrSay(DamagedException reason) {
        try {
            return setAside(reason);
        } catch (IOException e) {
            warnings.accept(ErrorMessages.of(e));
            return List.of();
        }
    }

    private List<SavedPreset> setAside(DamagedException reason) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + number);
        }
        LOG.warn("{} cannot be read", file, reason);
        Files.move(file, aside);
        warnings.accept(
                "The saved presets in " + file + " cannot be read. The file is kept as " + aside.getFileName() + ".");
        return List.of();
    }
}
