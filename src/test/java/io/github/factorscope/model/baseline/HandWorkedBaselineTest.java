package io.github.factorscope.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.LearningRate;
import org.junit.jupiter.api.Test;

class HandWorkedBaselineTest {
    private final BaselineFamily family = new BaselineFamily();

    /** Ratings 5 and 3 of the first user, 4 of the second for the first item: μ = 4. */
    private final RatingMatrix training =
            RatingMatrix.of(RandomRatings.table(new double[][] {{5, 3}, {4, 0}}), 2, 2, RatingScale.WHOLE_STARS);

    @Test
    void shrunkMeansAreThoseOfASmallTable() {
        FittedModel model = trained(
                family.defaults().with(BaselineFamily.ITEM_SHRINKAGE, 1.0).with(BaselineFamily.USER_SHRINKAGE, 1.0));
        double item0 = (1 + 0) / (1.0 + 2);
        double item1 = -1 / (1.0 + 1);
        double user0 = ((1 - item0) + (-1 - item1)) / (1.0 + 2);
        double user1 = (0 - item0) / (1.0 + 1);

        assertThat(model.predict(0, 0)).isCloseTo(4 + user0 + item0, within(1e-6));
        assertThat(model.predict(0, 1)).isCloseTo(4 + user0 + item1, within(1e-6));
        assertThat(model.predict(1, 0)).isCloseTo(4 + user1 + item0, within(1e-6));
        assertThat(model.predict(1, 1)).isCloseTo(10 / 3.0, within(1e-6));
    }

    @Test
    void theDefaultShrinkageIsThatOfThePapers() {
        FittedModel model = trained(family.defaults());

        assertThat(model.predict(1, 1)).isCloseTo(4 - 1 / 27.0 / 11 - 1 / 26.0, within(1e-6));
    }

    @Test
    void withoutShrinkageTheItemMeansAreExact() {
        FittedModel model = trained(family.defaults()
                .with(BaselineFamily.ITEM_SHRINKAGE, 0.0)
                .with(BaselineFamily.USER_SHRINKAGE, 10_000.0));

        assertThat(model.predict(0, 0)).isCloseTo(4.5, within(1e-3));
        assertThat(model.predict(0, 1)).isCloseTo(3, within(1e-3));
    }

    @Test
    void oneStepOfGradientDescentOnOneRatingIsTheFormula() {
        RatingMatrix two =
                RatingMatrix.of(RandomRatings.table(new double[][] {{5, 0}, {0, 2}}), 2, 2, RatingScale.WHOLE_STARS);
        Settings settings = family.defaults()
                .with(BaselineFamily.SOLVER, BaselineFamily.Solver.SGD)
                .with(BaselineFamily.LEARNING_RATE, 0.1)
                .with(BaselineFamily.REGULARIZATION, 0.5)
                .with(LearningRate.DECAY, 0.5);
        Trainer trainer = family.newTrainer(RandomRatings.trainingData(two), settings, 1);
        // μ = 3.5, so the first error is 1.5 and both biases become 0.1 · 1.5
        trainer.runEpoch(() -> false);
        assertThat(trainer.snapshot().predict(0, 0)).isCloseTo(3.5 + 2 * 0.15, within(1e-6));
        // then the error is 1.2 and the step half as long: 0.15 + 0.05 (1.2 − 0.5 · 0.15)
        trainer.runEpoch(() -> false);
        assertThat(trainer.snapshot().predict(0, 0)).isCloseTo(3.5 + 2 * (0.15 + 0.05 * (1.2 - 0.075)), within(1e-6));
        // each bias is penalised once for its one rating
        double bias = 0.15 + 0.05 * (1.2 - 0.075);
        assertThat(trainer.penalty()).isCloseTo(0.5 * 4 * bias * bias, within(1e-6));
    }

    private FittedModel trained(Settings settings) {
        Trainer trainer = family.newTrainer(RandomRatings.trainingData(training), settings, 1);
        trainer.runEpoch(() -> false);
        return trainer.snapshot();
    }
}
