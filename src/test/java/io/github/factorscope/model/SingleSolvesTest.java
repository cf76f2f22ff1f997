package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Moved.Solved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single steps of alternating least squares. */
class SingleSolvesTest {
    private static final int USERS = 14;
    private static final int ITEMS = 9;

    private final RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.5, 6);

    private Trainer trainer(String id) {
        ModelFamily family = ModelCatalogue.find(id);
        Settings settings = family.preset("als");
        if (id.equals("svd")) {
            settings = settings.with("factors", "3").with("extraRatings", "2").with("initialDeviation", "0.5");
        }
        return family.newTrainer(RandomRatings.trainingData(training), settings, 3);
    }

    private static Map<String, float[]> parameters(Trainer trainer) {
        return trainer.snapshot().parameters().arrays();
    }

    private static void assertSame(Trainer actual, Trainer expected) {
        Map<String, float[]> values = parameters(actual);
        parameters(expected)
                .forEach((name, array) -> assertThat(values.get(name)).as(name).containsExactly(array));
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd"})
    void anEpochIsASolveOfEveryItemThenOfEveryUser(String id) {
        Trainer epochs = trainer(id);
        Trainer stepped = trainer(id);
        SingleSteps steps = stepped.singleSteps().orElseThrow();
        for (int epoch = 0; epoch < 2; epoch++) {
            epochs.runEpoch(() -> false);
            for (int item = 0; item < ITEMS; item++) {
                steps.take(StepKind.ITEM, 0, item);
            }
            for (int user = 0; user < USERS; user++) {
                steps.take(StepKind.USER, user, 0);
            }
        }
        assertSame(stepped, epochs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd"})
    void whatIsSolvedSatisfiesItsEquations(String id) {
        SingleSteps steps = trainer(id).singleSteps().orElseThrow();
        steps.take(StepKind.ITEM, 0, 2);
        for (StepKind kind : List.of(StepKind.ITEM, StepKind.USER)) {
            NormalEquations equations = steps.equations(kind, 4, 2).orElseThrow();
            steps.take(kind, 4, 2);
            List<Moved> solved = steps.moved(kind, 4, 2);
            int factors = equations.right().length - 1;
            for (int row = 0; row <= factors; row++) {
                double sum = 0;
                for (int column = 0; column <= factors; column++) {
                    float value = column < factors
                            ? solved.get(1).values()[column]
                            : solved.get(0).values()[0];
                    sum += equations.left()[row][column] * value;
                }
                assertThat(sum).isCloseTo(equations.right()[row], within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd"})
    void afterASolveTheGradientOfItsBiasIsZero(String id) {
        SingleSteps steps = trainer(id).singleSteps().orElseThrow();
        steps.trainer().runEpoch(() -> false);
        int user = 3;
        steps.take(StepKind.USER, user, 0);
        Moved bias = steps.moved(StepKind.USER, user, 0).get(0);
        SparseRows byUser = training.byUser();
        double errors = 0;
        for (int k = byUser.start(user); k < byUser.end(user); k++) {
            errors += byUser.value(k) - steps.prediction(user, byUser.column(k));
        }
        assertThat(errors).isCloseTo(((Solved) bias.rule()).ridge() * bias.values()[0], within(1e-4));
        assertThat(((Solved) bias.rule()).ratings()).isEqualTo(byUser.length(user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd"})
    void aSolveMovesItsOwnRowOnlyAndAPreviewNothing(String id) {
        for (StepKind kind : List.of(StepKind.ITEM, StepKind.USER)) {
            Trainer trainer = trainer(id);
            SingleSteps steps = trainer.singleSteps().orElseThrow();
            Map<String, float[]> before = parameters(trainer);
            StepEffect effect = steps.preview(kind, 4, 2);
            assertSame(trainer, trainer(id));

            steps.take(kind, 4, 2);
            Map<String, float[]> after = parameters(trainer);
            int changed = 0;
            for (String name : before.keySet()) {
                for (int k = 0; k < before.get(name).length; k++) {
                    changed += before.get(name)[k] == after.get(name)[k] ? 0 : 1;
                }
            }
            int listed = effect.before().stream()
                    .mapToInt(moved -> moved.values().length)
                    .sum();
            assertThat(changed).isEqualTo(listed);
            assertThat(effect.predictionAfter()).isEqualTo(steps.prediction(4, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd"})
    void otherRegularizationSolvesAsATrainerThatWasMadeWithIt(String id) {
        Trainer trainer = trainer(id);
        SingleSteps steps = trainer.singleSteps().orElseThrow();
        Settings others = steps.settings();
        for (Hyperparameter<Double> regularization : steps.regularizations()) {
            others = others.with(regularization, 0.7);
        }
        Trainer made = ModelCatalogue.find(id).newTrainer(RandomRatings.trainingData(training), others, 3);
        made.resume(trainer.snapshot().parameters(), 0);
        steps.with(others).take(StepKind.USER, 1, 0);
        made.singleSteps().orElseThrow().take(StepKind.USER, 1, 0);
        assertSame(trainer, made);
    }
}
