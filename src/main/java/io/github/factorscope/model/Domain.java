package io.github.factorscope.model;

import io.github.factorscope.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The values that a hyperparameter can have.
 *
 * @param <T> the values' type
 */
public sealed interface Domain<T> {
    /** Reads a value as a person writes it. */
    T parse(String text) throws IllegalArgumentException;

    /** The value as {@link #parse} reads it. */
    String format(T value);

    /** The value for people, in the language of the screen. */
    default String words(T value) {
        return format(value);
    }

    boolean contains(T value);

    /** Which values there are, in words, such as "1 to 2000". */
    String description();

    /** Whole numbers from {@code min} to {@code max}. */
    record WholeNumbers(int min, int max) implements Domain<Integer> {
        @Override
        public Integer parse(String text) {
            try {
                return Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(Texts.of(Domain.class).get("no-whole-number", text), e);
            }
        }

        @Override
        public String format(Integer value) {
            return value.toString();
        }

        @Override
        public boolean contains(Integer value) {
            return value >= min && value <= max;
        }

        @Override
        public String description() {
            return Texts.of(Domain.class).get("from-to", format(min), format(max));
        }
    }

    /** Numbers from {@code min} to {@code max}. */
    record RealNumbers(double min, double max) implements Domain<Double> {
        @Override
        public Double parse(String text) {
            try {
                return Double.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(Texts.of(Domain.class).get("no-number", text), e);
            }
        }

        @Override
        public String format(Double value) {
            if (!Double.isFinite(value)) {
                return value.toString();
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }

        @Override
        public boolean contains(Double value) {
            return value >= min && value <= max;
        }

        @Override
        public String description() {
            return Texts.of(Domain.class).get("from-to", format(min), format(max));
        }
    }

    /** One of a few named choices. */
    record Choices<E extends Enum<E>>(Class<E> type) implements Domain<E> {
        @Override
        public E parse(String text) {
            for (E choice : choices()) {
                if (format(choice).equals(text.strip().toLowerCase(Locale.ROOT))) {
                    return choice;
                }
            }
            throw new IllegalArgumentException(Texts.of(Domain.class).get("none-of", text, description()));
        }

        @Override
        public String format(E value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String words(E value) {
            return words(format(value));
        }

        /** A choice as {@link #parse} reads it, for people. */
        public static String words(String name) {
            return Texts.of(Domain.class).get("choice-" + name);
        }

        @Override
        public boolean contains(E value) {
            return true;
        }

        @Override
        public String description() {
            return String.join(", ", choices().stream().map(this::format).toList());
        }

        public List<E> choices() {
            return List.of(type.getEnumConstants());
        }
    }
}
