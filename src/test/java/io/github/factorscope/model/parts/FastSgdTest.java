package io.github.factorscope.model.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.numeric.Randoms;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the trainers do, against {@link LiteralSgd} and against the gradient of the objective. */
class FastSgdTest {
    private static final int USERS = 13; // the last one has no rating
    private static final int ITEMS = 11; // nor has the last one
    private static final int EPOCHS = 3;
    private static final long SEED = 11;
    private static final double STEP = 0.5;

    private final RatingMatrix training =
            RatingMatrix.of(RandomRatings.ratings(USERS - 1, ITEMS - 1, 0.5, 4), USERS, ITEMS, RatingScale.WHOLE_STARS);

    static Stream<LiteralSgd.Case> cases() {
        return LiteralSgd.Case.all();
    }

    private Trainer trainer(LiteralSgd.Case of) {
        return of.family().newTrainer(RandomRatings.trainingData(training), of.settings(), SEED);
    }

    private static Map<String, float[]> parameters(Trainer trainer) {
        return trainer.snapshot().parameters().arrays();
    }

    private LiteralSgd trained(LiteralSgd.Case of) {
        Trainer trainer = trainer(of);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            trainer.runEpoch(() -> false);
        }
        return new LiteralSgd(training, of, parameters(trainer));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fastSgdEqualsLiteralSgd(LiteralSgd.Case of) {
        Trainer trainer = trainer(of);
        LiteralSgd literal = new LiteralSgd(training, of, parameters(trainer));
        UserSweep sweep = new UserSweep(training, Randoms.stream(SEED, "sweep"));
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            trainer.runEpoch(() -> false);
            sweep.run(
                    (user, positions, count) -> {
                        for (int k = 0; k < count; k++) {
                            literal.step(user, training.byUser().column(positions[k]));
                        }
                    },
                    () -> false);
            literal.epochDone();
        }

        Map<String, float[]> learned = parameters(trainer);
        assertThat(learned.keySet()).isEqualTo(literal.values().keySet());
        learned.forEach((name, values) -> {
            double[] expected = literal.values().get(name);
            assertThat(values).hasSameSizeAs(expected);
            for (int k = 0; k < values.length; k++) {
                assertThat((double) values[k]).as("%s %d", name, k).isCloseTo(expected[k], within(5e-6));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePenaltyIsThatOfTheLiteralObjective(LiteralSgd.Case of) {
        Trainer trainer = trainer(of);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            trainer.runEpoch(() -> false);
        }
        LiteralSgd literal = new LiteralSgd(training, of, parameters(trainer));
        double expected = 0;
        SparseRows byUser = training.byUser();
        for (int user = 0; user < USERS; user++) {
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                expected += literal.penalty(user, byUser.column(position));
            }
        }
        assertThat(trainer.penalty()).isCloseTo(expected, within(1e-6 * expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepIsHalfTheNegativeGradientOfTheObjective(LiteralSgd.Case of) {
        for (int user = 0; user < USERS - 1; user += 6) {
            int item = training.byUser().column(training.byUser().start(user) + 1);
            LiteralSgd before = trained(of);
            LiteralSgd after = trained(of);
            after.step(user, item);
            for (String name : before.values().keySet()) {
                double[] values = before.values().get(name);
                for (int k = 0; k < values.length; k++) {
                    double slope = slope(of, before, values, k, user, item);
                    assertThat(after.values().get(name)[k] - values[k])
                            .as("%s %d", name, k)
                            .isCloseTo(-before.rate(name) / 2 * slope, within(1e-5 * before.rate(name)));
                }
            }
        }
    }

    /** Central differences are exact for squares, so that steps may be so long that the rounding of floats is lost. */
    private double slope(LiteralSgd.Case of, LiteralSgd at, double[] values, int k, int user, int item) {
        double kept = values[k];
        float high = (float) (kept + STEP);
        float low = (float) (kept - STEP);
        values[k] = high;
        double objective = objective(of, at, user, item);
        values[k] = low;
        double difference = objective - objective(of, at, user, item);
        values[k] = kept;
        return difference / ((double) high - low);
    }

    /** (r_ui − r̂_ui)² with r̂_ui of the family's own model, and the penalty of this rating. */
    private double objective(LiteralSgd.Case of, LiteralSgd at, int user, int item) {
        Parameters parameters = new Parameters();
        at.values().forEach((name, values) -> {
            float[] floats = new float[values.length];
            for (int k = 0; k < floats.length; k++) {
                floats[k] = (float) values[k];
            }
            parameters.put(name, floats);
        });
        FittedModel model = of.family().restore(RandomRatings.trainingData(training), of.settings(), parameters);
        return Math.pow(training.rating(user, item) - model.predict(user, item), 2) + at.penalty(user, item);
    }
}
