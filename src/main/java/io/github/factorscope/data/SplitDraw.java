package io.github.factorscope.data;

import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Ratings in the order in which they are taken for the test, then for validation.
 *
 * @param order positions in the rating file
 * @param testSize how many of them, from the front, are the test
 * @param kept how many, from the back, are never taken
 */
record SplitDraw(int[] order, int testSize, int kept) {
    private static final Texts TEXTS = Texts.of(SplitDraw.class);

    /**
     * Draws from some ratings.
     *
     * @param positions of the ratings that may be taken, in the order of the file; put into another order
     * @throws IllegalArgumentException where these ratings cannot be set apart so, with a sentence for the user
     */
    static SplitDraw of(Dataset dataset, int[] positions, SplitPlan plan) {
        TestChoice test = plan.test();
        if (test instanceof TestChoice.FromDate from) {
            return fromDate(dataset, positions, from);
        }
        if (test instanceof TestChoice.LastOfUser last) {
            return lastOfUser(dataset, latestFirst(dataset.ratings(), positions, plan.seed()), last.count());
        }
        int[] order = shuffled(positions, plan.seed());
        if (test instanceof TestChoice.Fold fold) {
            return fold(order, fold);
        }
        double share = test instanceof TestChoice.RandomShare random ? random.share() : 0;
        return new SplitDraw(order, (int) Math.round(share * order.length), 0);
    }

    private static int[] shuffled(int[] positions, long seed) {
        Randoms.shuffle(positions, 0, positions.length, Randoms.stream(seed, "split"));
        return positions;
    }

    /** The same shuffled order for every fold, begun where the fold begins. */
    private static SplitDraw fold(int[] shuffled, TestChoice.Fold fold) {
        int size = shuffled.length;
        if (size < fold.folds()) {
            throw new IllegalArgumentException(
                    TEXTS.get("too-many-folds", String.valueOf(size), String.valueOf(fold.folds())));
        }
        int start = (int) Math.round((double) size * (fold.fold() - 1) / fold.folds());
        int end = (int) Math.round((double) size * fold.fold() / fold.folds());
        int[] order = new int[size];
        System.arraycopy(shuffled, start, order, 0, size - start);
        System.arraycopy(shuffled, 0, order, size - start, start);
        return new SplitDraw(order, end - start, 0);
    }

    private static SplitDraw fromDate(Dataset dataset, int[] positions, TestChoice.FromDate from) {
        Ratings ratings = dataset.ratings();
        TestChoice.FromDate.requireTimes(dataset);
        int[] order = latestFirst(ratings, positions, 0);
        int testSize = 0;
        while (testSize < order.length && ratings.time(order[testSize]) >= from.time()) {
            testSize++;
        }
        if (order.length > 0 && (testSize == 0 || testSize == order.length)) {
            throw new IllegalArgumentException(TEXTS.get(
                    testSize == 0 ? "date-too-late" : "date-too-early",
                    dataset.name(),
                    day(ratings.time(order[order.length - 1])),
                    day(ratings.time(order[0])),
                    from.date()));
        }
        return new SplitDraw(order, testSize, 0);
    }

    private static LocalDate day(long time) {
        long shown = Math.max(TestChoice.FromDate.EARLIEST, Math.min(TestChoice.FromDate.LATEST, time));
        return Instant.ofEpochSecond(shown).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * The last of each user, then round by round the one before of every user; at the end the one that each user keeps.
     */
    private static SplitDraw lastOfUser(Dataset dataset, int[] latestFirst, int count) {
        Ratings ratings = dataset.ratings();
        int[] left = new int[dataset.users().size()];
        for (int position : latestFirst) {
            left[ratings.user(position)]++;
        }
        int kept = (int) Arrays.stream(left).filter(ofUser -> ofUser > 0).count();
        int[] taken = new int[left.length];
        int testSize = 0;
        long[] rounds = new long[latestFirst.length]; // the round in the upper half, the rank in the lower
        for (int rank = 0; rank < latestFirst.length; rank++) {
            int user = ratings.user(latestFirst[rank]);
            boolean last = left[user]-- == 1;
            int round = last ? Integer.MAX_VALUE : Math.max(0, taken[user]++ - count + 1);
            testSize += round == 0 ? 1 : 0;
            rounds[rank] = ((long) round << 32) | rank;
        }
        if (testSize == 0 && latestFirst.length > 0) {
            throw new IllegalArgumentException(TEXTS.get("one-rating-each", dataset.name()));
        }
        Arrays.parallelSort(rounds);
        int[] order = new int[rounds.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = latestFirst[(int) rounds[k]];
        }
        return new SplitDraw(order, testSize, kept);
    }

    /** The latest rating first, of equal times the last one of the file; at random where there are no times. */
    private static int[] latestFirst(Ratings ratings, int[] positions, long seed) {
        if (!ratings.hasTimes()) {
            return shuffled(positions, seed);
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int position : positions) {
            first = Math.min(first, ratings.time(position));
            last = Math.max(last, ratings.time(position));
        }
        // A sum that wraps around is no span of 136 years either.
        boolean isShort = last - first >= 0 && last - first < 1L << 32;
        long[] times = isShort ? new long[0] : sortedTimes(ratings, positions);
        long[] ranked = new long[positions.length]; // the rank of the time in the upper half, the place in the lower
        for (int place = 0; place < positions.length; place++) {
            long time = ratings.time(positions[place]);
            long rank = isShort ? time - first + Integer.MIN_VALUE : firstNotBefore(times, time);
            ranked[place] = (rank << 32) | place;
        }
        Arrays.parallelSort(ranked);
        int[] order = new int[positions.length];
        for (int k = 0; k < order.length; k++) {
            order[order.length - 1 - k] = positions[(int) ranked[k]];
        }
        return order;
    }

    private static long[] sortedTimes(Ratings ratings, int[] positions) {
        long[] times = new long[positions.length];
        for (int k = 0; k < times.length; k++) {
            times[k] = ratings.time(positions[k]);
        }
        Arrays.parallelSort(times);
        return times;
    }

    private static int firstNotBefore(long[] sorted, long time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
