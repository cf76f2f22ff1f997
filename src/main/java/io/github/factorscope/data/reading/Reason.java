package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a line is no rating: kept without a language, said in that of the screen.
 *
 * @param file that the line is in, where it is not the one with the ratings; empty otherwise
 * @param key of the sentence
 * @param values for its places
 */
public record Reason(String file, String key, List<String> values) {
    private static final Texts TEXTS = Texts.of(Reason.class);

    public Reason {
        values = List.copyOf(values);
    }

    static Reason of(String key, Object... values) {
        return new Reason("", key, Stream.of(values).map(String::valueOf).toList());
    }

    /** The same of a line in another file. */
    Reason in(String otherFile) {
        return new Reason(otherFile, key, values);
    }

    /** For people, such as "the user is missing". */
    public String words() {
        String here = values.isEmpty()
                ? TEXTS.get(key)
                : TEXTS.get(key, values.get(0), values.subList(1, values.size()).toArray());
        return file.isEmpty() ? here : TEXTS.get("in-file", file, here);
    }
}
