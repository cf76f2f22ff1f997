package io.github.factorscope.evaluation;

/** How far predictions are from the ratings that were given. */
public enum AccuracyMetric implements Metric {
    RMSE(
            "rmse",
            "RMSE",
            "√(Σ (rᵤᵢ − r̂ᵤᵢ)² / |T|), over the test ratings T",
            "The root of the mean squared error over the test ratings, predictions clipped to the scale. Large errors weigh"
                    + " more than small ones.",
            "Koren 2008, section 2"),
    MAE(
            "mae",
            "MAE",
            "Σ |rᵤᵢ − r̂ᵤᵢ| / |T|, over the test ratings T",
            "The mean distance between rating and prediction over the test ratings, predictions clipped to the scale.",
            "Herlocker et al. 2004"),
    USER_RMSE(
            "userRmse",
            "RMSE, mean of users",
            "√(Σ (rᵤᵢ − r̂ᵤᵢ)² / |Tᵤ|), over the test ratings Tᵤ of u; mean over the users",
            "The RMSE of each user's own test ratings, averaged over the users who have some. A user with few of them counts"
                    + " as much as one with many.",
            "Shani, Gunawardana 2011, average RMSE"),
    USER_MAE(
            "userMae",
            "MAE, mean of users",
            "Σ |rᵤᵢ − r̂ᵤᵢ| / |Tᵤ|, over the test ratings Tᵤ of u; mean over the users",
            "The MAE of each user's own test ratings, averaged over the users who have some. A user with few of them counts"
                    + " as much as one with many.",
            "Shani, Gunawardana 2011, average MAE");

    private final String id;
    private final String title;
    private final String formula;
    private final String definition;
    private final String source;

    AccuracyMetric(String id, String title, String formula, String definition, String source) {
        this.id = id;
        this.title = title;
        this.formula = formula;
        this.definition = definition;
        this.source = source;
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
        return "stars";
    }

    @Override
    public int decimals() {
        return 4;
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
        return Better.SMALLER;
    }

    @Override
    public String source() {
        return source;
    }
}
