package io.github.factorscope.storage;

import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders are written beside their place, put on the disk, and moved into it when whole: a reader never meets
 * half of one, not even after a power cut.
 */
public final class AtomicFiles {
    private static final Texts TEXTS = Texts.of(AtomicFiles.class);
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);
    private static final String PART = ".part";

    private AtomicFiles() {}

    /** Writes to the path that it is given. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(Path path) throws IOException;
    }

    /** Writes a file, in place of an earlier one. */
    public static void writeFile(Path file, Writer writer) throws IOException {
        Path beside = prepare(file);
        try {
            writer.writeTo(beside);
            putOnDisk(beside);
            moveOnDisk(beside, file);
        } catch (IOException e) {
            throw FullDiskException.explain(e, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Writes a folder.
     *
     * @throws IOException where there is something at its place already, and it is not an empty folder
     */
    public static void writeFolder(Path folder, Writer writer) throws IOException {
        requireFree(folder);
        Path beside = prepare(folder);
        try {
            Files.createDirectory(beside);
            writer.writeTo(beside);
            putOnDisk(beside);
            Files.deleteIfExists(folder);
            moveOnDisk(beside, folder);
        } catch (IOException e) {
            throw FullDiskException.explain(e, folder);
        } finally {
            deleteTree(beside);
        }
    }

    /**
     * Asks early, before long work, whether a folder could be written.
     *
     * @throws IOException where there is something at its place already, and it is not an empty folder
     */
    public static void requireFree(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new IOException(TEXTS.get("folder-exists", folder));
        }
        createFolders(folder.toAbsolutePath().getParent());
    }

    /** Removes a folder, whole at once for those who look; what a kill leaves of it nobody takes for a folder. */
    static void removeFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path beside = prepare(folder);
            moveOnDisk(folder, beside);
            deleteTree(beside);
        }
    }

    private static Path prepare(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        createFolders(absolute.getParent());
        return absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + PART);
    }

    /** Makes a folder and those that it lies in, where they are missing; a power cut does not undo it. */
    static void createFolders(Path folder) throws IOException {
        Path missing = folder.toAbsolutePath();
        if (Files.isDirectory(missing)) {
            return;
        }
        Files.createDirectories(missing);
        for (Path made = missing; made.getParent() != null; made = made.getParent()) {
            forceFolder(made.getParent());
        }
    }

    /** Whether this is what a process that ended in the middle of writing may have left beside the place. */
    static boolean isUnfinished(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") && name.endsWith(PART);
    }

    /** Moves a file or folder to another place on the same disk, and sees to it that a power cut does not undo that. */
    static void moveOnDisk(Path from, Path to) throws IOException {
        move(from, to);
        forceFolder(to.toAbsolutePath().getParent());
    }

    /** The contents before the name: otherwise a power cut could leave a whole folder of empty files. */
    private static void putOnDisk(Path written) throws IOException {
        try (Stream<Path> tree = Files.walk(written)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path)) {
                    forceFolder(path);
                } else {
                    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) { // Windows opens no folders, and keeps their entries without being asked
            LOG.debug("{} cannot be forced to the disk", folder, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** Deletes a folder with all that is in it; nothing where there is none. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
