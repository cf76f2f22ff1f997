package io.github.factorscope.evaluation.topk;

import io.github.factorscope.evaluation.Metric;

/** What Koren's top-K protocol measures. */
public enum TopKMetric implements Metric {
    MEAN_PERCENTILE(
            "meanPercentile",
            "Mean percentile",
            "Σ 100 (b + e/2) / d / |C|, over the cases C; of d drawn items, b are predicted more than the case and e the same",
            "Each test rating at the top of the scale is a case: its item is ranked by prediction among 1,000 other items"
                    + " drawn at random, 0 % where it comes first, 100 % where it comes last. An item with the same prediction"
                    + " counts as half ahead. This is the mean of all cases; 50 % is what guessing gives.",
            Better.SMALLER),
    SHARE_WITHIN(
            "shareWithin",
            "Share within the top",
            "|{c ∈ C: percentile of c ≤ x}| / |C|",
            "The share of the cases whose item is among the top x % of the drawn items: the height of the curve at x. With"
                    + " 1,000 drawn items, x = 0.5 % tells how often a loved film is among the first six of a list of 1,001.",
            Better.LARGER);

    private static final String SOURCE = "Koren 2008, section 6";

    private final String id;
    private final String title;
    private final String formula;
    private final String definition;
    private final Better better;

    TopKMetric(String id, String title, String formula, String definition, Better better) {
        this.id = id;
        this.title = title;
        this.formula = formula;
        this.definition = definition;
        this.better = better;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return this == MEAN_PERCENTILE ? "%" : "";
    }

    @Override
    public int decimals() {
        return this == MEAN_PERCENTILE ? 2 : 4;
    }

    @Override
    public String formula() {
        return formula;
    }

    @Override
    public String definition() {
        return definition;
    }

    @Override
    public Better better() {
        return better;
    }

    @Override
    public String source() {
        return SOURCE;
    }
}
