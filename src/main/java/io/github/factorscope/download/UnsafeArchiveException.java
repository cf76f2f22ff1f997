package io.github.factorscope.download;

import java.io.IOException;

/** An archive that is not unpacked. The message goes on after "it is refused:". */
final class UnsafeArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsafeArchiveException(String message) {
        super(message);
    }
}
