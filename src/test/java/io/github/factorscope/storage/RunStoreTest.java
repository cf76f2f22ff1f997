package io.github.factorscope.storage;

import static io.github.factorscope.storage.SampleRuns.predictions;
import static io.github.factorscope.storage.SampleRuns.tree;
import static io.github.factorscope.storage.SampleRuns.triplets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunStoreTest {
    private static final ModelFamily SVD = ModelCatalogue.find("svd");

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = temp.resolve("runs").resolve("one");
    }

    private Run saved() throws IOException {
        Run run = SampleRuns.run(SVD, SVD.defaults().with("factors", "3").with("epochs", "2"), 1);
        RunStore.save(run, folder);
        return run;
    }

    static Stream<ModelFamily> families() {
        return ModelCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void openingGivesTheRunThatWasSaved(ModelFamily family) throws IOException {
        for (Preset preset : family.presets()) {
            Run run = SampleRuns.run(family, preset.settings(), 4);
            Path target = temp.resolve(preset.name());
            RunStore.save(run, target);
            Run opened = RunStore.open(target);

            assertThat(predictions(opened)).isEqualTo(predictions(run));
            assertThat(opened.experiment().family()).isSameAs(family);
            assertThat(opened.experiment().settings()).isEqualTo(preset.settings());
            assertThat(opened.experiment().seed()).isEqualTo(7);
            assertThat(opened.experiment().patience()).isEqualTo(3);
            assertThat(opened.outcome().history())
                    .isEqualTo(run.outcome().history())
                    .isNotEmpty();
            assertThat(opened.outcome().modelEpoch()).isEqualTo(run.outcome().modelEpoch());
            assertThat(opened.outcome().stopReason()).isEqualTo(run.outcome().stopReason());
            assertThat(opened.outcome().divergence()).isEmpty();
            assertThat(opened.train()).isEqualTo(run.train());
            assertThat(opened.validation()).isEqualTo(run.validation()).isPresent();
            assertThat(opened.test()).isEqualTo(run.test()).isPresent();
            assertThat(opened.finished()).isEqualTo(run.finished());
            assertThat(opened.versions()).isEqualTo(run.versions());
            assertThat(opened.model().explain(3, 4)).isEqualTo(run.model().explain(3, 4));
        }
    }

    @Test
    void openingGivesTheDataThatWereSaved() throws IOException {
        Run run = saved();
        Run opened = RunStore.open(folder);

        assertSameData(opened, run);
    }

    private static void assertSameData(Run opened, Run run) {
        Dataset before = run.experiment().dataset();
        Dataset after = opened.experiment().dataset();
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.source()).isEqualTo(before.source());
        assertThat(after.scale()).isEqualTo(before.scale());
        assertThat(after.users().ids()).isEqualTo(before.users().ids());
        assertThat(after.items().items()).isEqualTo(before.items().items());
        assertThat(triplets(after.matrix(after.ratings()))).isEqualTo(triplets(before.matrix(before.ratings())));
        assertThat(opened.experiment().split().plan())
                .isEqualTo(run.experiment().split().plan());
        assertThat(opened.experiment().split().fingerprint())
                .isEqualTo(run.experiment().split().fingerprint());
        assertThat(triplets(opened.experiment().split().training()))
                .isEqualTo(triplets(run.experiment().split().training()));
        assertThat(triplets(opened.experiment().split().validation()))
                .isEqualTo(triplets(run.experiment().split().validation()));
        assertThat(triplets(opened.experiment().split().test()))
                .isEqualTo(triplets(run.experiment().split().test()));
    }

    static Stream<TestChoice> choices() {
        return Stream.of(
                new TestChoice.RandomShare(0.3),
                new TestChoice.Fold(2, 5),
                new TestChoice.LastOfUser(2),
                new TestChoice.FromDate(60));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void theSplitIsTheSameAfterOpening(TestChoice test) throws IOException {
        Ratings ratings = RandomRatings.ratings(20, 15, 0.5, 2);
        Ratings.Builder timed = new Ratings.Builder(true);
        for (int k = 0; k < ratings.size(); k++) {
            timed.add(ratings.user(k), ratings.item(k), ratings.value(k), 37 * k % 100);
        }
        Dataset dataset = RandomRatings.dataset(timed.build(), Ratings.none(), 20, 15);
        Run run = SampleRuns.run(dataset, new SplitPlan(test, 0.1, 5), SVD, SVD.preset("quick"));
        RunStore.save(run, folder);

        assertThat(run.experiment().split().hasTest()).isTrue();
        assertSameData(RunStore.open(folder), run);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunOfBeforeThereWasAChoiceIsStillOpened(boolean givenTest) throws IOException {
        Run run = saved();
        Path json = folder.resolve("run.json");
        String text = Files.readString(json);
        String old = text.replace("    \"test\" : \"random-share\",\n", "")
                .replace("\"givenTest\" : false", "\"givenTest\" : " + givenTest);
        assertThat(old).isNotEqualTo(text).contains("\"testShare\" : 0.2");
        Files.writeString(json, old);

        assertThat(RunStore.open(folder).experiment().split().plan())
                .isEqualTo(
                        givenTest
                                ? new SplitPlan(new TestChoice.GivenFile(), 0.1, 1)
                                : run.experiment().split().plan());
    }

    @Test
    void aGivenTestFileIsStillOneAfterOpening() throws IOException {
        Ratings all = RandomRatings.ratings(20, 15, 0.5, 2);
        int[] first = new int[30];
        int[] rest = new int[all.size() - 30];
        Arrays.setAll(first, k -> k);
        Arrays.setAll(rest, k -> k + 30);
        Dataset dataset = RandomRatings.dataset(all.select(rest), all.select(first), 20, 15);
        Run run = SampleRuns.run(dataset, new SplitPlan(0.3, 0.1, 5), SVD, SVD.preset("quick"));
        RunStore.save(run, folder);
        Run opened = RunStore.open(folder);

        assertThat(opened.experiment().dataset().hasGivenTest()).isTrue();
        assertThat(opened.experiment().dataset().ratings().size()).isEqualTo(rest.length);
        assertThat(opened.experiment().dataset().givenTest().size()).isEqualTo(30);
        assertSameData(opened, run);
    }

    @Test
    void ratingsThatAreAlsoInAGivenTestFileAreNotLost() throws IOException {
        Ratings all = RandomRatings.ratings(20, 15, 0.5, 2);
        int[] first = new int[30];
        Arrays.setAll(first, k -> k);
        Dataset dataset = RandomRatings.dataset(all, all.select(first), 20, 15);
        Run run = SampleRuns.run(dataset, new SplitPlan(0, 0.1, 5), SVD, SVD.preset("quick"));
        RunStore.save(run, folder);

        assertSameData(RunStore.open(folder), run);
    }

    @Test
    void aRunWithoutTestAndValidationStaysOne() throws IOException {
        Run run =
                SampleRuns.run(RandomRatings.dataset(20, 15, 0.5, 2), new SplitPlan(0, 0, 1), SVD, SVD.preset("quick"));
        RunStore.save(run, folder);
        Run opened = RunStore.open(folder);

        assertThat(opened.test()).isEmpty();
        assertThat(opened.validation()).isEmpty();
        assertThat(opened.outcome().history()).isEqualTo(run.outcome().history());
    }

    @Test
    void aDivergedRunKeepsItsAdvice() throws IOException {
        Run run = SampleRuns.run(SVD, SVD.defaults().with("learningRate", "5").with("factors", "3"), 1);
        assertThat(run.outcome().divergence()).isPresent();
        RunStore.save(run, folder);
        Run opened = RunStore.open(folder);

        assertThat(opened.outcome().divergence()).isEqualTo(run.outcome().divergence());
        assertThat(predictions(opened)).isEqualTo(predictions(run));
    }

    @Test
    void oddNamesAndTitlesSurvive() throws IOException {
        List<String> odd = List.of("Zoë", "a,b;c|d", "\"quoted\"", "tab\there", "日本 🎬", "");
        IdIndex ids = IdIndex.of(odd);
        Map<String, Item> items = new HashMap<>();
        odd.forEach(id -> items.put(id, new Item(id, "Title " + id, -5, List.of("Film-Noir", id))));
        items.remove("");
        Ratings ratings = RandomRatings.table(new double[][] {
            {1, 2, 3, 4, 5, 1},
            {0, 2, 0, 4, 0, 3},
            {5, 4, 3, 2, 1, 0},
            {0, 0, 0, 0, 0, 2},
            {3, 3, 3, 0, 0, 0},
            {0, 0, 1, 0, 5, 0},
        });
        Dataset dataset = new Dataset(
                "Größe",
                "somewhere",
                ratings,
                Ratings.none(),
                ids,
                ItemCatalogue.of(ids, items),
                new RatingScale(1, 5, 1));
        Run run = SampleRuns.run(dataset, new SplitPlan(0.1, 0, 1), SVD, SVD.preset("quick"));
        RunStore.save(run, folder);

        assertThat(RunStore.open(folder).experiment().dataset().users().ids()).isEqualTo(odd);
        assertThat(RunStore.open(folder).experiment().dataset().name()).isEqualTo("Größe");
        assertThat(RunStore.open(folder).experiment().dataset().items().item(0))
                .isEqualTo(dataset.items().item(0));
    }

    @Test
    void savingIntoAnEmptyFolderFillsIt() throws IOException {
        Files.createDirectories(folder);
        Run run = saved();

        assertThat(predictions(RunStore.open(folder))).isEqualTo(predictions(run));
        assertThat(tree(folder.getParent()).keySet())
                .containsExactly("", "one", "one/model.fsm", "one/ratings.fsr", "one/run.json");
    }

    @Test
    void whatExistsIsNeverOverwritten() throws IOException {
        saved();
        Map<String, String> before = tree(folder.getParent());

        assertThatThrownBy(this::saved)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(folder.toString(), "exists already")
                .hasMessageEndingWith(".");
        assertThat(tree(folder.getParent())).isEqualTo(before);

        Path file = Files.writeString(temp.resolve("file"), "mine");
        assertThatThrownBy(() -> RunStore.save(RunStore.open(folder), file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderWithoutARunIsRefused() throws IOException {
        assertThat(refusal(temp.resolve("nothing"))).contains("not a run folder");
        assertThat(refusal(temp)).contains("run.json");
        Path file = Files.writeString(temp.resolve("file"), "mine");
        assertThat(refusal(file)).contains("not a run folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.fsm", "ratings.fsr", "run.json"})
    void aMissingFileIsRefusedByItsName(String name) throws IOException {
        saved();
        Files.delete(folder.resolve(name));

        assertThat(refusal(folder)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.fsm", "ratings.fsr", "run.json"})
    void aTruncatedFileIsRefused(String name) throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        for (int length = 0; length < whole.length - 1; length += 1 + whole.length / 150) {
            Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
            assertThat(refusal(folder))
                    .as("%d of %d bytes", length, whole.length)
                    .isNotEmpty();
        }
        Files.write(folder.resolve(name), whole);
        assertThat(RunStore.open(folder)).isNotNull();
    }

    @Test
    void everyFlippedBitOfTheModelIsNoticed() throws IOException {
        saved();
        Path model = folder.resolve("model.fsm");
        byte[] whole = Files.readAllBytes(model);
        for (int position = 0; position < whole.length; position++) {
            byte[] damaged = whole.clone();
            damaged[position] ^= (byte) (1 << position % 8);
            Files.write(model, damaged);
            assertThat(refusal(folder))
                    .as("byte %d of %d", position, whole.length)
                    .contains("model.fsm");
        }
    }

    @Test
    void bytesBehindTheModelAreNoticed() throws IOException {
        saved();
        Path model = folder.resolve("model.fsm");
        byte[] whole = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(whole, whole.length + 4));

        assertThat(refusal(folder)).contains("damaged");
    }

    @Test
    void aFlippedBitOfTheRatingsIsNoticedOrHarmless() throws IOException {
        Run run = saved();
        Path ratings = folder.resolve("ratings.fsr");
        byte[] whole = Files.readAllBytes(ratings);
        List<String> unnoticed = new ArrayList<>();
        int refused = 0;
        for (int position = 0; position < whole.length; position++) {
            byte[] damaged = whole.clone();
            damaged[position] ^= (byte) (1 << position % 8);
            Files.write(ratings, damaged);
            Throwable thrown = catchThrowable(() -> assertSameData(RunStore.open(folder), run));
            refused += thrown == null ? 0 : 1;
            if (thrown != null && !(thrown instanceof RunFormatException)) {
                unnoticed.add("byte " + position + ": "
                        + thrown.toString().lines().findFirst().orElse(""));
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void theRatingsOfAnotherRunAreRefused() throws IOException {
        saved();
        Path other = temp.resolve("other");
        RunStore.save(SampleRuns.run(SVD, SVD.preset("quick"), 2), other);
        Files.copy(other.resolve("ratings.fsr"), folder.resolve("ratings.fsr"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(refusal(folder)).contains("ratings.fsr", "another run");
    }

    @Test
    void theModelOfAnotherRunIsRefused() throws IOException {
        saved();
        Path other = temp.resolve("other");
        RunStore.save(SampleRuns.run(SVD, SVD.defaults().with("factors", "4").with("epochs", "2"), 1), other);
        Files.copy(other.resolve("model.fsm"), folder.resolve("model.fsm"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(refusal(folder)).contains("userFactors");
    }

    @Test
    void newerFormatsAreRefusedWithAdvice() throws IOException {
        saved();
        Path json = folder.resolve("run.json");
        String text = Files.readString(json);
        assertThat(text).contains("\"format\" : 1");
        Files.writeString(json, text.replace("\"format\" : 1", "\"format\" : 2"));
        assertThat(refusal(folder)).contains("format 2", "newer FactorScope");
        Files.writeString(json, text);

        byte[] model = Files.readAllBytes(folder.resolve("model.fsm"));
        byte[] newer = model.clone();
        newer[7] = 2;
        Files.write(folder.resolve("model.fsm"), newer);
        assertThat(refusal(folder)).contains("version 2", "newer FactorScope");
        Files.write(folder.resolve("model.fsm"), model);

        Path ratings = folder.resolve("ratings.fsr");
        byte[] unpacked;
        try (var in = new GZIPInputStream(Files.newInputStream(ratings))) {
            unpacked = in.readAllBytes();
        }
        unpacked[2 + 8 + 3] = 3;
        try (var out = new GZIPOutputStream(Files.newOutputStream(ratings))) {
            out.write(unpacked);
        }
        assertThat(refusal(folder)).contains("version 3", "newer FactorScope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"model\" : \"svd\"=\"model\" : \"magic\"",
                "\"factors\" : 3=\"factors\" : -3",
                "\"factors\" : 3=\"colour\" : 3",
                "\"stopReason\" : \"epochs-done\"=\"stopReason\" : \"bored\"",
                "\"testShare\" : 0.2=\"testShare\" : 7",
                "\"testShare\" : 0.2=\"share\" : 0.2",
                "\"test\" : \"random-share\"=\"test\" : \"dice\"",
                "\"test\" : \"random-share\"=\"test\" : \"fold\"",
                "\"finished\" : \"20=\"finished\" : \"yesterday",
                "\"train\" :=\"trainn\" :",
            })
    void nonsenseInTheDescriptionIsRefused(String change) throws IOException {
        saved();
        Path json = folder.resolve("run.json");
        String text = Files.readString(json);
        String from = change.substring(0, change.indexOf('='));
        assertThat(text).contains(from);
        Files.writeString(json, text.replaceFirst(Pattern.quote(from), change.substring(from.length() + 1)));

        assertThat(refusal(folder)).contains(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "\u0000\u0000\u0000\u0000", "not json", "{\"format\":1}"})
    void whatIsNoDescriptionIsRefused(String text) throws IOException {
        saved();
        Files.write(folder.resolve("run.json"), text.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(folder)).isNotEmpty();
    }

    /** What a user would read: never a stack trace's words. */
    private static String refusal(Path folder) {
        Throwable thrown = catchThrowable(() -> RunStore.open(folder));
        assertThat(thrown).isInstanceOf(IOException.class);
        String message = ErrorMessages.of(thrown);
        assertThat(message).endsWith(".").doesNotContain("Exception", "unexpected", "io.github");
        return message;
    }
}
