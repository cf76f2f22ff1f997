package io.github.factorscope.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomsTest {
    @Test
    void everyCaseOfAPurposeHasAStreamOfItsOwn() {
        Set<Long> firsts = new HashSet<>();
        for (int user = 0; user < 100; user++) {
            for (int item = -50; item < 50; item++) {
                firsts.add(Randoms.stream(1, "cases", user, item).nextLong());
            }
        }

        assertThat(firsts).hasSize(10_000);
        assertThat(Randoms.stream(1, "cases", 3, 4).nextLong())
                .isEqualTo(Randoms.stream(1, "cases", 3, 4).nextLong())
                .isNotEqualTo(Randoms.stream(2, "cases", 3, 4).nextLong())
                .isNotEqualTo(Randoms.stream(1, "other cases", 3, 4).nextLong());
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        for (int size : new int[] {0, 1, 2, 3, 17, 1000}) {
            int[] order = Randoms.permutation(size, new SplittableRandom(size));
            Arrays.sort(order);
            assertThat(order).isEqualTo(IntStream.range(0, size).toArray());
        }
    }

    @Test
    void theSameSeedGivesTheSamePermutation() {
        assertThat(Randoms.permutation(100, Randoms.stream(7, "split")))
                .isEqualTo(Randoms.permutation(100, Randoms.stream(7, "split")));
    }

    @Test
    void anotherSeedOrPurposeGivesAnotherPermutation() {
        int[] order = Randoms.permutation(100, Randoms.stream(7, "split"));

        assertThat(Randoms.permutation(100, Randoms.stream(8, "split"))).isNotEqualTo(order);
        assertThat(Randoms.permutation(100, Randoms.stream(7, "sweep"))).isNotEqualTo(order);
    }

    @Test
    void everyOrderIsEquallyLikely() {
        SplittableRandom random = new SplittableRandom(11);
        int[] counts = new int[27];
        int draws = 60_000;
        for (int draw = 0; draw < draws; draw++) {
            int[] order = Randoms.permutation(3, random);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertThat(seen).hasSize(6);
        for (int count : seen) {
            assertThat(count).isCloseTo(draws / 6, within(500)); // over five standard deviations
        }
    }

    @Test
    void shufflingAPartLeavesTheRestInPlace() {
        int[] values = IntStream.range(0, 50).toArray();
        Randoms.shuffle(values, 10, 40, new SplittableRandom(2));

        assertThat(Arrays.copyOfRange(values, 0, 10))
                .isEqualTo(IntStream.range(0, 10).toArray());
        assertThat(Arrays.copyOfRange(values, 40, 50))
                .isEqualTo(IntStream.range(40, 50).toArray());
        assertThat(Arrays.copyOfRange(values, 10, 40))
                .isNotEqualTo(IntStream.range(10, 40).toArray())
                .containsExactlyInAnyOrder(IntStream.range(10, 40).toArray());
    }

    @Test
    void gaussianNumbersHaveMeanZeroAndVarianceOne() {
        SplittableRandom random = new SplittableRandom(13);
        int draws = 200_000;
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        for (int draw = 0; draw < draws; draw++) {
            double value = Randoms.gaussian(random);
            sum += value;
            squares += value * value;
            fourth += value * value * value * value;
        }
        assertThat(sum / draws).isCloseTo(0, within(0.012));
        assertThat(squares / draws).isCloseTo(1, within(0.02));
        assertThat(fourth / draws).isCloseTo(3, within(0.15)); // what tells a normal number from others
    }
}
