package io.github.factorscope.data;

import java.util.Arrays;

/** Seconds since 1970, four bytes each as long as all of them fit, which they do from 1901 to 2038. Grows as needed. */
final class TimeColumn {
    private int[] shorts; // null where a time does not fit
    private long[] longs; // null as long as all fit
    private int size;

    TimeColumn(int expected) {
        shorts = new int[expected];
    }

    private TimeColumn(int[] shorts, long[] longs, int size) {
        this.shorts = shorts;
        this.longs = longs;
        this.size = size;
    }

    void add(long time) {
        if (shorts != null && time != (int) time) {
            widen();
        }
        if (shorts != null) {
            if (size == shorts.length) {
                shorts = Arrays.copyOf(shorts, grown());
            }
            shorts[size++] = (int) time;
        } else {
            if (size == longs.length) {
                longs = Arrays.copyOf(longs, grown());
            }
            longs[size++] = time;
        }
    }

    void addAll(TimeColumn others, int count) {
        for (int k = 0; k < count; k++) {
            add(others.get(k));
        }
    }

    private int grown() {
        return Math.addExact(Math.max(size, 1024), size >> 1);
    }

    private void widen() {
        longs = new long[shorts.length];
        for (int k = 0; k < size; k++) {
            longs[k] = shorts[k];
        }
        shorts = null;
    }

    long get(int position) {
        return shorts != null ? shorts[position] : longs[position];
    }

    /** The same, no longer than needed. */
    TimeColumn copy() {
        return new TimeColumn(
                shorts == null ? null : Arrays.copyOf(shorts, size),
                longs == null ? null : Arrays.copyOf(longs, size),
                size);
    }
}
