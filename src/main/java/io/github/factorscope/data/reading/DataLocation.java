package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rating file, and perhaps the item file, that a path means: a file, a folder, or a zip of either.
 *
 * @param ratings more than one where a data set comes in parts, such as that of the Netflix Prize
 */
record DataLocation(String name, List<Path> ratings, Optional<Path> items, Optional<FileSystem> archive)
        implements Closeable {
    private static final Texts TEXTS = Texts.of(DataLocation.class);
    private static final List<String> KNOWN_RATING_FILES = List.of(
            "ratings.csv",
            "ratings.dat",
            "u.data",
            "bx-book-ratings.csv",
            "bx_book_ratings.csv",
            "ratings.txt",
            "ratings.tsv");
    private static final List<String> PARTS = List.of("mv_\\d+\\.txt", "combined_data_\\d+\\.txt");
    private static final String PARTS_FOLDER = "training_set";
    private static final int MOST_FILES = 500; // are looked into
    private static final int DEEPEST = 8;

    /** @throws UnreadableDataException where the path leads to no rating file, or to more than one */
    static DataLocation find(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        requireReadable(path);
        try {
            if (Files.isDirectory(path)) {
                return inFolder(nameOf(absolute), absolute, Optional.empty(), 0);
            }
            if (isZip(absolute)) {
                return inArchive(absolute);
            }
        } catch (AccessDeniedException e) {
            throw new UnreadableDataException(TEXTS.get("not-readable", e.getFile()), e);
        }
        return new DataLocation(fileLabel(absolute), List.of(absolute), ItemFiles.beside(absolute), Optional.empty());
    }

    private static void requireReadable(Path path) throws UnreadableDataException {
        if (!Files.exists(path) && !Files.notExists(path)) {
            throw new UnreadableDataException(TEXTS.get("not-to-be-found", path));
        }
        if (!Files.exists(path)) {
            throw new UnreadableDataException(TEXTS.get(Files.isSymbolicLink(path) ? "dead-link" : "missing", path));
        }
        if (!Files.isReadable(path)) {
            throw new UnreadableDataException(TEXTS.get("not-readable", path));
        }
        if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw new UnreadableDataException(TEXTS.get("device", path));
        }
    }

    private static boolean isZip(Path file) throws IOException {
        if (nameOf(file).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    private static DataLocation inArchive(Path zip) throws IOException {
        FileSystem archive = ZipArchive.open(zip);
        try {
            String name = nameOf(zip);
            int end = name.toLowerCase(Locale.ROOT).endsWith(".zip") ? name.length() - 4 : name.length();
            return inFolder(name.substring(0, end), archive.getPath("/"), Optional.of(archive), 0);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw ZipArchive.sentence(zip, e);
        }
    }

    private static DataLocation inFolder(String name, Path folder, Optional<FileSystem> archive, int depth)
            throws IOException {
        List<Path> files = children(folder, Files::isRegularFile);
        Optional<Path> known = knownRatingFile(files);
        if (known.isPresent()) {
            return at(name, List.of(known.get()), archive);
        }
        for (String part : PARTS) {
            List<Path> parts =
                    files.stream().filter(file -> nameOf(file).matches(part)).toList();
            if (!parts.isEmpty()) {
                return at(name, parts, archive);
            }
        }
        List<Path> folders = children(folder, Files::isDirectory);
        for (Path inner : folders) {
            if (nameOf(inner).equals(PARTS_FOLDER)) {
                return inFolder(name, inner, archive, depth + 1);
            }
        }
        List<Path> found = ratingFiles(name, files);
        if (found.size() == 1) {
            return at(name, found, archive);
        }
        if (found.size() > 1) {
            throw new UnreadableDataException(TEXTS.get("several-files", name, names(found)));
        }
        if (folders.size() == 1 && depth < DEEPEST) {
            return inOnlyFolder(name, folders.get(0), archive, depth);
        }
        throw new UnreadableDataException(
                folders.isEmpty()
                        ? TEXTS.get("no-rating-file", name)
                        : TEXTS.get("no-rating-file-but-folders", name, names(folders)));
    }

    private static Optional<Path> knownRatingFile(List<Path> files) {
        for (String known : KNOWN_RATING_FILES) {
            for (Path file : files) {
                if (withoutGz(nameOf(file)).equals(known)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> ratingFiles(String folder, List<Path> files) throws IOException {
        if (files.size() > MOST_FILES) {
            throw new UnreadableDataException(TEXTS.get("many-files", folder, String.valueOf(files.size())));
        }
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (isRatingFile(file, folder)) {
                found.add(file);
            }
        }
        return found;
    }

    private static DataLocation at(String name, List<Path> ratings, Optional<FileSystem> archive) {
        return new DataLocation(name, ratings, ItemFiles.beside(ratings.get(0)), archive);
    }

    private static DataLocation inOnlyFolder(String name, Path only, Optional<FileSystem> archive, int depth)
            throws IOException {
        try {
            return inFolder(nameOf(only), only, archive, depth + 1);
        } catch (UnreadableDataException e) {
            boolean said = e.getCause() instanceof UnreadableDataException; // from further down
            throw new UnreadableDataException(said ? e.getMessage() : TEXTS.get("in-folder", name, e.getMessage()), e);
        }
    }

    /** A file that cannot be read, or is damaged, is none of those to choose from. */
    private static boolean isRatingFile(Path file, String folder) {
        try {
            LayoutRecogniser.recognise(file, folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> children(Path folder, Predicate<Path> kind) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = nameOf(file);
                if (kind.test(file) && !name.startsWith(".") && !name.startsWith("__")) {
                    found.add(file);
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        found.sort(null);
        return found;
    }

    private static String names(List<Path> paths) {
        int most = 20;
        String first = Problem.printable(String.join(
                ", ", paths.stream().limit(most).map(DataLocation::nameOf).toList()));
        return paths.size() > most ? TEXTS.get("names-and-more", first, String.valueOf(paths.size() - most)) : first;
    }

    /** A known file is called by its folder, which tells more than "ratings.csv". */
    private static String fileLabel(Path file) {
        Path parent = file.getParent();
        if (parent == null || parent.getFileName() == null) {
            return nameOf(file);
        }
        return KNOWN_RATING_FILES.contains(withoutGz(nameOf(file))) ? nameOf(parent) : nameOf(file);
    }

    private static String withoutGz(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - ".gz".length()) : lower;
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
