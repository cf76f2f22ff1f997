package io.github.factorscope.model.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.FactorHyperparameters;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlsTest {
    private static final int FACTORS = 6;
    private static final int USERS = 50;
    private static final int ITEMS = 35;

    private final SvdFamily family = new SvdFamily();

    private Settings settings(double lambda, double biasLambda) {
        return family.defaults()
                .with(SvdFamily.SOLVER, SvdFamily.Solver.ALS)
                .with(FactorHyperparameters.FACTORS, FACTORS)
                .with(FactorHyperparameters.REGULARIZATION, lambda)
                .with(FactorHyperparameters.BIAS_REGULARIZATION, biasLambda);
    }

    private Trainer trainer(RatingMatrix training, Settings settings) {
        return family.newTrainer(RandomRatings.trainingData(training), settings, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 1, 0,    0",
        "0.3,  2, 0,    0.05",
        "0.3,  3, 0.01, 0",
        "0.1,  4, 0.06, 0.05",
        "0.3,  5, 0.06, 0.05",
        "0.9,  6, 0.06, 0.05",
        "0.3,  7, 0.5,  0.2",
        "0.3,  8, 10,   10"
    })
    void theObjectiveNeverRises(double density, long seed, double lambda, double biasLambda) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, density, seed);
        Trainer trainer = trainer(training, settings(lambda, biasLambda));
        double before = objective(trainer, training);
        for (int epoch = 0; epoch < 15; epoch++) {
            trainer.runEpoch(() -> false);
            double after = objective(trainer, training);
            // The absolute part: without a penalty few ratings are met exactly, and only the rounding of floats is
            // left.
            assertThat(after).as("epoch %d", epoch).isLessThanOrEqualTo(before + 1e-9 * before + 1e-11);
            before = after;
        }
    }

    private static double objective(Trainer trainer, RatingMatrix training) {
        return Evaluator.accuracy(trainer.snapshot(), training).squaredError() + trainer.penalty();
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.05", "0.06, 0", "0.5, 0.2", "1, 2"})
    void eachSideSatisfiesItsNormalEquationsWhereItWasSolvedLast(double lambda, double biasLambda) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.3, 9);
        Trainer trainer = trainer(training, settings(lambda, biasLambda));
        trainer.runEpoch(() -> false);
        trainer.runEpoch(() -> false);
        assertThat(new Slopes(trainer, training, lambda, biasLambda).ofUsers()).isLessThan(1e-4);
        assertThat(new Slopes(trainer, training, lambda, biasLambda).ofItems()).isGreaterThan(1e-3);

        int[] questions = {0};
        trainer.runEpoch(() -> ++questions[0] > 1); // stopped between the items and the users
        assertThat(new Slopes(trainer, training, lambda, biasLambda).ofItems()).isLessThan(1e-4);
        assertThat(new Slopes(trainer, training, lambda, biasLambda).ofUsers()).isGreaterThan(1e-3);
    }

    /** The largest partial derivatives of the objective, halved. */
    private static final class Slopes {
        private final double[][] users; // [users][factors, then the bias]
        private final double[][] items;

        Slopes(Trainer trainer, RatingMatrix training, double lambda, double biasLambda) {
            FittedModel model = trainer.snapshot();
            Parameters parameters = model.parameters();
            float[] p = parameters.get("userFactors", (long) USERS * FACTORS);
            float[] q = parameters.get("itemFactors", (long) ITEMS * FACTORS);
            float[] userBiases = parameters.get("userBiases", USERS);
            float[] itemBiases = parameters.get("itemBiases", ITEMS);
            users = new double[USERS][FACTORS + 1];
            items = new double[ITEMS][FACTORS + 1];
            SparseRows byUser = training.byUser();
            for (int u = 0; u < USERS; u++) {
                for (int k = byUser.start(u); k < byUser.end(u); k++) {
                    int i = byUser.column(k);
                    double error = byUser.value(k) - model.predict(u, i);
                    for (int f = 0; f < FACTORS; f++) {
                        users[u][f] += lambda * p[u * FACTORS + f] - error * q[i * FACTORS + f];
                        items[i][f] += lambda * q[i * FACTORS + f] - error * p[u * FACTORS + f];
                    }
                    users[u][FACTORS] += biasLambda * userBiases[u] - error;
                    items[i][FACTORS] += biasLambda * itemBiases[i] - error;
                }
            }
        }

        double ofUsers() {
            return largest(users);
        }

        double ofItems() {
            return largest(items);
        }

        private static double largest(double[][] slopes) {
            return Arrays.stream(slopes)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 0", "0.06, 0.05", "1, 2"})
    void nothingOfATasteIsLeftUnattributed(double lambda, double biasLambda) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.3, 9);
        Trainer trainer = trainer(training, settings(lambda, biasLambda));
        for (int epoch = 0; epoch < 5; epoch++) {
            trainer.runEpoch(() -> false);
        }
        FittedModel model = trainer.snapshot();
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                List<Term> terms = model.explain(user, item).terms();
                Term last = terms.get(terms.size() - 1);
                assertThat(last.kind()).isEqualTo(TermKind.UNATTRIBUTED);
                assertThat(last.amount()).isCloseTo(0, within(1e-4));
                assertThat(terms).hasSize(3 + training.byUser().length(user) + 1);
            }
        }
    }
}
