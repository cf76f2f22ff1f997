package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.Domain;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of numbers: "20..200:5" for five at even steps, "0.001..0.1:5log" for five of which each is so many times the one
 * before, "20..200" and "0.001..0.1:log" for any number between, which only random draws can use.
 *
 * @param low as written; a number
 * @param high as written; a larger number
 * @param count how many; 0 for any number between
 * @param logarithmic whether ratios count rather than differences
 */
public record Span(String low, String high, int count, boolean logarithmic) implements Values {
    private static final Texts TEXTS = Texts.of(Span.class);
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*(\\S+?)\\s*\\.\\.\\s*([^:\\s]+)\\s*(:\\s*(\\d*)(log)?\\s*)?");
    private static final int MOST = 10_000;
    private static final int DIGITS = 3; // beyond the first that tells a value from its neighbour

    public Span {
        double from = number(low);
        double to = number(high);
        if (!(from < to)) {
            throw new InvalidSettingException(TEXTS.get("range-falls", low, high));
        }
        if (count != 0 && (count < 2 || count > MOST)) {
            throw new InvalidSettingException(TEXTS.get("range-size", String.valueOf(MOST), String.valueOf(count)));
        }
        if (logarithmic && from <= 0) {
            throw new InvalidSettingException(TEXTS.get("range-log", low, high));
        }
    }

    static Span parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        boolean log = matcher.matches() && matcher.group(5) != null;
        boolean steps = matcher.matches()
                && matcher.group(4) != null
                && !matcher.group(4).isEmpty();
        if (!matcher.matches() || (matcher.group(3) != null && !steps && !log)) {
            throw new InvalidSettingException(TEXTS.get("range-written", text.strip()));
        }
        return new Span(matcher.group(1), matcher.group(2), steps ? count(matcher.group(4)) : 0, log);
    }

    private static int count(String digits) {
        return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static double number(String text) {
        try {
            double number = new BigDecimal(text).doubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidSettingException(TEXTS.get("range-numbers", text));
    }

    @Override
    public boolean areFew() {
        return count > 0;
    }

    @Override
    public boolean areGeometric() {
        return logarithmic;
    }

    @Override
    public List<String> all(Hyperparameter<?> hyperparameter) {
        checkEnds(hyperparameter);
        if (!areFew()) {
            throw new InvalidSettingException(
                    TEXTS.get("grid-size", hyperparameter.name(), new Span(low, high, 5, logarithmic)));
        }
        boolean whole = hyperparameter.domain() instanceof Domain.WholeNumbers;
        Set<String> values = new LinkedHashSet<>(); // whole numbers may fall together
        for (int k = 0; k < count; k++) {
            double step = 1.0 / (count - 1);
            values.add(k == 0 ? low : k == count - 1 ? high : written(k * step, step, whole));
        }
        return normal(hyperparameter, values);
    }

    @Override
    public String draw(Hyperparameter<?> hyperparameter, SplittableRandom random) {
        if (areFew()) {
            List<String> values = all(hyperparameter);
            return values.get(random.nextInt(values.size()));
        }
        checkEnds(hyperparameter);
        boolean whole = hyperparameter.domain() instanceof Domain.WholeNumbers;
        if (whole && !logarithmic) { // every number as often as any other, also both ends
            long from = (long) number(low);
            return String.valueOf(from + random.nextLong((long) number(high) - from + 1));
        }
        return normal(hyperparameter, Set.of(written(random.nextDouble(), 0.1, whole)))
                .get(0);
    }

    private static <T> List<String> normal(Hyperparameter<T> hyperparameter, Set<String> values) {
        List<String> texts = new ArrayList<>();
        for (String value : values) {
            String text = hyperparameter.domain().format(hyperparameter.parse(value));
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private void checkEnds(Hyperparameter<?> hyperparameter) {
        if (hyperparameter.domain() instanceof Domain.Choices) {
            throw new InvalidSettingException(TEXTS.get(
                    "list-choices",
                    hyperparameter.name(),
                    hyperparameter.domain().description()));
        }
        hyperparameter.parse(low);
        hyperparameter.parse(high);
    }

    /**
     * A number of the range, with no more digits than tell it from its neighbours.
     *
     * @param share of the way, 0 to 1
     * @param step to the neighbours, as a share of the way
     */
    private String written(double share, double step, boolean whole) {
        double value = at(share);
        if (whole) {
            return String.valueOf(Math.round(value));
        }
        double gap = at(Math.min(1, share + step)) - at(Math.max(0, share - step));
        int decimals = DIGITS - (int) Math.floor(Math.log10(gap));
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .max(new BigDecimal(low))
                .min(new BigDecimal(high))
                .toPlainString();
    }

    private double at(double share) {
        double from = number(low);
        double to = number(high);
        return logarithmic ? from * StrictMath.pow(to / from, share) : from + share * (to - from);
    }

    @Override
    public String toString() {
        return low + ".." + high + (areFew() || logarithmic ? ":" : "") + (areFew() ? count : "")
                + (logarithmic ? "log" : "");
    }
}
