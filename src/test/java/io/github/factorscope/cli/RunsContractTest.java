package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.fields;
import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.cli.CommandLineRunner.smallData;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.cli.CommandLineRunner.Result;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved runs on the command line: listed, repeated, measured. */
class RunsContractTest {
    @TempDir
    private Path temp;

    private Path data;
    private Path library;

    @BeforeEach
    void writeData() throws IOException {
        data = smallData(temp.resolve("small"));
        library = temp.resolve("library");
    }

    static Stream<String> models() {
        return ModelCatalogue.all().stream().map(ModelFamily::id);
    }

    private Path train(String name, Object... more) {
        Path out = library.resolve(name);
        Object[] usual = {
            "train",
            "--ratings",
            data,
            "--model",
            "svd",
            "--set",
            "factors=3",
            "--set",
            "epochs=4",
            "--holdout",
            "0.2",
            "--validation",
            "0.1",
            "--seed",
            "5",
            "--out",
            out
        };
        run(Stream.concat(Stream.of(usual), Stream.of(more)).toArray()).succeeded();
        return out;
    }

    private static void change(Path folder, String from, String to) throws IOException {
        Path json = folder.resolve("run.json");
        String text = Files.readString(json);
        assertThat(text).contains(from);
        Files.writeString(json, text.replace(from, to));
    }

    @Test
    void runsListsWhatIsInALibrary() throws IOException {
        Path folder = train("one");
        Files.writeString(Files.createDirectories(library.resolve("damaged")).resolve("run.json"), "{");
        JsonNode node = run("runs", "--library", library, "--json").json();

        assertThat(node.path("library").asText()).isEqualTo(library.toString());
        assertThat(node.path("runs")).hasSize(1);
        JsonNode listed = node.path("runs").get(0);
        assertThat(fields(listed))
                .contains(
                        "folder",
                        "name",
                        "tags",
                        "model",
                        "settings",
                        "seed",
                        "data",
                        "dataFingerprint",
                        "split",
                        "splitFingerprint",
                        "trainRmse",
                        "validationRmse",
                        "testRmse",
                        "testMae",
                        "epochs",
                        "seconds",
                        "finished",
                        "factorScope",
                        "java",
                        "system",
                        "processors",
                        "memoryMegabytes");
        assertThat(listed.path("folder").asText()).isEqualTo(folder.toString());
        JsonNode record = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
        assertThat(listed.path("testRmse")).isEqualTo(record.path("test").path("rmse"));
        assertThat(listed.path("splitFingerprint"))
                .isEqualTo(record.path("split").path("fingerprint"));
        assertThat(listed.path("processors").asInt())
                .isEqualTo(record.path("machine").path("processors").asInt())
                .isPositive();
        assertThat(node.path("unreadable")).hasSize(1);
        assertThat(node.path("unreadable").get(0).path("reason").asText()).contains("damaged", "line 1");
    }

