package io.github.factorscope.data;

import java.util.Arrays;
import java.util.List;

/** Given ratings in the order of their file, one column each for user, item, stars and, where known, time. Immutable. */
public final class Ratings {
    private final int[] users;
    private final int[] items;
    private final float[] values;
    private final TimeColumn times; // null where the file has none

    private Ratings(int[] users, int[] items, float[] values, TimeColumn times) {
        this.users = users;
        this.items = items;
        this.values = values;
        this.times = times;
    }

    public static Ratings none() {
        return new Ratings(new int[0], new int[0], new float[0], null);
    }

    /**
     * The ratings of all parts, one part after the other.
     *
     * @param parts each is emptied as soon as it is taken over: there is never a second copy of everything
     */
    public static Ratings joined(List<Builder> parts, boolean withTimes) {
        int size = 0;
        for (Builder part : parts) {
            size = Math.addExact(size, part.size);
        }
        int[] users = new int[size];
        int to = 0;
        for (Builder part : parts) {
            System.arraycopy(part.users, 0, users, to, part.size);
            part.users = new int[0];
            to += part.size;
        }
        int[] items = new int[size];
        to = 0;
        for (Builder part : parts) {
            System.arraycopy(part.items, 0, items, to, part.size);
            part.items = new int[0];
            to += part.size;
        }
        float[] values = new float[size];
        to = 0;
        for (Builder part : parts) {
            System.arraycopy(part.values, 0, values, to, part.size);
            part.values = new float[0];
            to += part.size;
        }
        TimeColumn times = null;
        if (withTimes) {
            times = new TimeColumn(size);
            for (Builder part : parts) {
                times.addAll(part.times, part.size);
                part.times = new TimeColumn(0);
            }
        }
        parts.forEach(part -> part.size = 0);
        return new Ratings(users, items, values, times);
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
        return times.get(position);
    }

    /** The ratings at these positions, in their order. */
    public Ratings select(int[] positions) {
        Builder selected = new Builder(hasTimes(), positions.length);
        for (int position : positions) {
            selected.add(users[position], items[position], values[position], times == null ? 0 : times.get(position));
        }
        return selected.build();
    }

    /** Collects ratings; grows as needed. */
    public static final class Builder {
        private static final int USUAL = 1024;

        private int[] users;
        private int[] items;
        private float[] values;
        private TimeColumn times;
        private int size;

        /**
         * Starts empty.
         *
         * @param withTimes whether the times that are added are kept
         */
        public Builder(boolean withTimes) {
            this(withTimes, USUAL);
        }

        /** Starts empty, with room for so many. */
        public Builder(boolean withTimes, int expected) {
            users = new int[expected];
            items = new int[expected];
            values = new float[expected];
            times = withTimes ? new TimeColumn(expected) : null;
        }

        /** @param time seconds since 1970; ignored where times are not kept */
        public void add(int user, int item, float value, long time) {
            if (size == values.length) {
                int capacity = Math.addExact(Math.max(size, USUAL), size >> 1);
                users = Arrays.copyOf(users, capacity);
                items = Arrays.copyOf(items, capacity);
                values = Arrays.copyOf(values, capacity);
            }
            users[size] = user;
            items[size] = item;
            values[size] = value;
            if (times != null) {
                times.add(time);
            }
            size++;
        }

        /** Gives other indices to the users and items of all ratings so far. */
        public void renumber(int[] userIndices, int[] itemIndices) {
            for (int k = 0; k < size; k++) {
                users[k] = userIndices[users[k]];
                items[k] = itemIndices[items[k]];
            }
        }

        public int size() {
            return size;
        }

        public Ratings build() {
            return new Ratings(
                    Arrays.copyOf(users, size),
                    Arrays.copyOf(items, size),
                    Arrays.copyOf(values, size),
                    times == null ? null : times.copy());
        }
    }
}
