package io.github.factorscope.data.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Reads what {@link CacheOutput} has written, after making sure that all of it is as it was. */
final class CacheInput implements Closeable {
    private static final int END = Long.BYTES + Integer.BYTES;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private final long length; // of what was put there

    private CacheInput(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size() - END;
        requireIntact();
        channel.position(0);
        buffer.limit(0);
    }

    /** @throws IOException where the file was damaged or cut, or cannot be read */
    static CacheInput open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new CacheInput(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void requireIntact() throws IOException {
        if (length < 0) {
            throw new IOException("the cache is too short");
        }
        CRC32C checksum = new CRC32C();
        long left = length + Long.BYTES;
        ByteBuffer tail = ByteBuffer.allocate(END);
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int read = channel.read(buffer);
            if (read < 0) {
                throw new IOException("the cache was cut while it was read");
            }
            buffer.flip();
            checksum.update(buffer);
            left -= read;
        }
        while (tail.hasRemaining() && channel.read(tail, length + tail.position()) >= 0) {
            // until it is full
        }
        tail.flip();
        if (tail.remaining() != END || tail.getLong() != channel.size() || tail.getInt() != (int) checksum.getValue()) {
            throw new IOException("the cache is damaged");
        }
    }

    /** Bytes in all. */
    long length() {
        return length;
    }

    int getByte() throws IOException {
        return need(Byte.BYTES).get();
    }

    /** Two bytes as a number from 0 on. */
    int getShort() throws IOException {
        return need(Short.BYTES).getShort() & 0xFFFF;
    }

    int getInt() throws IOException {
        return need(Integer.BYTES).getInt();
    }

    long getLong() throws IOException {
        return need(Long.BYTES).getLong();
    }

    float getFloat() throws IOException {
        return need(Float.BYTES).getFloat();
    }

    String getText() throws IOException {
        int size = getInt();
        if (size < 0 || size > length) {
            throw new IOException("the cache holds a text of " + size + " bytes");
        }
        byte[] bytes = new byte[size];
        for (int k = 0; k < size; k++) {
            bytes[k] = (byte) getByte();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private ByteBuffer need(int bytes) throws IOException {
        while (buffer.remaining() < bytes) {
            buffer.compact();
            int read = channel.read(buffer);
            buffer.flip();
            if (read < 0) {
                throw new IOException("the cache ends too early");
            }
        }
        return buffer;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
