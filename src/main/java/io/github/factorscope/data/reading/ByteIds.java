package io.github.factorscope.data.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids as bytes and their indices, which run from 0 in the order in which the ids were first seen: without a text for each
 * time that one occurs.
 */
final class ByteIds {
    private static final int SHORT = Long.BYTES; // such ids are told apart by one number

    private long[] keys = new long[256]; // by place: the bytes themselves, or of long ids a negative hash; 0 where free
    private int[] indices = new int[256]; // by place
    private int[] ends = new int[64]; // in the bytes, by index
    private byte[] bytes = new byte[512]; // of all ids, one after the other
    private int size;

    /**
     * The index of an id, a new one where it was not seen before.
     *
     * @param to behind the last byte; there is at least one
     */
    int indexOf(byte[] source, int from, int to) {
        long key = key(source, from, to);
        int place = place(key);
        while (keys[place] != 0) {
            if (keys[place] == key && (key > 0 || equals(indices[place], source, from, to))) {
                return indices[place];
            }
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        indices[place] = size;
        append(source, from, to);
        if (2 * size > keys.length) {
            grow();
        }
        return size - 1;
    }

    int indexOf(String id) {
        byte[] encoded = id.getBytes(StandardCharsets.UTF_8);
        return indexOf(encoded, 0, encoded.length);
    }

    int size() {
        return size;
    }

    String id(int index) {
        return new String(bytes, start(index), ends[index] - start(index), StandardCharsets.UTF_8);
    }

    /** The indices that the ids have in another table, new ones where it had not seen them. */
    int[] indicesIn(ByteIds other) {
        int[] found = new int[size];
        for (int index = 0; index < size; index++) {
            found[index] = other.indexOf(bytes, start(index), ends[index]);
        }
        return found;
    }

    private static long key(byte[] source, int from, int to) {
        long key = 0;
        if (to - from <= SHORT && source[from] != 0) { // a zero in front would be lost
            for (int k = from; k < to; k++) {
                key = (key << 8) | (source[k] & 0xff);
            }
            if (key > 0) {
                return key;
            }
        }
        long hash = (long) to - from;
        for (int k = from; k < to; k++) {
            hash = hash * 0x100000001B3L + source[k];
        }
        return hash | Long.MIN_VALUE;
    }

    private int place(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
    }

    private boolean equals(int index, byte[] source, int from, int to) {
        return Arrays.equals(bytes, start(index), ends[index], source, from, to);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private void append(byte[] source, int from, int to) {
        int start = start(size);
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, Math.addExact(bytes.length, bytes.length >> 1)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(source, from, bytes, start, to - from);
        ends[size++] = end;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldIndices = indices;
        keys = new long[Math.multiplyExact(oldKeys.length, 4)];
        indices = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int place = place(oldKeys[old]);
                while (keys[place] != 0) {
                    place = (place + 1) & (keys.length - 1);
                }
                keys[place] = oldKeys[old];
                indices[place] = oldIndices[old];
            }
        }
    }
}
