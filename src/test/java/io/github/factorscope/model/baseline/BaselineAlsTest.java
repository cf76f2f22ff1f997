package io.github.factorscope.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Σ (r_ui − μ − b_u − b_i)² + λ₂ Σ b_i² + λ₃ Σ b_u². */
class BaselineAlsTest {
    private static final int USERS = 40;
    private static final int ITEMS = 25;

    private final BaselineFamily family = new BaselineFamily();

    private Trainer trainer(RatingMatrix training, double itemShrinkage, double userShrinkage) {
        Settings settings = family.defaults()
                .with(BaselineFamily.SOLVER, BaselineFamily.Solver.ALS)
                .with(BaselineFamily.ITEM_SHRINKAGE, itemShrinkage)
                .with(BaselineFamily.USER_SHRINKAGE, userShrinkage);
        return family.newTrainer(RandomRatings.trainingData(training), settings, 1);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 25, 10", "0.3, 25, 10", "0.3, 0, 0", "0.9, 0, 3", "0.3, 7, 0", "0.3, 10000, 10000"})
    void theObjectiveNeverRises(double density, double itemShrinkage, double userShrinkage) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, density, 6);
        Trainer trainer = trainer(training, itemShrinkage, userShrinkage);
        double before = objective(trainer, training);
        for (int epoch = 0; epoch < 15; epoch++) {
            trainer.runEpoch(() -> false);
            double after = objective(trainer, training);
            assertThat(after).as("epoch %d", epoch).isLessThanOrEqualTo(before * (1 + 1e-9));
            before = after;
        }
    }

    private static double objective(Trainer trainer, RatingMatrix training) {
        return Evaluator.accuracy(trainer.snapshot(), training).squaredError() + trainer.penalty();
    }

    @ParameterizedTest
    @CsvSource({"25, 10", "1, 2", "0, 3"})
    void atTheEndAllPartialDerivativesVanish(double itemShrinkage, double userShrinkage) {
        RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.3, 6);
        Trainer trainer = trainer(training, itemShrinkage, userShrinkage);
        for (int epoch = 0; epoch < 60; epoch++) {
            trainer.runEpoch(() -> false);
        }
        FittedModel model = trainer.snapshot();
        float[] userBiases = model.parameters().get("userBiases", USERS);
        float[] itemBiases = model.parameters().get("itemBiases", ITEMS);
        double[] errorsOfItems = new double[ITEMS];
        SparseRows byUser = training.byUser();
        for (int u = 0; u < USERS; u++) {
            double errors = 0;
            for (int k = byUser.start(u); k < byUser.end(u); k++) {
                double error = byUser.value(k) - model.predict(u, byUser.column(k));
                errors += error;
                errorsOfItems[byUser.column(k)] += error;
            }
            assertThat(errors - userShrinkage * userBiases[u]).isCloseTo(0, within(1e-4));
        }
        for (int i = 0; i < ITEMS; i++) {
            assertThat(errorsOfItems[i] - itemShrinkage * itemBiases[i]).isCloseTo(0, within(1e-4));
        }
        assertThat(Math.abs(userBiases[0])).isGreaterThan(0.01f);
    }
}
