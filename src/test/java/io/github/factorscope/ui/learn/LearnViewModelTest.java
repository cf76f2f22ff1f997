package io.github.factorscope.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.StepEffect;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.ui.common.TestWorkspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnViewModelTest {
    @TempDir
    Path folder;

    private TestWorkspace window;
    private LearnViewModel learn;

    @BeforeEach
    void lookAtTheToy() {
        window = new TestWorkspace(folder);
        learn = new LearnViewModel(window.workspace, window.background, window.errors);
        learn.activeProperty().set(true);
    }

    static Stream<String> families() {
        return ModelCatalogue.all().stream().map(ModelFamily::id);
    }

    private Shown shown() {
        return learn.shownProperty().get();
    }

    private StepEffect effect() {
        return shown().effects().get(StepKind.RATING);
    }

    private Hyperparameter<Double> rate() {
        return shown().stepSizes().get(0);
    }

    @Test
    void beginsWithAnUntrainedModelOnTheToy() {
        assertThat(shown().family().id()).isEqualTo("svd");
        assertThat(shown().ground().isToy()).isTrue();
        assertThat(shown().ground().training().size()).isEqualTo(24);
        assertThat(shown().isRated()).isTrue();
        assertThat(shown().history().steps()).isZero();
    }

    @ParameterizedTest
    @MethodSource("families")
    void theSummandsOfTheFormulaAddUpToThePrediction(String id) {
        learn.useToy(id);
        learn.epoch();
        for (int user = 0; user < ToyFilms.USERS; user++) {
            for (int item = 0; item < ToyFilms.ITEMS; item++) {
                learn.select(user, item);
                double sum = Summand.of(shown()).stream()
                        .mapToDouble(Summand::amount)
                        .filter(amount -> !Double.isNaN(amount))
                        .sum();
                assertThat(sum).as("%d, %d", user, item).isCloseTo(shown().prediction(), within(1e-4));
                assertThat(shown().predictions()[user][item]).isEqualTo(shown().prediction());
            }
        }
    }

    @Test
    void aStepIsWhatWasShownBeforeIt() {
        StepEffect promised = effect();
        learn.step(1);
        List<Moved> now = effect().before();
        for (int k = 0; k < now.size(); k++) {
            assertThat(now.get(k).values())
                    .containsExactly(promised.after().get(k).values());
        }
        assertThat(shown().prediction()).isCloseTo(promised.predictionAfter(), within(1e-5));
        assertThat(shown().history().steps()).isEqualTo(1);
    }

    @Test
    void stepsLowerTheErrorOfTheirRating() {
        double before = Math.abs(shown().error());
        learn.step(10);
        assertThat(Math.abs(shown().error())).isLessThan(before / 2);
        assertThat(shown().history().errors()).hasSize(11);
        assertThat(shown().history().accuracies()).hasSize(11);
    }

    @Test
    void practisingIsTheSameWhereverOneWasLooking() {
        learn.step(10);
        double once = shown().error();
        learn.select(3, 2);
        learn.epoch();
        learn.practise("svd", 10);
        assertThat(shown().error()).isEqualTo(once);
        assertThat(learn.hasPractised("svd", 10)).isTrue();
        assertThat(learn.hasPractised("svd", 11)).isFalse();
        assertThat(learn.hasPractised("svdpp", 1)).isFalse();
    }

    @Test
    void practisingWhatHasNoStepsSaysSo() {
        learn.practise("cor-ngbr", 1);
        assertThat(window.errors.messageProperty().get()).contains("not learned in steps");
        assertThat(learn.hasPractised("cor-ngbr", 1)).isFalse();
    }

    @Test
    void epochsLowerTheErrorOverAllRatings() {
        double before = shown().history().accuracies().get(0)[1];
        for (int epoch = 0; epoch < 60; epoch++) {
            learn.epoch();
        }
        List<double[]> accuracies = shown().history().accuracies();
        assertThat(accuracies.get(accuracies.size() - 1)[1]).isLessThan(before / 3);
        assertThat(shown().history().steps()).isEqualTo(60 * 24);
    }

    @Test
    void aSliderChangesWhatTheNextStepWouldDoAndNothingElse() {
        learn.step(1);
        StepEffect before = effect();
        learn.adjust(rate(), 0.1);
        assertThat(effect().predictionBefore()).isEqualTo(before.predictionBefore());
        assertThat(effect().before().get(0).values())
                .containsExactly(before.before().get(0).values());
        assertThat(effect().predictionAfter() - effect().predictionBefore())
                .isCloseTo(2 * (before.predictionAfter() - before.predictionBefore()), within(0.1));
        assertThat(shown().settings().get(rate())).isEqualTo(0.1);

        double promised = effect().predictionAfter();
        learn.step(1);
        assertThat(shown().prediction()).isCloseTo(promised, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd", "nsvd", "asvd", "svdpp", "global-ngbr", "integrated"})
    void aPlantedDivergenceSwingsFurtherEachTimeAndStaysANumber(String id) {
        learn.useToy(id);
        learn.epoch();
        double calm = shown().prediction();
        double rate = shown().settings().get(rate());
        learn.diverge();

        List<double[]> errors = shown().history().errors();
        assertThat(shown().runaway().orElseThrow().factor()).isLessThan(-1);
        assertThat(shown().canStep()).isFalse();
        assertThat(Math.abs(errors.get(errors.size() - 1)[1])).isGreaterThan(100);
        assertThat(errors.stream().mapToDouble(point -> point[1])).allMatch(Double::isFinite);
        for (double[] row : shown().predictions()) {
            assertThat(row).doesNotContain(Double.NaN).doesNotContain(Double.POSITIVE_INFINITY);
        }

        learn.calmDown();
        assertThat(shown().prediction()).isEqualTo(calm);
        assertThat(shown().settings().get(rate())).isEqualTo(rate);
        assertThat(shown().canStep()).isTrue();
    }

    @Test
    void theFactorOfADivergenceIsThatOfItsFirstStepButForTheRegularization() {
        learn.useToy("baseline");
        shown().regularizations().forEach(each -> learn.adjust(each, 0));
        learn.diverge();
        Runaway runaway = shown().runaway().orElseThrow();
        assertThat(runaway.slope()).isEqualTo(2);
        assertThat(runaway.measured()).isCloseTo(runaway.factor(), within(1e-5));
    }

    @Test
    void resettingGoesBackToTheFirstNumbersAndToTheSameEpoch() {
        double first = shown().prediction();
        learn.epoch();
        double afterEpoch = shown().prediction();
        learn.adjust(rate(), 0.3);
        learn.step(3);
        learn.reset();
        assertThat(shown().prediction()).isEqualTo(first);
        assertThat(shown().settings().get(rate())).isEqualTo(0.05);
        learn.epoch();
        assertThat(shown().prediction()).isEqualTo(afterEpoch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "svd"})
    void leastSquaresSolveForTheFilmOrThePerson(String id) {
        learn.useToy(id, "als");
        assertThat(shown().kinds()).containsExactly(StepKind.ITEM, StepKind.USER);
        for (StepKind kind : shown().kinds()) {
            double promised = shown().effects().get(kind).predictionAfter();
            learn.solve(kind);
            assertThat(shown().prediction()).isCloseTo(promised, within(1e-5));
            StepEffect again = shown().effects().get(kind);
            assertThat(again.predictionAfter()).isCloseTo(again.predictionBefore(), within(1e-5));
        }
        assertThat(shown().equations()).containsKeys(StepKind.ITEM, StepKind.USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "cor-ngbr", "user-ngbr", "wgt-ngbr"})
    void whatIsWorkedOutInOneGoShowsItsFormulaWithoutSteps(String id) {
        learn.useToy(id);
        assertThat(shown().hasSteps()).isFalse();
        double before = shown().prediction();
        learn.step(1);
        learn.epoch();
        learn.diverge();
        assertThat(shown().prediction()).isEqualTo(before);
        assertThat(window.errors.messageProperty().get()).isEmpty();
    }

    @Test
    void whereThereIsNoRatingThereIsNoStep() {
        learn.select(0, 4);
        assertThat(shown().isRated()).isFalse();
        assertThat(shown().canStep()).isFalse();
        learn.step(1);
        assertThat(shown().history().steps()).isZero();
        learn.epoch();
        assertThat(shown().history().steps()).isEqualTo(24);
    }

    @Test
    void theOpenDataIsLearnedFromWhereTheSelectedRunEnded() {
        window.data.open(window.ratingFile("ratings.csv"));
        window.train.familyProperty().set(ModelCatalogue.find("svdpp"));
        window.train.train();
        var run = window.workspace.selectedRunProperty().get().run();
        learn.useData();

        assertThat(shown().family().id()).isEqualTo("svdpp");
        assertThat(shown().ground().isToy()).isFalse();
        assertThat(shown().prediction()).isEqualTo(run.model().predict(shown().user(), shown().item()));
        assertThat(learn.startedFrom()).isPresent();
        double promised = effect().predictionAfter();
        learn.step(1);
        assertThat(shown().prediction()).isCloseTo(promised, within(1e-5));
        assertThat(run.model().predict(shown().user(), shown().item())).isNotEqualTo(shown().prediction());

        learn.familyProperty().set(ModelCatalogue.find("baseline"));
        assertThat(learn.startedFrom()).isEmpty();
        assertThat(shown().isDescent()).isTrue();
    }

    @Test
    void findsSomebodyAndTheirRatings() {
        window.data.open(window.ratingFile("ratings.csv"));
        learn.useData();
        learn.finder().personProperty().set("17");
        assertThat(learn.finder().people()).hasSize(1);
        int user = learn.finder().people().get(0).user();
        learn.selectUser(user);
        assertThat(shown().user()).isEqualTo(user);
        assertThat(shown().isRated()).isTrue();
        assertThat(learn.finder().films()).allMatch(line -> !Float.isNaN(line.stars()));
        int film = learn.finder().films().get(1).item();
        learn.select(user, film);
        assertThat(shown().rating()).isEqualTo(learn.finder().films().get(1).stars());
    }

    @Test
    void withoutDataThereIsOnlyTheToy() {
        learn.useData();
        assertThat(shown()).isNull();
        assertThat(learn.objection()).isEmpty();
        learn.step(1);
        learn.useToy("svd");
        assertThat(shown()).isNotNull();
    }

    @Test
    void whatIsShownIsMadeOnceTheScreenIsLookedAt() {
        LearnViewModel unseen = new LearnViewModel(window.workspace, window.background, window.errors);
        unseen.useToy("svdpp");
        assertThat(unseen.shownProperty().get()).isNull();
        unseen.activeProperty().set(true);
        assertThat(unseen.shownProperty().get().family().id()).isEqualTo("svdpp");
    }

    @Test
    void numbersAreShortHoweverLargeTheyAre() {
        Map<Double, String> texts =
                Map.of(-0.0001, "0.000", -1.25, "−1.250", 999.9, "999.900", -123456.0, "−1.23 · 10⁵", Double.NaN, "–");
        texts.forEach((number, text) -> assertThat(LearnNumbers.of(number)).isEqualTo(text));
        assertThat(LearnNumbers.setting(0.05)).isEqualTo("0.05");
        assertThat(LearnNumbers.setting(1.07123)).isEqualTo("1.07");
        assertThat(LearnNumbers.setting(0.005)).isEqualTo("0.005");
    }

    @Test
    void aSliderComesBackToTheValueThatItShows() {
        LogScale scale = new LogScale(1e-4, 10, true);
        assertThat(scale.value(0)).isZero();
        for (double value : new double[] {0.0005, 0.02, 0.05, 1, 10}) {
            assertThat(scale.value(scale.position(value))).isCloseTo(value, within(1e-9));
        }
    }
}
