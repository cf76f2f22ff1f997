package io.github.factorscope.model;

import io.github.factorscope.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value for each of a family's hyperparameters, every one within its domain. Immutable. */
public final class Settings {
    private static final Texts TEXTS = Texts.of(Settings.class);

    private final List<Hyperparameter<?>> hyperparameters;
    private final Map<String, Object> values; // by name

    private Settings(List<Hyperparameter<?>> hyperparameters, Map<String, Object> values) {
        this.hyperparameters = hyperparameters;
        this.values = values;
    }

    /** All defaults. */
    public static Settings defaults(List<Hyperparameter<?>> hyperparameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Hyperparameter<?> hyperparameter : hyperparameters) {
            values.put(hyperparameter.name(), hyperparameter.defaultValue());
        }
        return new Settings(List.copyOf(hyperparameters), values);
    }

    public List<Hyperparameter<?>> hyperparameters() {
        return hyperparameters;
    }

    @SuppressWarnings("unchecked") // every way in checks the value against its hyperparameter
    public <T> T get(Hyperparameter<T> hyperparameter) {
        Object value = values.get(hyperparameter.name());
        if (value == null) {
            throw new IllegalArgumentException("these settings have no " + hyperparameter.name());
        }
        return (T) value;
    }

    public boolean has(Hyperparameter<?> hyperparameter) {
        return values.containsKey(hyperparameter.name());
    }

    /**
     * The same with one value changed.
     *
     * @throws InvalidSettingException where the value lies outside its domain
     */
    public <T> Settings with(Hyperparameter<T> hyperparameter, T value) {
        if (!has(hyperparameter)) {
            throw new IllegalArgumentException("these settings have no " + hyperparameter.name());
        }
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(hyperparameter.name(), hyperparameter.check(value));
        return new Settings(hyperparameters, changed);
    }

    /**
     * The same with one value changed, both as a person writes them.
     *
     * @throws InvalidSettingException where there is no such setting, or the value is not in its domain
     */
    public Settings with(String name, String text) {
        for (Hyperparameter<?> hyperparameter : hyperparameters) {
            if (hyperparameter.name().equals(name)) {
                return withParsed(hyperparameter, text);
            }
        }
        throw new InvalidSettingException(TEXTS.get(
                "no-setting",
                name,
                String.join(
                        ", ", hyperparameters.stream().map(Hyperparameter::name).toList())));
    }

    private <T> Settings withParsed(Hyperparameter<T> hyperparameter, String text) {
        return with(hyperparameter, hyperparameter.parse(text));
    }

    /** The value of the hyperparameter as a person writes it. */
    public <T> String format(Hyperparameter<T> hyperparameter) {
        return hyperparameter.domain().format(get(hyperparameter));
    }

    /** The value of the hyperparameter for people, in the language of the screen. */
    public <T> String valueWords(Hyperparameter<T> hyperparameter) {
        return hyperparameter.domain().words(get(hyperparameter));
    }

    /** The same with its label, such as "Learning rate 0.01". */
    public String words(Hyperparameter<?> hyperparameter) {
        return hyperparameter.label() + " " + valueWords(hyperparameter);
    }

    /** The values by name in the order of the hyperparameters: numbers as numbers, choices as text. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Hyperparameter<?> hyperparameter : hyperparameters) {
            Object value = get(hyperparameter);
            map.put(hyperparameter.name(), value instanceof Number ? value : format(hyperparameter));
        }
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
