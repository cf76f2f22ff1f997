package io.github.factorscope.inspection;

/**
 * How an item moved in the ranking of all candidates when ratings of the person changed.
 *
 * @param before rank, from 1; 0 where the person had rated it
 * @param now the same with the changed ratings
 * @param starsBefore what was predicted, not clipped
 * @param starsNow what is predicted
 */
public record Move(int item, int before, int now, double starsBefore, double starsNow) {
    public static Move of(Predictions before, Predictions now, int item) {
        return new Move(item, before.rank(item), now.rank(item), before.of(item), now.of(item));
    }

    /** Whether it could be recommended before and after. */
    public boolean isRanked() {
        return before > 0 && now > 0;
    }

    /** Ranks, positive where it is nearer to the top now; 0 where it could not be recommended before or after. */
    public int ranksUp() {
        return isRanked() ? before - now : 0;
    }
}
