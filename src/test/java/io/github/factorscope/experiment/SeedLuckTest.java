package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.evaluation.significance.Bootstrap;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.ErrorMeasure;
import io.github.factorscope.evaluation.significance.SeedNoise;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.model.ModelFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Models that differ only by seed differ, and by more than the choice of test ratings explains. A verdict is not to see it. */
class SeedLuckTest {
    private static final int REPETITIONS = 100;

    @Test
    void runsThatDifferOnlyBySeedDoNotDifferInAtLeastNinetyOfAHundredTests() throws IOException {
        Dataset dataset = DatasetReader.read(Path.of("datasets/demo-films")).dataset();
        ModelFamily svd = ModelCatalogue.find("svd");
        long differing = IntStream.range(0, REPETITIONS)
                .parallel()
                .filter(repetition -> {
                    Split split = Split.of(dataset, new SplitPlan(0.1, 0, repetition));
                    List<RatingErrors> errors = LongStream.of(2L * repetition, 2L * repetition + 1)
                            .mapToObj(seed -> new Experiment(dataset, split, svd, svd.preset("quick"), seed, 0))
                            .map(experiment ->
                                    experiment.newSession(report -> {}).run().model())
                            .map(model -> RatingErrors.of(model, split.test()))
                            .toList();
                    Bootstrap bootstrap = Bootstrap.of(errors, new BootstrapPlan(500, repetition));
                    SeedNoise noise =
                            SeedNoise.assumed(dataset.scale(), split.training().size());
                    return Verdict.of(bootstrap, ErrorMeasure.RMSE, "one seed", "another seed", noise)
                            .differs();
                })
                .count();

        assertThat(differing).isLessThanOrEqualTo(REPETITIONS / 10);
    }
}
