package io.github.factorscope.download;

import io.github.factorscope.download.Progress.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published checksum.
 *
 * @param algorithm such as MD5
 * @param digest in hexadecimal, lower case
 */
public record Checksum(String algorithm, String digest) {
    private static final Pattern HEXADECIMAL =
            Pattern.compile("(?<![0-9A-Za-z])([0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})(?![0-9A-Za-z])");
    private static final int CHUNK = 1 << 16;

    /** The checksum in a text such as "MD5 (ml-1m.zip) = c4d9…" or "c4d9…  ml-1m.zip". */
    static Optional<Checksum> find(String text) {
        Matcher matcher = HEXADECIMAL.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String digest = matcher.group(1).toLowerCase(Locale.ROOT);
        String algorithm = digest.length() == 32 ? "MD5" : digest.length() == 40 ? "SHA-1" : "SHA-256";
        return Optional.of(new Checksum(algorithm, digest));
    }

    /** What a file has. */
    String of(Path file, Meter meter) throws IOException {
        MessageDigest message = newDigest();
        long done = 0;
        meter.begin(Phase.CHECKING, 0, Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[CHUNK];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                message.update(bytes, 0, read);
                done += read;
                meter.moved(done);
            }
        }
        return HexFormat.of().formatHex(message.digest());
    }

    private MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
