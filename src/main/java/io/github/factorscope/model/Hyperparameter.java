package io.github.factorscope.model;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A setting of a model, described once: forms, the command line and run files are made from it.
 *
 * @param name in files and on the command line, such as "learningRate"
 * @param label for people, such as "Learning rate"
 * @param symbol in formulas, such as "γ"
 * @param help one sentence: what it does
 * @param condition when it has a meaning, given the other settings; empty where always
 * @param <T> the values' type
 */
public record Hyperparameter<T>(
        String name,
        String label,
        String symbol,
        Domain<T> domain,
        T defaultValue,
        String help,
        Optional<Condition<?>> condition) {

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

    public static Hyperparameter<Integer> whole(
            String name, String label, String symbol, int min, int max, int defaultValue, String help) {
        return new Hyperparameter<>(
                name, label, symbol, new Domain.WholeNumbers(min, max), defaultValue, help, Optional.empty());
    }

    public static Hyperparameter<Double> real(
            String name, String label, String symbol, double min, double max, double defaultValue, String help) {
        return new Hyperparameter<>(
                name, label, symbol, new Domain.RealNumbers(min, max), defaultValue, help, Optional.empty());
    }

    public static <E extends Enum<E>> Hyperparameter<E> choice(String name, String label, E defaultValue, String help) {
        return new Hyperparameter<>(
                name,
                label,
                "",
                new Domain.Choices<>(defaultValue.getDeclaringClass()),
                defaultValue,
                help,
                Optional.empty());
    }

    /** The same, with a meaning only where {@code other} has this value. */
    public <C> Hyperparameter<T> onlyWith(Hyperparameter<C> other, C value) {
        return onlyWithAny(other, Set.of(value));
    }

    /** The same, with a meaning only where {@code other} has one of these values. */
    public <C> Hyperparameter<T> onlyWithAny(Hyperparameter<C> other, Set<C> values) {
        return new Hyperparameter<>(
                name, label, symbol, domain, defaultValue, help, Optional.of(new Condition<>(other, values)));
    }

    /** The same with another default, for another family. */
    public Hyperparameter<T> withDefault(T other) {
        return new Hyperparameter<>(name, label, symbol, domain, other, help, condition);
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
                    name + " must lie in " + domain.description() + ", was " + domain.format(value) + ".");
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
            throw new InvalidSettingException(name + " takes " + domain.description() + ": " + e.getMessage() + ".", e);
        }
        return check(value);
    }
}
