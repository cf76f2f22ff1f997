package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.ui.common.ScriptedBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.explore.SideBySide.Side;
import io.github.factorscope.ui.workspace.RunEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private ExploreViewModel explore;
    private SideBySideViewModel sides;

    @BeforeEach
    void openData() {
        window = new TestWorkspace(folder);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        sides = explore.sideBySide();
        window.data.open(window.ratingFile("ratings.csv"));
    }

    private void look() {
        explore.activeProperty().set(true);
        sides.activeProperty().set(true);
    }

    private RunEntry train(String family) {
        window.train.familyProperty().set(ModelCatalogue.find(family));
        window.train.train();
        return window.workspace.runs().get(window.workspace.runs().size() - 1);
    }

    private RunEntry shown() {
        return explore.shownRunProperty().get();
    }

    private static List<String> families(List<RunEntry> entries) {
        return entries.stream()
                .map(entry -> entry.run().experiment().family().id())
                .toList();
    }

    @Test
    void beginsWithTheShownRunAndTheLastOnesOfOtherFamilies() {
        for (String family : List.of("baseline", "svd", "svd", "cor-ngbr", "nsvd", "content", "asvd")) {
            if (ModelCatalogue.find(family)
                    .objection(window.workspace.dataProperty().get().split().trainingData())
                    .isEmpty()) {
                train(family);
            }
        }
        RunEntry first = window.workspace.runs().get(1); // the first of two with factors
        window.workspace.selectedRunProperty().set(first);
        look();

        assertThat(sides.chosen()).hasSize(4).startsWith(first).doesNotHaveDuplicates();
        assertThat(families(sides.chosen())).containsExactly("svd", "asvd", "nsvd", "cor-ngbr");
        assertThat(sides.candidates()).isEqualTo(window.workspace.runs());
    }

    @Test
    void anotherRunOfTheSameFamilyIsBetterThanNone() {
        RunEntry first = train("svd");
        RunEntry second = train("svd");
        look();

        assertThat(sides.chosen()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void eachSideIsWhatItsModelSays() {
        train("baseline");
        train("cor-ngbr");
        look();
        SideBySide answer = sides.shownProperty().get();

        assertThat(answer.person()).isEqualTo(explore.personProperty().get());
        for (int k = 0; k < answer.sides().size(); k++) {
            Side side = answer.sides().get(k);
            Predictions alone = Predictions.of(side.entry().run().model(), 20, answer.person());
            assertThat(answer.lists().list(k)).isEqualTo(alone.best(any -> true, 10));
            int item = answer.lists().list(k)[0];
            assertThat(side.predictions().of(item)).isEqualTo(alone.of(item));
        }
        assertThat(sides.explanationsProperty().get()).hasSize(2).allSatisfy(explanation -> assertThat(
                        explanation.item())
                .isEqualTo(explore.itemProperty().get()));
        assertThat(sides.explanationsProperty().get().get(0).prediction())
                .isEqualTo(explore.explanationProperty().get().prediction());
    }

    @Test
    void saysWhichTwoDisagreeMost() {
        train("baseline");
        train("baseline");
        look();
        assertThat(sides.shownProperty().get().disagreement()).matches("Both list the same \\d+ in the same order\\.");

        train("cor-ngbr");
        sides.depthProperty().set(3);
        for (int user = 0; user < 30; user++) {
            explore.choose(user);
            SideBySide answer = sides.shownProperty().get();
            int common = answer.lists().overlap(0, 1).common();
            if (common < answer.lists().list(0).length) {
                assertThat(answer.disagreement())
                        .contains(
                                answer.sides().get(0).entry().name(),
                                answer.sides().get(1).entry().name())
                        .endsWith("share " + (common == 0 ? "none" : common) + " of their "
                                + answer.lists().list(0).length + ".");
                return;
            }
        }
        throw new AssertionError("the two models agree about everybody");
    }

    @Test
    void followsChangedRatingsAndTheItem() {
        train("cor-ngbr");
        train("baseline");
        look();
        List<Explanation> before = sides.explanationsProperty().get();
        int rated = explore.personProperty().get().ratings().item(0);
        explore.rate(explore.personProperty().get().ratings().without(rated));
        SideBySide changed = sides.shownProperty().get();

        assertThat(changed.person().ratings().has(rated)).isFalse();
        assertThat(changed.sides().get(0).predictions().candidates())
                .isEqualTo(1
                        + Predictions.of(shown().run().model(), 20, explore.origin())
                                .candidates());
        assertThat(sides.explanationsProperty().get()).isNotEqualTo(before);

        explore.itemProperty().set(rated);
        assertThat(sides.explanationsProperty().get())
                .extracting(Explanation::item)
                .containsExactly(rated, rated);
        assertThat(changed.places(rated)).contains("rank", "under " + shown().name());
    }

    @Test
    void runsAreChosenByHandUpToFourAndOneAtLeast() {
        List<RunEntry> all = new ArrayList<>();
        for (String family : List.of("baseline", "svd", "cor-ngbr", "nsvd", "asvd")) {
            all.add(train(family));
        }
        look();
        RunEntry missing = all.stream()
                .filter(entry -> !sides.chosen().contains(entry))
                .findFirst()
                .orElseThrow();
        sides.choose(missing, true);
        assertThat(sides.chosen()).hasSize(4).doesNotContain(missing);

        RunEntry leaving = sides.chosen().get(3);
        sides.choose(leaving, false);
        sides.choose(missing, true);
        assertThat(sides.chosen()).contains(missing).doesNotContain(leaving);
        assertThat(sides.shownProperty().get().sides()).extracting(Side::entry).isEqualTo(sides.chosen());

        List<RunEntry> byHand = List.copyOf(sides.chosen());
        train("baseline"); // another run does not undo the choice
        assertThat(sides.chosen()).isEqualTo(byHand);
        for (RunEntry entry : byHand) {
            sides.choose(entry, false);
        }
        assertThat(sides.chosen()).hasSize(1);
        assertThat(sides.shownProperty().get().disagreement()).isEmpty();
    }

    @Test
    void worksNothingOutWhileNobodyLooks() {
        train("baseline");
        explore.activeProperty().set(true);

        assertThat(sides.shownProperty().get()).isNull();
        assertThat(sides.chosen()).isEmpty();
        sides.activeProperty().set(true);
        assertThat(sides.shownProperty().get()).isNotNull();
        sides.activeProperty().set(false);
        explore.choose(3);
        assertThat(sides.shownProperty().get()).isNull();
    }

    @Test
    void anotherSplitForgetsTheRuns() {
        train("baseline");
        train("svd");
        look();
        window.data.seedProperty().set("5");
        window.data.applySplit();
        assertThat(sides.shownProperty().get()).isNull();
        assertThat(sides.candidates()).isEmpty();

        RunEntry only = train("svd");
        window.workspace.selectedRunProperty().set(only);
        assertThat(sides.chosen()).containsExactly(only);
        assertThat(sides.shownProperty().get().sides()).hasSize(1);
    }

    @Test
    void onlyTheNewestQuestionIsAnswered() {
        train("baseline");
        train("svd");
        ScriptedBackground background = new ScriptedBackground();
        ExploreViewModel slow = new ExploreViewModel(window.workspace, background, window.errors);
        slow.activeProperty().set(true);
        slow.sideBySide().activeProperty().set(true);
        int done = 0;
        for (int user : new int[] {4, 9, 2}) {
            slow.choose(user);
        }
        int most = 200;
        while (done < background.begun() && done < most) {
            background.finish(done++);
            SideBySide answer = slow.sideBySide().shownProperty().get();
            assertThat(answer == null
                            || answer.person().user()
                                    == slow.answerProperty().get().person().user())
                    .isTrue();
        }
        assertThat(done).isLessThan(most);
        assertThat(slow.sideBySide().busyProperty().get()).isFalse();
        assertThat(slow.sideBySide().shownProperty().get().person().user()).isEqualTo(2);
        assertThat(slow.sideBySide().explanationsProperty().get())
                .hasSize(2)
                .allSatisfy(explanation -> assertThat(explanation.user()).isEqualTo(2));
    }

    @Test
    void whatIsKnownIsNotWorkedOutAgain() {
        train("baseline");
        train("svd");
        ScriptedBackground background = new ScriptedBackground();
        ExploreViewModel slow = new ExploreViewModel(window.workspace, background, window.errors);
        slow.activeProperty().set(true);
        slow.sideBySide().activeProperty().set(true);
        for (int done = 0; done < background.begun(); done++) {
            background.finish(done);
        }
        int begun = background.begun();
        slow.sideBySide().depthProperty().set(20);

        assertThat(slow.sideBySide().shownProperty().get().lists().list(0).length)
                .isEqualTo(Math.min(20, slow.answerProperty().get().now().candidates()));
        assertThat(background.begun() - begun).isEqualTo(1); // the explanations
    }
}
