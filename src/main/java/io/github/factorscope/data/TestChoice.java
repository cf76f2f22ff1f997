package io.github.factorscope.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which ratings a model is judged by. */
public sealed interface TestChoice {
    /** For people, such as "fold 2 of 5". */
    String words();

    /** Whether the seed of a split may decide which ratings these are. */
    boolean usesSeed();

    /**
     * A share of all ratings, drawn at random.
     *
     * @param share 0 to 0.9; 0 for no test
     */
    record RandomShare(double share) implements TestChoice {
        public RandomShare {
            SplitPlan.checkShare("wrong-test-share", share);
        }

        @Override
        public String words() {
            return share == 0 ? SplitPlan.TEXTS.get("no-test") : SplitPlan.TEXTS.get("test-share", percent(share));
        }

        @Override
        public boolean usesSeed() {
            return share > 0;
        }
    }

    /**
     * One part of several of the same size, drawn at random: every rating is in exactly one of them, and their sizes
     * differ by at most 1. The folds of one seed belong together.
     *
     * @param fold counted from 1
     * @param folds 2 to {@value #MOST}
     */
    record Fold(int fold, int folds) implements TestChoice {
        public static final int MOST = 20;

        public Fold {
            if (folds < 2 || folds > MOST) {
                throw new IllegalArgumentException(
                        SplitPlan.TEXTS.get("wrong-number-of-folds", String.valueOf(MOST), String.valueOf(folds)));
            }
            if (fold < 1 || fold > folds) {
                throw new IllegalArgumentException(
                        SplitPlan.TEXTS.get("wrong-fold", String.valueOf(folds), String.valueOf(fold)));
            }
        }

        @Override
        public String words() {
            return SplitPlan.TEXTS.get("fold-of", String.valueOf(fold), String.valueOf(folds));
        }

        @Override
        public boolean usesSeed() {
            return true;
        }
    }

    /**
     * The last ratings of each user by time, those of one second in the order of the file; drawn at random where the
     * file has no times. Every user keeps at least one rating outside the test: who has fewer than {@code count + 1}
     * gives all but one, and who has a single rating gives none.
     *
     * @param count of each user, 1 to {@value #MOST}
     */
    record LastOfUser(int count) implements TestChoice {
        public static final int MOST = 1000;

        public LastOfUser {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException(
                        SplitPlan.TEXTS.get("wrong-number-of-last", String.valueOf(MOST), String.valueOf(count)));
            }
        }

        @Override
        public String words() {
            return count == 1
                    ? SplitPlan.TEXTS.get("last-one")
                    : SplitPlan.TEXTS.get("last-of-user", String.valueOf(count));
        }

        @Override
        public boolean usesSeed() {
            return true;
        }
    }

    /**
     * All ratings given at a moment or later.
     *
     * @param time seconds since 1970, UTC
     */
    record FromDate(long time) implements TestChoice {
        private static final long DAY = 86_400;

        static final long EARLIEST = -62_135_596_800L; // the year 1 begins
        static final long LATEST = 253_402_300_799L; // the year 9999 ends

        public FromDate {
            if (time < EARLIEST || time > LATEST) {
                throw new IllegalArgumentException(SplitPlan.TEXTS.get("wrong-date"));
            }
        }

        /** From the beginning of a day on, UTC. */
        public static FromDate of(LocalDate day) {
            return new FromDate(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        }

        /**
         * A day from whose beginning on about a share of the ratings was given.
         *
         * @return empty where the file has no times, or all ratings are of one day
         */
        public static Optional<FromDate> leaving(Ratings ratings, double share) {
            if (!ratings.hasTimes() || ratings.size() == 0) {
                return Optional.empty();
            }
            long[] times = IntStream.range(0, ratings.size())
                    .mapToLong(ratings::time)
                    .sorted()
                    .toArray();
            long begin = times[Math.min(times.length - 1, (int) ((1 - share) * times.length))];
            long day = Math.floorDiv(begin, DAY) * DAY;
            long after = day > times[0] ? day : day + DAY;
            return after <= times[times.length - 1] && after >= EARLIEST && after <= LATEST
                    ? Optional.of(new FromDate(after))
                    : Optional.empty();
        }

        /** @throws IllegalArgumentException where the ratings have no times, with a sentence for the user */
        public static void requireTimes(Dataset dataset) {
            if (!dataset.ratings().hasTimes()) {
                throw new IllegalArgumentException(SplitPlan.TEXTS.get("no-times", dataset.name()));
            }
        }

        public Instant instant() {
            return Instant.ofEpochSecond(time);
        }

        /** The day alone where it is the first second of one, and the second otherwise; ISO 8601. */
        public String date() {
            var moment = instant().atOffset(ZoneOffset.UTC);
            return moment.toLocalTime().toSecondOfDay() == 0
                    ? moment.toLocalDate().toString()
                    : instant().toString();
        }

        @Override
        public String words() {
            return SplitPlan.TEXTS.get("from-date", date());
        }

        @Override
        public boolean usesSeed() {
            return false;
        }
    }

    /** The ratings of a test file that was given with the data. */
    record GivenFile() implements TestChoice {
        @Override
        public String words() {
            return SplitPlan.TEXTS.get("test-file");
        }

        @Override
        public boolean usesSeed() {
            return false;
        }
    }

    /** A share as "12.5 %". */
    static String percent(double share) {
        return SplitPlan.TEXTS.get(
                "percent",
                BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString());
    }
}
