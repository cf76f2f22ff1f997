package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.TrainingSession;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedSeedsTest {
    private static final Experiment FIRST = experiment();

    private static Experiment experiment() {
        Dataset dataset = RandomRatings.dataset(40, 30, 0.4, 3);
        ModelFamily svd = ModelCatalogue.find("svd");
        return new Experiment(
                dataset,
                Split.of(dataset, new SplitPlan(0.2, 0.1, 5)),
                svd,
                svd.defaults().with("epochs", "30"),
                7,
                2);
    }

    private static Run run(Experiment experiment, int epochs) {
        TrainingSession[] session = new TrainingSession[1];
        session[0] = experiment.newSession(report -> {
            if (report.epoch() == epochs) {
                session[0].control().stop();
            }
        });
        return Run.of(experiment, session[0].run());
    }

    @Test
    void countsTheSeedUpAndChangesNothingElse() {
        List<Experiment> experiments = new RepeatedSeeds(FIRST, 3).experiments();

        assertThat(experiments).extracting(Experiment::seed).containsExactly(7L, 8L, 9L);
        assertThat(experiments.get(0)).isEqualTo(FIRST);
        assertThat(experiments).allSatisfy(each -> assertThat(each.split()).isSameAs(FIRST.split()));
    }

    @Test
    void refusesNoRepeatAtAll() {
        assertThatThrownBy(() -> new RepeatedSeeds(FIRST, 0)).hasMessageContaining("was 0");
        assertThatThrownBy(() -> new RepeatedSeeds(FIRST, 1001)).hasMessageContaining("was 1001");
    }

    @Test
    void theBandIsOverTheRunsThatCameAsFar() {
        List<Experiment> experiments = new RepeatedSeeds(FIRST, 3).experiments();
        List<Run> runs = List.of(run(experiments.get(0), 4), run(experiments.get(1), 9), run(experiments.get(2), 6));
        SeedBand band = SeedBand.of(runs, EpochReport::testRmse);

        assertThat(band.points()).hasSize(9);
        assertThat(band.points())
                .extracting(point -> point.spread().count())
                .containsExactly(3, 3, 3, 3, 2, 2, 1, 1, 1);
        for (SeedBand.Point point : band.points()) {
            double[] values = runs.stream()
                    .map(run -> run.outcome().history())
                    .filter(history -> history.size() >= point.epoch())
                    .mapToDouble(
                            history -> history.get(point.epoch() - 1).testRmse().orElseThrow())
                    .toArray();
            assertThat(point.spread().mean()).isCloseTo(Spread.of(values).mean(), within(1e-12));
            assertThat(point.spread().min()).isLessThanOrEqualTo(point.spread().max());
        }
    }

    @Test
    void whatNoRunHasMakesNoBand() {
        assertThat(SeedBand.of(List.of(), EpochReport::testRmse).points()).isEmpty();
    }
}
