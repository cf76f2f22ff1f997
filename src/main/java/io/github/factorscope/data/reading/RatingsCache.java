package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What reading a large rating file gave, kept beside it as numbers, so that it opens at once the next time. It is only a
 * help: where it does not fit the file as it is now, is damaged, or cannot be written, the file itself is read.
 *
 * <p>In the file: a mark, the version, the state of the source, what was asked for, layout, counts, problems, ids, the
 * ratings, and at the end the length and a checksum (CRC-32C) of all of it.
 */
final class RatingsCache {
    static final String ENDING = ".fscache";

    private static final Logger LOG = LoggerFactory.getLogger(RatingsCache.class);
    private static final long MAGIC = 0x46534341434845AAL;

    /** To be raised wherever reading the same file may come to give something else. */
    private static final int VERSION = 2;

    /** The system property that says from how many bytes on a cache is kept. */
    static final String LEAST_BYTES = "factorscope.cache.bytes";

    private static final long USUAL_LEAST_BYTES = 32L << 20;
    private static final String PART = ".part";

    private final List<Path> sources;
    private final String asked;

    /**
     * For files that are read together.
     *
     * @param sources in their order, on the disk
     * @param name that they have together
     * @param layout that was asked for
     */
    RatingsCache(List<Path> sources, String name, Optional<Layout> layout, ReadingPolicy policy) {
        this.sources = List.copyOf(sources);
        this.asked = SourceStamp.of(name + " " + layout + " " + policy);
    }

    /** Empty where the files are so small that it would not pay. */
    static Optional<RatingsCache> of(DataLocation location, ReadingRequest request) throws IOException {
        List<Path> sources = location.archive().isPresent() ? List.of(request.path()) : location.ratings();
        long bytes = 0;
        for (Path source : sources) {
            bytes += Files.size(source);
        }
        return bytes < leastBytes()
                ? Optional.empty()
                : Optional.of(new RatingsCache(sources, location.name(), request.layout(), request.policy()));
    }

    private static long leastBytes() {
        return Long.getLong(LEAST_BYTES, USUAL_LEAST_BYTES);
    }

    /**
     * What was kept, where it is still true.
     *
     * @throws CancellationException where the monitor ended it
     */
    Optional<CachedReading> read(LoadMonitor monitor) {
        for (Path file : CacheFiles.of(sources.get(0))) {
            if (Files.isRegularFile(file)) {
                try {
                    Optional<CachedReading> kept = read(file, monitor);
                    if (kept.isPresent()) {
                        return kept;
                    }
                } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
                    LOG.info("{} is not used: {}", file, e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<CachedReading> read(Path file, LoadMonitor monitor) throws IOException {
        String stamp = SourceStamp.of(sources);
        try (CacheInput in = CacheInput.open(file)) {
            boolean fits = in.getLong() == MAGIC
                    && in.getInt() == VERSION
                    && in.getText().equals(stamp)
                    && in.getText().equals(asked);
            if (!fits) {
                return Optional.empty();
            }
            Layout layout = CachedLayout.read(in);
            long duplicates = in.getLong();
            long outsideScale = in.getLong();
            long unrated = in.getLong();
            long problemCount = in.getLong();
            List<Problem> problems = new ArrayList<>();
            for (int left = in.getInt(); left > 0; left--) {
                problems.add(new Problem(in.getLong(), in.getText(), readReason(in)));
            }
            IdIndex users = readIds(in);
            IdIndex items = readIds(in);
            ReadingClock clock = new ReadingClock(monitor, in.length());
            return Optional.of(new CachedReading(
                    users,
                    items,
                    CachedRows.read(in, users.size(), items.size(), clock),
                    layout,
                    problems,
                    problemCount,
                    duplicates,
                    outsideScale,
                    unrated));
        }
    }

    private static Reason readReason(CacheInput in) throws IOException {
        String file = in.getText();
        String key = in.getText();
        List<String> values = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            values.add(in.getText());
        }
        return new Reason(file, key, values);
    }

    private static void write(Reason reason, CacheOutput out) throws IOException {
        out.putText(reason.file());
        out.putText(reason.key());
        out.putInt(reason.values().size());
        for (String value : reason.values()) {
            out.putText(value);
        }
    }

    private static IdIndex readIds(CacheInput in) throws IOException {
        IdIndex.Builder ids = new IdIndex.Builder();
        int count = in.getInt();
        for (int k = 0; k < count; k++) {
            if (ids.indexOf(in.getText()) != k) {
                throw new IOException("the cache holds an id twice");
            }
        }
        return ids.build();
    }

    /**
     * Keeps what was read, beside the source or, where that folder may not be written, in the user's cache folder. Where
     * neither is possible nothing is kept.
     *
     * @param stamp of the sources before they were read
     */
    void write(CachedReading reading, String stamp) {
        for (Path file : CacheFiles.of(sources.get(0))) {
            try {
                if (!stamp.equals(SourceStamp.of(sources))) {
                    return; // changed meanwhile
                }
                write(file, reading, stamp);
                CacheFiles.tidy(file);
                return;
            } catch (IOException e) {
                LOG.info("{} could not be written: {}", file, e.toString());
            }
        }
    }

    /** Of the sources as they are now. */
    String stamp() throws IOException {
        return SourceStamp.of(sources);
    }

    private void write(Path file, CachedReading reading, String stamp) throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + PART);
        try {
            try (CacheOutput out = new CacheOutput(beside)) {
                write(reading, stamp, out);
            }
            CacheFiles.move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void write(CachedReading reading, String stamp, CacheOutput out) throws IOException {
        out.putLong(MAGIC);
        out.putInt(VERSION);
        out.putText(stamp);
        out.putText(asked);
        CachedLayout.write(reading.layout(), out);
        out.putLong(reading.duplicates());
        out.putLong(reading.outsideScale());
        out.putLong(reading.unrated());
        out.putLong(reading.problemCount());
        out.putInt(reading.problems().size());
        for (Problem problem : reading.problems()) {
            out.putLong(problem.line());
            out.putText(problem.text());
            write(problem.why(), out);
        }
        writeIds(reading.users(), out);
        writeIds(reading.items(), out);
        CachedRows.write(reading.ratings(), reading.items().size(), out);
        out.finish();
    }

    private static void writeIds(IdIndex ids, CacheOutput out) throws IOException {
        out.putInt(ids.size());
        for (int k = 0; k < ids.size(); k++) {
            out.putText(ids.id(k));
        }
    }
}
