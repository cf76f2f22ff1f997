package io.github.factorscope.storage;

/** Something that the user asked for cannot be done. The message is a sentence for the user. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }
}
