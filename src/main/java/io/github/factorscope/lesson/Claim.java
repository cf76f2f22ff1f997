package io.github.factorscope.lesson;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That one side is less, or more, than the other, such as {@code rmse:svd < rmse:baseline}.
 *
 * @param text as it is written
 * @param right a figure, or null where it is a number
 * @param number where it is one
 */
public record Claim(String text, Figure left, boolean less, Figure right, double number) {
    private static final Pattern FORM = Pattern.compile("\\s*(\\S+)\\s*([<>])\\s*(\\S+)\\s*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** @throws IllegalArgumentException where it is none, with the reason */
    static Claim parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a claim is a figure, < or >, and a figure or a number, with spaces between, was " + text);
        }
        boolean isNumber = NUMBER.matcher(matcher.group(3)).matches();
        return new Claim(
                text,
                Figure.parse(matcher.group(1)),
                matcher.group(2).equals("<"),
                isNumber ? null : Figure.parse(matcher.group(3)),
                isNumber ? Double.parseDouble(matcher.group(3)) : Double.NaN);
    }

    Stream<Figure> figures() {
        return right == null ? Stream.of(left) : List.of(left, right).stream();
    }

    /**
     * Whether it holds.
     *
     * @param values of figures; NaN for what is not known, and then nothing holds
     */
    public boolean holds(ToDoubleFunction<Figure> values) {
        double first = values.applyAsDouble(left);
        double second = right == null ? number : values.applyAsDouble(right);
        return less ? first < second : first > second;
    }
}
