package io.github.factorscope.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.RunLabels;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.RunSummary;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ScriptedBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.compare.CompareViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows on one library, one after the other or at the same time. */
class RunLibraryModelTest {
    @TempDir
    private Path temp;

    private TestWorkspace window;
    private RunLibrary library;
    private RunLibraryModel model;

    @BeforeEach
    void openAWindow() {
        library = new RunLibrary(temp.resolve("library"));
        window = new TestWorkspace(temp);
        model = modelOf(window, window.background);
        window.data.open(window.ratingFile("ratings.csv"));
    }

    private RunLibraryModel modelOf(TestWorkspace of, Background background) {
        return new RunLibraryModel(of.workspace, library, background, of.errors, of.preferences);
    }

    private RunEntry train(String family) {
        window.train.families().stream()
                .filter(each -> each.id().equals(family))
                .findFirst()
                .ifPresent(window.train.familyProperty()::set);
        window.train.train();
        return window.workspace.runs().get(window.workspace.runs().size() - 1);
    }

    /** What another window lists when it is opened. */
    private TestWorkspace another() {
        TestWorkspace other = new TestWorkspace(temp);
        modelOf(other, other.background).start();
        return other;
    }

    private static List<String> names(TestWorkspace of) {
        return of.workspace.runs().stream().map(RunEntry::name).toList();
    }

    private List<Path> saved() throws IOException {
        return library.list().runs().stream().map(RunSummary::folder).toList();
    }

    @Test
    void everyRunThatEndsIsSavedAndListedByTheNextWindow() throws IOException {
        RunEntry first = train("baseline");
        RunEntry second = train("svd");
        TestWorkspace other = another();

        assertThat(saved())
                .containsExactly(first.folder().orElseThrow(), second.folder().orElseThrow());
        assertThat(names(other)).containsExactly("1 · Baseline", "2 · SVD");
        Run opened = other.workspace.runs().get(1).run();
        assertThat(opened.outcome().history()).isEqualTo(second.run().outcome().history());
        assertThat(opened.model().predict(3, 4)).isEqualTo(second.run().model().predict(3, 4));
        assertThat(saved()).hasSize(2);
        assertThat(other.errors.messageProperty().get()).isEmpty();
        assertThat(other.workspace.activities()).isEmpty();
    }

    @Test
    void runsOfOneSplitShareTheirRatings() {
        train("baseline");
        train("svd");
        TestWorkspace other = another();

        assertThat(other.workspace.runs().get(0).run().experiment().dataset())
                .isSameAs(other.workspace.runs().get(1).run().experiment().dataset());
    }

    @Test
    void numbersGoOnWhereTheyEnded() {
        train("baseline");
        RunEntry second = train("svd");
        train("baseline");
        model.delete(List.of(second));
        for (int start = 0; start < 3; start++) {
            assertThat(names(another())).containsExactly("1 · Baseline", "3 · Baseline");
        }
        TestWorkspace other = another();
        other.data.open(window.ratingFile("ratings.csv"));
        other.train.train();

        assertThat(names(other)).containsExactly("1 · Baseline", "3 · Baseline", "4 · SVD");
    }

    @Test
    void runsFromTheCommandLineGetANumberAndKeepIt() throws IOException {
        RunEntry entry = train("svd");
        RunStore.save(entry.run(), library.folder().resolve("copied"));
        assertThat(names(another())).containsExactly("1 · SVD", "2 · SVD");
        RunStore.save(entry.run(), library.folder().resolve("another"));

        assertThat(names(another())).containsExactly("1 · SVD", "2 · SVD", "3 · SVD");
        assertThat(RunSummary.read(library.folder().resolve("copied")).labels().number())
                .isEqualTo(2);
    }

    @Test
    void runsOfTwoWindowsWithTheSameNumberGetDifferentOnes() throws IOException {
        RunEntry entry = train("svd");
        library.save(entry.run(), new RunLabels(1, "from another window", List.of()));
        library.save(entry.run(), new RunLabels(7, "", List.of()));
        TestWorkspace other = another();

        assertThat(other.workspace.runs())
                .extracting(RunEntry::number)
                .containsExactlyInAnyOrder(1, 7, 8)
                .isSorted();
        assertThat(names(another())).containsExactlyElementsOf(names(other));
    }

