package io.github.factorscope.model.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Moved.Descent;
import io.github.factorscope.model.Moved.Symbol;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.SingleSteps;
import io.github.factorscope.model.StepEffect;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.numeric.Randoms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single steps of gradient descent, against {@link LiteralSgd}, against the epochs and against what they say of themselves. */
class SingleStepsTest {
    private static final int USERS = 12;
    private static final int ITEMS = 10;
    private static final int EPOCHS = 2;
    private static final long SEED = 11;

    private final RatingMatrix training =
            RatingMatrix.of(RandomRatings.ratings(USERS, ITEMS, 0.5, 4), USERS, ITEMS, RatingScale.WHOLE_STARS);

    static Stream<LiteralSgd.Case> cases() {
        return LiteralSgd.Case.all();
    }

    private Trainer trained(LiteralSgd.Case of) {
        Trainer trainer = of.family().newTrainer(RandomRatings.trainingData(training), of.settings(), SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            trainer.runEpoch(() -> false);
        }
        return trainer;
    }

    private SingleSteps steps(LiteralSgd.Case of) {
        return trained(of).singleSteps().orElseThrow();
    }

    private int ratedBy(int user, int place) {
        return training.byUser().column(training.byUser().start(user) + place);
    }

    private static Map<String, float[]> parameters(Trainer trainer) {
        return trainer.snapshot().parameters().arrays();
    }

