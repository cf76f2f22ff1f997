package io.github.factorscope.model.userngbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
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
        FittedModel model = trained(training, neighbours, listLength);
        Table table = new Table(training);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                assertThat(model.predict(user, item))
                        .as("%d %d", user, item)
                        .isCloseTo(table.predict(user, item, neighbours, listLength), within(1e-5));
            }
        }
    }

    private static FittedModel trained(RatingMatrix training, int neighbours, int listLength) {
        UserNgbrFamily family = new UserNgbrFamily();
        Trainer trainer = family.newTrainer(
                RandomRatings.trainingData(training),
                family.defaults()
                        .with("neighbours", "" + neighbours)
                        .with("listLength", "" + listLength)
                        .with("shrinkage", "" + SHRINKAGE),
                1);
        trainer.runEpoch(() -> false);
        return trainer.snapshot();
    }

    @ParameterizedTest
    @CsvSource({"2, 1000", "5, 9", "1000, 1000"})
    void withOtherRatingsAUserHasOtherNeighboursAndIsNeverTheirOwn(int neighbours, int listLength) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.7, 12);
        FittedModel model = trained(training, neighbours, listLength);
        for (int user = 0; user < USERS; user++) {
            RatedItems own = RatedItems.ofUser(training, user);
            RatedItems changed = own.without(own.item(0)).with(own.item(1), 6 - own.value(1));
            PersonalModel personal = model.forPerson(new Person(user, changed));
            Table table = new Table(training);
            float bias = table.insteadOf(user, changed);
            for (int item = 0; item < ITEMS; item++) {
                assertThat(personal.predict(item))
                        .isCloseTo(table.predict(user, bias, item, neighbours, listLength), within(1e-5));
            }
            assertThat(personal.explain(2).terms())
                    .extracting(Term::neighbourUser)
                    .doesNotContain(user);
        }
    }

    private static final class Table {
        private final Biases baseline;
        private final double[][] residuals = new double[USERS][ITEMS]; // r − b̃, NaN where there is no rating

        /** Gives the user these ratings, with all items and all other users as they are. Their b̃_u. */
        float insteadOf(int user, RatedItems ratings) {
            double sum = 0;
            for (int k = 0; k < ratings.size(); k++) {
                sum += ratings.value(k) - baseline.of(user, ratings.item(k)) + baseline.ofUsers()[user];
            }
            float bias = (float) (sum / (10 + ratings.size()));
            for (int i = 0; i < ITEMS; i++) {
                residuals[user][i] = ratings.rating(i) - baseline.of(user, i) + baseline.ofUsers()[user] - bias;
            }
            return bias;
        }

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
            return predict(user, baseline.ofUsers()[user], item, neighbours, listLength);
        }

        double predict(int user, float bias, int item, int neighbours, int listLength) {
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
            return baseline.of(user, item)
                    - baseline.ofUsers()[user]
                    + bias
                    + (nearest.isEmpty() ? 0 : weighted / weights);
        }
    }
}
