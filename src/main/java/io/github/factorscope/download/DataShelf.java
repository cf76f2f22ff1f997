package io.github.factorscope.download;

import io.github.factorscope.download.Progress.Phase;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that data sets are kept in, each unpacked in a folder of its name. */
public final class DataShelf {
    private static final Logger LOG = LoggerFactory.getLogger(DataShelf.class);

    private final Path folder;
    private final URI base;
    private final DownloadOptions options;

    /** @param base where the files are */
    public DataShelf(Path folder, URI base, DownloadOptions options) {
        this.folder = folder;
        this.base = base;
        this.options = options;
    }

    /**
     * What is here of a data set.
     *
     * @param path of its folder, where it is here
     * @param keptBytes that an earlier download left of it
     */
    public record Holding(Optional<Path> path, long keptBytes) {}

    /**
     * A data set that is here now.
     *
     * @param bytes of the packed file; 0 where it was here before
     * @param resumed whether some of it was here before
     * @param checksum what the packed file was found to agree with
     */
    public record Arrival(MovieLensSet set, Path path, long bytes, boolean resumed, Optional<Checksum> checksum) {}

    /** What is here of a data set. */
    public Holding holding(MovieLensSet set) {
        Path path = folder.resolve(set.name());
        return new Holding(isFilled(path) ? Optional.of(path) : Optional.empty(), Download.kept(zip(set)));
    }

    private static boolean isFilled(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            LOG.debug("{} cannot be looked into", path, e);
            return false;
        }
    }

    private Path zip(MovieLensSet set) {
        return folder.resolve(set.file());
    }

    /**
     * Sees to it that a data set is here: fetches, checks and unpacks it. The packed file does not stay.
     *
     * @throws io.github.factorscope.storage.UserException with what happened and what to do
     * @throws java.util.concurrent.CancellationException where the monitor ended it; what came is kept
     */
    public Arrival fetch(MovieLensSet set, DownloadMonitor monitor) throws IOException {
        Optional<Path> here = holding(set).path();
        if (here.isPresent()) {
            return new Arrival(set, here.get(), 0, false, Optional.empty());
        }
        try {
            return fetch(set, new Meter(monitor));
        } catch (ClosedByInterruptException e) {
            throw Http.interrupted();
        }
    }

    private Arrival fetch(MovieLensSet set, Meter meter) throws IOException {
        Path path = folder.resolve(set.name());
        Download.Fetched fetched = new Download(options, meter)
                .fetch(set.address(base), set.checksum(base), zip(set), set.mostBytes(), file -> {
                    meter.begin(Phase.UNPACKING, 0, -1);
                    new Unpacker(Unpacker.Limits.USUAL, meter).unpack(file, path);
                });
        return new Arrival(set, path, fetched.bytes(), fetched.resumed(), fetched.checksum());
    }
}
