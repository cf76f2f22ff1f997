package io.github.factorscope.evaluation.topk;

import io.github.factorscope.evaluation.Metric;
import io.github.factorscope.evaluation.MetricTexts;

/** What Koren's top-K protocol measures. */
public enum TopKMetric implements Metric {
    MEAN_PERCENTILE("meanPercentile", Better.SMALLER),
    SHARE_WITHIN("shareWithin", Better.LARGER);

    private static final MetricTexts TEXTS = MetricTexts.of(TopKMetric.class);

    private final String id;
    private final Better better;

    TopKMetric(String id, Better better) {
        this.id = id;
        this.better = better;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return TEXTS.title(this);
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
        return TEXTS.formula(this);
    }

    @Override
    public String definition() {
        return TEXTS.definition(this);
    }

    @Override
    public Better better() {
        return better;
    }

    @Override
    public String source() {
        return TEXTS.source(this);
    }
}