    @Test
    void nothingIsSavedWhereTheUserDoesNotWantIt() throws IOException {
        model.automaticallyProperty().set(false);
        RunEntry entry = train("baseline");
        assertThat(saved()).isEmpty();
        assertThat(entry.folder()).isEmpty();
        assertThat(modelOf(new TestWorkspace(temp), window.background)
                        .automaticallyProperty()
                        .get())
                .isFalse();

        model.save(entry);
        model.save(entry);
        assertThat(saved()).containsExactly(entry.folder().orElseThrow());
    }

    @Test
    void namesAndTagsAreKept() {
        RunEntry entry = train("svd");
        model.rename(entry, "  best so far ");
        model.tag(entry, List.of("thesis", " ", "thesis", "final"));

        assertThat(entry.name()).isEqualTo("best so far");
        assertThat(entry.nameWithData()).startsWith("best so far · ");
        assertThat(entry.tags()).containsExactly("thesis", "final");
        RunEntry opened = another().workspace.runs().get(0);
        assertThat(opened.name()).isEqualTo("best so far");
        assertThat(opened.tags()).containsExactly("thesis", "final");

        model.rename(entry, "");
        assertThat(entry.name()).isEqualTo("1 · SVD");
        model.rename(entry, "1 · SVD");
        assertThat(another().workspace.runs().get(0).labels().name()).isEmpty();
    }

    @Test
    void aRenamedRunLeavesTheChosenSplitAlone() {
        CompareViewModel compare = new CompareViewModel(window.workspace, window.background, window.errors);
        RunEntry first = train("baseline");
        window.data.seedProperty().set("99");
        window.data.applySplit();
        train("baseline");
        assertThat(compare.runs()).hasSize(1);
        compare.splitProperty().set(compare.splits().get(0));
        assertThat(compare.runs()).containsExactly(first);

        model.rename(first, "old");
        assertThat(compare.runs()).containsExactly(first);
        model.delete(List.of(window.workspace.runs().get(1)));
        assertThat(compare.runs()).containsExactly(first);
        assertThat(compare.splits()).hasSize(1);
        window.errors.takeOffer();
        assertThat(compare.runs()).containsExactly(first);
        assertThat(compare.splits()).hasSize(2);
    }

    @Test
    void aDeletedRunComesBackWithUndo() throws IOException {
        RunEntry first = train("baseline");
        RunEntry second = train("svd");
        window.workspace.selectedRunProperty().set(first);
        model.delete(List.of(first));

        assertThat(window.workspace.runs()).containsExactly(second);
        assertThat(window.workspace.selectedRunProperty().get()).isEqualTo(second);
        assertThat(saved()).containsExactly(second.folder().orElseThrow());
        assertThat(names(another())).containsExactly("2 · SVD");
        assertThat(window.errors.messageProperty().get()).isEqualTo("1 · Baseline is deleted.");
        assertThat(window.errors.remedyProperty().get().title()).isEqualTo("Undo");

        window.errors.takeOffer();
        assertThat(window.workspace.runs()).containsExactly(first, second);
        assertThat(saved()).hasSize(2);
        assertThat(window.errors.messageProperty().get()).isEmpty();
        assertThat(window.errors.remedyProperty().get()).isNull();
        assertThat(names(another())).containsExactly("1 · Baseline", "2 · SVD");
    }

    @Test
    void severalRunsAreDeletedAndTakenBackTogether() {
        List<RunEntry> all = List.of(train("baseline"), train("svd"), train("baseline"));
        model.delete(List.of(all.get(0), all.get(2)));
        assertThat(window.workspace.runs()).containsExactly(all.get(1));
        assertThat(window.errors.messageProperty().get()).isEqualTo("2 runs are deleted.");

        window.errors.takeOffer();
        assertThat(window.workspace.runs()).containsExactlyElementsOf(all);
    }

