package io.github.factorscope.download;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is here of a file: {@code NAME.part}, and beside it {@code NAME.part.json}, which says of what it is a part. Both
 * stay when a download ends early. Held by one download at a time, also among processes.
 */
final class PartFile implements Closeable {
    private static final Texts TEXTS = Texts.of(PartFile.class);
    private static final Logger LOG = LoggerFactory.getLogger(PartFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path part;
    private final Path note;
    private final FileChannel lock;
    private FileChannel channel;
    private Origin origin = Origin.NONE;

    /**
     * The version of the file that a server has.
     *
     * @param entityTag empty where it has none that is strong
     * @param lastModified as the server wrote it
     * @param total bytes; −1 where the server did not say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Origin(String address, String entityTag, String lastModified, long total) {
        static final Origin NONE = new Origin("", "", "", -1);

        Origin {
            address = address == null ? "" : address;
            entityTag = entityTag == null ? "" : entityTag;
            lastModified = lastModified == null ? "" : lastModified;
        }

        /** What {@code If-Range} asks with; empty where nothing would tell another version. */
        String validator() {
            return entityTag.isEmpty() ? lastModified : entityTag;
        }
    }

    private PartFile(Path target, FileChannel lock) {
        this.lock = lock;
        part = partOf(target);
        note = target.resolveSibling(target.getFileName() + ".part.json");
    }

    static Path partOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /**
     * Takes up what is here of a file from this address; of none, where something else is here.
     *
     * @throws UserException where another download of it is going on
     */
    static PartFile open(Path target, URI address) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path lockFile = target.resolveSibling("." + target.getFileName() + ".lock");
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        PartFile file = new PartFile(target, lock);
        try {
            FileLock held = lock.tryLock();
            if (held == null) {
                throw isBusy(target);
            }
            file.channel = FileChannel.open(file.part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.takeUp(address);
            return file;
        } catch (OverlappingFileLockException e) {
            file.close();
            throw isBusy(target);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static UserException isBusy(Path target) {
        return new UserException(TEXTS.get("fetched-already", target.getFileName()));
    }

    private void takeUp(URI address) throws IOException {
        Origin found = readNote();
        boolean usable = found.address().equals(address.toString())
                && !found.validator().isEmpty()
                && (found.total() < 0 || channel.size() <= found.total());
        if (usable) {
            origin = found;
            channel.position(channel.size());
        } else {
            discard();
        }
    }

    private Origin readNote() {
        try {
            return Files.isRegularFile(note) ? JSON.readValue(note.toFile(), Origin.class) : Origin.NONE;
        } catch (IOException e) {
            LOG.info("{} cannot be read: the download starts over", note, e);
            return Origin.NONE;
        }
    }

    Origin origin() {
        return origin;
    }

    long length() throws IOException {
        return channel.position();
    }

    boolean isWhole() throws IOException {
        return origin.total() >= 0 && length() == origin.total();
    }

    Path path() {
        return part;
    }

    /** Starts over with this version of the file. */
    void begin(Origin version) throws IOException {
        discard();
        write(version);
    }

    private void write(Origin version) throws IOException {
        origin = version;
        AtomicFiles.writeFile(note, beside -> JSON.writeValue(beside.toFile(), version));
    }

    void append(List<ByteBuffer> buffers) throws IOException {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /** Of none. */
    void discard() throws IOException {
        origin = Origin.NONE;
        Files.deleteIfExists(note);
        if (channel.size() > 0) {
            channel.truncate(0);
        }
        channel.position(0);
    }

    /** All is here, whatever the server said of its length. */
    void complete() throws IOException {
        channel.force(true);
        if (!isWhole()) {
            write(new Origin(origin.address(), origin.entityTag(), origin.lastModified(), length()));
        }
    }

    /** Deletes the part: it has been used, or is good for nothing. */
    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(note);
        Files.deleteIfExists(part);
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel != null && channel.isOpen()) {
                boolean empty = channel.position() == 0;
                channel.close();
                if (empty) {
                    Files.deleteIfExists(note);
                    Files.deleteIfExists(part);
                }
            }
        } finally {
            lock.close();
        }
    }
}
