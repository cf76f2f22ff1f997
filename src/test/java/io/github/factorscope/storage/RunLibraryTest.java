package io.github.factorscope.storage;

import static io.github.factorscope.storage.SampleRuns.predictions;
import static io.github.factorscope.storage.SampleRuns.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Machine;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.RunLibrary.Deleted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLibraryTest {
    private static final ModelFamily BASELINE = ModelCatalogue.find("baseline");
    private static final ModelFamily SVD = ModelCatalogue.find("svd");

    @TempDir
    private Path temp;

    private RunLibrary library;
    private Run run;

    @BeforeEach
    void openALibrary() {
        library = new RunLibrary(temp.resolve("home").resolve("library"));
        run = SampleRuns.run(SVD, SVD.defaults().with("factors", "3").with("epochs", "2"), 1);
    }

    private List<Path> listed() throws IOException {
        return library.list().runs().stream().map(RunSummary::folder).toList();
    }

    @Test
    void beforeTheFirstRunThereIsNothing() throws IOException {
        assertThat(library.list()).isEqualTo(new RunLibrary.Listing(List.of(), List.of()));
        library.tidy(Instant.now());
        assertThat(temp.resolve("home")).doesNotExist();
    }

    @Test
    void aSummaryTellsWhatTheRunTells() throws IOException {
        Path folder = library.save(run, new RunLabels(4, "", List.of("first")));

        RunSummary summary = library.list().runs().get(0);
        assertThat(summary.folder()).isEqualTo(folder);
        assertThat(summary.family()).isEqualTo("svd");
        assertThat(summary.settings())
                .containsEntry("factors", "3")
                .hasSameSizeAs(run.experiment().settings().toMap());
        assertThat(summary.seed()).isEqualTo(7);
        assertThat(summary.dataName()).isEqualTo(run.experiment().dataset().name());
        assertThat(summary.dataRatings())
                .isEqualTo(run.experiment().dataset().ratings().size());
        assertThat(summary.dataFingerprint()).hasSize(64);
        assertThat(summary.splitFingerprint())
                .isEqualTo(run.experiment().split().fingerprint());
        assertThat(summary.plan()).isEqualTo("20 % test, 10 % validation, seed 1");
        assertThat(summary.accuracies()).isEqualTo(run.outcome().accuracies());
        assertThat(summary.epochs()).isEqualTo(2);
        assertThat(summary.seconds()).isEqualTo(run.outcome().seconds());
        assertThat(summary.finished()).isEqualTo(run.finished());
        assertThat(summary.versions()).isEqualTo(run.versions());
        assertThat(summary.machine()).isEqualTo(run.machine()).isEqualTo(Machine.current());
        assertThat(summary.machine().processors()).isPositive();
        assertThat(summary.machine().memoryMegabytes()).isPositive();
        assertThat(summary.labels()).isEqualTo(new RunLabels(4, "", List.of("first")));
        assertThat(summary.name()).isEqualTo("4 · svd");
        assertThat(folder.getFileName().toString())
                .startsWith(run.finished().toString().substring(0, 10))
                .contains("-svd-");
    }

    @Test
    void listingReadsNeitherRatingsNorModels() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        Files.writeString(folder.resolve("ratings.fsr"), "no ratings");
        Files.delete(folder.resolve("model.fsm"));

        assertThat(listed()).containsExactly(folder);
    }

    @Test
    void theEarliestComesFirst() throws IOException {
        Path second = library.save(at("2026-02-03T04:05:06Z"), RunLabels.NONE);
        Path first = library.save(at("2026-01-02T03:04:05.5Z"), RunLabels.NONE);
        Path third = library.save(at("2026-02-03T04:05:06.7Z"), RunLabels.NONE);

        assertThat(listed()).containsExactly(first, second, third);
        assertThat(first.getFileName().toString()).startsWith("2026-01-02-030405-svd-");
    }

    private Run at(String time) {
        return new Run(run.experiment(), run.outcome(), Instant.parse(time), run.versions(), run.machine());
    }

    @Test
    void runsOfTheSameSecondHaveFoldersOfTheirOwn() throws IOException {
        for (int k = 0; k < 20; k++) {
            library.save(run, RunLabels.NONE);
        }
        assertThat(listed()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void anOpenedRunIsTheSavedOne() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        Run opened = library.open(folder);

        assertThat(predictions(opened)).isEqualTo(predictions(run));
        assertThat(opened.model().explain(3, 4)).isEqualTo(run.model().explain(3, 4));
        assertThat(opened.model().predict(3, 4)).isEqualTo(run.model().predict(3, 4));
        assertThat(opened.model().parameters().arrays().keySet())
                .isEqualTo(run.model().parameters().arrays().keySet());
        assertThat(opened.outcome().history()).isEqualTo(run.outcome().history());
        assertThat(opened.machine()).isEqualTo(run.machine());
        Path again = library.save(opened, RunLabels.NONE);
        assertThat(predictions(library.open(again))).isEqualTo(predictions(run));
    }

    @Test
    void runsOnTheSameRatingsShareThem() throws IOException {
        Run other = SampleRuns.run(BASELINE, BASELINE.defaults(), 1);
        Run elsewhere = SampleRuns.run(BASELINE, BASELINE.defaults(), 2);
        Run first = library.open(library.save(run, RunLabels.NONE));
        Run second = library.open(library.save(other, RunLabels.NONE));
        Run third = library.open(library.save(elsewhere, RunLabels.NONE));

        assertThat(second.experiment().dataset()).isSameAs(first.experiment().dataset());
        assertThat(second.experiment().split()).isSameAs(first.experiment().split());
        assertThat(third.experiment().dataset()).isNotSameAs(first.experiment().dataset());
    }

    @Test
    void aModelThatIsDamagedAfterTheRunWasOpenedSaysSoWhenItIsAsked() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        Run opened = library.open(folder);
        byte[] model = Files.readAllBytes(folder.resolve("model.fsm"));
        model[model.length - 20] ^= 1;
        Files.write(folder.resolve("model.fsm"), model);

        Throwable thrown = catchThrowable(() -> opened.model().predict(0, 0));
        assertThat(thrown).isInstanceOf(UncheckedIOException.class);
        assertThat(ErrorMessages.of(thrown)).contains("model.fsm is damaged");

        model[model.length - 20] ^= 1;
        Files.write(folder.resolve("model.fsm"), model);
        assertThat(opened.model().predict(0, 0)).isEqualTo(run.model().predict(0, 0));
    }

    @Test
    void aModelThatIsMissingDamagedOrNewerIsRefusedAtOnce() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        byte[] model = Files.readAllBytes(folder.resolve("model.fsm"));
        model[7] = 2;
        Files.write(folder.resolve("model.fsm"), model);
        assertThatThrownBy(() -> library.open(folder)).hasMessageContaining("Use a newer FactorScope");

        model[7] = 1;
        model[model.length - 20] ^= 1;
        Files.write(folder.resolve("model.fsm"), model);
        assertThatThrownBy(() -> library.open(folder)).hasMessageContaining("checksum");

        Files.delete(folder.resolve("model.fsm"));
        assertThat(ErrorMessages.of(catchThrowable(() -> library.open(folder)))).contains("model.fsm does not exist");
    }

    @Test
    void aModelThatDoesNotFitItsSettingsIsRefusedWhenItIsAsked() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        Path json = folder.resolve("run.json");
        Files.writeString(json, Files.readString(json).replace("\"factors\" : 3", "\"factors\" : 4"));
        Run opened = library.open(folder);

        assertThat(ErrorMessages.of(catchThrowable(() -> opened.model().predict(0, 0))))
                .contains("cannot be used", "userFactors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"format\":1}", "{\"format\":99}"})
    void whatCannotBeReadIsListedWithAReason(String record) throws IOException {
        Path whole = library.save(run, RunLabels.NONE);
        Path damaged = library.save(run, RunLabels.NONE);
        Files.writeString(damaged.resolve("run.json"), record);
        Path nothing = Files.createDirectory(library.folder().resolve("notes"));
        Files.writeString(library.folder().resolve("readme.txt"), "a file is no run");

        RunLibrary.Listing listing = library.list();
        assertThat(listing.runs()).extracting(RunSummary::folder).containsExactly(whole);
        assertThat(listing.unreadable())
                .extracting(RunLibrary.Unreadable::folder)
                .containsExactlyInAnyOrder(damaged, nothing);
        assertThat(listing.unreadable())
                .allSatisfy(each -> assertThat(each.reason()).endsWith(".").doesNotContain("Exception"));
    }

    @Test
    void aRunOfAnUnknownModelIsStillListed() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        Path json = folder.resolve("run.json");
        Files.writeString(json, Files.readString(json).replace("\"model\" : \"svd\"", "\"model\" : \"later\""));

        assertThat(library.list().runs().get(0).family()).isEqualTo("later");
        assertThatThrownBy(() -> library.open(folder)).isInstanceOf(RunFormatException.class);
    }

    @Test
    void aRecordWithoutAMachineIsStillRead() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        Path json = folder.resolve("run.json");
        String text = Files.readString(json);
        Files.writeString(json, text.replaceFirst("(?s),\\s*\"machine\" : \\{.*?\\}", ""));
        assertThat(Files.readString(json)).doesNotContain("machine");

        assertThat(library.list().runs().get(0).machine()).isEqualTo(Machine.UNKNOWN);
        assertThat(library.open(folder).machine()).isEqualTo(Machine.UNKNOWN);
    }

    @Test
    void labelsLeaveTheRecordAsItWas() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        String record = Files.readString(folder.resolve("run.json"));
        library.label(folder, new RunLabels(3, " Größe\n zählt\u0007 ", List.of("a ", "", "b", "a")));

        assertThat(Files.readString(folder.resolve("run.json"))).isEqualTo(record);
        RunLabels labels = library.list().runs().get(0).labels();
        assertThat(labels).isEqualTo(new RunLabels(3, "Größe zählt", List.of("a", "b")));
        assertThat(library.list().runs().get(0).name()).isEqualTo("Größe zählt");
        assertThat(predictions(library.open(folder))).isEqualTo(predictions(run));
        assertThat(new RunLabels(0, "x".repeat(1000), List.of()).name()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"name\":{},\"tags\":5}", "{\"number\":-3}", "\u0000"})
    void damagedLabelsAreNone(String text) throws IOException {
        Path folder = library.save(run, new RunLabels(1, "mine", List.of()));
        Files.writeString(folder.resolve("labels.json"), text);

        assertThat(library.list().runs().get(0).labels()).isEqualTo(RunLabels.NONE);
    }

    @Test
    void whatIsGoneCannotBeLabelled() {
        Path gone = library.folder().resolve("gone");
        assertThatThrownBy(() -> library.label(gone, RunLabels.NONE)).isInstanceOf(IOException.class);
        assertThat(gone).doesNotExist();
    }

    @Test
    void aDeletedRunIsTakenBackAsItWas() throws IOException {
        Path folder = library.save(run, new RunLabels(1, "mine", List.of("t")));
        var before = tree(folder);
        Deleted deleted = library.delete(folder);

        assertThat(listed()).isEmpty();
        assertThat(library.list().unreadable()).isEmpty();
        assertThat(folder).doesNotExist();
        assertThat(library.takeBack(deleted)).isEqualTo(folder);
        assertThat(tree(folder)).isEqualTo(before);
        assertThat(listed()).containsExactly(folder);
    }

    @Test
    void aRunIsTakenBackBesideWhatHasItsPlaceNow() throws IOException {
        Path folder = library.save(run, RunLabels.NONE);
        Deleted deleted = library.delete(folder);
        RunStore.save(run, folder);
        Path back = library.takeBack(deleted);

        assertThat(back).isNotEqualTo(folder);
        assertThat(listed()).containsExactlyInAnyOrder(folder, back);
    }

    @Test
    void onlyRunsOfTheLibraryAreDeleted() throws IOException {
        Path stranger = temp.resolve("stranger");
        RunStore.save(run, stranger);

        assertThat(library.contains(stranger)).isFalse();
        assertThatThrownBy(() -> library.delete(stranger)).isInstanceOf(IllegalArgumentException.class);
        assertThat(stranger.resolve("run.json")).exists();
        assertThat(predictions(library.open(stranger))).isEqualTo(predictions(run));
    }

    @Test
    void theTrashKeepsRunsForThirtyDays() throws IOException {
        Deleted deleted = library.delete(library.save(run, RunLabels.NONE));
        Path foreign = Files.createDirectory(deleted.inTrash().resolveSibling("somebody's"));
        Instant now = Instant.now();
        library.tidy(now.plus(Duration.ofDays(29)));
        assertThat(deleted.inTrash()).exists();

        library.tidy(now.plus(Duration.ofDays(31)));
        assertThat(deleted.inTrash()).doesNotExist();
        assertThat(foreign).exists();
        assertThat(tree(library.folder()).keySet()).containsExactly("", ".trash", ".trash/somebody's");
        assertThatThrownBy(() -> library.takeBack(deleted)).isInstanceOf(IOException.class);
    }

    @Test
    void whatAKilledProcessLeftIsNeverListedAndRemovedAfterADay() throws IOException {
        Path whole = library.save(run, RunLabels.NONE);
        Path half = library.folder().resolve(".one.123.part");
        RunStore.save(run, half);
        Path doomed = library.delete(library.save(run, RunLabels.NONE)).inTrash();
        Files.move(doomed, doomed.resolveSibling(".doomed-1"));
        assertThat(listed()).containsExactly(whole);

        Instant now = Instant.now();
        library.tidy(now);
        assertThat(half).exists(); // another process may be writing it
        assertThat(doomed.resolveSibling(".doomed-1")).doesNotExist();
        Files.setLastModifiedTime(half, FileTime.from(now.minus(Duration.ofHours(25))));
        library.tidy(now);
        assertThat(half).doesNotExist();
        assertThat(listed()).containsExactly(whole);
        assertThat(library.list().unreadable()).isEmpty();
    }

    @Test
    void aRunWithoutTestRatingsIsSummedUpWithoutThem() throws IOException {
        Run other = SampleRuns.run(
                RandomRatings.dataset(20, 15, 0.5, 9), new SplitPlan(0, 0, 3), BASELINE, BASELINE.defaults());
        library.save(other, RunLabels.NONE);

        RunSummary summary = library.list().runs().get(0);
        assertThat(summary.plan()).isEqualTo("no test");
        assertThat(summary.accuracies().test()).isEmpty();
        assertThat(summary.name()).isEqualTo("baseline");
    }
}
