package io.github.factorscope.storage;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files and folders are written beside their place and moved into it when whole: a reader never meets half of one. */
public final class AtomicFiles {
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
            move(beside, file);
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
            Files.deleteIfExists(folder);
            move(beside, folder);
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
            throw new IOException(folder + " exists already. Choose a new folder, or remove this one.");
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
    }

    private static Path prepare(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        return absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
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

    private static void deleteTree(Path folder) throws IOException {
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
