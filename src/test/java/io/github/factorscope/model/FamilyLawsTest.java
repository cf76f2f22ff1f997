package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every family with every preset, and with settings that take another way through the code. */
class FamilyLawsTest {
    private static final int RATED_USERS = 40;
    private static final int RATED_ITEMS = 30;
    private static final int USERS = RATED_USERS + 2; // the last two have no rating
    private static final int ITEMS = RATED_ITEMS + 2;

    private final RatingMatrix training = RatingMatrix.of(
            RandomRatings.ratings(RATED_USERS, RATED_ITEMS, 0.4, 17), USERS, ITEMS, RatingScale.WHOLE_STARS);

    /** A family with one of its presets. */
    record Variant(ModelFamily family, Preset preset) {
        Trainer trainer(RatingMatrix training, long seed) {
            return family.newTrainer(RandomRatings.trainingData(training), preset.settings(), seed);
        }

        FittedModel trained(RatingMatrix training, long seed) {
            Trainer trainer = trainer(training, seed);
            for (int epoch = 0; epoch < trainer.plannedEpochs(); epoch++) {
                trainer.runEpoch(() -> false);
            }
            return trainer.snapshot();
        }

        @Override
        public String toString() {
            return family.id() + " " + preset.name();
        }
    }

    static Stream<Variant> presets() {
        return ModelCatalogue.all().stream()
                .flatMap(family -> family.presets().stream().map(preset -> new Variant(family, preset)));
    }

    static Stream<Variant> variants() {
        return Stream.concat(
                presets(),
                Stream.of(
                        with("svd", "solver", "als"),
                        with("cor-ngbr", "neighbours", "3"),
                        with("user-ngbr", "neighbours", "3"),
                        with("wgt-ngbr", "fewestRatings", "13"),
                        with("global-ngbr", "neighbours", "5"), // fewer than there are items
                        with("global-ngbr", "implicitFeedback", "off"),
                        with("integrated", "neighbours", "5")));
    }

