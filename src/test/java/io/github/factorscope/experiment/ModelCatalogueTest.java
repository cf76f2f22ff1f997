package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import org.junit.jupiter.api.Test;

class ModelCatalogueTest {
    @Test
    void everyFamilyIsFoundByItsId() {
        assertThat(ModelCatalogue.all()).extracting(ModelFamily::id).doesNotHaveDuplicates();
        for (ModelFamily family : ModelCatalogue.all()) {
            assertThat(ModelCatalogue.find(family.id())).isSameAs(family);
            assertThat(family.id()).matches("[a-z][a-z-]*");
        }
    }

    @Test
    void anUnknownModelIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> ModelCatalogue.find("magic"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("magic", "baseline", "cor-ngbr", "svd");
    }

    @Test
    void anUnknownPresetIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> ModelCatalogue.find("svd").preset("magic"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("svd", "magic", "default", "quick");
    }

    @Test
    void aRunIsJudgedByTheModelThatIsKept() {
        Dataset dataset = RandomRatings.dataset(30, 20, 0.5, 1);
        Split split = Split.of(dataset, new SplitPlan(0.2, 0.2, 1));
        ModelFamily svd = ModelCatalogue.find("svd");
        Experiment experiment = new Experiment(dataset, split, svd, svd.preset("quick"), 3, 2);
        Run run = Run.of(experiment, experiment.newSession(report -> {}).run());

        assertThat(run.train()).isEqualTo(Evaluator.accuracy(run.model(), split.training()));
        assertThat(run.validation()).contains(Evaluator.accuracy(run.model(), split.validation()));
        assertThat(run.test()).contains(Evaluator.accuracy(run.model(), split.test()));
        assertThat(run.validation().orElseThrow().rmse())
                .isEqualTo(run.outcome()
                        .history()
                        .get(run.outcome().modelEpoch() - 1)
                        .validationRmse()
                        .orElseThrow());
        assertThat(run.versions().factorScope()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void withoutTestAndValidationRatingsThereIsNoSuchAccuracy() {
        Dataset dataset = RandomRatings.dataset(10, 8, 0.5, 1);
        ModelFamily baseline = ModelCatalogue.find("baseline");
        Experiment experiment =
                new Experiment(dataset, Split.of(dataset, new SplitPlan(0, 0, 1)), baseline, baseline.defaults(), 1, 0);
        Run run = Run.of(experiment, experiment.newSession(report -> {}).run());

        assertThat(run.test()).isEmpty();
        assertThat(run.validation()).isEmpty();
    }
}