    @Test
    void runsIsReadableForPeople() throws IOException {
        train("one");
        Files.createDirectories(library.resolve("notes"));
        Result result = run("runs", "--library", library);

        result.succeeded();
        assertThat(result.out()).contains("Test RMSE", "20 % test, 10 % validation, seed 5", "one", "svd");
        assertThat(result.err()).contains("notes is not a run folder");
        assertThat(run("runs", "--library", temp.resolve("nothing")).out()).contains("There is no run in");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRepeatedRunHasTheSameNumbers(String model) throws IOException {
        Path folder = temp.resolve(model);
        JsonNode first = run(
                        "train",
                        "--ratings",
                        data,
                        "--model",
                        model,
                        "--preset",
                        "quick",
                        "--holdout",
                        "0.2",
                        "--validation",
                        "0.1",
                        "--seed",
                        "5",
                        "--json",
                        "--out",
                        folder)
                .json();
        ObjectNode again = (ObjectNode) run("train", "--run", folder, "--json").json();

        JsonNode repeats = again.remove("repeats");
        assertThat(fields(repeats)).containsExactly("run", "same", "largestDifference", "where", "otherCircumstances");
        assertThat(repeats.path("run").asText()).isEqualTo(folder.toString());
        assertThat(repeats.path("same").asBoolean()).isTrue();
        assertThat(repeats.path("largestDifference").asDouble()).isZero();
        assertThat(repeats.path("otherCircumstances")).isEmpty();
        assertThat(again.path("test")).isEqualTo(first.path("test"));
        assertThat(again.path("settings")).isEqualTo(first.path("settings"));
    }

    @Test
    void aRepeatedRunCanBeSavedAndReadByPeople() {
        Path folder = train("one");
        Path out = temp.resolve("again");
        Result result = run("train", "--run", folder, "--out", out);

        result.succeeded();
        assertThat(result.out()).contains("the same numbers, bit for bit", out.toString());
        assertThat(run("train", "--run", out).out()).contains("the same numbers");
    }

    @Test
    void otherNumbersAreToldWithTheirDifference() throws IOException {
        Path folder = train("one");
        JsonNode record = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
        String objective = record.path("history").get(1).path("objective").asText();
        change(folder, "\"objective\" : " + objective, "\"objective\" : " + (Double.parseDouble(objective) + 0.25));
        JsonNode repeats = run("train", "--run", folder, "--json").json().path("repeats");

        assertThat(repeats.path("same").asBoolean()).isFalse();
        assertThat(repeats.path("largestDifference").asDouble()).isEqualTo(0.25);
        assertThat(repeats.path("where").asText()).isEqualTo("objective of epoch 2");
        assertThat(run("train", "--run", folder).out())
                .contains("other numbers: the largest difference is 0.250, in the objective of epoch 2");
    }

    @Test
    void numbersThatOnlyOneHasAreDifferent() throws IOException {
        Path folder = train("one");
        change(folder, "\"test\" : {", "\"tested\" : {");
        JsonNode repeats = run("train", "--run", folder, "--json").json().path("repeats");

        assertThat(repeats.path("same").asBoolean()).isFalse();
        assertThat(repeats.path("largestDifference").isNull()).isTrue();
        assertThat(run("train", "--run", folder).out()).contains("only one of them has a test RMSE");
    }

    @Test
    void otherVersionsAreMentioned() throws IOException {
        Path folder = train("one");
        change(folder, "\"java\" : \"", "\"java\" : \"1.");
        Result result = run("train", "--run", folder);

        assertThat(result.out())
                .contains("the same numbers", "Java " + System.getProperty("java.version"), "instead of 1.");
    }

    @Test
    void aRunThatSomebodyStoppedIsStoppedAgain() throws IOException {
        Path folder = train("one");
        change(folder, "\"stopReason\" : \"epochs-done\"", "\"stopReason\" : \"stopped-by-user\"");
        change(folder, "\"epochs\" : 4", "\"epochs\" : 400"); // the setting and the count
        assertThat(run("train", "--run", folder, "--json")
                        .json()
                        .path("repeats")
                        .path("same")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aRunThatEndedInItsFirstEpochCannotBeRepeated() throws IOException {
        Path folder = train("one");
        ObjectNode record = (ObjectNode)
                new ObjectMapper().readTree(folder.resolve("run.json").toFile());
        record.put("stopReason", "stopped-by-user").putArray("history");
        new ObjectMapper().writeValue(folder.resolve("run.json").toFile(), record);
        Result result = run("train", "--run", folder);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.error()).contains("cannot be repeated", "first epoch");
    }

    @ParameterizedTest
    @CsvSource({"--model,svd", "--ratings,x", "--seed,3", "--patience,3", "--set,factors=3", "--holdout,0.2"})
    void whatWouldMakeItAnotherRunIsRefused(String option, String value) {
        Result result = run("train", "--run", train("one"), option, value);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.error()).contains("--run repeats a run as it was", option);
    }

    @Test
    void whatIsNoRunFolderIsRefused() {
        Result result = run("train", "--run", data);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.error()).contains("not a run folder");
    }

    @Test
    void savingAndOpeningAreMeasured() throws IOException {
        JsonNode storage = run("bench", "--ratings", data, "--storage", "--repeat", "1", "--json")
                .json()
                .path("data")
                .get(0)
                .path("storage");

        assertThat(storage.path("factors").asInt()).isEqualTo(100);
        for (String name : new String[] {
            "saveSeconds",
            "openSeconds",
            "listSeconds",
            "firstSaveSeconds",
            "firstOpenSeconds",
            "ratingsBytes",
            "modelBytes"
        }) {
            assertThat(storage.path(name).asDouble()).as(name).isPositive();
        }
        assertThat(run("bench", "--ratings", data, "--storage", "--repeat", "1").out())
                .contains("Save", "Open");
    }

    @Test
    void whatIsLostWithNewcomersIsMeasured() throws IOException {
        JsonNode newcomers = run(
                        "bench", "--ratings", data, "--newcomers", "--model", "cor-ngbr", "--repeat", "1", "--json")
                .json()
                .path("data")
                .get(0)
                .path("newcomers")
                .get(0);

        assertThat(newcomers.path("model").asText()).isEqualTo("cor-ngbr");
        assertThat(newcomers.path("learned").asDouble()).isPositive();
        assertThat(newcomers.path("asNewcomers").asDouble())
                .as("nothing of a user is learned")
                .isEqualTo(newcomers.path("learned").asDouble());
        assertThat(newcomers.path("neverSeen").asDouble())
                .isPositive()
                .isNotEqualTo(newcomers.path("learnedTenth").asDouble());
        assertThat(newcomers.path("worstSum").asDouble()).isBetween(0.0, 1e-4);
        assertThat(newcomers.path("changeMillis").asDouble()).isPositive();
        assertThat(run("bench", "--ratings", data, "--newcomers", "--model", "baseline", "--repeat", "1")
                        .out())
                .contains("Never seen");
    }
}
