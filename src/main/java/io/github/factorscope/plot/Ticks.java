package io.github.factorscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Round numbers along an axis. */
public final class Ticks {
    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten between two ends, about {@code wanted} of them. */
    static List<Double> linear(double low, double high, int wanted, boolean whole) {
        List<Double> ticks = new ArrayList<>();
        if (!(high > low)) {
            ticks.add(low);
            return ticks;
        }
        double step = roundStep((high - low) / Math.max(1, wanted));
        if (whole) {
            step = Math.max(1, step);
        }
        double first = Math.ceil(low / step - 1e-9);
        for (double k = first; k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** Powers of ten between two positive ends, with their doubles and fives where there is room for so many. */
    static List<Double> logarithmic(double low, double high, int most) {
        for (int[] leading : new int[][] {{1, 2, 5}, {1, 3}}) {
            List<Double> ticks = leading(leading, low, high);
            if (ticks.size() <= most) {
                return ticks;
            }
        }
        List<Double> powers = leading(new int[] {1}, low, high);
        int stride = (powers.size() + most - 1) / most; // labels would cover one another
        return IntStream.range(0, powers.size())
                .filter(k -> k % stride == 0)
                .mapToObj(powers::get)
                .toList();
    }

    private static List<Double> leading(int[] digits, double low, double high) {
        List<Double> ticks = new ArrayList<>();
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (int digit : digits) {
                double tick = digit * power;
                if (tick >= low * 0.9999 && tick <= high * 1.0001) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double leading = rough / power;
        return (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10) * power;
    }

    /** As short as it can be for ticks that lie {@code step} apart. */
    public static String label(double value, double step) {
        double magnitude = Math.abs(value);
        if (magnitude >= 1e6) {
            return String.format(Locale.ENGLISH, "%.3gM", value / 1e6).replaceAll("\\.?0+M", "M");
        }
        int decimals = Math.max(0, Math.min(6, (int) Math.ceil(-Math.log10(Math.max(step, 1e-12)) - 1e-9)));
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", value == 0 ? 0.0 : value)
                .replace('-', '−');
    }
}
