package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {
    private final Predictions predictions = GivenPredictions.forRated(new int[] {1, 4}, 3, 4, 5, 3, 5, 2);

    @Test
    void aCandidateStandsWhereTheRankingHasIt() {
        for (int item : new int[] {0, 2, 3, 5}) {
            Standing standing = Standing.of(predictions, any -> true, item);

            assertThat(standing.rank()).isEqualTo(predictions.rank(item)).isEqualTo(standing.allowedRank());
            assertThat(standing.candidates()).isEqualTo(4);
            assertThat(standing.isRated()).isFalse();
        }
    }

    @Test
    void whatIsRatedStandsWhereItWouldBe() {
        Standing standing = Standing.of(predictions, any -> true, 1);

        assertThat(standing.isRated()).isTrue();
        assertThat(standing.rating()).isEqualTo(4);
        assertThat(standing.rank()).isEqualTo(2);
    }

    @Test
    void aFilterHasARankingOfItsOwn() {
        Standing standing = Standing.of(predictions, item -> item != 2, 3);

        assertThat(standing.rank()).isEqualTo(3);
        assertThat(standing.allowedRank()).isEqualTo(2);
        assertThat(standing.allowedCandidates()).isEqualTo(3);
        assertThat(Standing.of(predictions, item -> item != 2, 2).allowed()).isFalse();
    }

    @Test
    void movesAreThoseOfTheWholeRanking() {
        Predictions now = GivenPredictions.forRated(new int[] {1, 0}, 3, 4, 1, 3.5, 4, 2);

        assertThat(Move.of(predictions, now, 2)).isEqualTo(new Move(2, 1, 4, 5, 1));
        assertThat(Move.of(predictions, now, 2).ranksUp()).isEqualTo(-3);
        assertThat(Move.of(predictions, now, 3)).isEqualTo(new Move(3, 3, 2, 3, 3.5));
        assertThat(Move.of(predictions, now, 0).isRanked()).isFalse();
        assertThat(Move.of(predictions, now, 4)).isEqualTo(new Move(4, 0, 1, 5, 4));
        assertThat(Move.of(predictions, now, 4).ranksUp()).isZero();
    }
}
