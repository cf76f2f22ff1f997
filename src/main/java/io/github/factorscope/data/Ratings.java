package io.github.factorscope.data;

import java.util.Arrays;

/** Given ratings in the order of their file, one column each for user, item, stars and, where known, time. Immutable. */
public final class Ratings {
    private final int[] users;
    private final int[] items;
    private final float[] values;
    private final long[] times; // seconds since 1970; null where the file has none

    private Ratings(int[] users, int[] items, float[] values, long[] times) {
        this.users = users;
        this.items = items;
        this.values = values;
        this.times = times;
    }

    public static Ratings none() {
        return new Ratings(new int[0], new int[0], new float[0], null);
    }

    public int size() {
        return values.length;
    }

    public int user(int position) {
        return users[position];
    }

    public int item(int position) {
        return items[position];
    }

    /** Stars. */
    public float value(int position) {
        return values[position];
    }

    public boolean hasTimes() {
        return times != null;
    }

    /**
     * Seconds since 1970, UTC.
     *
     * @throws IllegalStateException where the file has no times
     */
    public long time(int position) {
        if (times == null) {
            throw new IllegalStateException("these ratings have no times");
        }
        return times[position];
    }

    /** The ratings at these positions, in their order. */
    public Ratings select(int[] positions) {
        Builder selected = new Builder(hasTimes());
        for (int position : positions) {
            selected.add(users[position], items[position], values[position], times == null ? 0 : times[position]);
        }
        return selected.build();
    }

    /** Collects ratings; grows as needed. */
    public static final class Builder {
        private int[] users = new int[1024];
        private int[] items = new int[1024];
        private float[] values = new float[1024];
        private long[] times;
        private int size;

        /**
         * Starts empty.
         *
         * @param withTimes whether the times that are added are kept
         */
        public Builder(boolean withTimes) {
            times = withTimes ? new long[1024] : null;
        }

        /** @param time seconds since 1970; ignored where times are not kept */
        public void add(int user, int item, float value, long time) {
            if (size == values.length) {
                int capacity = Math.addExact(size, size >> 1);
                users = Arrays.copyOf(users, capacity);
                items = Arrays.copyOf(items, capacity);
                values = Arrays.copyOf(values, capacity);
                times = times == null ? null : Arrays.copyOf(times, capacity);
            }
            users[size] = user;
            items[size] = item;
            values[size] = value;
            if (times != null) {
                times[size] = time;
            }
            size++;
        }

        public int size() {
            return size;
        }

        public Ratings build() {
            return new Ratings(
                    Arrays.copyOf(users, size),
                    Arrays.copyOf(items, size),
                    Arrays.copyOf(values, size),
                    times == null ? null : Arrays.copyOf(times, size));
        }
    }
}
