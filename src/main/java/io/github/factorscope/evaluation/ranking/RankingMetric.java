package io.github.factorscope.evaluation.ranking;

import io.github.factorscope.evaluation.Metric;
import io.github.factorscope.evaluation.MetricTexts;

/**
 * What is measured on the lists of the K items that a model predicts the best ratings for. L is a user's list, R the user's
 * relevant test items, n the number of training ratings of an item.
 */
public enum RankingMetric implements Metric {
    PRECISION("precision", 4, Better.LARGER),
    RECALL("recall", 4, Better.LARGER),
    NDCG("ndcg", 4, Better.LARGER),
    MAP("map", 4, Better.LARGER),
    MRR("mrr", 4, Better.LARGER),
    HIT_RATE("hitRate", 4, Better.LARGER),
    COVERAGE("coverage", 4, Better.NEITHER),
    NOVELTY("novelty", 3, Better.NEITHER),
    POPULARITY("meanPopularity", 1, Better.NEITHER);

    private static final MetricTexts TEXTS = MetricTexts.of(RankingMetric.class);

    private final String id;
    private final int decimals;
    private final Better better;

    RankingMetric(String id, int decimals, Better better) {
        this.id = id;
        this.decimals = decimals;
        this.better = better;
    }

    /** Whether it looks for relevant items, so that users without any are left out. */
    public boolean needsRelevantItems() {
        return better == Better.LARGER;
    }

    /** Whether it is a mean over users; coverage is a figure of all lists together. */
    public boolean isMeanOverUsers() {
        return this != COVERAGE;
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
        return switch (this) {
            case NOVELTY -> TEXTS.unit("bits");
            case POPULARITY -> TEXTS.unit("ratings");
            default -> "";
        };
    }

    @Override
    public int decimals() {
        return decimals;
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
