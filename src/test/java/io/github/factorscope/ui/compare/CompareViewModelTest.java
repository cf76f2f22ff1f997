package io.github.factorscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.ui.common.ImmediateBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.data.SplitForm;
import io.github.factorscope.ui.workspace.RunEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private CompareViewModel compare;

    @BeforeEach
    void openRatings() {
        window = new TestWorkspace(folder);
        compare = new CompareViewModel(window.workspace, new ImmediateBackground(), window.errors);
        window.data.open(window.ratingFile("ratings.csv"));
    }

    private RunEntry train(String id) {
        window.train.familyProperty().set(ModelCatalogue.find(id));
        window.train.train();
        return window.workspace.runs().get(window.workspace.runs().size() - 1);
    }

    @Test
    void runsOfDifferentSplitsAreNeverListedTogether() {
        RunEntry first = train("baseline");
        RunEntry second = train("cor-ngbr");
        assertThat(compare.runs()).containsExactly(first, second);

        window.data.seedProperty().set("99");
        window.data.applySplit();
        RunEntry third = train("baseline");

        assertThat(compare.runs()).containsExactly(third);
        assertThat(compare.splits()).hasSize(2);
        compare.splitProperty().set(compare.splits().get(0));
        assertThat(compare.runs()).containsExactly(first, second);
    }

    @Test
    void splitsHaveTheWordsOfTheirPlan() {
        train("baseline");
        window.data.form().choiceProperty().set(SplitForm.Choice.FOLDS);
        window.data.form().foldProperty().set("2");
        window.data.applySplit();
        train("baseline");

        String data = window.workspace.dataProperty().get().loaded().dataset().name();
        assertThat(compare.splits())
                .extracting(CompareViewModel.SplitChoice::name)
                .containsExactly(
                        data + " · 10 % test, 5 % validation, seed 1", data + " · fold 2 of 5, 5 % validation, seed 1");
        assertThat(compare.runs()).hasSize(1);
    }

    @Test
    void equalRatingsAreOneSplitWhateverTheirPlan() {
        RunEntry share = train("baseline");
        window.data.form().choiceProperty().set(SplitForm.Choice.FOLDS);
        window.data.form().foldsProperty().set("10");
        window.data.applySplit();
        RunEntry fold = train("svd");

        assertThat(compare.splits()).hasSize(1);
        assertThat(compare.runs()).containsExactly(share, fold);
    }

    @Test
    void namesTheRunWithTheLowestTestError() {
        train("baseline");
        train("svd");
        train("cor-ngbr");

        double best = compare.best().orElseThrow().run().test().orElseThrow().rmse();
        assertThat(compare.runs())
                .allSatisfy(entry ->
                        assertThat(entry.run().test().orElseThrow().rmse()).isGreaterThanOrEqualTo(best));
    }

    @Test
    void tellsTheSettingsThatDiffer() {
        RunEntry usual = train("svd");
        window.train.form().fields().stream()
                .filter(field -> field.hyperparameter().name().equals("factors"))
                .forEach(field -> field.textProperty().set("8"));
        RunEntry small = train("svd");

        assertThat(compare.differences(small).words()).isEqualTo("factors 8");
        assertThat(compare.differences(usual).words()).isEqualTo("factors 50");
        assertThat(compare.differences(small).onScreen()).isEqualTo("Factors 8");
        assertThat(compare.differences(train("baseline")).words()).isEqualTo("default");
    }

    @Test
    void onlyTickedRunsAreComparedAndAgainWhenTicksChange() {
        RunEntry first = train("baseline");
        RunEntry second = train("cor-ngbr");
        RunEntry third = train("nsvd");
        assertThat(compare.verdicts()).hasSize(2);
        assertThat(compare.row(third).orElseThrow().interval()).isPresent();

        third.overlaidProperty().set(false);
        assertThat(compare.ticked()).hasSize(2);
        assertThat(compare.verdicts()).hasSize(1);
        assertThat(compare.row(third).orElseThrow().interval()).isEmpty();
        assertThat(compare.row(first).orElseThrow().interval()).isPresent();

        second.overlaidProperty().set(false);
        assertThat(compare.verdicts()).isEmpty();
    }

    @Test
    void nothingIsWorkedOutWhileNobodyLooks() {
        compare.activeProperty().set(false);
        RunEntry first = train("baseline");
        train("cor-ngbr");
        assertThat(compare.verdicts()).isEmpty();
        assertThat(compare.row(first).orElseThrow().interval()).isEmpty();

        compare.activeProperty().set(true);
        assertThat(compare.firstVerdict())
                .hasValueSatisfying(verdict -> assertThat(verdict.sentence()).contains("RMSE"));
    }

    @Test
    void listsAreJudgedOnceForEachSettings() {
        RunEntry run = train("cor-ngbr");
        compare.judgeTicked();
        var before = compare.row(run).orElseThrow().ranking().orElseThrow();
        assertThat(before.settings().k()).isEqualTo(10);
        compare.judgeTicked();
        assertThat(compare.row(run).orElseThrow().ranking().orElseThrow()).isSameAs(before);

        compare.judge().lengthProperty().set("3");
        compare.judgeTicked();
        assertThat(compare.row(run)
                        .orElseThrow()
                        .ranking()
                        .orElseThrow()
                        .settings()
                        .k())
                .isEqualTo(3);
        compare.judge().lengthProperty().set("many");
        compare.judgeTicked();
        assertThat(window.errors.messageProperty().get()).contains("many");
        assertThat(compare.row(run)
                        .orElseThrow()
                        .ranking()
                        .orElseThrow()
                        .settings()
                        .k())
                .isEqualTo(3);
    }
}
