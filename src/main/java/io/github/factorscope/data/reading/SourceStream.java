package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file, unpacked where it is gzip. A small file that unpacks to something enormous is refused, and so is a
 * file that changes while it is read.
 */
final class SourceStream extends InputStream {
    private static final Texts TEXTS = Texts.of(SourceStream.class);
    private static final int BUFFER = 1 << 16;

    /** So many bytes may come of any packed file, and {@link #MOST_FOLD} times its size of a large one. */
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private static final long MOST_FOLD = 32; // text of ratings shrinks to a third, the most regular to a fifteenth

    private final Path file;
    private final long size;
    private final FileTime modified;
    private final boolean inArchive;
    private final Counted stored;
    private final InputStream content;
    private final long mostBytes;
    private long read;

    private SourceStream(Path file) throws IOException {
        this.file = file;
        this.size = Files.size(file);
        this.modified = Files.getLastModifiedTime(file);
        this.inArchive = !file.getFileSystem().equals(FileSystems.getDefault());
        this.stored = new Counted(new BufferedInputStream(Files.newInputStream(file), BUFFER), inArchive ? -1 : size);
        boolean gzip = isGzip(stored);
        this.content = gzip ? unpacked(stored) : stored;
        long packed = inArchive ? packedSize(file) : size;
        this.mostBytes = inArchive || gzip ? Math.max(ALWAYS_ALLOWED, MOST_FOLD * packed) : Long.MAX_VALUE;
    }

    static SourceStream open(Path file) throws IOException {
        return new SourceStream(file);
    }

    /** Whether the bytes of the file itself are its text: it is neither packed nor part of an archive. */
    static boolean isPlain(Path file) throws IOException {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 16)) {
            return !isGzip(in);
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    private static InputStream unpacked(Counted stored) throws IOException {
        try {
            return new GZIPInputStream(stored, BUFFER);
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    private static long packedSize(Path entry) throws IOException {
        Object packed = Files.getAttribute(entry, "zip:compressedSize");
        return packed instanceof Long bytes && bytes > 0 ? bytes : Files.size(entry);
    }

    /** The share of the file's bytes that have been read, 0 to 1. */
    double share() {
        return Math.min(1, stored.count / (double) Math.max(1, size));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = content.read(target, offset, length);
        if (got > 0) {
            read += got;
            if (read > mostBytes) {
                throw new UnreadableDataException(TEXTS.get(
                        "unpacks-to-too-much",
                        file.getFileName(),
                        String.valueOf(mostBytes >> 20),
                        String.valueOf(MOST_FOLD)));
            }
        } else if (got < 0) {
            requireUnchanged();
        }
        return got;
    }

    private void requireUnchanged() throws IOException {
        if (inArchive) {
            return;
        }
        long now = Files.size(file);
        if (now != size || !Files.getLastModifiedTime(file).equals(modified)) {
            throw new UnreadableDataException(TEXTS.get(
                    "changed-meanwhile",
                    file.getFileName(),
                    String.format(Texts.locale(), "%,d", size),
                    String.format(Texts.locale(), "%,d", now)));
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Counts bytes, and ends after so many. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private final long most; // -1 where the stream ends by itself
        private long count;
        private long marked;

        Counted(InputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            if (count == most) {
                return -1;
            }
            int value = in.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int wanted = most < 0 ? length : (int) Math.min(length, most - count);
            if (wanted == 0 && length > 0) {
                return -1;
            }
            int got = in.read(target, offset, wanted);
            count += Math.max(0, got);
            return got;
        }

        @Override
        public int available() throws IOException {
            return most >= 0 ? (int) Math.min(in.available(), most - count) : in.available();
        }

        @Override
        public boolean markSupported() {
            return in.markSupported();
        }

        @Override
        public synchronized void mark(int limit) {
            in.mark(limit);
            marked = count;
        }

        @Override
        public synchronized void reset() throws IOException {
            in.reset();
            count = marked;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
