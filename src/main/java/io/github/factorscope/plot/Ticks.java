package io.github.factorscope.plot;

import io.github.factorscope.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Round numbers along an axis. */
public final class Ticks {
    private static final int LEAST = 2; // one alone tells no scale

    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten between two ends, about {@code wanted} of them; two at least. */
    static List<Double> linear(double low, double high, int wanted, boolean whole) {
        if (!(high > low)) {
            return List.of(low);
        }
        double step = roundStep((high - low) / Math.max(1, wanted));
        if (whole) {
            step = Math.max(1, step);
        }
        List<Double> ticks = multiples(step, low, high);
        for (int finer = wanted; ticks.size() < LEAST && !(whole && step <= 1); ) {
            finer *= 2;
            step = roundStep((high - low) / finer);
            step = whole ? Math.max(1, step) : step;
            ticks = multiples(step, low, high);
        }
        return ticks;
    }

    private static List<Double> multiples(double step, double low, double high) {
        List<Double> ticks = new ArrayList<>();
        double first = Math.ceil(low / step - 1e-9);
        for (double k = first; k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** Every second, third and so on, so that there are no more than so many. */
    static List<Double> thinned(List<Double> ticks, int most) {
        int stride = (ticks.size() + most - 1) / most;
        return IntStream.range(0, ticks.size())
                .filter(k -> k % stride == 0)
                .mapToObj(ticks::get)
                .toList();
    }

    /**
     * Powers of ten between two positive ends, with their doubles and fives where there is room for so many; where there are
     * not two of them, other round numbers.
     */
    static List<Double> logarithmic(double low, double high, int room) {
        int most = Math.max(LEAST, room);
        int[][] finestFirst = {{1, 2, 5}, {1, 3}, {1}};
        for (int[] digits : finestFirst) {
            List<Double> ticks = leading(digits, low, high);
            if (ticks.size() >= LEAST && ticks.size() <= most) {
                return ticks;
            }
        }
        for (int k = finestFirst.length - 1; k >= 0; k--) {
            List<Double> ticks = leading(finestFirst[k], low, high);
            if (ticks.size() >= LEAST) {
                return thinned(ticks, most); // labels would cover one another
            }
        }
        return thinned(linear(low, high, Math.min(4, most), false), most);
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
        return Numbers.fixed(value, decimals, Locale.ENGLISH);
    }
}
