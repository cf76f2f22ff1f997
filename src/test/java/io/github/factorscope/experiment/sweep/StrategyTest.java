package io.github.factorscope.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.InvalidSettingException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyTest {
    private static SearchSpace space(String model, String... variations) {
        return new SearchSpace(
                List.of(base(model)),
                Stream.of(variations).map(Variation::parse).toList());
    }

    private static Candidate base(String model) {
        return new Candidate(
                ModelCatalogue.find(model), ModelCatalogue.find(model).defaults());
    }

    private static SweepPlan plan(SearchSpace space, Strategy strategy) {
        return SweepPlan.of(space, strategy, 1, 1, 0, false);
    }

    @Test
    void theGridHasAllCombinationsInTheirOrder() {
        SweepPlan plan = plan(space("svd", "factors=2,3", "learningRate=0.01,0.02,0.05"), new Strategy.Grid());

        assertThat(plan.attempts())
                .extracting(attempt -> plan.words(attempt.candidate()))
                .containsExactly(
                        "factors=2 learningRate=0.01",
                        "factors=2 learningRate=0.02",
                        "factors=2 learningRate=0.05",
                        "factors=3 learningRate=0.01",
                        "factors=3 learningRate=0.02",
                        "factors=3 learningRate=0.05");
        assertThat(plan.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void severalModelsTryTheSameValues() {
        SearchSpace space =
                new SearchSpace(List.of(base("svd"), base("svdpp")), List.of(Variation.parse("factors=10..200")));
        List<Candidate> drawn = new Strategy.RandomDraws(8).candidates(space, 5);

        assertThat(drawn)
                .extracting(candidate -> candidate.family().id())
                .startsWith("svd")
                .endsWith("svdpp");
        assertThat(drawn.subList(0, 8))
                .extracting(candidate -> candidate.value("factors"))
                .containsExactlyElementsOf(drawn.subList(8, 16).stream()
                        .map(candidate -> candidate.value("factors"))
                        .toList());
    }

    @Test
    void randomDrawsAreDistinctWithinRangeAndDependOnTheSeed() {
        SearchSpace space = space("svd", "factors=5..200", "learningRate=0.001..0.1:log", "regularization=0.01,0.1");
        List<Candidate> drawn = new Strategy.RandomDraws(100).candidates(space, 7);

        assertThat(drawn).hasSize(100).doesNotHaveDuplicates();
        for (Candidate candidate : drawn) {
            assertThat(Integer.parseInt(candidate.value("factors"))).isBetween(5, 200);
            assertThat(Double.parseDouble(candidate.value("learningRate"))).isBetween(0.001, 0.1);
            assertThat(candidate.value("regularization")).isIn("0.01", "0.1");
        }
        assertThat(new Strategy.RandomDraws(100).candidates(space, 7)).isEqualTo(drawn);
        assertThat(new Strategy.RandomDraws(100).candidates(space, 8)).isNotEqualTo(drawn);
    }

    @Test
    void whereThereAreFewerCombinationsAllAreDrawn() {
        SearchSpace space = space("svd", "factors=1..7", "regularization=0.01,0.1,1");

        assertThat(new Strategy.RandomDraws(1000).candidates(space, 1))
                .hasSize(21)
                .containsExactlyInAnyOrderElementsOf(space("svd", "factors=1,2,3,4,5,6,7", "regularization=0.01,0.1,1")
                        .grid());
    }

    @Test
    void everySeedTrainsEverySetting() {
        SweepPlan plan = SweepPlan.of(space("svd", "factors=2,3"), new Strategy.Grid(), 3, 10, 0, false);

        assertThat(plan.attempts())
                .extracting(attempt -> plan.words(attempt.candidate()) + " " + attempt.seed())
                .containsExactly(
                        "factors=2 10", "factors=2 11", "factors=2 12", "factors=3 10", "factors=3 11", "factors=3 12");
    }

    @ParameterizedTest
    @CsvSource({
        "27, 27, 3, '27@1 9@3 3@9 1@27'",
        "9,  50, 3, '9@5 3@16 1@50'",
        "8,  40, 2, '8@5 4@10 2@20 1@40'",
        "5,  40, 2, '5@10 2@20 1@40'",
        "27, 6,  3, '27@2 9@6'",
        "2,  50, 3, '2@50'",
        "7,  1,  2, '7@1'"
    })
    void halvingKeepsAPartAndGivesItThatTimesTheEpochs(int settings, int epochs, int keepOneIn, String steps) {
        List<Rung> rungs = Rung.of(settings, epochs, keepOneIn);

        assertThat(rungs.stream()
                        .map(rung -> rung.settings() + "@" + rung.epochs())
                        .toList())
                .containsExactly(steps.split(" ", -1));
    }

    @Test
    void halvingNeverCostsMoreThanTrainingAllAndNeverMoreThanItsStepsTogether() {
        for (int settings = 1; settings <= 60; settings++) {
            for (int epochs = 1; epochs <= 60; epochs++) {
                for (int keep = 2; keep <= 4; keep++) {
                    List<Rung> rungs = Rung.of(settings, epochs, keep);
                    double first =
                            (double) rungs.get(0).settings() * rungs.get(0).epochs();
                    Rung last = rungs.get(rungs.size() - 1);

                    assertThat(last.epochs()).isEqualTo(epochs);
                    assertThat(rungs.get(0).settings()).isEqualTo(settings);
                    assertThat(Rung.totalEpochs(rungs)).isLessThanOrEqualTo((double) settings * epochs);
                    // rounding epochs down makes later steps larger than the first one, by less than one of its epochs
                    double roundedUp = settings * (rungs.get(0).epochs() + 1.0);
                    assertThat(Rung.totalEpochs(rungs)).isLessThanOrEqualTo(Math.max(first, roundedUp) * rungs.size());
                    for (int k = 1; k < rungs.size(); k++) {
                        assertThat(rungs.get(k).epochs())
                                .isGreaterThan(rungs.get(k - 1).epochs());
                        assertThat(rungs.get(k).settings())
                                .isLessThan(rungs.get(k - 1).settings());
                    }
                }
            }
        }
    }

    private static void assertRefused(String message, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatCannotBeSweptIsRefusedWithASentence() {
        assertRefused("The model cor-ngbr has no setting factors", () -> space("cor-ngbr", "factors=1,2"));
        assertRefused("factors is named twice", () -> space("svd", "factors=1,2", "factors=3"));
        assertRefused(
                "svd is named twice",
                () -> new SearchSpace(List.of(base("svd"), base("svd")), List.of(Variation.parse("factors=1"))));
        assertRefused(
                "learningRate has no effect on baseline with solver=means",
                () -> space("baseline", "learningRate=0.1,0.2").grid());
        assertRefused(
                "100,000,000 times; 10,000 are the most",
                () -> plan(
                        space("svd", "factors=1..2000:2000", "regularization=0..1:10000", "biasRegularization=0..1:5"),
                        new Strategy.Grid()));
        assertRefused(
                "epochs itself", () -> plan(space("svd", "epochs=5,10"), new Strategy.Halving(OptionalInt.empty(), 3)));
        assertRefused("1 to 10,000 trials", () -> new Strategy.RandomDraws(0));
        assertRefused("one in 2 to 10", () -> new Strategy.Halving(OptionalInt.empty(), 1));
        assertRefused(
                "repeats 1 to 100", () -> SweepPlan.of(space("svd", "factors=1"), new Strategy.Grid(), 0, 1, 0, false));
        assertRefused("patience", () -> SweepPlan.of(space("svd", "factors=1"), new Strategy.Grid(), 1, 1, -1, false));
        assertRefused("NAME=A,B,C", () -> Variation.parse("factors"));
        assertRefused("NAME=A,B,C", () -> Variation.parse("=1"));
    }
}
