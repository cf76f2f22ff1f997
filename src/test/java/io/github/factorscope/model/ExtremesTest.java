package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.training.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the settings and the ratings, there is a model with finite predictions that can be explained. */
class ExtremesTest {
    private static final int MOST_FACTORS = 300; // an explanation costs the cube of it

    static Stream<ModelFamily> families() {
        return ModelCatalogue.all().stream();
    }

    /** Every hyperparameter at both ends of its range, alone and with another solver. */
    static Stream<Settings> extremes(ModelFamily family) {
        List<Settings> extremes = new ArrayList<>();
        for (Preset preset : family.presets()) {
            Settings start = few(preset.settings());
            for (Hyperparameter<?> hyperparameter : family.hyperparameters()) {
                if (hyperparameter.name().equals("epochs")) {
                    extremes.add(start.with("epochs", "1"));
                } else if (hyperparameter.domain() instanceof Domain.WholeNumbers whole) {
                    extremes.add(start.with(hyperparameter.name(), "" + whole.min()));
                    extremes.add(start.with(hyperparameter.name(), "" + Math.min(MOST_FACTORS, whole.max())));
                } else if (hyperparameter.domain() instanceof Domain.RealNumbers real) {
                    extremes.add(start.with(hyperparameter.name(), "" + real.min()));
                    extremes.add(start.with(hyperparameter.name(), "" + real.max()));
                }
            }
        }
        return extremes.stream();
    }

    private static Settings few(Settings settings) {
        boolean hasEpochs = settings.hyperparameters().stream()
                .anyMatch(hyperparameter -> hyperparameter.name().equals("epochs"));
        return hasEpochs ? settings.with("epochs", "4") : settings;
    }

    @ParameterizedTest
    @MethodSource("families")
    void extremeSettingsEndInFinitePredictions(ModelFamily family) {
        Dataset dataset = RandomRatings.dataset(12, 9, 0.5, 2);
        List<Settings> extremes = extremes(family).toList();

        assertThat(extremes)
                .hasSizeGreaterThanOrEqualTo(2 * family.hyperparameters().size() - 2);
        for (Settings settings : extremes) {
            assertSound(run(family, settings, dataset).model(), 12, 9, settings.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void extremeRatingsEndInFinitePredictions(ModelFamily family) {
        for (Preset preset : family.presets()) {
            Settings settings = few(preset.settings());
            // one rating in all; one user; one item; users with one rating each
            assertSound(run(family, settings, RandomRatings.dataset(1, 1, 1, 1)).model(), 1, 1, "one rating");
            assertSound(run(family, settings, RandomRatings.dataset(1, 8, 1, 1)).model(), 1, 8, "one user");
            assertSound(run(family, settings, RandomRatings.dataset(8, 1, 1, 1)).model(), 8, 1, "one item");
            Ratings diagonal = RandomRatings.of(
                    new double[] {0, 0, 5}, new double[] {1, 1, 1}, new double[] {2, 2, 3}, new double[] {3, 0, 2});
            assertSound(
                    run(family, settings, RandomRatings.dataset(diagonal, Ratings.none(), 4, 5))
                            .model(),
                    4,
                    5,
                    "users with one rating each, two items without any");
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void withoutAnyRatingThePredictionIsNearTheMiddleOfTheScale(ModelFamily family) {
        RatingMatrix empty = RatingMatrix.of(Ratings.none(), 3, 3, RatingScale.WHOLE_STARS);
        Trainer trainer = family.newTrainer(RandomRatings.trainingData(empty), family.defaults(), 1);
        trainer.runEpoch(() -> false);

        assertThat(trainer.snapshot().predict(1, 1)).isCloseTo(3, within(0.1));
    }

    @ParameterizedTest
    @MethodSource("families")
    void ratingsThatAreAllEqualArePredicted(ModelFamily family) {
        for (float stars : new float[] {4, 3.3f, 0.1f, 0}) {
            Ratings.Builder ratings = new Ratings.Builder(false);
            for (int k = 0; k < 60; k++) {
                ratings.add(k % 7, k % 8 + k / 56, stars, 0);
            }
            Dataset named = RandomRatings.dataset(ratings.build(), Ratings.none(), 7, 9);
            Dataset dataset = new Dataset(
                    named.name(),
                    named.source(),
                    named.ratings(),
                    named.givenTest(),
                    named.users(),
                    named.items(),
                    RatingScale.of(named.ratings()));
            for (Preset preset : family.presets()) {
                TrainingOutcome outcome = run(family, few(preset.settings()), dataset);

                assertThat(outcome.stopReason())
                        .as("%s stars, %s", stars, preset.name())
                        .isEqualTo(StopReason.EPOCHS_DONE);
                for (int user = 0; user < 7; user++) {
                    assertThat(outcome.model().predict(user, 2)).isCloseTo(stars, within(0.05));
                }
            }
        }
    }

    private static TrainingOutcome run(ModelFamily family, Settings settings, Dataset dataset) {
        Split split = Split.of(dataset, new SplitPlan(0, 0, 1));
        return new TrainingSession(family, settings, split, 1, 0, report -> {}).run();
    }

    private static void assertSound(FittedModel model, int users, int items, String what) {
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                Explanation explanation = model.explain(user, item);
                assertThat(model.predict(user, item)).as(what).isFinite();
                assertThat(explanation.terms()).as(what).allMatch(term -> Double.isFinite(term.amount()));
                assertThat(explanation.sum())
                        .as(what)
                        .isCloseTo(explanation.prediction(), within(Explanation.TOLERANCE));
            }
        }
    }
}
