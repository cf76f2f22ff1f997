package io.github.factorscope.storage;

import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that somebody kept under a name.
 *
 * @param model id of its family
 * @param settings by name, each as a person writes it
 * @param about one sentence: where they come from
 */
public record SavedPreset(String name, String model, Map<String, String> settings, String about) {
    private static final Texts TEXTS = Texts.of(SavedPreset.class);
    private static final Logger LOG = LoggerFactory.getLogger(SavedPreset.class);

    /** As {@link #foundOn} writes it. */
    private static final Pattern FOUND =
            Pattern.compile("Found by sweep on (.*): validation RMSE ([0-9.]+) \\(([0-9-]+)\\)\\.");

    public SavedPreset {
        if (name == null || model == null || settings == null || about == null) {
            throw new IllegalArgumentException("a preset has name, model, settings and a sentence about them");
        }
        settings = new LinkedHashMap<>(settings);
    }

    /** All settings of a family, under a name. */
    public static SavedPreset of(String name, ModelFamily family, Settings settings, String about) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.hyperparameters()
                .forEach(hyperparameter -> texts.put(hyperparameter.name(), settings.format(hyperparameter)));
        return new SavedPreset(name, family.id(), texts, about);
    }

    /** The sentence about them in the language of the screen, where it is one that FactorScope wrote. */
    private String shown() {
        Matcher matcher = FOUND.matcher(about);
        return matcher.matches()
                ? TEXTS.get("found-by-sweep", matcher.group(1), matcher.group(2), matcher.group(3))
                : about;
    }

    /**
     * As one of the family's presets; what it does not name has the default value. Empty where it names what the family
     * does not have (any more): the log says so.
     */
    public Optional<Preset> of(ModelFamily family) {
        try {
            Settings read = family.defaults();
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                read = read.with(setting.getKey(), setting.getValue());
            }
            return Optional.of(new Preset(name, shown(), read));
        } catch (InvalidSettingException e) {
            LOG.warn("the preset {} of {} is left out", name, model, e);
            return Optional.empty();
        }
    }

    /** What a file says about settings that a sweep has found. */
    public static String foundOn(String data, double validationRmse, LocalDate day) {
        return String.format(
                Locale.ROOT, "Found by sweep on %s: validation RMSE %.4f (%s).", data, validationRmse, day);
    }

    boolean is(String otherModel, String otherName) {
        return model.equals(otherModel) && name.equalsIgnoreCase(otherName);
    }
}