    @Test
    void aRunWhosePlaceWasTakenMeanwhileIsOpenedAtItsNewOne() throws IOException {
        RunEntry entry = train("svd");
        Path folder = entry.folder().orElseThrow();
        model.rename(entry, "mine");
        model.delete(List.of(entry));
        RunStore.save(entry.run(), folder);
        window.errors.takeOffer();

        RunEntry back = window.workspace.runs().get(0);
        assertThat(back.name()).isEqualTo("mine");
        assertThat(back.folder()).isPresent().get().isNotEqualTo(folder);
        assertThat(back.run().model().predict(1, 1))
                .isEqualTo(entry.run().model().predict(1, 1));
    }

    @Test
    void whatAnotherWindowDeletedGoesFromTheListAsWell() throws IOException {
        RunEntry entry = train("svd");
        library.delete(entry.folder().orElseThrow());
        model.delete(List.of(entry));

        assertThat(window.workspace.runs()).isEmpty();
        assertThat(window.workspace.selectedRunProperty().get()).isNull();
    }

    @Test
    void aRunIsNotDeletedWhileItIsBeingSaved() throws IOException {
        TestWorkspace slow = new TestWorkspace(temp);
        ScriptedBackground background = new ScriptedBackground();
        RunLibraryModel slowModel = modelOf(slow, background);
        slow.data.open(window.ratingFile("ratings.csv"));
        slow.train.train();
        RunEntry entry = slow.workspace.runs().get(0);
        slowModel.delete(List.of(entry));
        assertThat(slow.workspace.runs()).containsExactly(entry);
        assertThat(slow.errors.messageProperty().get()).contains("still being saved");

        slowModel.rename(entry, "early"); // the folder hears of it as soon as there is one
        background.finish(0);
        background.finish(1);
        assertThat(RunSummary.read(entry.folder().orElseThrow()).labels().name())
                .isEqualTo("early");
        slowModel.finishSaving();
    }

    @Test
    void aRunThatCannotBeSavedIsTold() throws IOException {
        Files.writeString(library.folder(), "a file, not a folder");
        RunEntry entry = train("svd");

        assertThat(entry.folder()).isEmpty();
        assertThat(window.errors.messageProperty().get())
                .startsWith("1 · SVD could not be saved. ")
                .contains(library.folder().toString());
        model.finishSaving(); // nothing to wait for
    }

    @Test
    void aFolderOfElsewhereIsOpenedAndNeverMoved() throws IOException {
        RunEntry entry = train("svd");
        Path elsewhere = temp.resolve("elsewhere");
        RunStore.save(entry.run(), elsewhere);
        assertThat(RunLibrary.runOf(elsewhere)).contains(elsewhere);
        assertThat(RunLibrary.runOf(elsewhere.resolve("model.fsm"))).contains(elsewhere);
        assertThat(RunLibrary.runOf(temp)).isEmpty();
        assertThat(RunLibrary.runOf(temp.resolve("model.fsm"))).isEmpty();
        model.openFolder(elsewhere);

        assertThat(names(window)).containsExactly("1 · SVD", "2 · SVD");
        RunEntry opened = window.workspace.runs().get(1);
        assertThat(window.workspace.selectedRunProperty().get()).isEqualTo(opened);
        window.workspace.selectedRunProperty().set(entry);
        model.openFolder(elsewhere);
        assertThat(window.workspace.runs()).hasSize(2);
        assertThat(window.workspace.selectedRunProperty().get()).isEqualTo(opened);
        assertThat(saved()).hasSize(1);

        model.delete(List.of(opened));
        assertThat(elsewhere.resolve("run.json")).exists();
        assertThat(window.errors.messageProperty().get()).isEqualTo("2 · SVD is no longer listed; its folder stays.");
        window.errors.takeOffer();
        assertThat(window.workspace.runs()).containsExactly(entry, opened);
    }

