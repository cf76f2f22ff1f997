package io.github.factorscope.storage;

import io.github.factorscope.data.reading.UnreadableDataException;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, as a sentence for the user: the same in the window and on the command line. */
public final class ErrorMessages {
    private static final Texts TEXTS = Texts.of(ErrorMessages.class);

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
            return TEXTS.get("does-not-exist", missing.getFile());
        }
        if (error instanceof AccessDeniedException denied) {
            return TEXTS.get("denied", denied.getFile());
        }
        if (error instanceof FileSystemException file) {
            return file.getReason() == null
                    ? TEXTS.get("unusable", file.getFile())
                    : TEXTS.get("unusable-because", file.getFile(), file.getReason());
        }
        if (error instanceof IOException) {
            return error.getMessage() == null ? TEXTS.get("a-file-unusable") : sentence(error.getMessage());
        }
        if (error instanceof OutOfMemoryError) {
            return TEXTS.get("memory-used-up");
        }
        String message = error.getMessage() == null ? "" : ": " + error.getMessage();
        return TEXTS.get("unexpected", error.getClass().getSimpleName() + message, AppFolders.log());
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
