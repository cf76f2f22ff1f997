package io.github.factorscope.model;

import io.github.factorscope.text.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a model has learned, as named arrays of numbers, so that storage needs to know no model. */
public final class Parameters {
    private final Map<String, float[]> arrays = new LinkedHashMap<>();

    /** Adds an array, which must not be changed afterwards. */
    public Parameters put(String name, float[] values) {
        if (arrays.put(name, values) != null) {
            throw new IllegalArgumentException("there are two arrays " + name);
        }
        return this;
    }

    /**
     * The array itself, not a copy.
     *
     * @param length that it must have
     * @throws IllegalArgumentException where there is none, or of another length
     */
    public float[] get(String name, long length) {
        float[] values = arrays.get(name);
        if (values == null || values.length != length) {
            throw new IllegalArgumentException(refusal(name, length, values));
        }
        return values;
    }

    private static String refusal(String name, long length, float[] found) {
        Texts texts = Texts.of(Parameters.class);
        return found == null
                ? texts.get("no-parameters", String.valueOf(length), name)
                : texts.get("other-parameters", String.valueOf(length), name, String.valueOf(found.length));
    }

    /** All arrays by name, in the order in which they were put. */
    public Map<String, float[]> arrays() {
        return Collections.unmodifiableMap(arrays);
    }
}
