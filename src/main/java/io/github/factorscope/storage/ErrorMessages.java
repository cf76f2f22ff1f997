package io.github.factorscope.storage;

import io.github.factorscope.data.reading.UnreadableDataException;
import io.github.factorscope.model.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, as a sentence for the user: the same in the window and on the command line. */
public final class ErrorMessages {
    private ErrorMessages() {}

    /** What happened, where, and what to do. */
    public static String of(Throwable error) {
        if (error instanceof UncheckedIOException wrapped) {
            return of(wrapped.getCause());
        }
        if (error instanceof UnreadableDataException
                || error instanceof RunFormatException
                || error instanceof InvalidSettingException
                || error instanceof UserException) {
            return error.getMessage();
        }
        if (error instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist. Check the path.";
        }
        if (error instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written. Check its permissions.";
        }
        if (error instanceof FileSystemException file) {
            String reason = file.getReason() == null ? "" : ": " + file.getReason();
            return file.getFile() + " cannot be used" + reason + ". Check the path and the space left.";
        }
        if (error instanceof IOException) {
            return error.getMessage() == null ? "A file cannot be read or written." : sentence(error.getMessage());
        }
        if (error instanceof OutOfMemoryError) {
            return "The memory is used up. Choose fewer factors or a smaller file, or give more memory with"
                    + " JAVA_OPTS=-Xmx8g.";
        }
        String message = error.getMessage() == null ? "" : ": " + error.getMessage();
        return "Something unexpected happened (" + error.getClass().getSimpleName() + message + "). The details are in "
                + AppFolders.log() + ".";
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
