package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
    @Test
    void aFolderOfTheUserIsWrittenShort() {
        Path user = Path.of(System.getProperty("user.home"));

        assertThat(AppFolders.words(user.resolve("data").resolve("ml-1m")))
                .isEqualTo(Path.of("~", "data", "ml-1m").toString());
        assertThat(AppFolders.words(user.resolveSibling("somebody-else")))
                .isEqualTo(user.resolveSibling("somebody-else").toString());
    }
}
