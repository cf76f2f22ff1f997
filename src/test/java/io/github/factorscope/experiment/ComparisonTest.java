package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.SeedNoise.Source;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.experiment.Comparison.Entry;
import io.github.factorscope.experiment.Comparison.Line;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final BootstrapPlan PLAN = new BootstrapPlan(400, 1);
    private static final Dataset DATASET = RandomRatings.dataset(60, 40, 0.4, 3);
    private static final Split SPLIT = Split.of(DATASET, new SplitPlan(0.2, 0, 5));
    private static final Split OTHER = Split.of(DATASET, new SplitPlan(0.2, 0, 6));

    private final List<Entry> entries = new ArrayList<>();

    private void add(Split split, String family, long seed, String... settings) {
        ModelFamily found = ModelCatalogue.find(family);
        Settings chosen = found.preset("quick");
        for (String setting : settings) {
            String[] parts = setting.split("=", -1);
            chosen = chosen.with(parts[0], parts[1]);
        }
        Experiment experiment = new Experiment(DATASET, split, found, chosen, seed, 0);
        Run run = Run.of(experiment, experiment.newSession(report -> {}).run());
        entries.add(new Entry("run-" + (entries.size() + 1), run));
    }

    private SplitRuns onlySplit() {
        List<SplitRuns> splits = Comparison.of(entries, PLAN).splits();
        assertThat(splits).hasSize(1);
        return splits.get(0);
    }

    @Test
    void linesAreSortedByTheErrorThatTheRunsReport() {
        add(SPLIT, "baseline", 1);
        add(SPLIT, "svd", 1);
        add(SPLIT, "cor-ngbr", 1);
        SplitRuns split = onlySplit();

        assertThat(split.testRatings()).isEqualTo(SPLIT.test().size());
        assertThat(split.lines())
                .isSortedAccordingTo(Comparator.comparingDouble(
                        line -> line.test().orElseThrow().carefulRmse().estimate()));
        for (Line line : split.lines()) {
            Run run = line.members().get(0).run();
            assertThat(line.test().orElseThrow().carefulRmse().estimate())
                    .isCloseTo(run.test().orElseThrow().rmse(), within(1e-6));
            assertThat(line.test().orElseThrow().carefulMae().estimate())
                    .isCloseTo(run.test().orElseThrow().mae(), within(1e-6));
            assertThat(line.members().get(0).errors().orElseThrow().size()).isEqualTo(split.testRatings());
        }
    }

    @Test
    void everyLineIsComparedWithTheBestAndEveryPairWithOneAnother() {
        add(SPLIT, "baseline", 1);
        add(SPLIT, "svd", 1);
        add(SPLIT, "cor-ngbr", 1);
        SplitRuns split = onlySplit();
        List<String> labels = split.lines().stream().map(Line::label).toList();

        assertThat(split.againstBest()).extracting(Verdict::first).containsOnly(labels.get(0));
        assertThat(split.againstBest()).extracting(Verdict::second).containsExactly(labels.get(1), labels.get(2));
        assertThat(split.againstBest()).extracting(Verdict::comparisons).containsOnly(2);
        assertThat(split.pairs()).hasSize(3).extracting(Verdict::comparisons).containsOnly(3);
        assertThat(split.pairs()).extracting(Verdict::seeds).containsOnly(Optional.of(Source.ASSUMED));
    }

    @Test
    void runsOfDifferentSplitsAreNeverRankedTogether() {
        add(SPLIT, "svd", 1);
        add(OTHER, "svd", 1);
        add(SPLIT, "baseline", 1);
        List<SplitRuns> splits = Comparison.of(entries, PLAN).splits();

        assertThat(splits).extracting(split -> split.lines().size()).containsExactly(2, 1);
        assertThat(splits).extracting(SplitRuns::fingerprint).containsExactly(SPLIT.fingerprint(), OTHER.fingerprint());
        assertThat(splits.get(0).pairs()).hasSize(1);
        assertThat(splits.get(1).pairs()).isEmpty();
    }

    @Test
    void runsThatDifferOnlyBySeedAreOneLine() {
        add(SPLIT, "svd", 1);
        add(SPLIT, "svd", 2);
        add(SPLIT, "svd", 3, "factors=3");
        add(SPLIT, "svd", 3);
        SplitRuns split = onlySplit();
        Line repeats = split.lines().stream()
                .filter(line -> line.members().size() > 1)
                .findFirst()
                .orElseThrow();

        assertThat(split.lines()).hasSize(2);
        assertThat(repeats.members()).extracting(Comparison.Member::name).containsExactly("run-1", "run-2", "run-4");
        assertThat(repeats.test().orElseThrow().carefulRmse().estimate())
                .isCloseTo(
                        Spread.of(repeats.members().stream()
                                        .mapToDouble(member -> member.run()
                                                .test()
                                                .orElseThrow()
                                                .rmse())
                                        .toArray())
                                .mean(),
                        within(1e-6));
    }

    /** A single run takes over what the repeats of its family tell; another family keeps what is assumed. */
    @Test
    void theNoiseOfSeedsIsMeasuredWithinTheFamily() {
        add(SPLIT, "svd", 1);
        add(SPLIT, "svd", 2);
        add(SPLIT, "svd", 3, "factors=3");
        add(SPLIT, "baseline", 1);

        for (Line line : onlySplit().lines()) {
            boolean svd = line.experiment().family().id().equals("svd");
            assertThat(line.test().orElseThrow().rmseNoise().source())
                    .isEqualTo(svd ? Source.MEASURED : Source.ASSUMED);
        }
    }

    @Test
    void theSameSeedAgainIsNoRepeat() {
        add(SPLIT, "svd", 1);
        add(SPLIT, "svd", 1);
        SplitRuns split = onlySplit();

        assertThat(split.lines()).hasSize(2);
        assertThat(split.pairs().get(0).mostCareful().interval().estimate()).isZero();
        assertThat(split.pairs().get(0).differs()).isFalse();
    }

    @Test
    void labelsTellLinesApart() {
        add(SPLIT, "svd", 1);
        add(SPLIT, "svd", 1, "factors=3");
        add(SPLIT, "svd", 1, "factors=3");
        add(SPLIT, "baseline", 1);

        assertThat(onlySplit().lines())
                .extracting(Line::label)
                .containsExactlyInAnyOrder(
                        "SVD (factors 20, epochs 20)",
                        "SVD (factors 3, epochs 20) (run-2)",
                        "SVD (factors 3, epochs 20) (run-3)",
                        "Baseline");
    }

    @Test
    void withoutTestRatingsThereAreLinesButNoVerdicts() {
        Split noTest = Split.of(DATASET, new SplitPlan(0, 0.1, 5));
        add(noTest, "svd", 1);
        add(noTest, "baseline", 1);
        SplitRuns split = onlySplit();

        assertThat(split.testRatings()).isZero();
        assertThat(split.lines()).hasSize(2).allMatch(line -> line.test().isEmpty());
        assertThat(split.againstBest()).isEmpty();
        assertThat(split.pairs()).isEmpty();
    }
}
