package io.github.factorscope.evaluation;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Where a model errs: the errors in bins along one axis.
 *
 * @param bins along the axis, only those that have test ratings
 */
public record ErrorBreakdown(Axis axis, List<Bin> bins) {
    private static final Texts TEXTS = Texts.of(ErrorBreakdown.class);
    private static final double[] COUNTS = {0, 1, 10, 30, 100, 300, 1000};
    private static final int MOST_VALUES = 20; // above it, stars are put together
    private static final int RANGES = 10;

    public ErrorBreakdown {
        bins = List.copyOf(bins);
    }

    /** What test ratings are sorted by. */
    public enum Axis {
        ITEM_RATINGS("itemRatings"),
        USER_RATINGS("userRatings"),
        VALUE("value");

        private final String id;

        Axis(String id) {
            this.id = id;
        }

        /** Its name for machines. */
        public String id() {
            return id;
        }

        /** What stands at the axis. */
        public String title() {
            return switch (this) {
                case ITEM_RATINGS -> TEXTS.get("ratings-of-item");
                case USER_RATINGS -> TEXTS.get("ratings-of-user");
                case VALUE -> TEXTS.get("stars-given");
            };
        }
    }

    /**
     * Some of the test ratings.
     *
     * @param label such as "10–29"
     * @param from lowest number of training ratings, or stars, in the bin
     * @param to highest in the bin; infinite in the last bin of numbers of ratings
     * @param ratings how many test ratings, at least one
     * @param rmse in stars
     * @param mae in stars
     */
    public record Bin(String label, double from, double to, int ratings, double rmse, double mae) {}

    /** Along all axes, in their order. */
    public static List<ErrorBreakdown> all(RatingErrors errors, RatingMatrix training) {
        return Arrays.stream(Axis.values())
                .map(axis -> of(axis, errors, training))
                .toList();
    }

    /** @param training the ratings that the model learned from, of the same users and items */
    public static ErrorBreakdown of(Axis axis, RatingErrors errors, RatingMatrix training) {
        SparseRows given = errors.given().byUser();
        int[] users = users(given);
        return switch (axis) {
            case ITEM_RATINGS ->
                new ErrorBreakdown(axis, byCount(errors, k -> training.byItem().length(given.column(k))));
            case USER_RATINGS ->
                new ErrorBreakdown(axis, byCount(errors, k -> training.byUser().length(users[k])));
            case VALUE -> new ErrorBreakdown(axis, byValue(errors));
        };
    }

    private static int[] users(SparseRows byUser) {
        int[] users = new int[byUser.entries()];
        for (int user = 0; user < byUser.rows(); user++) {
            Arrays.fill(users, byUser.start(user), byUser.end(user), user);
        }
        return users;
    }

    private static List<Bin> byCount(RatingErrors errors, IntToDoubleFunction count) {
        Sums[] sums = new Sums[COUNTS.length];
        for (int bin = 0; bin < sums.length; bin++) {
            double to = bin + 1 < COUNTS.length ? COUNTS[bin + 1] - 1 : Double.POSITIVE_INFINITY;
            sums[bin] = new Sums(countLabel(COUNTS[bin], to), COUNTS[bin], to);
        }
        return bins(sums, errors, count, COUNTS);
    }

    private static String countLabel(double from, double to) {
        if (Double.isInfinite(to)) {
            return number(from) + "+";
        }
        return from == to ? number(from) : number(from) + "–" + number(to);
    }

    /** One bin a value, or, where there are many, ten equal parts of the scale. */
    private static List<Bin> byValue(RatingErrors errors) {
        SparseRows given = errors.given().byUser();
        double[] starts = distinct(given);
        Sums[] sums = new Sums[starts.length];
        if (starts.length > 0) {
            for (int bin = 0; bin < sums.length; bin++) {
                sums[bin] = new Sums(number(starts[bin]), starts[bin], starts[bin]);
            }
        } else {
            RatingScale scale = errors.given().scale();
            starts = new double[RANGES];
            sums = new Sums[RANGES];
            double width = ((double) scale.max() - scale.min()) / RANGES;
            for (int bin = 0; bin < RANGES; bin++) {
                starts[bin] = scale.min() + bin * width;
                double to = starts[bin] + width;
                sums[bin] = new Sums(TEXTS.get("from-to", number(starts[bin]), number(to)), starts[bin], to);
            }
        }
        return bins(sums, errors, given::value, starts);
    }

    /** Rising; empty where there are too many for one bin each. */
    private static double[] distinct(SparseRows given) {
        double[] values = new double[MOST_VALUES];
        int size = 0;
        for (int k = 0; k < given.entries(); k++) {
            int place = Arrays.binarySearch(values, 0, size, given.value(k));
            if (place < 0) {
                if (size == MOST_VALUES) {
                    return new double[0];
                }
                int free = -place - 1;
                System.arraycopy(values, free, values, free + 1, size - free);
                values[free] = given.value(k);
                size++;
            }
        }
        return Arrays.copyOf(values, size);
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /** @param starts lowest value of each bin, rising; what lies before the first belongs to it */
    private static List<Bin> bins(Sums[] sums, RatingErrors errors, IntToDoubleFunction value, double[] starts) {
        for (int k = 0; k < errors.size(); k++) {
            int place = Arrays.binarySearch(starts, value.applyAsDouble(k));
            sums[Math.max(0, place >= 0 ? place : -place - 2)].add(errors.error(k));
        }
        List<Bin> bins = new ArrayList<>();
        for (Sums each : sums) {
            if (each.count > 0) {
                bins.add(each.bin());
            }
        }
        return bins;
    }

    private static final class Sums {
        private final String label;
        private final double from;
        private final double to;
        private int count;
        private double squares;
        private double absolutes;

        Sums(String label, double from, double to) {
            this.label = label;
            this.from = from;
            this.to = to;
        }

        void add(double error) {
            count++;
            squares += error * error;
            absolutes += Math.abs(error);
        }

        Bin bin() {
            return new Bin(label, from, to, count, Math.sqrt(squares / count), absolutes / count);
        }
    }
}
