package io.github.factorscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void aPathAloneIsOpenedInTheWindow(@TempDir Path folder) {
        assertThat(Main.isToBeOpened(folder.toString())).isTrue();
        assertThat(Main.isToBeOpened(folder.resolve("missing").toString())).isFalse();
        assertThat(Main.isToBeOpened(folder.toString(), folder.toString())).isFalse();
    }

    @Test
    void commandsAndOptionsAreNoPaths() {
        assertThat(Main.isToBeOpened("tour")).isFalse();
        assertThat(Main.isToBeOpened("--version")).isFalse();
        assertThat(Main.isToBeOpened()).isFalse();
    }
}
