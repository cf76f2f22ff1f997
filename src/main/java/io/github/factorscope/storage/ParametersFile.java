package io.github.factorscope.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.text.Texts;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * {@code model.fsm}: the numbers that a model has learned. Nothing in it is executed. All numbers are little-endian:
 *
 * <pre>
 * 8 bytes   "FSMODEL" and the format version, 1
 * 4 bytes   length of the header
 * n bytes   header: UTF-8 JSON, {"arrays":[{"name":…,"length":…},…]}
 * 4·Σ bytes the arrays one after the other, 32-bit floats
 * 8 bytes   CRC-32C of everything before
 * </pre>
 */
final class ParametersFile {
    private static final Texts TEXTS = Texts.of(ParametersFile.class);
    private static final byte[] MAGIC = "FSMODEL".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = MAGIC.length + 1 + Integer.BYTES + Long.BYTES;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 16; // of an array in Java
    private static final int PART = 1 << 14; // floats that are written at once
    private static final int MEMORY_A_BYTE = 32; // that a byte of JSON becomes, at most
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParametersFile() {}

    static void write(Path file, Parameters parameters) throws IOException {
        write(file, parameters, JSON.createObjectNode());
    }

    /** @param about what the header says besides; it has no field {@code arrays} */
    static void write(Path file, Parameters parameters, ObjectNode about) throws IOException {
        ObjectNode header = about.deepCopy();
        ArrayNode arrays = header.putArray("arrays");
        long floats = 0;
        for (Map.Entry<String, float[]> array : parameters.arrays().entrySet()) {
            arrays.addObject().put("name", array.getKey()).put("length", array.getValue().length);
            floats += array.getValue().length;
        }
        byte[] headerBytes = JSON.writeValueAsBytes(header);
        long size = FIXED_BYTES + headerBytes.length + Float.BYTES * floats;
        if (size > MOST_BYTES) {
            throw new UserException(TEXTS.get("model-too-large-to-save", String.valueOf(size >> 20)));
        }
        CRC32C crc = new CRC32C();
        try (OutputStream out = Files.newOutputStream(file)) {
            OutputStream checked = new CheckedOutputStream(out, crc);
            byte[] start = new byte[MAGIC.length + 1 + Integer.BYTES];
            littleEndian(start).put(MAGIC).put(VERSION).putInt(headerBytes.length);
            checked.write(start);
            checked.write(headerBytes);
            for (float[] array : parameters.arrays().values()) {
                write(array, checked);
            }
            byte[] sum = new byte[Long.BYTES];
            littleEndian(sum).putLong(crc.getValue());
            out.write(sum);
        }
    }

    /** A part at a time: there is no room for a model's bytes beside the model where memory is short. */
    private static void write(float[] array, OutputStream out) throws IOException {
        byte[] part = new byte[Math.min(PART, array.length) * Float.BYTES];
        for (int from = 0; from < array.length; from += PART) {
            int count = Math.min(PART, array.length - from);
            littleEndian(part).asFloatBuffer().put(array, from, count);
            out.write(part, 0, count * Float.BYTES);
        }
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What a file holds. */
    record Content(JsonNode header, Parameters parameters) {}

    static Parameters read(Path file) throws IOException {
        return readWithHeader(file).parameters();
    }

    /** @throws RunFormatException where the file is damaged, not a model, or of a newer version */
    static Content readWithHeader(Path file) throws IOException {
        long size = Files.size(file);
        if (size > Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 4)) {
            throw new RunFormatException(TEXTS.get("model-too-large-to-read", file, String.valueOf(size >> 20)));
        }
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        requireVersion(file, buffer);
        if (bytes.length < FIXED_BYTES
                || checksum(bytes, bytes.length - Long.BYTES) != buffer.getLong(bytes.length - Long.BYTES)) {
            throw damaged(file);
        }
        buffer.limit(bytes.length - Long.BYTES);
        try {
            return readArrays(buffer);
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new RunFormatException(TEXTS.get("no-model-because", file, reason(e)), e);
        }
    }

