package io.github.factorscope.download;

import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;

/** The end of a zip, read before the zip is opened: that would take all its entries into memory, however many. */
final class CentralDirectory {
    private static final Texts TEXTS = Texts.of(CentralDirectory.class);
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int ENTRIES_AT = 10;
    private static final int SIZE_AT = 12;
    private static final long MOST_BYTES_AN_ENTRY = 1024;

    private CentralDirectory() {}

    /**
     * Refuses an archive of many entries.
     *
     * @throws ZipException where the file is no zip
     */
    static void requireSmall(Path zip, int mostEntries) throws IOException {
        ByteBuffer tail = tail(zip);
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                int entries = Short.toUnsignedInt(tail.getShort(at + ENTRIES_AT));
                long bytes = Integer.toUnsignedLong(tail.getInt(at + SIZE_AT));
                if (entries > mostEntries || bytes > mostEntries * MOST_BYTES_AN_ENTRY) {
                    throw new WrongFileException(TEXTS.get("too-many-files", String.valueOf(mostEntries)));
                }
                return;
            }
        }
        throw new ZipException(TEXTS.get("no-end"));
    }

    private static ByteBuffer tail(Path zip) throws IOException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - END_BYTES - MOST_COMMENT);
            ByteBuffer tail =
                    ByteBuffer.allocate((int) (channel.size() - start)).order(ByteOrder.LITTLE_ENDIAN);
            int read = 0;
            while (tail.hasRemaining() && read >= 0) {
                read = channel.read(tail, start + tail.position());
            }
            return tail.flip();
        }
    }
}
