package io.github.factorscope.storage;

import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** There is no room for what was to be written. The message is a sentence for the user. */
public final class FullDiskException extends IOException {
    private static final Texts TEXTS = Texts.of(FullDiskException.class);
    private static final long serialVersionUID = 1L;

    /** What operating systems say of it: Java has no exception of its own. */
    private static final List<String> WORDS = List.of(
            "no space left", // Linux, macOS
            "not enough space", // Windows
            "disk is full",
            "disk full",
            "quota exceeded");

    private FullDiskException(Path target, IOException cause) {
        super(TEXTS.get("disk-full", target), cause);
    }

    /** The sentence where this is what happened; otherwise what happened. */
    static IOException explain(IOException e, Path target) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FullDiskException known) {
                return known;
            }
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof IOException && WORDS.stream().anyMatch(message::contains)) {
                return new FullDiskException(target, e);
            }
        }
        return e;
    }
}