    /** What stands before the arrays of a file, whose checksum is right. */
    static JsonNode header(Path file) throws IOException {
        check(file);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(MAGIC.length + 1);
            int length = Integer.reverseBytes(in.readInt());
            if (length < 0 || length > Math.min(Files.size(file), mostHeaderBytes())) {
                throw new RunFormatException(
                        TEXTS.get("no-file-because", file, TEXTS.get("header-would-have", String.valueOf(length))));
            }
            return JSON.readTree(in.readNBytes(length));
        } catch (JsonProcessingException e) {
            throw new RunFormatException(TEXTS.get("no-file-because", file, reason(e)), e);
        }
    }

    private static long mostHeaderBytes() {
        return Runtime.getRuntime().maxMemory() / MEMORY_A_BYTE;
    }

    /** Refuses what is no model file, of a newer version, or damaged, without keeping any of it. */
    static void check(Path file) throws IOException {
        long checked = Files.size(file) - Long.BYTES;
        CRC32C crc = new CRC32C();
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(MAGIC.length + 1);
            requireVersion(file, ByteBuffer.wrap(start));
            crc.update(start);
            for (long left = checked - start.length; left > 0; ) {
                int read = in.read(part, 0, (int) Math.min(part.length, left));
                if (read < 0) {
                    break; // it became shorter meanwhile
                }
                crc.update(part, 0, read);
                left -= read;
            }
            byte[] end = in.readNBytes(Long.BYTES);
            if (end.length < Long.BYTES
                    || ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getLong() != crc.getValue()) {
                throw damaged(file);
            }
        }
    }

    private static RunFormatException damaged(Path file) {
        return new RunFormatException(TEXTS.get("damaged-because", file, TEXTS.get("wrong-checksum")));
    }

    private static void requireVersion(Path file, ByteBuffer buffer) throws RunFormatException {
        if (buffer.remaining() <= MAGIC.length || !startsWithMagic(buffer)) {
            throw new RunFormatException(TEXTS.get("no-model-file", file));
        }
        byte version = buffer.get();
        if (version != VERSION) {
            throw new RunFormatException(
                    TEXTS.get("newer-file", file, String.valueOf(version), String.valueOf(VERSION)));
        }
    }

    /** Nothing is allocated before it is known to be there: a right checksum does not make a right header. */
    private static Content readArrays(ByteBuffer buffer) throws JsonProcessingException {
        int headerLength = withinRest(TEXTS.get("the-header"), buffer.getInt(), 1, buffer);
        if (headerLength > mostHeaderBytes()) {
            throw new IllegalArgumentException(TEXTS.get("header-has", String.valueOf(headerLength)));
        }
        byte[] headerBytes = new byte[headerLength];
        buffer.get(headerBytes);
        JsonNode header = JSON.readTree(new String(headerBytes, StandardCharsets.UTF_8));
        Parameters parameters = new Parameters();
        for (JsonNode array : header.path("arrays")) {
            String name = array.path("name").asText();
            float[] values = new float[withinRest(name, array.path("length").asLong(-1), Float.BYTES, buffer)];
            buffer.asFloatBuffer().get(values);
            buffer.position(buffer.position() + Float.BYTES * values.length);
            parameters.put(name, values);
        }
        if (buffer.hasRemaining()) {
            throw new IllegalArgumentException(TEXTS.get("bytes-of-no-array", String.valueOf(buffer.remaining())));
        }
        return new Content(header, parameters);
    }

    private static int withinRest(String name, long length, int bytes, ByteBuffer buffer) {
        if (length < 0 || length > buffer.remaining() / bytes) {
            throw new IllegalArgumentException(TEXTS.get(
                    "length-beyond-end", name, String.valueOf(length), String.valueOf(buffer.remaining() / bytes)));
        }
        return (int) length;
    }

    private static String reason(Exception e) {
        return e instanceof JsonProcessingException ? TEXTS.get("header-no-json") : e.getMessage();
    }

    private static boolean startsWithMagic(ByteBuffer buffer) {
        byte[] start = new byte[MAGIC.length];
        buffer.get(start);
        return Arrays.equals(start, MAGIC);
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
