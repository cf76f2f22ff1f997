package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Sweep.Trial;
import io.github.factorscope.experiment.Sweep.Variation;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final Dataset dataset = RandomRatings.dataset(40, 30, 0.5, 1);
    private final Split split = Split.of(dataset, new SplitPlan(0.1, 0.2, 1));
    private final ModelFamily svd = ModelCatalogue.find("svd");
    private final Settings base = svd.defaults().with("epochs", "6");

    @Test
    void theGridHasAllCombinationsInTheirOrder() {
        List<Settings> grid = Sweep.grid(
                base,
                List.of(
                        new Variation("factors", List.of("2", "3")),
                        new Variation("learningRate", List.of("0.01", "0.02", "0.05"))));

        assertThat(grid)
                .extracting(settings ->
                        settings.toMap().get("factors") + " " + settings.toMap().get("learningRate"))
                .containsExactly("2 0.01", "2 0.02", "2 0.05", "3 0.01", "3 0.02", "3 0.05");
    }

    @Test
    void aTrialIsWhatTrainingAloneGives() {
        List<Settings> grid = Sweep.grid(base, List.of(new Variation("factors", List.of("2", "3", "5"))));
        List<Trial> heard = new ArrayList<>();
        List<Trial> trials = new Sweep(dataset, split, svd, 4, 2).run(grid, 2, heard::add);

        assertThat(heard).hasSize(3).containsExactlyInAnyOrderElementsOf(trials);
        for (int k = 0; k < grid.size(); k++) {
            Run alone = Run.of(
                    new Experiment(dataset, split, svd, grid.get(k), 4, 2),
                    new Experiment(dataset, split, svd, grid.get(k), 4, 2)
                            .newSession(report -> {})
                            .run());
            assertThat(trials.get(k).settings()).isEqualTo(grid.get(k));
            assertThat(trials.get(k).epoch()).isEqualTo(alone.outcome().modelEpoch());
            assertThat(trials.get(k).validationRmse())
                    .isEqualTo(alone.validation().orElseThrow().rmse());
        }
    }

    @Test
    void theBestTrialComesFirst() {
        List<Settings> grid = Sweep.grid(base, List.of(new Variation("learningRate", List.of("0.000001", "0.05"))));
        List<Trial> sorted = new Sweep(dataset, split, svd, 1, 0)
                .run(grid, 1, trial -> {}).stream().sorted(Sweep.BEST_FIRST).toList();

        assertThat(sorted.get(0).settings().toMap()).containsEntry("learningRate", 0.05);
    }

    @Test
    void testRatingsAreLeftOut() {
        Split seen = split.withoutTest();

        assertThat(split.hasTest()).isTrue();
        assertThat(seen.hasTest()).isFalse();
        assertThat(seen.training()).isEqualTo(split.training());
        assertThat(seen.validation()).isEqualTo(split.validation());
        assertThat(seen.fingerprint()).isEqualTo(split.fingerprint());
    }

    @Test
    void withoutValidationRatingsThereIsNothingToCompareBy() {
        Split without = Split.of(dataset, new SplitPlan(0.1, 0, 1));

        assertThatThrownBy(() -> new Sweep(dataset, without, svd, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
