package io.github.factorscope.model.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.asvd.AsvdFamily;
import io.github.factorscope.model.nsvd.NsvdFamily;
import io.github.factorscope.model.svdpp.SvdppFamily;
import io.github.factorscope.numeric.Randoms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The O(f) form of SGD against the literal one, in which every rating moves every x_j and y_j of its user. */
class FastSgdTest {
    private static final int FACTORS = 4;
    private static final double RATE = 0.05;
    private static final double LAMBDA = 0.1;
    private static final double BIAS_LAMBDA = 0.2;
    private static final double SUM_LAMBDA = 0.03;
    private static final long SEED = 11;

    private final RatingMatrix training = RandomRatings.matrix(12, 9, 0.5, 4);

    static Stream<ModelFamily> families() {
        return Stream.of(new NsvdFamily(), new AsvdFamily(), new SvdppFamily());
    }

    private static Settings settings(ModelFamily family) {
        Settings settings = family.defaults()
                .with("factors", "" + FACTORS)
                .with("learningRate", "" + RATE)
                .with("learningRateDecay", "1")
                .with("regularization", "" + LAMBDA)
                .with("biasRegularization", "" + BIAS_LAMBDA)
                .with("initialDeviation", "0.5");
        for (String name : List.of("explicitRegularization", "implicitRegularization")) {
            if (settings.toMap().containsKey(name)) {
                settings = settings.with(name, "" + SUM_LAMBDA);
            }
        }
        return settings;
    }

    @ParameterizedTest
    @MethodSource("families")
    void fastSgdEqualsLiteralSgd(ModelFamily family) {
        Trainer trainer = family.newTrainer(RandomRatings.trainingData(training), settings(family), SEED);
        Map<String, double[]> literal = parameters(trainer);
        UserSweep sweep = new UserSweep(training, Randoms.stream(SEED, "sweep"));
        for (int epoch = 0; epoch < 3; epoch++) {
            trainer.runEpoch(() -> false);
            sweep.run(
                    (user, positions, count) -> {
                        for (int k = 0; k < count; k++) {
                            visit(literal, user, positions[k]);
                        }
                    },
                    () -> false);
        }

        parameters(trainer).forEach((name, values) -> {
            for (int k = 0; k < values.length; k++) {
                assertThat(values[k]).as("%s %d", name, k).isCloseTo(literal.get(name)[k], within(2e-5));
            }
        });
    }

    /** One rating, one step; everything on the right from before the step. */
    private void visit(Map<String, double[]> now, int user, int position) {
        SparseRows byUser = training.byUser();
        Biases baseline = Biases.shrunkMeans(training);
        int item = byUser.column(position);
        double[] q = row(now.get("itemFactors"), item);
        double[] v = new double[FACTORS];
        if (now.containsKey("userFactors")) {
            add(v, 1, row(now.get("userFactors"), user));
        }
        for (ItemSum.Weights weights : ItemSum.Weights.values()) {
            double[] factors = now.get(weights.parameterName());
            for (int k = byUser.start(user); factors != null && k < byUser.end(user); k++) {
                add(v, weight(weights, baseline, user, k), row(factors, byUser.column(k)));
            }
        }
        double error = byUser.value(position)
                - training.mean()
                - now.get("userBiases")[user]
                - now.get("itemBiases")[item]
                - dot(q, v);
        now.get("userBiases")[user] += RATE * (error - BIAS_LAMBDA * now.get("userBiases")[user]);
        now.get("itemBiases")[item] += RATE * (error - BIAS_LAMBDA * now.get("itemBiases")[item]);
        step(now.get("itemFactors"), item, error, v, LAMBDA);
        if (now.containsKey("userFactors")) {
            step(now.get("userFactors"), user, error, q, LAMBDA);
        }
        for (ItemSum.Weights weights : ItemSum.Weights.values()) {
            double[] factors = now.get(weights.parameterName());
            for (int k = byUser.start(user); factors != null && k < byUser.end(user); k++) {
                step(factors, byUser.column(k), error * weight(weights, baseline, user, k), q, SUM_LAMBDA);
            }
        }
    }

    private double weight(ItemSum.Weights weights, Biases baseline, int user, int position) {
        SparseRows byUser = training.byUser();
        double scale = 1 / Math.sqrt(byUser.length(user));
        return weights == ItemSum.Weights.IMPLICIT
                ? scale
                : scale * (byUser.value(position) - baseline.of(user, byUser.column(position)));
    }

    private static void step(double[] factors, int row, double error, double[] other, double lambda) {
        for (int f = 0; f < FACTORS; f++) {
            double before = factors[row * FACTORS + f];
            factors[row * FACTORS + f] = before + RATE * (error * other[f] - lambda * before);
        }
    }

    private static double[] row(double[] flat, int row) {
        double[] values = new double[FACTORS];
        System.arraycopy(flat, row * FACTORS, values, 0, FACTORS);
        return values;
    }

    private static void add(double[] target, double factor, double[] source) {
        for (int f = 0; f < FACTORS; f++) {
            target[f] += factor * source[f];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int f = 0; f < FACTORS; f++) {
            sum += a[f] * b[f];
        }
        return sum;
    }

    private static Map<String, double[]> parameters(Trainer trainer) {
        Map<String, double[]> values = new LinkedHashMap<>();
        trainer.snapshot().parameters().arrays().forEach((name, array) -> {
            double[] copy = new double[array.length];
            for (int k = 0; k < array.length; k++) {
                copy[k] = array[k];
            }
            values.put(name, copy);
        });
        return values;
    }

    @ParameterizedTest
    @MethodSource("families")
    void thePenaltyIsThatOfTheLiteralObjective(ModelFamily family) {
        Trainer trainer = family.newTrainer(RandomRatings.trainingData(training), settings(family), SEED);
        trainer.runEpoch(() -> false);
        Map<String, double[]> now = parameters(trainer);
        double expected = 0;
        SparseRows byUser = training.byUser();
        for (int user = 0; user < training.users(); user++) {
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                expected += penaltyOfOneRating(now, user, position);
            }
        }
        assertThat(trainer.penalty()).isCloseTo(expected, within(1e-4 * expected));
    }

    private double penaltyOfOneRating(Map<String, double[]> now, int user, int position) {
        SparseRows byUser = training.byUser();
        int item = byUser.column(position);
        double[] q = row(now.get("itemFactors"), item);
        double sum = LAMBDA * dot(q, q);
        sum += BIAS_LAMBDA * (Math.pow(now.get("userBiases")[user], 2) + Math.pow(now.get("itemBiases")[item], 2));
        if (now.containsKey("userFactors")) {
            double[] p = row(now.get("userFactors"), user);
            sum += LAMBDA * dot(p, p);
        }
        for (ItemSum.Weights weights : ItemSum.Weights.values()) {
            double[] factors = now.get(weights.parameterName());
            for (int k = byUser.start(user); factors != null && k < byUser.end(user); k++) {
                double[] x = row(factors, byUser.column(k));
                sum += SUM_LAMBDA * dot(x, x);
            }
        }
        return sum;
    }
}
