package io.github.factorscope.storage;

import io.github.factorscope.data.reading.UnreadableDataException;
import io.github.factorscope.model.InvalidSettingException;
import java.util.Arrays;
import org.slf4j.Logger;

/**
 * How errors come into the log: so that it can be sent to somebody, sentences that may quote ratings, ids or titles stay out of
 * it. Of such an error it has the kind and the place in the code.
 */
public final class ErrorLog {
    private ErrorLog() {}

    /** @param what was going on, without a word of the data */
    public static void write(Logger log, String what, Throwable error) {
        if (mayQuote(error)) {
            log.info(
                    "{}: {} at {}",
                    what,
                    error.getClass().getSimpleName(),
                    Arrays.stream(error.getStackTrace()).findFirst().orElse(null));
        } else {
            log.warn(what, error);
        }
    }

    /** Whether its message is a sentence about what the user has typed or opened. */
    private static boolean mayQuote(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException
                    || cause instanceof UnreadableDataException
                    || cause instanceof InvalidSettingException) {
                return true;
            }
        }
        return false;
    }
}
