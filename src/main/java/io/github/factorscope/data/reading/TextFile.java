package io.github.factorscope.data.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a text file and its encoding. */
final class TextFile {
    private static final int SAMPLE_BYTES = 1 << 18;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /** The encoding that the file's beginning shows. */
    record Sample(List<String> lines, Charset charset) {}

    /**
     * Reads the first lines.
     *
     * @throws UnreadableDataException where the file is not text
     */
    static Sample sample(Path file, int maxLines) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(SAMPLE_BYTES);
        }
        Charset charset = charsetOf(bytes, bytes.length < SAMPLE_BYTES);
        String text = stripMark(new String(bytes, charset));
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableDataException(
                    file.getFileName() + " is not a text file. Open the file that holds the ratings as text.");
        }
        List<String> lines = new ArrayList<>(text.lines().limit(maxLines).toList());
        if (lines.size() > 1 && lines.size() < maxLines && bytes.length == SAMPLE_BYTES) {
            lines.remove(lines.size() - 1); // cut off by the sample's end
        }
        return new Sample(lines, charset);
    }

    private static Charset charsetOf(byte[] bytes, boolean whole) {
        if (bytes.length >= 2 && ((bytes[0] == -2 && bytes[1] == -1) || (bytes[0] == -1 && bytes[1] == -2))) {
            return StandardCharsets.UTF_16;
        }
        // A character of several bytes may be cut at the sample's end: leave its last bytes out of the trial.
        int length = whole ? bytes.length : bytes.length - 4;
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, lastWholeCharacter(bytes, length)));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static int lastWholeCharacter(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    /** A reader that reports bytes which the encoding does not allow. */
    static BufferedReader reader(InputStream in, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)), 1 << 16);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static String stripMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
