package io.github.factorscope.data.reading;

import io.github.factorscope.data.Ratings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Ratings in few bytes, many thousands at a time: users by how often one follows another, items in two bytes where that is
 * enough, stars by their place in the list of all that occur, times in four bytes where they fit.
 */
final class CachedRows {
    private static final int BLOCK = 1 << 16;
    private static final int MOST_LEVELS = 256;

    private CachedRows() {}

    static void write(Ratings ratings, int items, CacheOutput out) throws IOException {
        Levels levels = new Levels();
        boolean fewLevels = levels.addAll(ratings);
        boolean shortTimes = true;
        for (int k = 0; k < ratings.size() && ratings.hasTimes(); k++) {
            shortTimes &= ratings.time(k) == (int) ratings.time(k);
        }
        out.putInt(ratings.size());
        out.putByte(fewLevels ? 1 : 0);
        out.putInt(fewLevels ? levels.size : 0);
        for (int k = 0; fewLevels && k < levels.size; k++) {
            out.putFloat(levels.values[k]);
        }
        out.putByte(isShort(items) ? 1 : 0);
        out.putByte(timeWidth(ratings.hasTimes(), shortTimes));
        for (int from = 0; from < ratings.size(); from += BLOCK) {
            int to = Math.min(ratings.size(), from + BLOCK);
            writeUsers(ratings, from, to, out);
            for (int k = from; k < to; k++) {
                if (isShort(items)) {
                    out.putShort(ratings.item(k));
                } else {
                    out.putInt(ratings.item(k));
                }
            }
            for (int k = from; k < to; k++) {
                if (fewLevels) {
                    out.putByte(levels.place(ratings.value(k)));
                } else {
                    out.putFloat(ratings.value(k));
                }
            }
            for (int k = from; k < to && ratings.hasTimes(); k++) {
                if (shortTimes) {
                    out.putInt((int) ratings.time(k));
                } else {
                    out.putLong(ratings.time(k));
                }
            }
        }
    }

    private static boolean isShort(int items) {
        return items <= 1 << 16;
    }

    private static int timeWidth(boolean hasTimes, boolean isShort) {
        if (!hasTimes) {
            return 0;
        }
        return isShort ? Integer.BYTES : Long.BYTES;
    }

    private static void writeUsers(Ratings ratings, int from, int to, CacheOutput out) throws IOException {
        int runs = 0;
        for (int k = from; k < to; k++) {
            runs += endsRun(ratings, k, to) ? 1 : 0;
        }
        boolean inRuns = 2 * runs < to - from;
        out.putInt(inRuns ? runs : 0);
        int begun = from;
        for (int k = from; k < to; k++) {
            if (!inRuns) {
                out.putInt(ratings.user(k));
            } else if (endsRun(ratings, k, to)) {
                out.putInt(ratings.user(k));
                out.putInt(k + 1 - begun);
                begun = k + 1;
            }
        }
    }

    private static boolean endsRun(Ratings ratings, int k, int to) {
        return k + 1 == to || ratings.user(k + 1) != ratings.user(k);
    }

    /** @throws CancellationException where the monitor ended it */
    static Ratings read(CacheInput in, int users, int items, ReadingClock clock) throws IOException {
        int size = in.getInt();
        if (size < 0 || size > in.length()) {
            throw new IOException("the cache holds " + size + " ratings");
        }
        boolean fewLevels = in.getByte() == 1;
        float[] levels = new float[MOST_LEVELS];
        int levelCount = in.getInt();
        if (levelCount < 0 || levelCount > MOST_LEVELS) {
            throw new IOException("the cache holds " + levelCount + " different ratings");
        }
        for (int k = 0; k < levelCount; k++) {
            levels[k] = in.getFloat();
        }
        boolean shortItems = in.getByte() == 1;
        int timeWidth = in.getByte();
        Ratings.Builder ratings = new Ratings.Builder(timeWidth > 0, size);
        int[] user = new int[BLOCK];
        int[] item = new int[BLOCK];
        float[] value = new float[BLOCK];
        for (int from = 0; from < size; from += BLOCK) {
            int count = Math.min(size - from, BLOCK);
            readUsers(in, user, count);
            for (int k = 0; k < count; k++) {
                item[k] = shortItems ? in.getShort() : in.getInt();
            }
            for (int k = 0; k < count; k++) {
                value[k] = fewLevels ? levels[in.getByte() & 0xff] : in.getFloat();
            }
            for (int k = 0; k < count; k++) {
                long time = timeWidth == 0 ? 0 : timeWidth == Integer.BYTES ? in.getInt() : in.getLong();
                if (user[k] < 0 || user[k] >= users || item[k] < 0 || item[k] >= items) {
                    throw new IOException("the cache holds a rating of nobody");
                }
                ratings.add(user[k], item[k], value[k], time);
            }
            clock.reached(from + (long) count, (from + count) / (double) size);
        }
        return Ratings.joined(List.of(ratings), timeWidth > 0);
    }

    private static void readUsers(CacheInput in, int[] target, int count) throws IOException {
        int runs = in.getInt();
        if (runs == 0) {
            for (int k = 0; k < count; k++) {
                target[k] = in.getInt();
            }
            return;
        }
        int at = 0;
        for (int run = 0; run < runs; run++) {
            int user = in.getInt();
            int length = in.getInt();
            if (length < 1 || length > count - at) {
                throw new IOException("the cache holds a run of " + length + " ratings");
            }
            Arrays.fill(target, at, at + length, user);
            at += length;
        }
    }

    /** The ratings that occur, as long as they are few. */
    private static final class Levels {
        private final float[] values = new float[MOST_LEVELS];
        private final int[] places = new int[4 * MOST_LEVELS]; // place + 1 by hash; 0 where free
        private int size;

        boolean addAll(Ratings ratings) {
            for (int k = 0; k < ratings.size(); k++) {
                int slot = slot(ratings.value(k));
                if (places[slot] == 0) {
                    if (size == MOST_LEVELS) {
                        return false;
                    }
                    values[size++] = ratings.value(k);
                    places[slot] = size;
                }
            }
            return true;
        }

        int place(float value) {
            return places[slot(value)] - 1;
        }

        private int slot(float value) {
            int bits = Float.floatToRawIntBits(value);
            int slot = (bits * 0x9E3779B9) >>> 22;
            while (places[slot] != 0 && Float.floatToRawIntBits(values[places[slot] - 1]) != bits) {
                slot = (slot + 1) & (places.length - 1);
            }
            return slot;
        }
    }
}
