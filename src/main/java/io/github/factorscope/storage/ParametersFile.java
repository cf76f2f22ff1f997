package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.model.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;

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
    private static final byte[] MAGIC = "FSMODEL".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = MAGIC.length + 1 + Integer.BYTES + Long.BYTES;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParametersFile() {}

    static void write(Path file, Parameters parameters) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        ArrayNode arrays = header.putArray("arrays");
        long floats = 0;
        for (Map.Entry<String, float[]> array : parameters.arrays().entrySet()) {
            arrays.addObject().put("name", array.getKey()).put("length", array.getValue().length);
            floats += array.getValue().length;
        }
        byte[] headerBytes = JSON.writeValueAsBytes(header);
        int size = Math.toIntExact(FIXED_BYTES + headerBytes.length + Float.BYTES * floats);
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).put(VERSION).putInt(headerBytes.length).put(headerBytes);
        for (float[] array : parameters.arrays().values()) {
            buffer.asFloatBuffer().put(array);
            buffer.position(buffer.position() + Float.BYTES * array.length);
        }
        buffer.putLong(checksum(buffer.array(), buffer.position()));
        Files.write(file, buffer.array());
    }

    /** @throws RunFormatException where the file is damaged, not a model, or of a newer version */
    static Parameters read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < FIXED_BYTES || !startsWithMagic(buffer)) {
            throw new RunFormatException(file + " is not a model file of FactorScope.");
        }
        byte version = buffer.get();
        if (version != VERSION) {
            throw new RunFormatException(file + " has format version " + version + ", this FactorScope reads version "
                    + VERSION + ". Use a newer FactorScope.");
        }
        if (checksum(bytes, bytes.length - Long.BYTES) != buffer.getLong(bytes.length - Long.BYTES)) {
            throw new RunFormatException(file + " is damaged: its checksum is wrong. Train the model again.");
        }
        byte[] header = new byte[buffer.getInt()];
        buffer.get(header);
        Parameters parameters = new Parameters();
        for (JsonNode array : JSON.readTree(header).path("arrays")) {
            float[] values = new float[array.path("length").asInt()];
            buffer.asFloatBuffer().get(values);
            buffer.position(buffer.position() + Float.BYTES * values.length);
            parameters.put(array.path("name").asText(), values);
        }
        return parameters;
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
