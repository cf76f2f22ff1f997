package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a text file and its encoding. */
final class TextFile {
    private static final Texts TEXTS = Texts.of(TextFile.class);
    private static final int SAMPLE_BYTES = 1 << 18;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextFile() {}

    /** The encoding that the file's beginning shows, and its first lines. */
    record Sample(List<String> lines, Charset charset) {}

    /** The first bytes of a file. */
    static byte[] beginning(Path file) throws IOException {
        try (InputStream in = SourceStream.open(file)) {
            return in.readNBytes(SAMPLE_BYTES);
        }
    }

    /**
     * Reads the first lines.
     *
     * @throws UnreadableDataException where the file is not text
     */
    static Sample sample(Path file, int maxLines) throws IOException {
        byte[] bytes = beginning(file);
        Charset charset = charsetOf(bytes);
        List<String> lines = lines(bytes, charset, maxLines);
        if (lines.stream().anyMatch(line -> line.indexOf('\0') >= 0)) {
            throw new UnreadableDataException(TEXTS.get(isTar(bytes) ? "tar" : "no-text", file.getFileName()));
        }
        if (bytes.length == SAMPLE_BYTES && new String(bytes, charset).chars().noneMatch(c -> c == '\n' || c == '\r')) {
            throw new UnreadableDataException(
                    TEXTS.get("first-line-too-long", file.getFileName(), String.valueOf(SAMPLE_BYTES / 4)));
        }
        return new Sample(lines, charset);
    }

    /** The first whole lines of a file's beginning. */
    static List<String> lines(byte[] bytes, Charset charset, int maxLines) {
        String text = stripMark(new String(bytes, charset));
        List<String> lines = new ArrayList<>(text.lines().limit(maxLines).toList());
        if (lines.size() > 1 && lines.size() < maxLines && bytes.length == SAMPLE_BYTES) {
            lines.remove(lines.size() - 1); // cut off by the sample's end
        }
        return lines;
    }

    private static boolean isTar(byte[] bytes) {
        return bytes.length > 262 && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** The encoding of a text that begins so. */
    static Charset charsetOf(byte[] bytes) {
        if (bytes.length >= 2 && ((bytes[0] == -2 && bytes[1] == -1) || (bytes[0] == -1 && bytes[1] == -2))) {
            return StandardCharsets.UTF_16;
        }
        double[] zeros = zerosAtEvenAndOdd(bytes);
        if (Math.max(zeros[0], zeros[1]) > 0.6 && Math.min(zeros[0], zeros[1]) < 0.1) {
            return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        boolean whole = bytes.length < SAMPLE_BYTES;
        // A character of several bytes may be cut at the sample's end: leave its last bytes out of the trial.
        int length = whole ? bytes.length : lastWholeCharacter(bytes, bytes.length - 4);
        if (decodes(bytes, length, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return hasWindowsCharacters(bytes) && decodes(bytes, bytes.length, WINDOWS)
                ? WINDOWS
                : StandardCharsets.ISO_8859_1;
    }

    /** The share of zero bytes at even and at odd positions: characters of two bytes have many on one side only. */
    private static double[] zerosAtEvenAndOdd(byte[] bytes) {
        int[] zeros = new int[2];
        for (int k = 0; k < bytes.length; k++) {
            zeros[k % 2] += bytes[k] == 0 ? 1 : 0;
        }
        double half = Math.max(1, bytes.length / 2);
        return new double[] {zeros[0] / half, zeros[1] / half};
    }

    private static boolean decodes(byte[] bytes, int length, Charset charset) {
        try {
            charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Quotes and dashes of Windows stand where ISO 8859-1 has control characters, which no text holds. */
    private static boolean hasWindowsCharacters(byte[] bytes) {
        for (byte b : bytes) {
            if ((b & 0xff) >= 0x80 && (b & 0xff) < 0xa0) {
                return true;
            }
        }
        return false;
    }

    private static int lastWholeCharacter(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    /** The encoding to try where this one did not fit the whole file: one in which everything is a character. */
    static Charset fallback() {
        return StandardCharsets.ISO_8859_1;
    }

    /** A reader without the mark at the beginning, which reports bytes that UTF-8 or Windows do not allow. */
    static BufferedReader reader(InputStream in, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder(charset)), 1 << 16);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Reports bytes that UTF-8 or Windows do not allow. */
    static CharsetDecoder decoder(Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onUnmappableCharacter(CodingErrorAction.REPORT);
        // Half a character of two bytes does not make the file one of single bytes.
        decoder.onMalformedInput(
                charset.name().startsWith("UTF-16") ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT);
        return decoder;
    }

    private static String stripMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
