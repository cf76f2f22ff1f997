package io.github.factorscope.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisEndsTest {
    private static final double[] PLACES = {0.5, -3, 9, 2, -1, 100, 2};

    @Test
    void theOutermostCandidatesStandFirst() {
        AxisEnds ends = AxisEnds.of(PLACES, new int[] {0, 1, 2, 3, 4}, 2);

        assertThat(ends.low()).containsExactly(1, 4);
        assertThat(ends.high()).containsExactly(2, 3);
    }

    @Test
    void nobodyStandsAtBothEnds() {
        AxisEnds ends = AxisEnds.of(PLACES, new int[] {0, 1, 2}, 2);

        assertThat(ends.low()).containsExactly(1);
        assertThat(ends.high()).containsExactly(2);
    }

    @Test
    void ofEqualPlacesTheFirstCandidateComesFirst() {
        assertThat(AxisEnds.of(PLACES, new int[] {6, 3, 1, 4}, 2).high()).containsExactly(6, 3);
        assertThat(AxisEnds.of(PLACES, new int[] {3, 6, 1, 4}, 2).high()).containsExactly(3, 6);
    }

    @Test
    void withoutCandidatesThereAreNoEnds() {
        assertThat(AxisEnds.of(PLACES, new int[0], 3).low()).isEmpty();
    }
}
