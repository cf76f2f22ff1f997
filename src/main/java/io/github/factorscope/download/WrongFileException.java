package io.github.factorscope.download;

import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.net.URI;

/** A file that arrived whole and is of no use: damaged, or not harmless. The message goes on after "is refused:". */
final class WrongFileException extends IOException {
    private static final Texts TEXTS = Texts.of(WrongFileException.class);
    private static final long serialVersionUID = 1L;

    WrongFileException(String message) {
        super(message);
    }

    WrongFileException(String message, IOException cause) {
        super(message, cause);
    }

    UserException forTheUser(URI address) {
        UserException said = new UserException(TEXTS.get("refused", address, getMessage()));
        said.initCause(this);
        return said;
    }
}
