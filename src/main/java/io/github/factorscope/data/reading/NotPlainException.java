package io.github.factorscope.data.reading;

import java.io.IOException;

/** A file that looked plain is not: it is to be read as any other file. */
final class NotPlainException extends IOException {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
        super("this file is not plain");
    }
}
