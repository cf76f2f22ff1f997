package io.github.factorscope.data.simulation;

import io.github.factorscope.numeric.Randoms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A rating file of any size, for measuring how long things take: {@code userId,movieId,rating,timestamp} with half stars,
 * by rising user and movie as MovieLens has them. Few movies are popular and few users busy. The same file for the same
 * numbers on every machine; written as it is made, so that it needs little memory.
 */
public final class LargeRatingsFile {
    public static final String HEADING = "userId,movieId,rating,timestamp";

    private static final int USUAL_RATINGS = 25_000_000;
    private static final int USUAL_USERS = 162_000;
    private static final int USUAL_ITEMS = 59_000;
    private static final int FEWEST = 20; // ratings of a user, where there are enough
    private static final int SHARE_OF_ITEMS = 4; // nobody rates more than one in so many
    private static final double ACTIVITY_SPREAD = 1.2; // of the logarithm
    private static final long FIRST_TIME = 820_454_400; // 1996 begins
    private static final int SPAN = 880_000_000; // until late in 2023
    private static final int LONGEST_LINE = 48;

    private final int users;
    private final int items;
    private final long seed;
    private final int[] counts; // of ratings, by user

    /**
     * A file that is not written yet.
     *
     * @param ratings how many in all
     * @param users who rate; 0 for as many as would go with so many ratings
     * @param items that may be rated; 0 for as many as would go with so many ratings
     * @throws IllegalArgumentException where so few users and items cannot have so many ratings, with a sentence for the
     *     user
     */
    public LargeRatingsFile(int ratings, int users, int items, long seed) {
        if (ratings < 1 || users < 0 || items < 0) {
            throw new IllegalArgumentException("ratings, users and items to make up must be positive, were " + ratings
                    + ", " + users + " and " + items + ".");
        }
        double size = ratings / (double) USUAL_RATINGS;
        this.users = users > 0 ? users : (int) Math.max(1, Math.round(size * USUAL_USERS));
        this.items = items > 0 ? items : (int) Math.max(1000, Math.round(Math.sqrt(size) * USUAL_ITEMS));
        this.seed = seed;
        int most = Math.max(1, this.items / SHARE_OF_ITEMS);
        if (ratings > (long) this.users * most / 2 || ratings < this.users) {
            throw new IllegalArgumentException(this.users + " users and " + this.items + " items do not go with "
                    + ratings + " ratings. A user has at least one, and on average at most " + most / 2 + ".");
        }
        this.counts = counts(ratings, most);
    }

    public int users() {
        return users;
    }

    public int items() {
        return items;
    }

    /** Hears how many ratings are written, and can end it. */
    @FunctionalInterface
    public interface Progress {
        /** Called after each user; returns whether to go on. */
        boolean written(long ratings);
    }

    /** Log-normal, between the fewest and the most, and exactly so many in all. */
    private int[] counts(int ratings, int most) {
        SplittableRandom random = Randoms.stream(seed, "activity");
        double[] activity = new double[users];
        for (int user = 0; user < users; user++) {
            activity[user] = StrictMath.exp(ACTIVITY_SPREAD * Randoms.gaussian(random));
        }
        int fewest = Math.max(1, Math.min(FEWEST, ratings / users / 2));
        double low = 0;
        double high = ratings;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            boolean tooMany = Arrays.stream(activity)
                            .mapToLong(each -> count(each, middle, fewest, most))
                            .sum()
                    > ratings;
            low = tooMany ? low : middle;
            high = tooMany ? middle : high;
        }
        int[] counted = new int[users];
        int left = ratings;
        for (int user = 0; user < users; user++) {
            counted[user] = count(activity[user], low, fewest, most);
            left -= counted[user];
        }
        for (int user = 0; left > 0; user = (user + 1) % users) {
            if (counted[user] < most) {
                counted[user]++;
                left--;
            }
        }
        return counted;
    }

    private static int count(double activity, double times, int fewest, int most) {
        return (int) Math.max(fewest, Math.min(most, activity * times));
    }

    /**
     * Writes the file.
     *
     * @return whether it was written to its end
     */
    public boolean writeTo(OutputStream target, Progress progress) throws IOException {
        LongTail tail = new LongTail(items, Randoms.stream(seed, "items"));
        boolean[] rated = new boolean[items];
        byte[] lines = new byte[0];
        target.write((HEADING + "\n").getBytes(StandardCharsets.US_ASCII));
        long written = 0;
        for (int user = 0; user < users; user++) {
            lines = lines.length < counts[user] * LONGEST_LINE ? new byte[counts[user] * LONGEST_LINE] : lines;
            int length = lines(user, tail, rated, lines);
            target.write(lines, 0, length);
            written += counts[user];
            if (!progress.written(written)) {
                return false;
            }
        }
        return true;
    }

    /** The lines of one user. */
    private int lines(int user, LongTail tail, boolean[] rated, byte[] target) {
        SplittableRandom random = Randoms.stream(seed, "ratings", user, 0);
        double[] taste = LongTail.taste(random);
        int[] chosen = new int[counts[user]];
        for (int k = 0; k < chosen.length; ) {
            int item = tail.draw(random);
            if (!rated[item]) {
                rated[item] = true;
                chosen[k++] = item;
            }
        }
        Arrays.sort(chosen);
        long joined = FIRST_TIME + random.nextInt(SPAN);
        int at = 0;
        for (int item : chosen) {
            rated[item] = false;
            int halves = Math.round(2 * tail.stars(taste, item, random));
            at = number(target, at, user + 1L, ',');
            at = number(target, at, item + 1L, ',');
            at = number(target, at, halves / 2, '.');
            at = number(target, at, halves % 2 * 5L, ',');
            at = number(target, at, joined + random.nextInt(40_000_000), '\n');
        }
        return at;
    }

    /** Writes a number and what follows it; returns where it goes on. */
    private static int number(byte[] target, int at, long value, char next) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int k = at + digits - 1; k >= at; k--) {
            target[k] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        target[at + digits] = (byte) next;
        return at + digits + 1;
    }
}