    @Test
    void aFolderThatIsNoRunIsTold() {
        model.openFolder(temp);

        assertThat(window.errors.messageProperty().get()).contains("not a run folder");
    }

    @Test
    void whereARunIsIsShownOrTold() {
        List<Path> shown = new ArrayList<>();
        model.setFolderOpener(shown::add);
        RunEntry entry = train("svd");
        model.showFolder(entry);
        assertThat(shown).containsExactly(entry.folder().orElseThrow());

        model.automaticallyProperty().set(false);
        model.showFolder(train("svd"));
        assertThat(window.errors.messageProperty().get()).isEqualTo("2 · SVD is not saved yet.");
    }

    @Test
    void whatCannotBeOpenedIsToldAndTheOthersAreListed() throws IOException {
        train("baseline");
        RunEntry damaged = train("svd");
        train("baseline");
        Files.delete(damaged.folder().orElseThrow().resolve("ratings.fsr"));
        Files.createDirectory(library.folder().resolve("notes"));
        TestWorkspace other = another();

        assertThat(names(other)).containsExactly("1 · Baseline", "3 · Baseline");
        assertThat(other.errors.messageProperty().get())
                .startsWith("2 saved runs cannot be opened. ")
                .contains("notes");
    }

    @Test
    void theLatestAreListedFirstAndOnlySoManyAsFitInMemory() throws IOException {
        RunEntry entry = train("baseline");
        for (int k = 0; k < 24; k++) {
            copyWithOtherSplit(entry, k);
        }
        TestWorkspace small = new TestWorkspace(temp);
        new LibraryOpening(small.workspace, library, small.background, small.errors, 1).start();

        assertThat(small.workspace.runs()).hasSize(10);
        assertThat(names(small).get(9)).isEqualTo("25 · Baseline");
        assertThat(small.errors.messageProperty().get()).contains("The latest 10 of 25 saved runs", "JAVA_OPTS");
        TestWorkspace large = another();
        assertThat(large.workspace.runs()).hasSize(25);
        assertThat(large.errors.messageProperty().get()).isEmpty();
        assertThat(large.workspace.runs())
                .filteredOn(run -> run.overlaidProperty().get())
                .extracting(RunEntry::number)
                .containsExactly(18, 19, 20, 21, 22, 23, 24, 25);
    }

    private void copyWithOtherSplit(RunEntry entry, int k) throws IOException {
        Run run = entry.run();
        library.save(
                new Run(
                        run.experiment(),
                        run.outcome(),
                        run.finished().plusSeconds(k + 1),
                        run.versions(),
                        run.machine()),
                RunLabels.NONE);
    }

    @Test
    void aStoppedOpeningKeepsWhatItHas() throws IOException {
        RunEntry entry = train("baseline");
        for (int k = 0; k < 14; k++) {
            copyWithOtherSplit(entry, k);
        }
        TestWorkspace other = new TestWorkspace(temp);
        ScriptedBackground background = new ScriptedBackground();
        modelOf(other, background).start();
        background.finish(0);
        background.finish(1);
        Activity activity = other.workspace.activities().get(0);
        assertThat(activity.progressProperty().get()).isBetween(0.6, 0.7);
        activity.stop();
        background.finish(2 + 10); // behind ten numbers that are written
        assertThat(other.workspace.runs()).hasSize(10);
        assertThat(other.workspace.activities()).isEmpty();
    }

    @Test
    void aFolderThatVanishesDuringListingIsNotMissed() throws IOException {
        RunEntry first = train("baseline");
        train("svd");
        TestWorkspace other = new TestWorkspace(temp);
        ScriptedBackground background = new ScriptedBackground();
        modelOf(other, background).start();
        background.finish(0);
        Files.move(first.folder().orElseThrow(), temp.resolve("taken away"), StandardCopyOption.ATOMIC_MOVE);
        background.finish(1);

        assertThat(names(other)).containsExactly("2 · SVD");
        assertThat(other.errors.messageProperty().get()).isEmpty();
        try (Stream<Path> left = Files.list(library.folder())) {
            assertThat(left).hasSize(1);
        }
    }
}
