package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.inspection.Diversity.Choice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiversityTest {
    /** 30 and 31 are nearly the same, 32 is like neither. */
    private final Diversity three = Diversity.among(
            new int[] {30, 31, 32}, new double[] {5, 4.9, 4}, new float[][] {{0, 0.8f, 0.1f}, {0.8f, 0, 0}, {0.1f, 0, 0}
            });

    @Test
    void takesWhatIsUnlikeOnceThatCountsEnough() {
        // The second line: 31 counts 0.9 (1 − λ) − λ, 32 counts 0 − 0.125 λ: 32 is taken from λ = 0.507 on.
        assertThat(three.choose(2, 0.5).items()).containsExactly(30, 31);
        assertThat(three.choose(2, 0.51).items()).containsExactly(30, 32);
    }

    @Test
    void saysWhatItCosts() {
        Choice choice = three.choose(2, 0.6);

        assertThat(choice.plain()).containsExactly(30, 31);
        assertThat(choice.replaced()).isEqualTo(1);
        assertThat(choice.similarity()).isEqualTo(0.1, within(1e-6));
        assertThat(choice.plainSimilarity()).isEqualTo(0.8, within(1e-6));
    }

    @Test
    void namesTheLineThatAnItemResemblesMost() {
        assertThat(three.nearest(31, List.of(30, 32)).orElseThrow().item()).isEqualTo(30);
        assertThat(three.nearest(31, List.of(30, 32)).orElseThrow().similarity())
                .isEqualTo(0.8, within(1e-6));
        assertThat(three.nearest(99, List.of(30, 32))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withoutWeightItIsExactlyTheBest(long seed) {
        RatingMatrix training = RandomRatings.matrix(60, 40, 0.4, seed);
        double[] stars = IntStream.range(0, 40) // with ties
                .mapToDouble(item -> Math.round(4 * Math.sin((double) item * seed)) / 4.0)
                .toArray();
        Predictions predictions = GivenPredictions.forRated(new int[] {3, 8}, stars);
        Diversity diversity = Shortlist.candidates(predictions, item -> item % 3 > 0, 10, Likeness.of(training));
        List<Integer> best =
                Shortlist.best(predictions, item -> item % 3 > 0, 10).items();

        assertThat(diversity.choose(10, 0).items()).isEqualTo(best);
        assertThat(diversity.choose(10, 0.3).plain()).isEqualTo(best);
        assertThat(diversity.choose(10, 0).replaced()).isZero();
        assertThat(diversity.choose(10, 1).similarity())
                .isLessThan(diversity.choose(10, 0).similarity());
        assertThat(diversity.choose(10, 1).items()).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void fewCandidatesAreAllTaken() {
        assertThat(three.choose(10, 0.6).items()).containsExactlyInAnyOrder(30, 31, 32);
        assertThat(Diversity.among(new int[0], new double[0], new float[0][0])
                        .choose(10, 0.5)
                        .items())
                .isEmpty();
        assertThat(Diversity.among(new int[] {4}, new double[] {3}, new float[1][1])
                        .choose(10, 1)
                        .items())
                .containsExactly(4);
    }

    @Test
    void nonsenseIsNamed() {
        assertThatThrownBy(() -> three.choose(2, 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> three.choose(2, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Diversity.among(new int[2], new double[1], new float[2][2]))
                .hasMessageContaining("2, 1 and 2");
    }
}
