package io.github.factorscope.data.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** The rating file, and perhaps the item file, that a path means: a file, a folder, or a zip of either. */
record DataLocation(String name, Path ratings, Optional<Path> items, Optional<FileSystem> archive)
        implements Closeable {
    private static final List<String> KNOWN_RATING_FILES = List.of("ratings.csv", "ratings.dat", "u.data");

    /** @throws UnreadableDataException where the path leads to no rating file, or to more than one */
    static DataLocation find(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new UnreadableDataException(path + " does not exist. Check the path.");
        }
        if (!Files.isReadable(path)) {
            throw new UnreadableDataException(path + " may not be read. Check its permissions.");
        }
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            return inFolder(nameOf(absolute), absolute, Optional.empty());
        }
        if (nameOf(absolute).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return inArchive(absolute);
        }
        return new DataLocation(fileLabel(absolute), absolute, itemFileBeside(absolute), Optional.empty());
    }

    private static DataLocation inArchive(Path zip) throws IOException {
        FileSystem archive;
        try {
            archive = FileSystems.newFileSystem(zip);
        } catch (IOException | ProviderNotFoundException e) {
            throw new UnreadableDataException(
                    zip.getFileName() + " is not a zip file that can be opened. Download it again.", e);
        }
        try {
            String name = nameOf(zip);
            return inFolder(
                    name.substring(0, name.length() - ".zip".length()), archive.getPath("/"), Optional.of(archive));
        } catch (ZipException e) {
            archive.close();
            throw new UnreadableDataException(
                    nameOf(zip) + " is damaged: " + e.getMessage() + ". Download it again.", e);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static DataLocation inFolder(String name, Path folder, Optional<FileSystem> archive) throws IOException {
        for (String known : KNOWN_RATING_FILES) {
            Path file = folder.resolve(known);
            if (Files.isRegularFile(file)) {
                return new DataLocation(name, file, itemFileBeside(file), archive);
            }
        }
        List<Path> folders = children(folder, Files::isDirectory);
        List<Path> found = new ArrayList<>();
        for (Path file : children(folder, Files::isRegularFile)) {
            if (isRatingFile(file)) {
                found.add(file);
            }
        }
        if (found.size() == 1) {
            return new DataLocation(name, found.get(0), itemFileBeside(found.get(0)), archive);
        }
        if (found.size() > 1) {
            throw new UnreadableDataException(name + " holds several files with ratings: "
                    + String.join(", ", found.stream().map(DataLocation::nameOf).toList())
                    + ". Open one of them.");
        }
        if (folders.size() == 1) {
            return inOnlyFolder(name, folders.get(0), archive);
        }
        throw new UnreadableDataException(name + " holds no file with ratings, such as "
                + String.join(", ", KNOWN_RATING_FILES) + "."
                + (folders.isEmpty()
                        ? ""
                        : " Open one of its folders: "
                                + String.join(
                                        ", ",
                                        folders.stream()
                                                .map(DataLocation::nameOf)
                                                .toList()) + "."));
    }

    private static DataLocation inOnlyFolder(String name, Path only, Optional<FileSystem> archive) throws IOException {
        try {
            return inFolder(nameOf(only), only, archive);
        } catch (UnreadableDataException e) {
            throw new UnreadableDataException("In " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean isRatingFile(Path file) throws IOException {
        try {
            LayoutRecogniser.recognise(file);
            return true;
        } catch (UnreadableDataException e) {
            return false;
        }
    }

    private static List<Path> children(Path folder, java.util.function.Predicate<Path> kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(kind)
                    .filter(file ->
                            !nameOf(file).startsWith(".") && !nameOf(file).startsWith("__"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> itemFileBeside(Path ratings) {
        for (ItemFileReader reader : ItemFileReader.values()) {
            Path file = ratings.resolveSibling(reader.fileName());
            if (Files.isRegularFile(file) && !file.equals(ratings)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** A known file is called by its folder, which tells more than "ratings.csv". */
    private static String fileLabel(Path file) {
        Path parent = file.getParent();
        if (parent == null || parent.getFileName() == null) {
            return nameOf(file);
        }
        return KNOWN_RATING_FILES.contains(nameOf(file)) ? nameOf(parent) : nameOf(file);
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        String text = name == null ? path.toString() : name.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() throws IOException {
        if (archive.isPresent()) {
            archive.get().close();
        }
    }
}
