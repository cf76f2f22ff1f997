package io.github.factorscope.evaluation;

/** How far predictions are from the ratings that were given. */
public enum AccuracyMetric implements Metric {
    RMSE("rmse"),
    MAE("mae"),
    USER_RMSE("userRmse"),
    USER_MAE("userMae");

    private static final MetricTexts TEXTS = MetricTexts.of(AccuracyMetric.class);

    private final String id;

    AccuracyMetric(String id) {
        this.id = id;
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
        return TEXTS.unit("stars");
    }

    @Override
    public int decimals() {
        return 4;
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
        return Better.SMALLER;
    }

    @Override
    public String source() {
        return TEXTS.source(this);
    }
}
