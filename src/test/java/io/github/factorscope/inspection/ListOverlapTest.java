package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ListOverlapTest {
    private static int[] items(int... items) {
        return items;
    }

    @Test
    void agreesWithWhatWasWorkedOutByHand() {
        // shared of the first 1, 2, 3 places: 0, 2, 2; so 2/3 * 0.729 + 1/9 * (0 * 0.9 + 1 * 0.81 + 2/3 * 0.729)
        ListOverlap three = ListOverlap.of(items(1, 2, 3), items(2, 1, 4));
        assertThat(three.common()).isEqualTo(2);
        assertThat(three.length()).isEqualTo(3);
        assertThat(three.rankBiased()).isCloseTo(0.630, within(1e-12));

        // 1, 1, 1, 2: 1/2 * 0.6561 + 1/9 * (0.9 + 1/2 * 0.81 + 1/3 * 0.729 + 1/2 * 0.6561)
        ListOverlap four = ListOverlap.of(items(7, 5, 3, 1), items(7, 9, 1, 8));
        assertThat(four.common()).isEqualTo(2);
        assertThat(four.rankBiased()).isCloseTo(0.32805 + (0.9 + 0.405 + 0.243 + 0.32805) / 9, within(1e-12));
    }

    @Test
    void equalListsHaveAllAndStrangersNothingInCommon() {
        int[] list = {4, 8, 15, 16, 23, 42};

        assertThat(ListOverlap.of(list, list).rankBiased()).isCloseTo(1, within(1e-12));
        assertThat(ListOverlap.of(list, items(1, 2, 3, 5, 6, 7))).isEqualTo(new ListOverlap(0, 6, 0));
        assertThat(ListOverlap.of(items(), items())).isEqualTo(new ListOverlap(0, 0, 1));
    }

    @Test
    void theTopCountsMoreThanTheEnd() {
        int[] list = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        int[] otherTop = {2, 1, 3, 4, 5, 6, 7, 8, 9, 10};
        int[] otherEnd = {1, 2, 3, 4, 5, 6, 7, 8, 10, 9};

        assertThat(ListOverlap.of(list, otherTop).rankBiased())
                .isLessThan(ListOverlap.of(list, otherEnd).rankBiased());
        assertThat(ListOverlap.of(list, otherTop).common()).isEqualTo(10);
    }

    @Test
    void isTheSameBothWaysAndAgreesWithTheDefinition() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 50; round++) {
            int[] first = Arrays.copyOf(Randoms.permutation(30, random), 12);
            int[] second = Arrays.copyOf(Randoms.permutation(30, random), 12);

            assertThat(ListOverlap.of(first, second)).isEqualTo(ListOverlap.of(second, first));
            assertThat(ListOverlap.of(first, second).rankBiased()).isCloseTo(literal(first, second), within(1e-12));
        }
    }

    /** The infinite sum, with the share in common of the last place beyond it. */
    private static double literal(int[] first, int[] second) {
        double sum = 0;
        double agreement = 0;
        for (int depth = 1; depth <= 1000; depth++) {
            if (depth <= first.length) {
                List<Integer> others =
                        Arrays.stream(second).limit(depth).boxed().toList();
                agreement = Arrays.stream(first)
                                .limit(depth)
                                .filter(others::contains)
                                .count()
                        / (double) depth;
            }
            sum += (1 - ListOverlap.PERSISTENCE) * Math.pow(ListOverlap.PERSISTENCE, depth - 1) * agreement;
        }
        return sum;
    }

    @Test
    void refusesListsOfDifferentLengths() {
        assertThatThrownBy(() -> ListOverlap.of(items(1), items(1, 2))).hasMessageContaining("1 and 2");
    }

    @Test
    void findsThePairThatDisagreesMostAndWhereItemsStand() {
        AlignedLists lists = new AlignedLists(List.of(items(1, 2, 3), items(2, 1, 4), items(4, 5, 6), items(6, 5, 1)));

        assertThat(lists.mostUnlike()).hasValueSatisfying(pair -> assertThat(List.of(pair.first(), pair.second()))
                .containsExactly(0, 2));
        assertThat(lists.overlap(2, 3).common()).isEqualTo(2);
        assertThat(lists.listsWith(1)).isEqualTo(3);
        assertThat(lists.listsWith(3)).isEqualTo(1);
        assertThat(lists.place(3, 1)).isEqualTo(3);
        assertThat(lists.place(2, 1)).isZero();
        assertThat(new AlignedLists(List.of(items(1))).mostUnlike()).isEmpty();
    }
}
