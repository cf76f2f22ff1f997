package io.github.factorscope.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an axis means and how it is divided.
 *
 * @param title with its unit
 * @param scale how values are spread over it
 * @param categories names that stand at 0, 1, 2 and so on; none where it shows numbers
 * @param divisions where it is divided when it is horizontal; at round numbers where there are none
 */
public record Axis(String title, Scale scale, List<String> categories, List<Double> divisions) {
    /** How values are spread. */
    public enum Scale {
        EVEN,
        /** Even, divided at whole numbers only. */
        WHOLE,
        /** Even, from 0. */
        FROM_ZERO,
        /** By powers of ten. */
        LOGARITHMIC
    }

    public Axis {
        categories = List.copyOf(categories);
        divisions = List.copyOf(divisions);
    }

    public static Axis of(String title) {
        return of(title, Scale.EVEN);
    }

    public static Axis of(String title, Scale scale) {
        return new Axis(title, scale, List.of(), List.of());
    }

    /** One place for each name. */
    public static Axis ofCategories(String title, List<String> names) {
        return new Axis(title, Scale.WHOLE, names, List.of());
    }

    /** The same divided at these values, rising, such as those that were tried. */
    public Axis dividedAt(List<Double> values) {
        return new Axis(title, scale, categories, values);
    }

    boolean isLogarithmic() {
        return scale == Scale.LOGARITHMIC;
    }

    boolean hasCategories() {
        return !categories.isEmpty();
    }

    /** Divisions of a horizontal axis. */
    List<Double> across(Range range, double pixels) {
        if (hasCategories()) {
            return IntStream.range(0, categories.size())
                    .mapToObj(k -> (double) k)
                    .toList();
        }
        if (!divisions.isEmpty()) {
            return divisions;
        }
        if (isLogarithmic()) {
            return Ticks.logarithmic(range.low(), range.high(), (int) (pixels / 60));
        }
        return Ticks.linear(range.low(), range.high(), (int) Math.max(2, pixels / 80), scale == Scale.WHOLE);
    }

    /** Divisions of a vertical axis. */
    List<Double> up(Range range, double pixels) {
        int room = (int) Math.max(2, pixels / 16);
        return isLogarithmic()
                ? Ticks.logarithmic(range.low(), range.high(), room)
                : Ticks.thinned(Ticks.linear(range.low(), range.high(), (int) Math.max(2, pixels / 50), false), room);
    }

    /** A value with what it is, such as "Epoch 12". */
    public String readout(double value) {
        return hasCategories() ? categories.get((int) value) : title + " " + readoutNumber(value);
    }

    private String readoutNumber(double value) {
        if (scale == Scale.WHOLE || value == Math.rint(value)) {
            return Ticks.label(value, 1);
        }
        return Ticks.label(value, Math.abs(value) < 1 ? 0.001 : 0.1);
    }

    /** What stands at a division, given all of them. */
    String label(double tick, List<Double> ticks) {
        if (hasCategories()) {
            return categories.get((int) tick);
        }
        if (!divisions.isEmpty()) {
            return Ticks.label(tick, digitsOf(tick));
        }
        if (isLogarithmic() && ticks.stream().allMatch(Axis::hasOneDigit)) {
            return Ticks.label(tick, Math.min(1, tick));
        }
        double alone = tick == 0 ? 1 : Math.abs(tick) / 10;
        return Ticks.label(tick, ticks.size() < 2 ? alone : ticks.get(1) - ticks.get(0));
    }

    /** Whether it is 1 to 9 times a power of ten. */
    private static boolean hasOneDigit(double value) {
        double leading = value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        return Math.abs(leading - Math.rint(leading)) < 1e-6;
    }

    /** The least power of ten that is in the number as a person writes it, to a thousandth of it. */
    private static double digitsOf(double value) {
        BigDecimal written = BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros();
        return Math.min(1, Math.pow(10, -written.scale()));
    }
}
