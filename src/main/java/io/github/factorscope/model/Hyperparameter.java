package io.github.factorscope.model;

import io.github.factorscope.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A setting of a model, described once: forms, the command line and run files are made from it.
 *
 * @param name in files and on the command line, such as "learningRate"
 * @param labelWords for people, such as "Learning rate"; asked for whenever they are shown
 * @param symbol in formulas, such as "γ"
 * @param helpWords one sentence: what it does
 * @param condition when it has a meaning, given the other settings; empty where always
 * @param <T> the values' type
 */
public record Hyperparameter<T>(
        String name,
        Supplier<String> labelWords,
        String symbol,
        Domain<T> domain,
        T defaultValue,
        Supplier<String> helpWords,
        Optional<Condition<?>> condition) {
    private static final Texts TEXTS = Texts.of(Hyperparameter.class);

    /** The hyperparameter has a meaning only where another one has one of certain values. */
    public record Condition<C>(Hyperparameter<C> other, Set<C> values) implements Predicate<Settings> {
        public Condition {
            values = Set.copyOf(values);
        }

        @Override
        public boolean test(Settings settings) {
            return values.contains(settings.get(other));
        }
    }

    public Hyperparameter {
        if (!domain.contains(defaultValue)) {
            throw new IllegalArgumentException(
                    "the default of " + name + " must lie in " + domain.description() + ", was " + defaultValue);
        }
    }

    /** A whole number with words in one language. */
    public static Hyperparameter<Integer> whole(
            String name, String label, String symbol, int min, int max, int defaultValue, String help) {
        return new Hyperparameter<>(
                name,
                () -> label,
                symbol,
                new Domain.WholeNumbers(min, max),
                defaultValue,
                () -> help,
                Optional.empty());
    }

    /** A number with words in one language. */
    public static Hyperparameter<Double> real(
            String name, String label, String symbol, double min, double max, double defaultValue, String help) {
        return new Hyperparameter<>(
                name,
                () -> label,
                symbol,
                new Domain.RealNumbers(min, max),
                defaultValue,
                () -> help,
                Optional.empty());
    }

    /** A choice with words in one language. */
    public static <E extends Enum<E>> Hyperparameter<E> choice(String name, String label, E defaultValue, String help) {
        return new Hyperparameter<>(
                name,
                () -> label,
                "",
                new Domain.Choices<>(defaultValue.getDeclaringClass()),
                defaultValue,
                () -> help,
                Optional.empty());
    }

    /** A whole number with words from the texts: its label by the key, its help by the key with "-help". */
    public static Hyperparameter<Integer> whole(
            Texts texts, String key, String name, String symbol, int min, int max, int defaultValue) {
        return whole(name, "", symbol, min, max, defaultValue, "").told(texts, key);
    }

    /** A number with words from the texts, as above. */
    public static Hyperparameter<Double> real(
            Texts texts, String key, String name, String symbol, double min, double max, double defaultValue) {
        return real(name, "", symbol, min, max, defaultValue, "").told(texts, key);
    }

    /** A choice with words from the texts, as above. */
    public static <E extends Enum<E>> Hyperparameter<E> choice(Texts texts, String key, String name, E defaultValue) {
        return choice(name, "", defaultValue, "").told(texts, key);
    }

    private Hyperparameter<T> told(Texts texts, String key) {
        return new Hyperparameter<>(
                name, () -> texts.get(key), symbol, domain, defaultValue, () -> texts.get(key + "-help"), condition);
    }

    /** A few words for people, in the language of the screen. */
    public String label() {
        return labelWords.get();
    }

    /** One sentence: what it does. */
    public String help() {
        return helpWords.get();
    }

    /** The same, with a meaning only where {@code other} has this value. */
    public <C> Hyperparameter<T> onlyWith(Hyperparameter<C> other, C value) {
        return onlyWithAny(other, Set.of(value));
    }

    /** The same, with a meaning only where {@code other} has one of these values. */
    public <C> Hyperparameter<T> onlyWithAny(Hyperparameter<C> other, Set<C> values) {
        return new Hyperparameter<>(
                name, labelWords, symbol, domain, defaultValue, helpWords, Optional.of(new Condition<>(other, values)));
    }

    /** The same with another default, for another family. */
    public Hyperparameter<T> withDefault(T other) {
        return new Hyperparameter<>(name, labelWords, symbol, domain, other, helpWords, condition);
    }

    /** Whether it has a meaning under these settings. */
    public boolean applies(Settings settings) {
        return condition.map(c -> c.test(settings)).orElse(true);
    }

    /**
     * Refuses what lies outside the domain.
     *
     * @throws InvalidSettingException with a sentence for the user
     */
    T check(T value) {
        if (!domain.contains(value)) {
            throw new InvalidSettingException(
                    TEXTS.get("must-lie-in", name, domain.description(), domain.format(value)));
        }
        return value;
    }

    /**
     * Reads a value.
     *
     * @throws InvalidSettingException with a sentence for the user
     */
    public T parse(String text) {
        T value;
        try {
            value = domain.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(TEXTS.get("takes", name, domain.description(), e.getMessage()), e);
        }
        return check(value);
    }
}
