package io.github.factorscope.evaluation.significance;

/**
 * How a bootstrap is drawn.
 *
 * @param resamples how many imitated tests, 100 to 1,000,000
 * @param seed of the draws; the result depends on it and on the errors only
 */
public record BootstrapPlan(int resamples, long seed) {
    private static final int LEAST = 100;
    private static final int MOST = 1_000_000;

    /** 10,000 resamples, seed 1. */
    public static final BootstrapPlan DEFAULT = new BootstrapPlan(10_000, 1);

    public BootstrapPlan {
        if (resamples < LEAST || resamples > MOST) {
            throw new IllegalArgumentException("resamples must lie in 100 to 1000000, was " + resamples);
        }
    }
}