    private static Variant with(String id, String setting, String value) {
        ModelFamily family = ModelCatalogue.find(id);
        return new Variant(
                family,
                new Preset(setting + "=" + value, "", family.preset("quick").with(setting, value)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void explanationAddsUpToThePrediction(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                assertAddsUp(model, user, item);
            }
        }
    }

    private static void assertAddsUp(FittedModel model, int user, int item) {
        Explanation explanation = model.explain(user, item);
        assertThat(explanation.user()).isEqualTo(user);
        assertThat(explanation.item()).isEqualTo(item);
        assertThat(explanation.prediction())
                .isEqualTo(model.predict(user, item))
                .isFinite();
        assertThat(explanation.sum())
                .as("user %d, item %d", user, item)
                .isCloseTo(explanation.prediction(), within(Explanation.TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void explanationAddsUpBeforeAndWhileTheModelLearns(Variant variant) {
        Trainer trainer = variant.trainer(training, 1);
        assertAddsUp(trainer.snapshot(), 3, 5);
        int[] questions = {0};
        trainer.runEpoch(() -> ++questions[0] > 2);
        assertAddsUp(trainer.snapshot(), 3, 5);
        assertAddsUp(trainer.snapshot(), USERS - 1, ITEMS - 1);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyNeighbourOfAnExplanationWasRatedByTheUserAndHasItsEvidence(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        int neighbours = 0;
        for (int user = 0; user < USERS; user += 3) {
            for (int item = 0; item < ITEMS; item += 2) {
                Set<String> seen = new HashSet<>();
                for (Term term : model.explain(user, item).terms()) {
                    assertThat(seen.add(term.kind() + " " + term.item() + " " + term.neighbourUser()))
                            .as("no two terms of one kind and neighbour")
                            .isTrue();
                    if (term.hasNeighbour()) {
                        Evidence evidence = term.evidence().orElseThrow();
                        assertThat(evidence.rating())
                                .isEqualTo(
                                        term.hasItem()
                                                ? training.rating(user, term.item())
                                                : training.rating(term.neighbourUser(), item));
                        assertThat(evidence.support())
                                .isEqualTo(
                                        term.hasItem()
                                                ? common(training, item, term.item())
                                                : common(training.transposed(), user, term.neighbourUser()));
                        assertThat(evidence.similarity()).isBetween(-1.0, 1.0);
                        neighbours++;
                    }
                }
            }
        }
        assertThat(neighbours > 0).isEqualTo(!variant.family().id().equals("baseline"));
    }

    private static int common(RatingMatrix ratings, int item, int neighbour) {
        int common = 0;
        for (int user = 0; user < ratings.users(); user++) {
            common += !Float.isNaN(ratings.rating(user, item)) && !Float.isNaN(ratings.rating(user, neighbour)) ? 1 : 0;
        }
        return common;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyExplanationBeginsWithMeanAndBiases(Variant variant) {
        List<Term> terms = variant.trained(training, 1).explain(2, 4).terms();

        assertThat(terms.subList(0, 3))
                .extracting(Term::kind)
                .containsExactly(TermKind.MEAN, TermKind.USER_BIAS, TermKind.ITEM_BIAS);
        assertThat(terms.get(0).amount()).isCloseTo(training.mean(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theSameSeedGivesTheSameModelBitForBit(Variant variant) throws Exception {
        double[] first = predictions(variant.trained(training, 5));

        assertThat(predictions(variant.trained(training, 5))).isEqualTo(first);
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            assertThat(alone.submit(() -> predictions(variant.trained(training, 5)))
                            .get())
                    .as("with one thread")
                    .isEqualTo(first);
        } finally {
            alone.shutdown();
        }
    }

    @Test
    void anotherSeedGivesAnotherSvd() {
        Variant svd = variants()
                .filter(variant -> variant.family().id().equals("svd"))
                .findFirst()
                .orElseThrow();

        assertThat(predictions(svd.trained(training, 6))).isNotEqualTo(predictions(svd.trained(training, 5)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theObjectiveFallsOverTheFirstEpochs(Variant variant) {
        Trainer trainer = variant.trainer(training, 1);
        double before = objective(trainer);
        for (int epoch = 0; epoch < Math.min(5, trainer.plannedEpochs()); epoch++) {
            trainer.runEpoch(() -> false);
            double after = objective(trainer);
            // Similarities are worked out in one go: there the training error may well be as good as it was, and what
            // items are says nothing of random ratings.
            boolean inOneGo = trainer.plannedEpochs() == 1;
            assertThat(after).isLessThan(inOneGo ? 1.3 * before : before);
            before = after;
        }
    }

    private double objective(Trainer trainer) {
        return Evaluator.accuracy(trainer.snapshot(), training).squaredError() + trainer.penalty();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void trainingBeatsTheMean(Variant variant) {
        double squares = 0;
        SparseRows rows = training.byUser();
        for (int k = 0; k < rows.entries(); k++) {
            squares += Math.pow(rows.value(k) - training.mean(), 2);
        }
        assertThat(Evaluator.accuracy(variant.trained(training, 1), training).squaredError())
                .isLessThan(0.9 * squares);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aSnapshotDoesNotChangeWhileTrainingGoesOn(Variant variant) {
        Trainer trainer = variant.trainer(training, 1);
        FittedModel untrained = trainer.snapshot();
        double[] before = predictions(untrained);
        trainer.runEpoch(() -> false);
        FittedModel one = trainer.snapshot();
        double[] afterOne = predictions(one);
        trainer.runEpoch(() -> false);

        assertThat(afterOne).isNotEqualTo(before);
        assertThat(predictions(untrained)).isEqualTo(before);
        assertThat(predictions(one)).isEqualTo(afterOne);
        assertThat(predictions(restored(variant, one))).isEqualTo(afterOne);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void restoringTheParametersGivesTheSameModel(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        FittedModel restored = restored(variant, model);

        assertThat(predictions(restored)).isEqualTo(predictions(model));
        assertThat(restored.explain(1, 2)).isEqualTo(model.explain(1, 2));
    }

    private FittedModel restored(Variant variant, FittedModel model) {
        return variant.family()
                .restore(RandomRatings.trainingData(training), variant.preset().settings(), model.parameters());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void parametersOfAnotherSizeAreRefused(Variant variant) {
        Parameters ofOther =
                variant.trained(RandomRatings.matrix(7, 6, 0.5, 1), 1).parameters();

        assertThatThrownBy(() -> variant.family()
                        .restore(
                                RandomRatings.trainingData(training),
                                variant.preset().settings(),
                                ofOther))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values of");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void predictingForOneUserAtATimeIsPredicting(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        for (int user = 0; user < USERS; user++) {
            UserPredictor predictor = model.forUser(user);
            for (int item = ITEMS - 1; item >= 0; item--) {
                assertThat(predictor.predict(item)).isEqualTo(model.predict(user, item));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void predictingIsSafeOnAllThreads(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        double[] alone = predictions(model);
        List<Integer> users = new ArrayList<>();
        for (int k = 0; k < 50 * USERS; k++) {
            users.add(k % USERS);
        }
        assertThat(users.parallelStream().allMatch(user -> {
                    UserPredictor predictor = model.forUser(user);
                    boolean same = true;
                    for (int item = 0; item < ITEMS; item++) {
                        same &= predictor.predict(item) == alone[user * ITEMS + item];
                    }
                    return same;
                }))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aStoppedEpochLeavesAUsableModel(Variant variant) {
        Trainer trainer = variant.trainer(training, 1);
        trainer.runEpoch(() -> true);

        for (double prediction : predictions(trainer.snapshot())) {
            assertThat(prediction).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aFamilyDescribesItself(Variant variant) {
        ModelFamily family = variant.family();
        Set<String> names = new HashSet<>();

        assertThat(family.presets().get(0).name()).isEqualTo("default");
        assertThat(family.presets().get(0).settings()).isEqualTo(family.defaults());
        assertThat(family.presets()).extracting(Preset::name).contains("quick").doesNotHaveDuplicates();
        assertThat(family.preset(variant.preset().name()))
                .isEqualTo(variant.preset().settings());
        assertThat(List.of(family.title(), family.formula(), family.citation())).doesNotContain("");
        assertThat(family.summary()).endsWith(".");
        for (Hyperparameter<?> hyperparameter : family.hyperparameters()) {
            assertThat(names.add(hyperparameter.name())).isTrue();
            assertThat(hyperparameter.help()).endsWith(".");
            assertThat(variant.preset().settings().words(hyperparameter)).startsWith(hyperparameter.label() + " ");
        }
        family.stepSize().ifPresent(stepSize -> assertThat(names).contains(stepSize.name()));
    }

    private static double[] predictions(FittedModel model) {
        double[] predictions = new double[USERS * ITEMS];
        for (int user = 0; user < USERS; user++) {
            UserPredictor predictor = model.forUser(user);
            for (int item = 0; item < ITEMS; item++) {
                predictions[user * ITEMS + item] = predictor.predict(item);
            }
        }
        return predictions;
    }
}
