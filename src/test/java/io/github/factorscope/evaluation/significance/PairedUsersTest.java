package io.github.factorscope.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.numeric.Randoms;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedUsersTest {
    private static final BootstrapPlan PLAN = new BootstrapPlan(5000, 1);

    @Test
    void theIntervalIsThatOfTheNormalTheory() {
        int users = 900;
        SplittableRandom random = new SplittableRandom(3);
        double[] first = new double[users];
        double[] second = new double[users];
        for (int u = 0; u < users; u++) {
            double common = Randoms.gaussian(random);
            first[u] = common + 0.5 + 0.3 * Randoms.gaussian(random);
            second[u] = common;
        }
        Difference difference = PairedUsers.difference(first, second, PLAN);

        assertThat(difference.over()).isEqualTo(Resampled.USERS);
        assertThat(difference.interval().estimate()).isCloseTo(0.5, within(0.04));
        assertThat(difference.interval().halfWidth()).isCloseTo(1.96 * 0.3 / 30, within(0.002));
        assertThat(difference.pValue()).isEqualTo(2.0 / 5001);
        assertThat(PairedUsers.verdict("NDCG@10", false, "A", first, "B", second, PLAN)
                        .better())
                .contains("A");
    }

    @Test
    void usersWithoutAValueAreLeftOut() {
        double[] first = {1, Double.NaN, 3, 5};
        double[] second = {0, 7, Double.NaN, 4};

        assertThat(PairedUsers.difference(first, second, PLAN).interval())
                .isEqualTo(new Interval(Resampled.USERS, 1, 1, 1));
        assertThat(PairedUsers.interval(first, PLAN).estimate()).isCloseTo(3, within(1e-12));
    }

    @Test
    void otherUsersAreRefused() {
        assertThatThrownBy(() -> PairedUsers.difference(new double[2], new double[3], PLAN))
                .hasMessageContaining("2 and 3");
        assertThatThrownBy(() -> PairedUsers.interval(new double[] {Double.NaN}, PLAN))
                .hasMessageContaining("no user");
    }
}
