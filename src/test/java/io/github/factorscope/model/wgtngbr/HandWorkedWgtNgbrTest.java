package io.github.factorscope.model.wgtngbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.NeighbourhoodHyperparameters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A 4 × 4 table with the products of residuals written out. */
class HandWorkedWgtNgbrTest {
    private static final double[][] STARS = {
        {5, 4, 0, 1},
        {4, 5, 4, 2},
        {1, 2, 2, 5},
        {0, 1, 2, 4},
    };
    private static final double BETA = 2;

    private final WgtNgbrFamily family = new WgtNgbrFamily();

    /** r − b̃: 42 stars in 14 ratings, so that μ = 3; items 28, 29, 28 and 29 with their shrinkage, users 13, 14, 14 and 13. */
    private final double[][] x = residuals();

    private static double[][] residuals() {
        double[] item = {1 / 28.0, 0, -1 / 28.0, 0};
        double[] user = {
            (1 - item[0] - item[1] - item[3]) / 13,
            (3 - item[0] - item[1] - item[2] - item[3]) / 14,
            (-2 - item[0] - item[1] - item[2] - item[3]) / 14,
            (-2 - item[1] - item[2] - item[3]) / 13
        };
        double[][] x = new double[4][4];
        for (int u = 0; u < 4; u++) {
            for (int i = 0; i < 4; i++) {
                x[u][i] = STARS[u][i] == 0 ? 0 : STARS[u][i] - 3 - user[u] - item[i];
            }
        }
        return x;
    }

    /** Σ x_i x_j over the users who rated both: the others are 0. */
    private double sum(int i, int j) {
        return x[0][i] * x[0][j] + x[1][i] * x[1][j] + x[2][i] * x[2][j] + x[3][i] * x[3][j];
    }

    @Test
    void twoNeighboursShareAccordingToWhatTheyHaveInCommon() {
        double diagonal = (sum(0, 0) + sum(1, 1) + sum(2, 2) + sum(3, 3)) / 14;
        double others = (sum(0, 1) + sum(0, 2) + sum(0, 3) + sum(1, 2) + sum(1, 3) + sum(2, 3)) / 18;
        // Item 2 goes with items 0 (2 common users) and 1 (3) and against item 3; these two have 3 common users.
        double a00 = (sum(0, 0) + BETA * diagonal) / (3 + BETA);
        double a11 = (sum(1, 1) + BETA * diagonal) / (4 + BETA);
        double a01 = (sum(0, 1) + BETA * others) / (3 + BETA);
        double b0 = (sum(2, 0) + BETA * others) / (2 + BETA);
        double b1 = (sum(2, 1) + BETA * others) / (3 + BETA);
        double determinant = a00 * a11 - a01 * a01;
        double theta0 = (b0 * a11 - b1 * a01) / determinant;
        double theta1 = (b1 * a00 - b0 * a01) / determinant;
        assertThat(theta0).isPositive();
        assertThat(theta1).isPositive();
        double baseline = 3 + (STARS[0][0] - 3 - x[0][0] - 1 / 28.0) - 1 / 28.0;

        FittedModel model = trained(30, 1);

        assertThat(model.predict(0, 2)).isCloseTo(baseline + theta0 * x[0][0] + theta1 * x[0][1], within(1e-4));
        List<Term> neighbours =
                model.explain(0, 2).terms().stream().filter(Term::hasItem).toList();
        assertThat(neighbours).extracting(Term::item).containsExactlyInAnyOrder(0, 1);
        for (Term term : neighbours) {
            double theta = term.item() == 0 ? theta0 : theta1;
            assertThat(term.amount()).isCloseTo(theta * x[0][term.item()], within(1e-4));
        }
    }

    @Test
    void anItemWithFewRatingsNeitherSpeaksNorIsSpokenFor() {
        FittedModel model = trained(30, 4); // items 0 and 2 have three ratings

        assertThat(model.explain(0, 2).terms()).noneMatch(Term::hasItem);
        assertThat(model.explain(1, 1).terms()).noneMatch(term -> term.item() == 0 || term.item() == 2);
    }

    @Test
    void withoutShrinkageOnSparseDataPredictionsStayBounded() {
        for (int seed = 0; seed < 5; seed++) {
            RatingMatrix training = RandomRatings.matrix(40, 30, 0.1, seed);
            FittedModel model = trained(training, 30, 1, 0);
            for (int user = 0; user < 40; user++) {
                double most =
                        4.0 * training.byUser().length(user); // a residual is hardly more than the range of the scale
                for (int item = 0; item < 30; item++) {
                    assertThat(model.predict(user, item)).isBetween(3 - most - 3, 3 + most + 3);
                }
            }
        }
    }

    private FittedModel trained(int neighbours, int fewest) {
        RatingMatrix training = RatingMatrix.of(RandomRatings.table(STARS), 4, 4, RatingScale.WHOLE_STARS);
        return trained(training, neighbours, fewest, BETA);
    }

    private FittedModel trained(RatingMatrix training, int neighbours, int fewest, double productShrinkage) {
        Trainer trainer = family.newTrainer(
                RandomRatings.trainingData(training),
                family.defaults()
                        .with(NeighbourhoodHyperparameters.NEIGHBOURS, neighbours)
                        .with(NeighbourhoodHyperparameters.SHRINKAGE, 2.0)
                        .with(WgtNgbrFamily.PRODUCT_SHRINKAGE, productShrinkage)
                        .with(WgtNgbrFamily.FEWEST_RATINGS, fewest),
                1);
        trainer.runEpoch(() -> false);
        return trainer.snapshot();
    }
}
