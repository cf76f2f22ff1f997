package io.github.factorscope.data.reading;

import java.io.IOException;

/** A file holds no ratings that could be read. The message is a sentence for the user: what, where, what to do. */
public class UnreadableDataException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableDataException(String message) {
        super(message);
    }

    public UnreadableDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
