package io.github.factorscope.evaluation.ranking;

import io.github.factorscope.evaluation.Metric;

/**
 * What is measured on the lists of the K items that a model predicts the best ratings for. L is a user's list, R the user's
 * relevant test items, n the number of training ratings of an item.
 */
public enum RankingMetric implements Metric {
    PRECISION(
            "precision",
            "Precision at K",
            new Format("", 4),
            "|L ∩ R| / K",
            "The share of the K places of a user's list that relevant items take, averaged over users. It divides by K even"
                    + " where fewer than K items are left to list.",
            Better.LARGER,
            "Manning, Raghavan, Schütze 2008, section 8.4"),
    RECALL(
            "recall",
            "Recall at K",
            new Format("", 4),
            "|L ∩ R| / |R|",
            "The share of a user's relevant items that are in the list of K, averaged over users.",
            Better.LARGER,
            "Manning, Raghavan, Schütze 2008, section 8.4"),
    NDCG(
            "ndcg",
            "NDCG at K",
            new Format("", 4),
            "Σₖ [item k of L ∈ R] / log₂(k + 1), k = 1 … K, divided by Σₖ 1 / log₂(k + 1), k = 1 … min(K, |R|)",
            "What the relevant items in the list are worth, the less the further down they stand, as a share of what the best"
                    + " possible list is worth; averaged over users. An item is relevant or not: how many stars it got beyond"
                    + " the threshold does not count.",
            Better.LARGER,
            "Järvelin, Kekäläinen 2002"),
    MAP(
            "map",
            "MAP at K",
            new Format("", 4),
            "Σₖ [item k of L ∈ R] · |first k of L ∩ R| / k, k = 1 … K, divided by min(K, |R|)",
            "The precision at the place of each relevant item in the list, summed up and divided by the number of relevant"
                    + " items that could be in it; averaged over users.",
            Better.LARGER,
            "Manning, Raghavan, Schütze 2008, section 8.4, cut at K"),
    MRR(
            "mrr",
            "MRR at K",
            new Format("", 4),
            "1 / place of the first item of L that is in R; 0 where there is none",
            "One divided by the place of the first relevant item in the list of K, 0 where it has none; averaged over users.",
            Better.LARGER,
            "Voorhees 1999, cut at K"),
    HIT_RATE(
            "hitRate",
            "Hit rate at K",
            new Format("", 4),
            "1 where L ∩ R ≠ ∅, otherwise 0",
            "The share of users with at least one relevant item in the list of K.",
            Better.LARGER,
            "Deshpande, Karypis 2004"),
    COVERAGE(
            "coverage",
            "Coverage",
            new Format("", 4),
            "|⋃ L| / |I|, over all users and all items I of the data",
            "The share of all items that stand in the list of at least one user.",
            Better.NEITHER,
            "Ge, Delgado-Battenfeld, Jannach 2010"),
    NOVELTY(
            "novelty",
            "Novelty",
            new Format("bits", 3),
            "Σ −log₂(max(n, 1) / U) / |L|, over the items of L; U users with training ratings",
            "How little known the listed items are, averaged over each list and then over users: 0 bits for an item that every"
                    + " user has rated in training, one more each time the share of users halves. An item without training"
                    + " ratings counts as if one user had rated it.",
            Better.NEITHER,
            "Zhou et al. 2010, self-information"),
    POPULARITY(
            "meanPopularity",
            "Mean popularity",
            new Format("ratings", 1),
            "Σ n / |L|, over the items of L",
            "The number of training ratings of the listed items, averaged over each list and then over users.",
            Better.NEITHER,
            "Yin et al. 2012");

    private final String id;
    private final String title;
    private final Format format;
    private final String formula;
    private final String definition;
    private final Better better;
    private final String source;

    private record Format(String unit, int decimals) {}

    RankingMetric(
            String id, String title, Format format, String formula, String definition, Better better, String source) {
        this.id = id;
        this.title = title;
        this.format = format;
        this.formula = formula;
        this.definition = definition;
        this.better = better;
        this.source = source;
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
        return title;
    }

    @Override
    public String unit() {
        return format.unit;
    }

    @Override
    public int decimals() {
        return format.decimals;
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
        return source;
    }
}
