package io.github.factorscope.storage;

import java.io.IOException;

/** A run folder that cannot be read. The message is a sentence for the user: what, where, what to do. */
public final class RunFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public RunFormatException(String message) {
        super(message);
    }

    public RunFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
