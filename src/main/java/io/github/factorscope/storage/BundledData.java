package io.github.factorscope.storage;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The data that comes with the application. */
public final class BundledData {
    private static final Path DEMO_FILMS = Path.of("datasets", "demo-films");

    private BundledData() {}

    /** Simulated ratings of well-known films; empty where the application was taken away from its folder. */
    public static Optional<Path> demoFilms() {
        return Stream.of(besideApplication(), Path.of("").toAbsolutePath())
                .flatMap(BundledData::andParents)
                .map(folder -> folder.resolve(DEMO_FILMS))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Stream<Path> andParents(Path folder) {
        return Stream.iterate(folder, path -> path != null, Path::getParent).limit(4);
    }

    private static Path besideApplication() {
        try {
            return Path.of(BundledData.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the application is a path", e);
        }
    }
}
