package io.github.factorscope.evaluation.significance;

import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the errors of runs would have been in other tests. All runs are measured on the same resamples, which makes every
 * difference of two of them paired. Immutable.
 */
public final class Bootstrap {
    private final BootstrapPlan plan;
    private final int runs;
    private final double[][] observed; // [columns][1], see TestErrors
    private final Map<Resampled, double[][]> resampled = new EnumMap<>(Resampled.class); // [columns][resamples]

    private Bootstrap(List<RatingErrors> errors, BootstrapPlan plan) {
        this.plan = plan;
        this.runs = errors.size();
        TestErrors test = new TestErrors(errors);
        observed = test.totals();
        resampled.put(Resampled.RATINGS, ratings(test.ofRatings(), plan));
        resampled.put(Resampled.USERS, ResampledSums.of(test.ofUsers(), plan, Resampled.USERS));
    }

    /** The last column need not be summed: every resample has as many ratings as the test. */
    private static double[][] ratings(double[][] columns, BootstrapPlan plan) {
        int last = columns.length - 1;
        double[][] sums = ResampledSums.of(Arrays.copyOf(columns, last), plan, Resampled.RATINGS);
        double[][] withCount = Arrays.copyOf(sums, columns.length);
        withCount[last] = new double[plan.resamples()];
        Arrays.fill(withCount[last], columns[0].length);
        return withCount;
    }

    /**
     * Draws all resamples, on all cores.
     *
     * @param errors one for each run, all of the same test ratings
     */
    public static Bootstrap of(List<RatingErrors> errors, BootstrapPlan plan) {
        if (errors.isEmpty() || errors.get(0).size() == 0) {
            throw new IllegalArgumentException("a bootstrap takes at least one run with test ratings");
        }
        if (errors.stream().anyMatch(other -> other.size() != errors.get(0).size())) {
            throw new IllegalArgumentException(
                    "the runs must be judged by the same test ratings, and their numbers are "
                            + errors.stream().map(RatingErrors::size).toList());
        }
        return new Bootstrap(errors, plan);
    }

    public BootstrapPlan plan() {
        return plan;
    }

    /** How many runs are measured. */
    public int runs() {
        return runs;
    }

    /** The measure of these runs' mean, once for each way to draw. */
    public List<Interval> intervals(ErrorMeasure measure, Repeats repeats) {
        return Arrays.stream(Resampled.values())
                .map(over -> {
                    double[] values = means(resampled.get(over), measure, repeats);
                    addNoise(values, repeats, "seed noise");
                    return Interval.of(over, means(observed, measure, repeats)[0], values);
                })
                .toList();
    }

    /** The first minus the second, once for each way to draw. */
    public List<Difference> differences(ErrorMeasure measure, Repeats first, Repeats second) {
        double estimate = means(observed, measure, first)[0] - means(observed, measure, second)[0];
        return Arrays.stream(Resampled.values())
                .map(over -> {
                    double[] values = means(resampled.get(over), measure, first);
                    double[] others = means(resampled.get(over), measure, second);
                    for (int r = 0; r < values.length; r++) {
                        values[r] -= others[r];
                    }
                    addNoise(values, first, "seed noise of the first");
                    addNoise(values, second, "seed noise of the second");
                    return Difference.of(over, estimate, values);
                })
                .toList();
    }

    private static double[] means(double[][] sums, ErrorMeasure measure, Repeats repeats) {
        double[] ratings = sums[sums.length - 1];
        double[] means = new double[ratings.length];
        for (int r = 0; r < means.length; r++) {
            for (int run : repeats.runs()) {
                means[r] += measure.ofMean(sums[TestErrors.column(run, measure)][r] / ratings[r]);
            }
            means[r] /= repeats.runs().size();
        }
        return means;
    }

    private void addNoise(double[] values, Repeats repeats, String purpose) {
        repeats.noise()
                .filter(noise -> noise.deviation() > 0)
                .ifPresent(noise -> noise.addTo(values, repeats.runs().size(), Randoms.stream(plan.seed(), purpose)));
    }
}