    private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, values) -> assertThat(actual.get(name)).as(name).containsExactly(values));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepIsThatOfTheLiteralAlgorithm(LiteralSgd.Case of) {
        for (int user = 0; user < USERS; user += 5) {
            Trainer trainer = trained(of);
            LiteralSgd literal = new LiteralSgd(training, of, parameters(trainer));
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                literal.epochDone();
            }
            int item = ratedBy(user, 1);

            trainer.singleSteps().orElseThrow().take(StepKind.RATING, user, item);
            literal.step(user, item);

            parameters(trainer).forEach((name, values) -> {
                for (int k = 0; k < values.length; k++) {
                    assertThat((double) values[k])
                            .as("%s %d", name, k)
                            .isCloseTo(literal.values().get(name)[k], within(2e-6));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whereEveryUserHasOneRatingAnEpochIsAStepForEach(LiteralSgd.Case of) {
        double[][] ratings = new double[USERS][ITEMS];
        for (int user = 0; user < USERS; user++) {
            ratings[user][(user * 3) % ITEMS] = 1 + user % 5;
        }
        RatingMatrix single = RatingMatrix.of(RandomRatings.table(ratings), USERS, ITEMS, RatingScale.WHOLE_STARS);
        Trainer epoch = of.family().newTrainer(RandomRatings.trainingData(single), of.settings(), SEED);
        Trainer stepped = of.family().newTrainer(RandomRatings.trainingData(single), of.settings(), SEED);

        epoch.runEpoch(() -> false);
        SingleSteps steps = stepped.singleSteps().orElseThrow();
        new UserSweep(single, Randoms.stream(SEED, "sweep"))
                .run(
                        (user, positions, count) -> steps.take(
                                StepKind.RATING, user, single.byUser().column(positions[0])),
                        () -> false);

        assertSame(parameters(stepped), parameters(epoch));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsMovedIsExactlyWhatChanges(LiteralSgd.Case of) {
        Trainer trainer = trained(of);
        SingleSteps steps = trainer.singleSteps().orElseThrow();
        int user = 5;
        int item = ratedBy(user, 0);
        Map<String, float[]> before = parameters(trainer);
        List<Moved> moved = steps.moved(StepKind.RATING, user, item);
        steps.take(StepKind.RATING, user, item);
        Map<String, float[]> after = parameters(trainer);

        Set<String> changed = new HashSet<>();
        before.forEach((name, values) -> {
            for (int k = 0; k < values.length; k++) {
                if (values[k] != after.get(name)[k]) {
                    changed.add(name + k + " " + values[k] + " " + after.get(name)[k]);
                }
            }
        });
        List<Moved> now = steps.moved(StepKind.RATING, user, item);
        Set<String> listed = new HashSet<>();
        for (int k = 0; k < moved.size(); k++) {
            addCells(of, moved.get(k), now.get(k), listed);
        }
        assertThat(listed).isEqualTo(changed);
    }

    private void addCells(LiteralSgd.Case of, Moved before, Moved after, Set<String> cells) {
        int length = before.values().length;
        int first = before.symbol().isVector() ? before.owner() * length : before.owner();
        if (before.neighbour() >= 0) {
            first = slot(of, before.owner(), before.neighbour());
        }
        for (int k = 0; k < length; k++) {
            cells.add(array(before.symbol()) + (first + k) + " " + before.values()[k] + " " + after.values()[k]);
        }
    }

    private int slot(LiteralSgd.Case of, int item, int neighbour) {
        int wanted = of.settings().get(WeightHyperparameters.NEIGHBOURS);
        NeighbourSlots slots = NeighbourSlots.of(
                training,
                Biases.shrunkMeans(training),
                wanted,
                of.settings().get(NeighbourhoodHyperparameters.SHRINKAGE),
                () -> false);
        if (slots.areComplete()) {
            return item * ITEMS + neighbour;
        }
        int first = item * slots.items(item).length;
        for (int k = 0; k < slots.items(item).length; k++) {
            if (slots.item(item, k) == neighbour) {
                return first + k;
            }
        }
        throw new AssertionError("item " + neighbour + " is no neighbour of " + item);
    }

    private static String array(Symbol symbol) {
        return switch (symbol) {
            case USER_BIAS -> "userBiases";
            case ITEM_BIAS -> "itemBiases";
            case USER_FACTORS -> "userFactors";
            case ITEM_FACTORS -> "itemFactors";
            case EXPLICIT_FACTORS -> "explicitFactors";
            case IMPLICIT_FACTORS -> "implicitFactors";
            case EXPLICIT_WEIGHT -> "explicitWeights";
            case IMPLICIT_WEIGHT -> "implicitWeights";
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNumberFollowsTheRuleThatStandsBesideIt(LiteralSgd.Case of) {
        SingleSteps steps = steps(of);
        int user = 2;
        int item = ratedBy(user, 1);
        StepEffect effect = steps.preview(StepKind.RATING, user, item);
        double error = training.rating(user, item) - effect.predictionBefore();
        for (int k = 0; k < effect.before().size(); k++) {
            Moved before = effect.before().get(k);
            Descent rule = (Descent) before.rule();
            for (int f = 0; f < before.values().length; f++) {
                double value = before.values()[f];
                double expected = value + rule.rate() * (error * rule.input()[f] - rule.regularization() * value);
                assertThat((double) effect.after().get(k).values()[f])
                        .as("%s %d", before.symbol(), f)
                        .isCloseTo(expected, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePredictionIsThatOfTheModel(LiteralSgd.Case of) {
        Trainer trainer = trained(of);
        SingleSteps steps = trainer.singleSteps().orElseThrow();
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                assertThat(steps.prediction(user, item))
                        .isCloseTo(trainer.snapshot().predict(user, item), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPreviewIsTheStepAndLeavesNoTrace(LiteralSgd.Case of) {
        Trainer trainer = trained(of);
        SingleSteps steps = trainer.singleSteps().orElseThrow();
        int user = 7;
        int item = ratedBy(user, 1);
        Map<String, float[]> before = parameters(trainer);
        StepEffect effect = steps.preview(StepKind.RATING, user, item);
        assertSame(parameters(trainer), before);

        steps.take(StepKind.RATING, user, item);
        List<Moved> after = steps.moved(StepKind.RATING, user, item);
        assertThat(effect.predictionAfter()).isEqualTo(steps.prediction(user, item));
        for (int k = 0; k < after.size(); k++) {
            assertThat(after.get(k).values())
                    .containsExactly(effect.after().get(k).values());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSmallStepLowersTheSquaredErrorOfItsRating(LiteralSgd.Case of) {
        SingleSteps steps = steps(of);
        Settings settings = of.settings();
        for (Hyperparameter<Double> rate : steps.stepSizes()) {
            settings = settings.with(rate, 1e-3);
        }
        for (Hyperparameter<Double> regularization : steps.regularizations()) {
            settings = settings.with(regularization, 0.0);
        }
        SparseRows byUser = training.byUser();
        for (int user = 0; user < USERS; user++) {
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                StepEffect effect = steps.with(settings).preview(StepKind.RATING, user, byUser.column(k));
                double before = Math.abs(byUser.value(k) - effect.predictionBefore());
                assertThat(Math.abs(byUser.value(k) - effect.predictionAfter())).isLessThan(before + 1e-6);
                assertThat(before < 1e-3 || Math.abs(byUser.value(k) - effect.predictionAfter()) < before)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void otherSettingsMoveTheSameParametersAsATrainerThatWasMadeWithThem(LiteralSgd.Case of) {
        Trainer trainer = trained(of);
        SingleSteps steps = trainer.singleSteps().orElseThrow();
        Settings others = of.settings();
        for (Hyperparameter<Double> rate : steps.stepSizes()) {
            others = others.with(rate, 0.03);
        }
        for (Hyperparameter<Double> regularization : steps.regularizations()) {
            others = others.with(regularization, 0.09);
        }
        Trainer made = of.family().newTrainer(RandomRatings.trainingData(training), others, SEED);
        made.resume(trainer.snapshot().parameters(), EPOCHS);

        SingleSteps changed = steps.with(others);
        changed.take(StepKind.RATING, 4, ratedBy(4, 0));
        changed.trainer().runEpoch(() -> false);
        made.singleSteps().orElseThrow().take(StepKind.RATING, 4, ratedBy(4, 0));
        made.runEpoch(() -> false);

        assertSame(parameters(made), parameters(trainer));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTrainerGoesOnFromParametersAtTheStepSizeThatTheyHadReached(LiteralSgd.Case of) {
        Trainer trainer = trained(of);
        Trainer fresh = of.family()
                .newTrainer(RandomRatings.trainingData(training), LearningRate.steady(of.settings(), EPOCHS), SEED);
        fresh.resume(trainer.snapshot().parameters(), 0);

        trainer.singleSteps().orElseThrow().take(StepKind.RATING, 1, ratedBy(1, 0));
        fresh.singleSteps().orElseThrow().take(StepKind.RATING, 1, ratedBy(1, 0));

        assertSame(parameters(fresh), parameters(trainer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "cor-ngbr", "user-ngbr", "wgt-ngbr", "baseline"})
    void whatIsWorkedOutInOneGoHasNoSteps(String id) {
        ModelFamily family = ModelCatalogue.find(id);
        assertThat(family.newTrainer(RandomRatings.trainingData(training), family.defaults(), SEED)
                        .singleSteps())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyRatingsAreSteppedAndOnlyStepSizesAndRegularizationChange(LiteralSgd.Case of) {
        SingleSteps steps = steps(of);
        List<Integer> unrated = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            if (Float.isNaN(training.rating(0, item))) {
                unrated.add(item);
            }
        }
        assertThatThrownBy(() -> steps.take(StepKind.RATING, 0, unrated.get(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> steps.take(StepKind.USER, 0, ratedBy(0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        Settings longer = of.settings().with("epochs", "7");
        assertThatThrownBy(() -> steps.with(longer)).isInstanceOf(IllegalArgumentException.class);
    }
}
