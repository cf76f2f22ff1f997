package io.github.factorscope.download;

import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.net.URI;

/** A file that arrived whole and is of no use: damaged, or not harmless. The message goes on after "is refused:". */
final class WrongFileException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongFileException(String message) {
        super(message);
    }

    WrongFileException(String message, IOException cause) {
        super(message, cause);
    }

    UserException forTheUser(URI address) {
        UserException said = new UserException(
                address + " is refused: " + getMessage() + ". Check the address, or try again later.");
        said.initCause(this);
        return said;
    }
}
