package io.github.factorscope.storage;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the application keeps what belongs to the user. The system property or environment variable {@code
 * factorscope.home} / {@code FACTORSCOPE_HOME} puts all of it into one folder.
 */
public final class AppFolders {
    private static final String NAME = "factorscope";

    private AppFolders() {}

    /** Settings and the log: the usual place of the operating system. */
    public static Path home() {
        String given = System.getProperty("factorscope.home", System.getenv("FACTORSCOPE_HOME"));
        if (given != null && !given.isBlank()) {
            return Path.of(given);
        }
        Path user = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String appData = System.getenv("APPDATA");
            return (appData == null ? user : Path.of(appData)).resolve("FactorScope");
        }
        if (system.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("FactorScope");
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        return (config == null || config.isBlank() ? user.resolve(".config") : Path.of(config)).resolve(NAME);
    }

    /** The window's settings. */
    public static Path preferences() {
        return home().resolve("preferences.json");
    }

    /** The library of runs, unless the settings name another folder. */
    public static Path runs() {
        return home().resolve("runs");
    }

    public static Path log() {
        return home().resolve("factorscope.log");
    }

    /** What was fetched and can be fetched again: the cache folder of the operating system. */
    public static Path downloads() {
        Path user = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path cache;
        if (System.getProperty("factorscope.home", System.getenv("FACTORSCOPE_HOME")) != null) {
            cache = home();
        } else if (system.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            cache = (local == null ? user : Path.of(local)).resolve("FactorScope");
        } else if (system.startsWith("mac")) {
            cache = user.resolve("Library").resolve("Caches").resolve("FactorScope");
        } else {
            String given = System.getenv("XDG_CACHE_HOME");
            cache = (given == null || given.isBlank() ? user.resolve(".cache") : Path.of(given)).resolve(NAME);
        }
        return cache.resolve("movielens");
    }

    /** A path as people write it: the user's own folder is "~". */
    public static String words(Path path) {
        Path user = Path.of(System.getProperty("user.home"));
        return path.startsWith(user)
                ? Path.of("~").resolve(user.relativize(path)).toString()
                : path.toString();
    }
}
