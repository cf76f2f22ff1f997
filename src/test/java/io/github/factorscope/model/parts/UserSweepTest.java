package io.github.factorscope.model.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.Settings;
import io.github.factorscope.numeric.Randoms;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserSweepTest {
    private final RatingMatrix training = RandomRatings.matrix(30, 20, 0.2, 4);

    @Test
    void everyRatingIsVisitedOnceAndThoseOfAUserTogether() {
        List<Integer> visited = new ArrayList<>();
        List<Integer> users = new ArrayList<>();
        new UserSweep(training, new SplittableRandom(1))
                .run(
                        (user, positions, count) -> {
                            users.add(user);
                            assertThat(count).isEqualTo(training.byUser().length(user));
                            for (int k = 0; k < count; k++) {
                                visited.add(positions[k]);
                                assertThat(positions[k])
                                        .isBetween(
                                                training.byUser().start(user),
                                                training.byUser().end(user) - 1);
                            }
                        },
                        () -> false);

        assertThat(users).doesNotHaveDuplicates();
        assertThat(visited)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, training.size()).boxed().toList());
    }

    @Test
    void everyEpochHasAnotherOrderAndTheSameSeedTheSameOrders() {
        UserSweep first = new UserSweep(training, Randoms.stream(1, "sweep"));
        UserSweep second = new UserSweep(training, Randoms.stream(1, "sweep"));
        List<Integer> epoch1 = order(first);
        List<Integer> epoch2 = order(first);

        assertThat(epoch2).isNotEqualTo(epoch1);
        assertThat(order(second)).isEqualTo(epoch1);
        assertThat(order(second)).isEqualTo(epoch2);
        assertThat(order(new UserSweep(training, Randoms.stream(2, "sweep")))).isNotEqualTo(epoch1);
    }

    @Test
    void aStopEndsTheSweepBeforeTheNextUser() {
        int[] questions = {0};
        List<Integer> users = new ArrayList<>();
        new UserSweep(RandomRatings.matrix(30, 20, 1, 4), new SplittableRandom(1))
                .run((user, positions, count) -> users.add(user), () -> ++questions[0] > 3);

        assertThat(users).hasSize(3);
    }

    @Test
    void theLearningRateFallsByItsFactorAfterEachEpoch() {
        LearningRate rate = new LearningRate(Settings.defaults(List.of(LearningRate.LEARNING_RATE, LearningRate.DECAY))
                .with(LearningRate.LEARNING_RATE, 0.5)
                .with(LearningRate.DECAY, 0.9));
        assertThat(rate.current()).isEqualTo(0.5);
        rate.epochDone();
        rate.epochDone();
        assertThat(rate.current()).isCloseTo(0.405, within(1e-12));
    }

    private static List<Integer> order(UserSweep sweep) {
        List<Integer> order = new ArrayList<>();
        sweep.run(
                (user, positions, count) -> {
                    for (int k = 0; k < count; k++) {
                        order.add(positions[k]);
                    }
                },
                () -> false);
        return order;
    }
}
