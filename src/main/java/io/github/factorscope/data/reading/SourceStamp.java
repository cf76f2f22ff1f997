package io.github.factorscope.data.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What tells one state of some files from another: names, sizes, times of the last change, and samples of the content. */
final class SourceStamp {
    private static final int SAMPLES = 16;
    private static final int SAMPLE = 1 << 13; // bytes
    private static final int MOST_SAMPLED = 64; // files

    private SourceStamp() {}

    /** 64 hexadecimal digits. */
    static String of(List<Path> files) throws IOException {
        MessageDigest digest = sha256();
        for (int k = 0; k < files.size(); k++) {
            Path file = files.get(k);
            long size = Files.size(file);
            digest.update((file.getFileName() + "\0" + size + "\0"
                            + Files.getLastModifiedTime(file).toInstant() + "\0")
                    .getBytes(StandardCharsets.UTF_8));
            if (k < MOST_SAMPLED) {
                addSamples(digest, file, size);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Its beginning, its end, and what lies in between at the same distances. */
    private static void addSamples(MessageDigest digest, Path file, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(SAMPLE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int k = 0; k < SAMPLES; k++) {
                long from = Math.max(0, Math.round((size - SAMPLE) * (k / (SAMPLES - 1.0))));
                buffer.clear();
                while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
                    // until it is full
                }
                digest.update(buffer.flip());
            }
        }
    }

    /** Of a text, 64 hexadecimal digits. */
    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
