package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.text.Texts;

/**
 * A hyperparameter and the values that it takes in a sweep.
 *
 * @param name such as "factors"
 */
public record Variation(String name, Values values) {
    private static final Texts TEXTS = Texts.of(Variation.class);

    /**
     * Reads "factors=10,20,50" or "factors=20..200:5".
     *
     * @throws InvalidSettingException with a sentence that shows how it is written
     */
    public static Variation parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new InvalidSettingException(TEXTS.get("variation-written", text));
        }
        return of(text.substring(0, equals), text.substring(equals + 1));
    }

    /**
     * Reads the values.
     *
     * @throws InvalidSettingException with a sentence that shows how they are written
     */
    public static Variation of(String name, String values) {
        return new Variation(name.strip(), Values.parse(values));
    }
}
