package io.github.factorscope.evaluation.significance;

import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the difference of two runs, or of the means of two groups of repeats, is more than noise. It rests on the way to
 * draw that gives the highest p-value: a difference counts only where it would survive other ratings and other users.
 *
 * @param measure such as "RMSE"
 * @param first name of what the difference is counted from
 * @param second name of what is subtracted
 * @param lowerIsBetter whether a smaller value of the measure is better
 * @param differences the first minus the second, once for each way to draw; the same number of resamples each
 * @param comparisons how many were looked at together
 * @param adjustedPValue of the most careful difference, corrected for the number of comparisons
 * @param seeds where the noise from seed to seed that is part of it is known from; empty where it was left out
 */
public record Verdict(
        String measure,
        String first,
        String second,
        boolean lowerIsBetter,
        List<Difference> differences,
        int comparisons,
        double adjustedPValue,
        Optional<SeedNoise.Source> seeds) {
    private static final Texts TEXTS = Texts.of(Verdict.class);

    /** A difference counts where its p-value is below. */
    public static final double SIGNIFICANT = 0.05;

    private static final Comparator<Difference> MOST_CAREFUL = Comparator.comparingDouble(Difference::pValue)
            .thenComparingDouble(difference -> difference.interval().halfWidth());

    public Verdict {
        differences = List.copyOf(differences);
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("a verdict on " + first + " and " + second + " takes a difference");
        }
    }

    /** On a single comparison. */
    public static Verdict of(
            String measure,
            String first,
            String second,
            boolean lowerIsBetter,
            List<Difference> differences,
            Optional<SeedNoise.Source> seeds) {
        double pValue = mostCareful(differences).pValue();
        return new Verdict(measure, first, second, lowerIsBetter, differences, 1, pValue, seeds);
    }

    /**
     * On the two runs of a bootstrap.
     *
     * @param noise of either run; where there are no repeats {@link SeedNoise#assumed}
     */
    public static Verdict of(Bootstrap bootstrap, ErrorMeasure measure, String first, String second, SeedNoise noise) {
        if (bootstrap.runs() != 2) {
            throw new IllegalArgumentException("two runs are compared, there are " + bootstrap.runs());
        }
        List<Difference> differences =
                bootstrap.differences(measure, Repeats.single(0, noise), Repeats.single(1, noise));
        return of(measure.name(), first, second, true, differences, Optional.of(noise.source()));
    }

    /** The same verdicts, looked at together: with Holm's correction. */
    public static List<Verdict> together(List<Verdict> verdicts) {
        double[] adjusted = Holm.adjust(verdicts.stream()
                .mapToDouble(verdict -> verdict.mostCareful().pValue())
                .toArray());
        List<Verdict> corrected = new ArrayList<>();
        for (int k = 0; k < adjusted.length; k++) {
            Verdict each = verdicts.get(k);
            corrected.add(new Verdict(
                    each.measure,
                    each.first,
                    each.second,
                    each.lowerIsBetter,
                    each.differences,
                    adjusted.length,
                    adjusted[k],
                    each.seeds));
        }
        return List.copyOf(corrected);
    }

    private static Difference mostCareful(List<Difference> differences) {
        return differences.stream().max(MOST_CAREFUL).orElseThrow();
    }

    /** The one that the verdict rests on. */
    public Difference mostCareful() {
        return mostCareful(differences);
    }

    /** The lowest that the corrected p-value could have been with so many resamples and comparisons. */
    public double leastPValue() {
        return Math.min(1, comparisons * 2.0 / (mostCareful().resamples() + 1));
    }

    /** Whether it is more than noise. */
    public boolean differs() {
        return adjustedPValue < SIGNIFICANT;
    }

    /** The name of the better one, where there is more than noise. */
    public Optional<String> better() {
        if (!differs()) {
            return Optional.empty();
        }
        boolean firstIsLower = mostCareful().interval().estimate() < 0;
        return Optional.of(firstIsLower == lowerIsBetter ? first : second);
    }

    /** Such as "SVD++ is better than SVD by 0.0031 ± 0.0008 (RMSE, 10,000 resamples over users, p &lt; 0.001)". */
    public String sentence() {
        return sentence(Texts.locale());
    }

    /** The same with the numbers of some place. */
    public String sentence(Locale numbers) {
        List<String> basis = new ArrayList<>(List.of(measure, resamples(numbers)));
        seeds.map(SeedNoise.Source::words).ifPresent(basis::add);
        basis.add(
                comparisons > 1
                        ? TEXTS.get("by-holm", words(adjustedPValue, numbers), String.valueOf(comparisons))
                        : words(adjustedPValue, numbers));
        return TEXTS.get("with-basis", gist(numbers), String.join(", ", basis));
    }

    /** The sentence without what it rests on. */
    public String gist() {
        return gist(Texts.locale());
    }

    private String gist(Locale numbers) {
        double estimate = mostCareful().interval().estimate();
        String noise = decimals(mostCareful().interval().halfWidth(), numbers);
        return better().map(name -> TEXTS.get(
                        "better",
                        name,
                        name.equals(first) ? second : first,
                        decimals(Math.abs(estimate), numbers),
                        noise))
                .orElseGet(() -> TEXTS.get("no-difference", first, second, decimals(estimate, numbers), noise));
    }

    private String resamples(Locale numbers) {
        String count = String.format(numbers, "%,d", mostCareful().resamples());
        return switch (mostCareful().over()) {
            case RATINGS -> TEXTS.get("resampled-ratings", count);
            case USERS -> TEXTS.get("resampled-users", count);
        };
    }

    private static String decimals(double value, Locale numbers) {
        String digits = String.format(numbers, "%.4f", Math.abs(value));
        return value < 0 && !digits.equals(String.format(numbers, "%.4f", 0.0)) ? "−" + digits : digits;
    }

    private static String words(double pValue, Locale numbers) {
        return pValue < 0.001
                ? "p < " + String.format(numbers, "%.3f", 0.001)
                : "p = " + String.format(numbers, pValue < 0.1 ? "%.3f" : "%.2f", pValue);
    }
}
