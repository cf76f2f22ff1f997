package io.github.factorscope.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What an axis means and how it is divided.
 *
 * @param title with its unit
 * @param scale how values are spread over it
 * @param categories names that stand at 0, 1, 2 and so on; none where it shows numbers
 */
public record Axis(String title, Scale scale, List<String> categories) {
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
    }

    public static Axis of(String title) {
        return of(title, Scale.EVEN);
    }

    public static Axis of(String title, Scale scale) {
        return new Axis(title, scale, List.of());
    }

    /** One place for each name. */
    public static Axis ofCategories(String title, List<String> names) {
        return new Axis(title, Scale.WHOLE, names);
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
        if (isLogarithmic()) {
            List<Double> ticks = Ticks.logarithmic(range.low(), range.high(), (int) Math.max(2, pixels / 60));
            return ticks.size() > 1 ? ticks : Ticks.linear(range.low(), range.high(), 4, false); // one tells no scale
        }
        return Ticks.linear(range.low(), range.high(), (int) Math.max(2, pixels / 80), scale == Scale.WHOLE);
    }

    /** Divisions of a vertical axis. */
    List<Double> up(Range range, double pixels) {
        return isLogarithmic()
                ? Ticks.logarithmic(range.low(), range.high(), (int) Math.max(1, pixels / 16))
                : Ticks.linear(range.low(), range.high(), (int) Math.max(2, pixels / 50), false);
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
        if (isLogarithmic()) {
            return Ticks.label(tick, Math.min(1, tick));
        }
        double alone = tick == 0 ? 1 : Math.abs(tick) / 10;
        return Ticks.label(tick, ticks.size() < 2 ? alone : ticks.get(1) - ticks.get(0));
    }
}
