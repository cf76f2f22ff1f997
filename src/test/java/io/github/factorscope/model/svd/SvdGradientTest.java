package io.github.factorscope.model.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.model.parts.LearningRate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SvdGradientTest {
    private static final double LAMBDA = 0.3;
    private static final double BIAS_LAMBDA = 0.2;
    private static final double RATE = 0.05;
    private static final int FACTORS = 5;

    private final Settings settings = new SvdFamily()
            .defaults()
            .with(FactorHyperparameters.FACTORS, FACTORS)
            .with(SvdFamily.LEARNING_RATE, RATE)
            .with(LearningRate.DECAY, 1.0)
            .with(FactorHyperparameters.REGULARIZATION, LAMBDA)
            .with(FactorHyperparameters.BIAS_REGULARIZATION, BIAS_LAMBDA)
            .with(FactorHyperparameters.INITIAL_DEVIATION, 0.7);

    /**
     * Every user and item with one rating: no parameter steps twice in an epoch, so that an epoch is one step along the
     * gradient of the whole objective.
     */
    private final RatingMatrix diagonal = RatingMatrix.of(
            RandomRatings.of(new double[] {0, 0, 5}, new double[] {1, 1, 2}, new double[] {2, 2, 4}),
            3,
            3,
            RatingScale.WHOLE_STARS);

    @Test
    void aStepIsHalfTheNegativeGradientOfTheObjective() {
        Trainer trainer = new SvdFamily().newTrainer(RandomRatings.trainingData(diagonal), settings, 3);
        trainer.runEpoch(() -> false); // so that the biases are no longer 0
        Map<String, double[]> before = parameters(trainer);
        trainer.runEpoch(() -> false);
        Map<String, double[]> after = parameters(trainer);

        double step = 1e-4;
        int checked = 0;
        for (String name : before.keySet()) {
            for (int k = 0; k < before.get(name).length; k++) {
                double slope = (objective(moved(before, name, k, step)) - objective(moved(before, name, k, -step)))
                        / (2 * step);
                double moved = after.get(name)[k] - before.get(name)[k];
                assertThat(moved).as("%s %d", name, k).isCloseTo(-RATE * slope / 2, within(1e-6));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(3 + 3 + 15 + 15);
    }

    @Test
    void theReportedObjectiveIsTheOneThatIsMinimised() {
        Trainer trainer = new SvdFamily().newTrainer(RandomRatings.trainingData(diagonal), settings, 3);
        trainer.runEpoch(() -> false);

        assertThat(Evaluator.accuracy(trainer.snapshot(), diagonal).squaredError() + trainer.penalty())
                .isCloseTo(objective(parameters(trainer)), within(1e-5));
    }

    @Test
    void everyRatingIsPenalisedOnceForItsParameters() {
        RatingMatrix training = RandomRatings.matrix(9, 7, 0.5, 1);
        Trainer trainer = new SvdFamily().newTrainer(RandomRatings.trainingData(training), settings, 3);
        trainer.runEpoch(() -> false);
        Map<String, double[]> parameters = parameters(trainer);
        double expected = 0;
        for (int user = 0; user < 9; user++) {
            for (int item = 0; item < 7; item++) {
                if (!Float.isNaN(training.rating(user, item))) {
                    expected += penalty(parameters, user, item);
                }
            }
        }
        assertThat(trainer.penalty()).isCloseTo(expected, within(1e-4));
    }

    @Test
    void anEpochIsTheLiteralAlgorithmInItsOrderOfVisits() {
        // One user: whatever the order, the errors of a second epoch depend on it, and only one order gives this model.
        RatingMatrix training =
                RatingMatrix.of(RandomRatings.table(new double[][] {{5, 1}}), 1, 2, RatingScale.WHOLE_STARS);
        Trainer trainer = new SvdFamily().newTrainer(RandomRatings.trainingData(training), settings, 3);
        Map<String, double[]> start = parameters(trainer);
        trainer.runEpoch(() -> false);
        Map<String, double[]> after = parameters(trainer);

        Map<String, double[]> forwards = literalEpoch(start, new int[] {0, 1});
        Map<String, double[]> backwards = literalEpoch(start, new int[] {1, 0});
        boolean isForwards = distance(after, forwards) < 1e-6;
        boolean isBackwards = distance(after, backwards) < 1e-6;
        assertThat(distance(forwards, backwards)).isGreaterThan(1e-4);
        assertThat(isForwards ^ isBackwards).isTrue();
    }

    private static Map<String, double[]> literalEpoch(Map<String, double[]> start, int[] items) {
        Map<String, double[]> now = copy(start);
        double[] p = now.get("userFactors");
        double[] q = now.get("itemFactors");
        for (int item : items) {
            double error = (item == 0 ? 5 : 1) - predict(now, 3, 0, item);
            now.get("userBiases")[0] += RATE * (error - BIAS_LAMBDA * now.get("userBiases")[0]);
            now.get("itemBiases")[item] += RATE * (error - BIAS_LAMBDA * now.get("itemBiases")[item]);
            for (int f = 0; f < FACTORS; f++) {
                double oldP = p[f];
                double oldQ = q[item * FACTORS + f];
                p[f] += RATE * (error * oldQ - LAMBDA * oldP);
                q[item * FACTORS + f] += RATE * (error * oldP - LAMBDA * oldQ);
            }
        }
        return now;
    }

    private static double distance(Map<String, double[]> a, Map<String, double[]> b) {
        double most = 0;
        for (String name : a.keySet()) {
            for (int k = 0; k < a.get(name).length; k++) {
                most = Math.max(most, Math.abs(a.get(name)[k] - b.get(name)[k]));
            }
        }
        return most;
    }

    @Test
    void withTheRidgeSolutionNothingIsLeftUnattributed() {
        int items = 10;
        // Behind the items stand one unrated item for each factor, which will pick that factor out.
        RatingMatrix training =
                RatingMatrix.of(RandomRatings.ratings(12, items, 0.6, 2), 12, items + FACTORS, RatingScale.WHOLE_STARS);
        Trainer trainer = new SvdFamily().newTrainer(RandomRatings.trainingData(training), settings, 3);
        for (int epoch = 0; epoch < 30; epoch++) {
            trainer.runEpoch(() -> false);
        }
        Parameters parameters = trainer.snapshot().parameters();
        float[] q = parameters.get("itemFactors", (long) (items + FACTORS) * FACTORS);
        for (int f = 0; f < FACTORS; f++) {
            for (int other = 0; other < FACTORS; other++) {
                q[(items + f) * FACTORS + other] = f == other ? 1 : 0;
            }
        }
        FittedModel learned = new SvdFamily().restore(RandomRatings.trainingData(training), settings, parameters);
        int user = 4;
        assertThat(Math.abs(sum(learned, user, 0, TermKind.UNATTRIBUTED))).isGreaterThan(1e-4);

        float[] p = parameters.get("userFactors", 12L * FACTORS);
        for (int f = 0; f < FACTORS; f++) {
            p[user * FACTORS + f] = (float) sum(learned, user, items + f, TermKind.TASTE);
        }
        FittedModel ridge = new SvdFamily().restore(RandomRatings.trainingData(training), settings, parameters);

        for (int item = 0; item < items; item++) {
            assertThat(sum(ridge, user, item, TermKind.UNATTRIBUTED)).isCloseTo(0, within(1e-5));
        }
    }

    private static double sum(FittedModel model, int user, int item, TermKind kind) {
        return model.explain(user, item).terms().stream()
                .filter(term -> term.kind() == kind)
                .mapToDouble(Term::amount)
                .sum();
    }

    /** Σ (r_ui − r̂_ui)² + λ_b(b_u² + b_i²) + λ(|p_u|² + |q_i|²) over the diagonal. */
    private double objective(Map<String, double[]> parameters) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double error = diagonal.rating(k, k) - predict(parameters, diagonal.mean(), k, k);
            sum += error * error + penalty(parameters, k, k);
        }
        return sum;
    }

    private static double predict(Map<String, double[]> parameters, double mean, int user, int item) {
        double sum = mean + parameters.get("userBiases")[user] + parameters.get("itemBiases")[item];
        for (int f = 0; f < FACTORS; f++) {
            sum += parameters.get("userFactors")[user * FACTORS + f]
                    * parameters.get("itemFactors")[item * FACTORS + f];
        }
        return sum;
    }

    private static double penalty(Map<String, double[]> parameters, int user, int item) {
        double sum = BIAS_LAMBDA
                * (Math.pow(parameters.get("userBiases")[user], 2)
                        + Math.pow(parameters.get("itemBiases")[item], 2));
        for (int f = 0; f < FACTORS; f++) {
            sum += LAMBDA
                    * (Math.pow(parameters.get("userFactors")[user * FACTORS + f], 2)
                            + Math.pow(parameters.get("itemFactors")[item * FACTORS + f], 2));
        }
        return sum;
    }

    private static Map<String, double[]> parameters(Trainer trainer) {
        Map<String, double[]> parameters = new LinkedHashMap<>();
        trainer.snapshot().parameters().arrays().forEach((name, values) -> {
            double[] wide = new double[values.length];
            for (int k = 0; k < wide.length; k++) {
                wide[k] = values[k];
            }
            parameters.put(name, wide);
        });
        return parameters;
    }

    private static Map<String, double[]> moved(Map<String, double[]> parameters, String name, int k, double by) {
        Map<String, double[]> moved = copy(parameters);
        moved.get(name)[k] += by;
        return moved;
    }

    private static Map<String, double[]> copy(Map<String, double[]> parameters) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, values.clone()));
        return copy;
    }
}
