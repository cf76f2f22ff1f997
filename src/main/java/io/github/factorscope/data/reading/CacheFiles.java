package io.github.factorscope.data.reading;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the caches of rating files lie. */
public final class CacheFiles {
    private static final String NAME = "factorscope";
    private static final int MOST_IN_FOLDER = 8; // of the user
    private static final Duration UNFINISHED = Duration.ofHours(6); // nobody writes for so long

    private CacheFiles() {}

    /**
     * The user's folder for what can be made again: the usual place of the operating system. The system property or
     * environment variable {@code factorscope.home} / {@code FACTORSCOPE_HOME} puts it elsewhere.
     */
    public static Path folderOfUser() {
        String given = System.getProperty("factorscope.home", System.getenv("FACTORSCOPE_HOME"));
        if (given != null && !given.isBlank()) {
            return Path.of(given).resolve("cache");
        }
        Path user = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return (local == null ? user : Path.of(local))
                    .resolve("FactorScope")
                    .resolve("Cache");
        }
        if (system.startsWith("mac")) {
            return user.resolve("Library").resolve("Caches").resolve("FactorScope");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isBlank() ? user.resolve(".cache") : Path.of(cache)).resolve(NAME);
    }

    /** Where the cache of a file may lie, the better place first. */
    static List<Path> of(Path source) {
        Path absolute = source.toAbsolutePath().normalize();
        String name = absolute.getFileName() + RatingsCache.ENDING;
        String elsewhere = SourceStamp.of(absolute.toString()).substring(0, 16) + "-" + name;
        return List.of(absolute.resolveSibling(name), folderOfUser().resolve(elsewhere));
    }

    /** Removes what was kept of a rating file, so that it is read anew. */
    public static void forget(Path source) throws IOException {
        for (Path file : of(source)) {
            Files.deleteIfExists(file);
        }
    }

    /** Puts a written file into its place, in one step. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what a killed process left beside a cache, and in the user's folder the oldest of many caches. */
    static void tidy(Path cache) throws IOException {
        FileTime now = Files.getLastModifiedTime(cache);
        for (Path left : files(cache.getParent(), "." + cache.getFileName() + ".", ".part")) {
            if (Files.getLastModifiedTime(left)
                    .toInstant()
                    .isBefore(now.toInstant().minus(UNFINISHED))) {
                Files.deleteIfExists(left);
            }
        }
        if (folderOfUser().toAbsolutePath().equals(cache.getParent())) {
            List<Path> newestFirst = files(cache.getParent(), "", RatingsCache.ENDING).stream()
                    .sorted(Comparator.comparing(CacheFiles::changed).reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(MOST_IN_FOLDER, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> files(Path folder, String beginning, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(beginning) && name.endsWith(ending);
                    })
                    .toList();
        }
    }
}
