package io.github.factorscope.storage;

import static io.github.factorscope.storage.SampleRuns.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.model.Parameters;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    private Path temp;

    @Test
    void aFileIsReplacedByItsWholeSuccessor() throws IOException {
        Path file = temp.resolve("sub").resolve("file.txt");
        AtomicFiles.writeFile(file, path -> Files.writeString(path, "first"));
        AtomicFiles.writeFile(file, path -> {
            Files.writeString(path, "second");
            assertThat(file).hasContent("first"); // until the new one is whole
        });

        assertThat(file).hasContent("second");
        assertThat(tree(temp).keySet()).containsExactly("", "sub", "sub/file.txt");
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingBesideIt() throws IOException {
        Path file = Files.writeString(temp.resolve("file.txt"), "first");

        assertThatThrownBy(() -> AtomicFiles.writeFile(file, path -> {
                    Files.writeString(path, "half");
                    throw new IOException("it broke");
                }))
                .hasMessage("it broke");

        assertThat(file).hasContent("first");
        assertThat(tree(temp).keySet()).containsExactly("", "file.txt");
    }

    @Test
    void aFolderAppearsWholeOrNotAtAll() throws IOException {
        Path folder = temp.resolve("run");
        AtomicFiles.writeFolder(folder, path -> {
            Files.writeString(path.resolve("a"), "1");
            Files.createDirectory(path.resolve("sub"));
            Files.writeString(path.resolve("sub").resolve("b"), "2");
            assertThat(folder).doesNotExist();
        });

        assertThat(tree(temp).keySet()).containsExactly("", "run", "run/a", "run/sub", "run/sub/b");
    }

    @Test
    void aFailedFolderLeavesNothing() {
        for (RuntimeException error : new RuntimeException[] {new IllegalStateException("bug"), null}) {
            assertThatThrownBy(() -> AtomicFiles.writeFolder(temp.resolve("run"), path -> {
                        Files.createDirectory(path.resolve("sub"));
                        Files.writeString(path.resolve("sub").resolve("b"), "2");
                        if (error != null) {
                            throw error;
                        }
                        throw new IOException("it broke");
                    }))
                    .isInstanceOf(error == null ? IOException.class : IllegalStateException.class);
            assertThat(temp).isEmptyDirectory();
        }
    }

    @Test
    void aFailedWriteIntoAnEmptyFolderLeavesTheFolder() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("run"));

        assertThatThrownBy(() -> AtomicFiles.writeFolder(folder, path -> {
                    throw new IOException("it broke");
                }))
                .hasMessage("it broke");
        assertThat(tree(temp).keySet()).containsExactly("", "run");
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("run"));
        Files.writeString(folder.resolve("mine"), "precious");

        assertThatThrownBy(() -> AtomicFiles.writeFolder(folder, path -> Files.writeString(path.resolve("a"), "1")))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("run", "exists already");
        assertThat(tree(temp).keySet()).containsExactly("", "run", "run/mine");
    }

    @Test
    void aFullDiskIsSaidInASentenceAndLeavesThingsAsTheyWere() throws IOException {
        Path file = Files.writeString(temp.resolve("file.txt"), "first");
        Path folder = temp.resolve("run");
        for (IOException full : List.of(
                new IOException("No space left on device"),
                new IOException("There is not enough space on the disk"),
                new FileSystemException(file.toString(), null, "Disk quota exceeded"),
                new IOException("wrapped", new IOException("No space left on device")))) {
            assertThatThrownBy(() -> AtomicFiles.writeFile(file, path -> {
                        Files.writeString(path, "half");
                        throw full;
                    }))
                    .extracting(ErrorMessages::of)
                    .asString()
                    .startsWith("The disk is full: " + file)
                    .endsWith(".");
            assertThatThrownBy(() -> AtomicFiles.writeFolder(folder, path -> {
                        Files.writeString(path.resolve("half"), "half");
                        throw full;
                    }))
                    .extracting(ErrorMessages::of)
                    .asString()
                    .startsWith("The disk is full: " + folder);
            assertThat(tree(temp).keySet()).containsExactly("", "file.txt");
            assertThat(file).hasContent("first");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRunThatFindsTheDiskFullIsNotThereAndTheOthersAre() throws IOException {
        Path device = Path.of("/dev/full"); // refuses every byte as a full disk does
        assertThat(device).isWritable();
        Path file = Files.writeString(temp.resolve("presets.json"), "first");
        Parameters learned = new Parameters().put("numbers", new float[1 << 16]);

        assertThatThrownBy(() -> AtomicFiles.writeFile(file, path -> {
                    ParametersFile.write(path, learned);
                    ParametersFile.write(device, learned);
                }))
                .isInstanceOf(FullDiskException.class)
                .extracting(ErrorMessages::of)
                .asString()
                .contains(file.toString(), "Free some space");
        assertThat(tree(temp).keySet()).containsExactly("", "presets.json");
        assertThat(file).hasContent("first");
    }
}
