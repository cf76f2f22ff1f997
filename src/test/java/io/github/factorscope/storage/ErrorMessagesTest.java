package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.reading.UnreadableDataException;
import io.github.factorscope.model.InvalidSettingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorMessagesTest {
    @Test
    void sentencesForTheUserAreShownAsTheyAre() {
        for (Exception error : List.of(
                new UnreadableDataException("This file is empty."),
                new RunFormatException("This file is empty."),
                new InvalidSettingException("This file is empty."),
                new UserException("This file is empty."))) {
            assertThat(ErrorMessages.of(error)).isEqualTo("This file is empty.");
        }
    }

    @Test
    void errorsOfTheFileSystemNameTheFileAndWhatToDo() {
        assertThat(ErrorMessages.of(new NoSuchFileException("/a/b.csv"))).contains("/a/b.csv", "does not exist");
        assertThat(ErrorMessages.of(new AccessDeniedException("/a/b.csv"))).contains("/a/b.csv", "permissions");
        assertThat(ErrorMessages.of(new FileSystemException("/a/b.csv", null, "No space left on device")))
                .contains("/a/b.csv", "No space left on device")
                .endsWith(".");
    }

    @Test
    void everyMessageIsASentenceWithoutNull() {
        for (Throwable error : List.of(
                new IOException("Connection reset."),
                new IOException(),
                new FileSystemException("/a/b.csv"),
                new NullPointerException(),
                new OutOfMemoryError("Java heap space"))) {
            assertThat(ErrorMessages.of(error))
                    .as(error.toString())
                    .endsWith(".")
                    .doesNotContain("null");
        }
    }
}
