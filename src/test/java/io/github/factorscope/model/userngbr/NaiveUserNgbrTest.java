package io.github.factorscope.model.userngbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula as it is written down, on a table of residuals. */
class NaiveUserNgbrTest {
    private static final int USERS = 35;
    private static final int ITEMS = 20;
    private static final double SHRINKAGE = 3; // λ₂

    @ParameterizedTest
    // Dense, or with all neighbours: two users with one item in common are all alike, but for rounding.
    @CsvSource({"0.7, 1, 1000", "0.7, 2, 1000", "0.7, 5, 1000", "0.7, 5, 9", "0.7, 1000, 1000", "0.08, 1000, 1000"})
    void thePredictionIsThatOfTheKMostSimilarUsersWhoRatedTheItem(double density, int neighbours, int listLength) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, density, 12);
        UserNgbrFamily family = new UserNgbrFamily();
        Trainer trainer = family.newTrainer(
                RandomRatings.trainingData(training),
                family.defaults()
                        .with("neighbours", "" + neighbours)
                        .with("listLength", "" + listLength)
                        .with("shrinkage", "" + SHRINKAGE),
                1);
        trainer.runEpoch(() -> false);
        FittedModel model = trainer.snapshot();
        Table table = new Table(training);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                assertThat(model.predict(user, item))
                        .as("%d %d", user, item)
                        .isCloseTo(table.predict(user, item, neighbours, listLength), within(1e-5));
            }
        }
    }

    private static final class Table {
        private final Biases baseline;
        private final double[][] residuals = new double[USERS][ITEMS]; // r − b̃, NaN where there is no rating

        Table(RatingMatrix training) {
            baseline = Biases.shrunkMeans(training);
            for (int u = 0; u < USERS; u++) {
                for (int i = 0; i < ITEMS; i++) {
                    residuals[u][i] = training.rating(u, i) - baseline.of(u, i);
                }
            }
        }

        /** s_uv. */
        private double similarity(int u, int v) {
            double xy = 0;
            double xx = 0;
            double yy = 0;
            int common = 0;
            for (int i = 0; i < ITEMS; i++) {
                double x = residuals[u][i];
                double y = residuals[v][i];
                if (!Double.isNaN(x + y)) {
                    xy += x * y;
                    xx += x * x;
                    yy += y * y;
                    common++;
                }
            }
            return common == 0 ? 0 : xy / Math.sqrt(xx * yy) * common / (common + SHRINKAGE);
        }

        double predict(int user, int item, int neighbours, int listLength) {
            List<Integer> nearest = IntStream.range(0, USERS)
                    .filter(v -> v != user && similarity(user, v) > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer v) -> -similarity(user, v))
                            .thenComparing(v -> v))
                    .limit(listLength)
                    .filter(v -> !Double.isNaN(residuals[v][item]))
                    .limit(neighbours)
                    .toList();
            double weighted = 0;
            double weights = 0;
            for (int v : nearest) {
                weighted += similarity(user, v) * residuals[v][item];
                weights += similarity(user, v);
            }
            return baseline.of(user, item) + (nearest.isEmpty() ? 0 : weighted / weights);
        }
    }
}
