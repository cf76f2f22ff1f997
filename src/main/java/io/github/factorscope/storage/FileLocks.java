package io.github.factorscope.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes of small files, one at a time among all threads and processes: whoever reads within one sees what others wrote. */
final class FileLocks {
    private static final Logger LOG = LoggerFactory.getLogger(FileLocks.class);

    private FileLocks() {}

    /** What is done while nobody else changes the file. */
    @FunctionalInterface
    interface Change {
        void run() throws IOException;
    }

    /** Waits until nobody else changes the file. */
    static void alone(Path file, Change change) throws IOException {
        AtomicFiles.createFolders(file.toAbsolutePath().getParent());
        Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
        synchronized (FileLocks.class) { // the lock on the file is against other processes only
            try (FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel, lockFile);
                change.run();
            }
        }
    }

    private static void lock(FileChannel channel, Path lockFile) {
        try {
            channel.lock();
        } catch (IOException e) { // some network drives know no locks: better to go on than to lose the change
            LOG.info("{} cannot be locked", lockFile, e);
        }
    }
}
