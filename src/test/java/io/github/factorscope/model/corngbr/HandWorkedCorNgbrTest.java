package io.github.factorscope.model.corngbr;

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

/** A 4 × 4 table, worked out step by step on plain arrays. */
class HandWorkedCorNgbrTest {
    private static final double[][] STARS = {
        {5, 4, 0, 1},
        {4, 5, 4, 2},
        {1, 2, 2, 5},
        {0, 1, 2, 4},
    };
    private static final double SHRINKAGE = 2; // λ₂

    private final CorNgbrFamily family = new CorNgbrFamily();
    private final double[][] baseline = baseline();

    /** 42 stars in 14 ratings: μ = 3. */
    private static double[][] baseline() {
        double mean = 3;
        double[] item = new double[4];
        double[] user = new double[4];
        for (int i = 0; i < 4; i++) {
            int count = 0;
            for (int u = 0; u < 4; u++) {
                item[i] += STARS[u][i] > 0 ? STARS[u][i] - mean : 0;
                count += STARS[u][i] > 0 ? 1 : 0;
            }
            item[i] /= 25 + count;
        }
        double[][] baseline = new double[4][4];
        for (int u = 0; u < 4; u++) {
            int count = 0;
            for (int i = 0; i < 4; i++) {
                user[u] += STARS[u][i] > 0 ? STARS[u][i] - mean - item[i] : 0;
                count += STARS[u][i] > 0 ? 1 : 0;
            }
            user[u] /= 10 + count;
            for (int i = 0; i < 4; i++) {
                baseline[u][i] = mean + user[u] + item[i];
            }
        }
        return baseline;
    }

    private double residual(int user, int item) {
        return STARS[user][item] - baseline[user][item];
    }

    /** s_ij. */
    private double similarity(int i, int j) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        int common = 0;
        for (int u = 0; u < 4; u++) {
            if (STARS[u][i] > 0 && STARS[u][j] > 0) {
                xy += residual(u, i) * residual(u, j);
                xx += residual(u, i) * residual(u, i);
                yy += residual(u, j) * residual(u, j);
                common++;
            }
        }
        return xy / Math.sqrt(xx * yy) * common / (common + SHRINKAGE);
    }

    @Test
    void aMissingRatingIsPredictedFromThePositiveNeighbours() {
        // Item 2 goes with items 0 and 1 and against item 3, which must not speak.
        double s0 = similarity(2, 0);
        double s1 = similarity(2, 1);
        assertThat(s0).isPositive();
        assertThat(s1).isPositive();
        assertThat(similarity(2, 3)).isNegative();
        double expected = baseline[0][2] + (s0 * residual(0, 0) + s1 * residual(0, 1)) / (s0 + s1);

        FittedModel model = trained(30);

        assertThat(model.predict(0, 2)).isCloseTo(expected, within(1e-5));
        List<Term> neighbours =
                model.explain(0, 2).terms().stream().filter(Term::hasItem).toList();
        assertThat(neighbours).extracting(Term::item).containsExactlyInAnyOrder(0, 1);
        for (Term term : neighbours) {
            double weight = (term.item() == 0 ? s0 : s1) / (s0 + s1);
            assertThat(term.amount()).isCloseTo(weight * residual(0, term.item()), within(1e-5));
            assertThat(term.evidence().orElseThrow().similarity()).isCloseTo(term.item() == 0 ? s0 : s1, within(1e-6));
        }
    }

    @Test
    void withOneNeighbourTheMostSimilarSpeaksAlone() {
        int most = similarity(2, 0) > similarity(2, 1) ? 0 : 1;

        assertThat(trained(1).predict(0, 2)).isCloseTo(baseline[0][2] + residual(0, most), within(1e-5));
    }

    @Test
    void theMostSimilarAreChosenAmongWhatTheUserRated() {
        // Item 1 and item 2 go with item 0; user 3 did not rate item 0, so k = 1 takes the better of the two.
        int most = similarity(0, 1) > similarity(0, 2) ? 1 : 2;

        assertThat(trained(1).predict(3, 0)).isCloseTo(baseline[3][0] + residual(3, most), within(1e-5));
    }

    @Test
    void withoutAPositiveNeighbourTheBaselineIsThePrediction() {
        // Item 3 goes against all others.
        for (int other = 0; other < 3; other++) {
            assertThat(similarity(3, other)).isNegative();
        }
        assertThat(trained(30).predict(1, 3)).isCloseTo(baseline[1][3], within(1e-6));
    }

    private FittedModel trained(int neighbours) {
        RatingMatrix training = RatingMatrix.of(RandomRatings.table(STARS), 4, 4, RatingScale.WHOLE_STARS);
        Trainer trainer = family.newTrainer(
                RandomRatings.trainingData(training),
                family.defaults()
                        .with(NeighbourhoodHyperparameters.NEIGHBOURS, neighbours)
                        .with(NeighbourhoodHyperparameters.SHRINKAGE, SHRINKAGE),
                1);
        trainer.runEpoch(() -> false);
        return trainer.snapshot();
    }
}
