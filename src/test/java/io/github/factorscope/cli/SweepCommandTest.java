package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.fields;
import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.cli.CommandLineRunner.smallData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.storage.PresetStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {
    private static final String PRESET = "found by a test";

    @TempDir
    private Path temp;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = smallData(temp.resolve("small"));
    }

    @AfterEach
    void deletePresets() throws IOException {
        PresetStore store = PresetStore.ofUser(warning -> {});
        store.delete(ModelCatalogue.find("svd"), PRESET);
        store.delete(ModelCatalogue.find("svdpp"), PRESET);
    }

    private Object[] command(String... more) {
        return Stream.concat(
                        Stream.of("sweep", "--ratings", data, "--preset", "quick", "--validation", "0.2"),
                        Stream.of(more))
                .toArray();
    }

    private CommandLineRunner.Result sweep(String... more) {
        return run(command(more));
    }

    private static List<JsonNode> list(JsonNode node) {
        assertThat(node.isArray()).isTrue();
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    @Test
    void jsonHasEveryTrainingEverySettingAndTheBest() throws IOException {
        JsonNode node = sweep(
                        "--model",
                        "svd",
                        "--model",
                        "svdpp",
                        "--vary",
                        "factors=2..8:3",
                        "--repeat",
                        "2",
                        "--seed",
                        "5",
                        "--json")
                .json();

        assertThat(fields(node))
                .contains("models", "strategy", "seed", "repeat", "complete", "varied", "trials", "summary", "best");
        assertThat(node.path("models").toString()).isEqualTo("[\"svd\",\"svdpp\"]");
        assertThat(node.path("strategy").asText()).isEqualTo("grid");
        assertThat(node.path("complete").asBoolean()).isTrue();
        List<JsonNode> trials = list(node.path("trials"));
        assertThat(trials).hasSize(12);
        double before = 0;
        for (JsonNode trial : trials) {
            assertThat(fields(trial))
                    .containsExactly(
                            "model",
                            "seed",
                            "validationRmse",
                            "epoch",
                            "epochs",
                            "stopReason",
                            "seconds",
                            "secondsPerEpoch",
                            "settings");
            assertThat(trial.path("seed").asLong()).isIn(5L, 6L);
            assertThat(trial.path("settings").path("factors").asInt()).isIn(2, 5, 8);
            assertThat(trial.path("validationRmse").asDouble()).isGreaterThanOrEqualTo(before);
            before = trial.path("validationRmse").asDouble();
        }
        List<JsonNode> summary = list(node.path("summary"));
        assertThat(summary).hasSize(6);
        for (JsonNode score : summary) {
            assertThat(fields(score)).contains("model", "trials", "error", "spread", "settings");
        }
        List<JsonNode> best = list(node.path("best"));
        assertThat(best).extracting(score -> score.path("model").asText()).containsExactly("svd", "svdpp");
        assertThat(summary.get(0)).isIn(best);
    }

    @Test
    void oneModelIsAlsoNamedAsBeforeThereWereSeveral() throws IOException {
        JsonNode node =
                sweep("--model", "svd", "--vary", "factors=2,3", "--json").json();

        assertThat(node.path("model").asText()).isEqualTo("svd");
        assertThat(list(node.path("trials"))).hasSize(2);
    }

    @Test
    void aTestErrorIsTheOneThatTrainReports() throws IOException {
        JsonNode swept = run(
                        "sweep",
                        "--ratings",
                        data,
                        "--preset",
                        "quick",
                        "--model",
                        "svd",
                        "--vary",
                        "factors=3",
                        "--holdout",
                        "0.2",
                        "--seed",
                        "9",
                        "--report-test",
                        "--json")
                .json()
                .path("trials")
                .path(0);
        JsonNode trained = run(
                        "train",
                        "--ratings",
                        data,
                        "--preset",
                        "quick",
                        "--model",
                        "svd",
                        "--set",
                        "factors=3",
                        "--holdout",
                        "0.2",
                        "--seed",
                        "9",
                        "--json")
                .json();

        assertThat(fields(swept)).contains("testRmse").doesNotContain("validationRmse");
        assertThat(swept.path("testRmse")).isEqualTo(trained.path("test").path("rmse"));
        assertThat(swept.path("epoch")).isEqualTo(trained.path("modelEpoch"));
    }

    @Test
    void lookingAtTestErrorsIsWarnedOf() {
        CommandLineRunner.Result result = sweep("--model", "svd", "--vary", "factors=2,3", "--report-test");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("for pictures");
        assertThat(result.out()).contains("Validation RMSE", "Test RMSE");
    }

    @Test
    void textHasTheBestFirstAndATableOfTwoDimensions() {
        CommandLineRunner.Result result =
                sweep("--model", "svd", "--vary", "factors=2,4", "--vary", "regularization=0.01,0.1");

        assertThat(result.code()).isZero();
        assertThat(result.out().lines().toList())
                .hasSize(5 + 1 + 4)
                .anySatisfy(line -> assertThat(line).matches("factors +2 +4"))
                .anySatisfy(line -> assertThat(line).matches("regularization=0\\.01 +\\d\\.\\d{4} +\\d\\.\\d{4}"));
        assertThat(result.err()).contains("4 trainings").contains("[4/4]").contains("factors=2 regularization=0.01");
    }

    @Test
    void halvingSaysWhatWasEliminated() throws IOException {
        JsonNode node = sweep(
                        "--model",
                        "svd",
                        "--vary",
                        "factors=2..20",
                        "--vary",
                        "learningRate=0.001..0.1:log",
                        "--strategy",
                        "halving",
                        "--trials",
                        "6",
                        "--keep-one-in",
                        "2",
                        "--json")
                .json();

        assertThat(list(node.path("trials"))).hasSize(6);
        assertThat(list(node.path("trials")))
                .extracting(trial -> trial.path("stopReason").asText())
                .filteredOn("eliminated"::equals)
                .hasSizeBetween(2, 5);
    }

    @Test
    void randomDrawsAreTheSameForTheSameSeed() throws IOException {
        String[] options = {
            "--model", "svd", "--vary", "regularization=0.001..1:log", "--strategy", "random", "--trials", "4", "--json"
        };
        List<String> first = drawn(sweep(options).json());

        assertThat(first).hasSize(4).doesNotHaveDuplicates();
        assertThat(drawn(sweep(options).json())).isEqualTo(first);
    }

    private static List<String> drawn(JsonNode node) {
        return list(node.path("trials")).stream()
                .map(trial -> trial.path("settings").path("regularization").asText() + trial.path("validationRmse"))
                .toList();
    }

    @Test
    void theBestSettingsAreSavedAndTrainFindsThem() throws IOException {
        JsonNode swept = sweep(
                        "--model",
                        "svd",
                        "--model",
                        "svdpp",
                        "--vary",
                        "factors=2,3",
                        "--save-preset",
                        PRESET,
                        "--json")
                .json();
        JsonNode trained = run("train", "--ratings", data, "--model", "svd", "--preset", PRESET, "--json")
                .json();
        JsonNode models = run("models", "--json").json().path("models");

        assertThat(swept.path("preset").asText()).isEqualTo(PRESET);
        assertThat(trained.path("settings"))
                .isEqualTo(swept.path("best").path(0).path("settings"));
        for (JsonNode model : models) {
            long saved = list(model.path("presets")).stream()
                    .filter(preset -> preset.path("saved").asBoolean()
                            && preset.path("name").asText().equals(PRESET))
                    .count();
            assertThat(saved)
                    .isEqualTo(List.of("svd", "svdpp").contains(model.path("id").asText()) ? 1 : 0);
        }
        assertThat(run("models").out()).contains("saved: " + PRESET + " — Found by sweep on small");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model svd --vary factors=                          | NAME=A,B,C",
                "--model svd --vary factors=5..                       | 20..200:5",
                "--model svd --vary factors=5..50                     | 5..50:5",
                "--model svd --vary colour=1                          | colour",
                "--model svd --model cor-ngbr --vary factors=1,2      | cor-ngbr",
                "--model svd --model svd --vary factors=1,2           | svd is named twice",
                "--model svd --vary factors=1,2 --strategy magic      | magic",
                "--model svd --vary factors=1,2 --trials 5            | --strategy",
                "--model svd --vary factors=1,2 --keep-one-in 2       | halving",
                "--model svd --vary factors=1..2000:2000 --repeat 100 | 200,000 times",
                "--model svd --vary factors=1,2 --save-preset quick   | quick",
                "--model svd --vary factors=1,2 --save-preset a/b     | a/b",
                "--model svd --vary factors=1,2 --at-once 0           | at-once",
                "--model svd --vary factors=1,2 --patience -1         | patience",
                "--model svd --vary factors=1,2 --repeat 0            | repeats"
            })
    void wrongUsageIsOneLine(String options, String words) {
        CommandLineRunner.Result result = sweep(options.strip().split(" +", -1));

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.error()).contains(words.strip());
    }

    @Test
    void choosingByTestRatingsIsRefused() {
        CommandLineRunner.Result preset = run(
                "sweep",
                "--ratings",
                data,
                "--model",
                "svd",
                "--vary",
                "factors=1,2",
                "--report-test",
                "--save-preset",
                PRESET);
        assertThat(preset.code()).isEqualTo(2);
        assertThat(preset.error()).contains("not chosen by test ratings");

        CommandLineRunner.Result halving = run(
                "sweep",
                "--ratings",
                data,
                "--model",
                "svd",
                "--vary",
                "factors=1,2",
                "--report-test",
                "--strategy",
                "halving");
        assertThat(halving.code()).isEqualTo(2);
        assertThat(halving.error()).contains("--validation");
    }

    @Test
    void withoutRatingsToJudgeByThereIsNothingToCompare() {
        CommandLineRunner.Result validation =
                run("sweep", "--ratings", data, "--model", "svd", "--vary", "factors=1,2", "--validation", "0");
        assertThat(validation.code()).isEqualTo(1);
        assertThat(validation.error()).contains("--validation");

        CommandLineRunner.Result test = run(
                "sweep",
                "--ratings",
                data,
                "--model",
                "svd",
                "--vary",
                "factors=1,2",
                "--holdout",
                "0",
                "--report-test");
        assertThat(test.code()).isEqualTo(1);
        assertThat(test.error()).contains("--holdout");
    }

    /** As Ctrl-C does: the process is asked to end, and prints before it does. */
    @Test
    @DisabledOnOs(OS.WINDOWS) // there a process can only be killed from outside
    void whoeverInterruptsGetsWhatIsDone() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.factorscope.cli.Main"));
        for (Object part : command(
                "--model",
                "svd",
                "--vary",
                "factors=1..2000:1000",
                "--set",
                "epochs=10000",
                "--patience",
                "1",
                "--json")) {
            command.add(part.toString());
        }
        Path out = temp.resolve("out.json");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
        builder.environment().put("FACTORSCOPE_HOME", temp.toString());
        Process process = builder.start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("[3/")) {
                line = lines.readLine();
            }
            process.toHandle().destroy(); // unlike its own destroy, this leaves the streams open
            while (line != null) {
                line = lines.readLine();
            }
        }

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        JsonNode node = new ObjectMapper().readTree(Files.readString(out));
        assertThat(node.path("complete").asBoolean()).isFalse();
        assertThat(list(node.path("trials"))).hasSizeBetween(3, 999);
        assertThat(list(node.path("trials")).get(0).path("validationRmse").asDouble())
                .isCloseTo(1, within(1.0));
    }
}
