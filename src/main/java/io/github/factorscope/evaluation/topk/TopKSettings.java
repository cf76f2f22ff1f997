package io.github.factorscope.evaluation.topk;

/**
 * What the test items are ranked among.
 *
 * @param draws how many other items for each test rating, at least 1; all where there are fewer
 * @param seed of the draws
 */
public record TopKSettings(int draws, Pool pool, long seed) {
    /** As in the paper. */
    public static final int USUAL_DRAWS = 1000;

    public static final TopKSettings USUAL = new TopKSettings(USUAL_DRAWS, Pool.ALL, 1);

    /** Which items are drawn from. */
    public enum Pool {
        /** All items but the one that is ranked, as in the paper; also those that the user has rated. */
        ALL,
        /** Only items that the user has not rated in training: those that could be recommended. */
        UNRATED
    }

    public TopKSettings {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be at least 1, was " + draws);
        }
    }
}
