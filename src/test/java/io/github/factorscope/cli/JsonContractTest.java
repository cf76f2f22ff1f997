package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.fields;
import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.cli.CommandLineRunner.smallData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What machines read: the fields that the documentation of the command line promises. */
class JsonContractTest {
    @TempDir
    private Path temp;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = smallData(temp.resolve("small"));
    }

    static Stream<String> models() {
        return ModelCatalogue.all().stream().map(ModelFamily::id);
    }

    private static List<JsonNode> list(JsonNode node) {
        assertThat(node.isArray()).isTrue();
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    @Test
    void modelsListsFamiliesAndHyperparameters() throws IOException {
        List<JsonNode> models = list(run("models", "--json").json().path("models"));

        assertThat(models).extracting(model -> model.path("id").asText()).containsExactlyElementsOf(models().toList());
        for (JsonNode model : models) {
            assertThat(fields(model))
                    .contains("id", "title", "summary", "formula", "citation", "hyperparameters", "presets");
            for (JsonNode hyperparameter : list(model.path("hyperparameters"))) {
                assertThat(fields(hyperparameter)).contains("name", "symbol", "values", "default", "help");
                assertThat(hyperparameter.path("default").isNull()).isFalse();
            }
            assertThat(list(model.path("presets")))
                    .extracting(preset -> preset.path("name").asText())
                    .contains("default", "quick");
        }
    }

    @Test
    void inspectReportsFactsAndProblems() throws IOException {
        Path file = data.resolve("ratings.csv");
        Files.writeString(file, Files.readString(file) + "1,101,0.5,1\n1,101,5.0,2\n9,9\n7,103,great,5\n");
        JsonNode node = run("inspect", data, "--json").json();

        assertThat(fields(node))
                .contains(
                        "format",
                        "users",
                        "items",
                        "ratings",
                        "mean",
                        "scale",
                        "duplicates",
                        "problems",
                        "problemCount");
        assertThat(node.path("format").asText()).isEqualTo("MovieLens latest");
        assertThat(node.path("users").asInt()).isEqualTo(25);
        assertThat(node.path("items").asInt()).isEqualTo(16);
        assertThat(node.path("scale").path("min").asDouble()).isEqualTo(0.5);
        assertThat(node.path("scale").path("max").asDouble()).isEqualTo(5);
        assertThat(node.path("duplicates").asInt()).isBetween(1, 2);
        assertThat(node.path("problemCount").asInt()).isEqualTo(2);
        List<JsonNode> problems = list(node.path("problems"));
        assertThat(fields(problems.get(0))).containsExactly("line", "text", "reason");
        assertThat(problems.get(0).path("text").asText()).isEqualTo("9,9");
        assertThat(problems.get(1).path("line").asInt())
                .isEqualTo(problems.get(0).path("line").asInt() + 1);
        assertThat(problems.get(1).path("reason").asText()).contains("great");
    }

    @Test
    void inspectCountsAndAveragesTheRatings() throws IOException {
        double sum = 0;
        List<String> lines = Files.readAllLines(data.resolve("ratings.csv"));
        for (String line : lines.subList(1, lines.size())) {
            sum += Double.parseDouble(line.split(",", -1)[2]);
        }
        JsonNode node = run("inspect", "--json", data).json();

        assertThat(node.path("ratings").asInt()).isEqualTo(lines.size() - 1);
        assertThat(node.path("mean").asDouble()).isCloseTo(sum / (lines.size() - 1), within(1e-9));
        assertThat(node.path("problemCount").asInt()).isZero();
        assertThat(list(node.path("problems"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void trainReportsAccuraciesAndHistory(String model) throws IOException {
        Path out = temp.resolve("runs").resolve(model);
        JsonNode node = run(
                        "train",
                        "--ratings",
                        data,
                        "--model",
                        model,
                        "--holdout",
                        "0.2",
                        "--validation",
                        "0.1",
                        "--preset",
                        "quick",
                        "--seed",
                        "4",
                        "--out",
                        out,
                        "--json")
                .json();
        int ratings = run("inspect", data, "--json").json().path("ratings").asInt();

        assertThat(fields(node))
                .contains(
                        "model",
                        "settings",
                        "seed",
                        "train",
                        "validation",
                        "test",
                        "epochs",
                        "stopReason",
                        "seconds",
                        "secondsPerEpoch",
                        "history",
                        "run");
        assertThat(node.path("model").asText()).isEqualTo(model);
        assertThat(node.path("seed").asLong()).isEqualTo(4);
        assertThat(node.path("run").asText()).isEqualTo(out.toString());
        assertThat(node.path("stopReason").asText()).isIn("epochs-done", "converged");
        assertThat(fields(node.path("settings")))
                .isEqualTo(ModelCatalogue.find(model).hyperparameters().stream()
                        .map(hyperparameter -> hyperparameter.name())
                        .toList());
        int together = 0;
        for (String part : List.of("train", "validation", "test")) {
            assertThat(fields(node.path(part))).contains("ratings", "rmse", "mae");
            assertThat(node.path(part).path("rmse").asDouble()).isBetween(0.0, 3.0);
            assertThat(node.path(part).path("mae").asDouble())
                    .isLessThanOrEqualTo(node.path(part).path("rmse").asDouble());
            together += node.path(part).path("ratings").asInt();
        }
        assertThat(together).isEqualTo(ratings);
        assertThat(node.path("test").path("ratings").asInt()).isEqualTo((int) Math.round(0.2 * ratings));
        List<JsonNode> history = list(node.path("history"));
        assertThat(history).hasSize(node.path("epochs").asInt()).isNotEmpty();
        for (int k = 0; k < history.size(); k++) {
            assertThat(fields(history.get(k)))
                    .contains("epoch", "objective", "trainRmse", "testRmse", "validationRmse", "seconds");
            assertThat(history.get(k).path("epoch").asInt()).isEqualTo(k + 1);
        }
        assertThat(node.path("seconds").asDouble())
                .isEqualTo(history.get(history.size() - 1).path("seconds").asDouble());
    }

    @Test
    void withoutTestDataThereIsNoTestAndWithoutOutNoRun() throws IOException {
        JsonNode node =
                run("train", "--ratings", data, "--model", "baseline", "--json").json();

        assertThat(fields(node)).doesNotContain("test", "validation", "run");
        assertThat(fields(list(node.path("history")).get(0))).doesNotContain("testRmse", "validationRmse");
    }

    @Test
    void aGivenTestFileIsTheTestData() throws IOException {
        Path test = Files.writeString(
                temp.resolve("test.csv"), "userId,movieId,rating,timestamp\n1,102,3,1\n2,104,4,1\n3,999,5,1\n");
        JsonNode node = run("train", "--ratings", data, "--model", "svd", "--preset", "quick", "--test", test, "--json")
                .json();

        assertThat(node.path("test").path("ratings").asInt()).isEqualTo(3);
        assertThat(node.path("test").path("rmse").asDouble()).isFinite();
        assertThat(fields(list(node.path("history")).get(0))).contains("testRmse");
    }

    @Test
    void foldsWithoutAFoldTrainAllOfThem() throws IOException {
        Path out = temp.resolve("cross");
        Object[] command = {
            "train", "--ratings", data, "--model", "svd", "--preset", "quick", "--validation", "0.1", "--folds", "3"
        };
        JsonNode node = run(Stream.concat(Stream.of(command), Stream.of("--out", out, "--json"))
                        .toArray())
                .json();
        int ratings = run("inspect", data, "--json").json().path("ratings").asInt();

        assertThat(fields(node)).containsExactly("model", "settings", "seed", "folds", "rmse", "mae");
        assertThat(node.path("model").asText()).isEqualTo("svd");
        assertThat(node.path("settings").path("factors").isInt()).isTrue();
        List<JsonNode> folds = list(node.path("folds"));
        assertThat(folds).extracting(fold -> fold.path("fold").asInt()).containsExactly(1, 2, 3);
        int together = 0;
        double sum = 0;
        for (JsonNode fold : folds) {
            assertThat(fields(fold)).contains("model", "settings", "seed", "train", "validation", "test", "history");
            assertThat(fold.path("run").asText())
                    .isEqualTo(out.resolve("fold-" + fold.path("fold").asInt()).toString());
            together += fold.path("test").path("ratings").asInt();
            sum += fold.path("test").path("rmse").asDouble();
            assertSameAsThatFoldAlone(command, fold);
        }
        assertThat(together).isEqualTo(ratings);
        assertThat(fields(node.path("rmse"))).containsExactly("mean", "standardDeviation");
        assertThat(fields(node.path("mae"))).containsExactly("mean", "standardDeviation");
        assertThat(node.path("rmse").path("mean").asDouble()).isCloseTo(sum / 3, within(1e-12));
        assertThat(node.path("rmse").path("standardDeviation").asDouble()).isBetween(1e-6, 1.0);
    }

    private static void assertSameAsThatFoldAlone(Object[] command, JsonNode fold) throws IOException {
        JsonNode alone = run(Stream.concat(Stream.of(command), Stream.of("--fold", fold.path("fold"), "--json"))
                        .toArray())
                .json();
        assertThat(alone.path("test")).isEqualTo(fold.path("test"));
        assertThat(alone.has("fold")).isFalse();
    }

    @Test
    void theLastOfEachUserAndADateAreTests() throws IOException {
        Path days = Files.writeString(
                temp.resolve("days.csv"),
                "user,item,rating,timestamp\na,x,1,86399\na,y,2,86400\nb,x,3,0\nb,z,4,172800\nb,y,5,1\n");
        JsonNode last = run("train", "--ratings", days, "--model", "baseline", "--last", "1", "--json")
                .json();
        JsonNode from = run("train", "--ratings", days, "--model", "baseline", "--from", "1970-01-02", "--json")
                .json();

        assertThat(last.path("test").path("ratings").asInt()).isEqualTo(2);
        assertThat(from.path("test").path("ratings").asInt()).isEqualTo(2);
        assertThat(last.path("test")).isEqualTo(from.path("test"));
        assertThat(fields(last)).isEqualTo(fields(from));
    }

    @Test
    void sweepLeavesOutTheTestOfEverySplit() throws IOException {
        for (List<String> split : List.of(
                List.of("--holdout", "0.2"),
                List.of("--folds", "4"),
                List.of("--folds", "4", "--fold", "3"),
                List.of("--last", "1"))) {
            Object[] command = Stream.concat(
                            Stream.of("sweep", "--ratings", data, "--model", "baseline", "--vary", "itemShrinkage=1,9"),
                            Stream.concat(split.stream(), Stream.of("--json")))
                    .toArray();
            assertThat(list(run(command).json().path("trials"))).hasSize(2);
        }
    }

    @Test
    void settingsOverrideThePreset() throws IOException {
        JsonNode settings = run(
                        "train",
                        "--ratings",
                        data,
                        "--model",
                        "svd",
                        "--preset",
                        "quick",
                        "--set",
                        "factors=3",
                        "--set",
                        "epochs=2",
                        "--json")
                .json()
                .path("settings");

        assertThat(settings.path("factors").asInt()).isEqualTo(3);
        assertThat(settings.path("epochs").asInt()).isEqualTo(2);
        assertThat(settings.path("learningRate").isNumber()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameCommandGivesTheSameNumbers(String model) throws IOException {
        Object[] command = {
            "train",
            "--ratings",
            data,
            "--model",
            model,
            "--holdout",
            "0.2",
            "--validation",
            "0.1",
            "--preset",
            "quick",
            "--seed",
            "9",
            "--json"
        };
        assertThat(withoutTimes(run(command).json()))
                .isEqualTo(withoutTimes(run(command).json()));

        command[command.length - 2] = "10";
        JsonNode other = run(command).json();
        command[command.length - 2] = "9";
        assertThat(withoutTimes(other).path("test"))
                .isNotEqualTo(run(command).json().path("test"));
    }

    private static JsonNode withoutTimes(JsonNode node) {
        ObjectNode copy = node.deepCopy();
        copy.remove(List.of("seconds", "secondsPerEpoch"));
        ArrayNode history = (ArrayNode) copy.path("history");
        history.forEach(epoch -> ((ObjectNode) epoch).remove(List.of("seconds", "epochSeconds")));
        return copy;
    }

    @ParameterizedTest
    @MethodSource("models")
    void recommendAndExplainAgree(String model) throws IOException {
        Path out = temp.resolve("run");
        run("train", "--ratings", data, "--model", model, "--preset", "quick", "--out", out)
                .succeeded();
        JsonNode recommended = run("recommend", "--run", out, "--user", "7", "--count", "4", "--json")
                .json();

        assertThat(fields(recommended)).containsExactlyInAnyOrder("user", "items");
        assertThat(recommended.path("user").asText()).isEqualTo("7");
        List<JsonNode> items = list(recommended.path("items"));
        assertThat(items).hasSize(4);
        double before = Double.POSITIVE_INFINITY;
        String ratings = Files.readString(data.resolve("ratings.csv"));
        for (JsonNode item : items) {
            String id = item.path("item").asText();
            assertThat(fields(item)).containsExactly("item", "title", "prediction");
            assertThat(ratings).doesNotContain("\n7," + id + ",");
            assertThat(item.path("title").asText())
                    .isEqualTo("The Film " + (Integer.parseInt(id) - 100) + " (19" + (Integer.parseInt(id) - 50) + ")");
            assertThat(item.path("prediction").asDouble()).isLessThanOrEqualTo(before);
            before = item.path("prediction").asDouble();

            JsonNode explained = run("explain", "--run", out, "--user", "7", "--item", id, "--json")
                    .json();
            assertThat(fields(explained))
                    .containsExactlyInAnyOrder("user", "item", "title", "prediction", "summary", "terms");
            assertThat(explained.path("summary").asText()).contains("user 7").endsWith(".");
            assertThat(explained.path("item").asText()).isEqualTo(id);
            assertThat(explained.path("title")).isEqualTo(item.path("title"));
            assertThat(explained.path("prediction").asDouble()).isEqualTo(before);
            assertTermsAddUp(explained);
        }
    }

    private static void assertTermsAddUp(JsonNode explained) {
        double sum = 0;
        for (JsonNode term : list(explained.path("terms"))) {
            sum += term.path("amount").asDouble();
            assertThat(term.path("kind").asText())
                    .isIn("mean", "user-bias", "item-bias", "explicit", "implicit", "taste", "unattributed");
            if (term.has("item")) {
                assertThat(fields(term))
                        .containsExactlyInAnyOrderElementsOf(evidence(term, "kind", "amount", "item", "title"));
                assertThat(term.path("rating").asDouble()).isBetween(0.5, 5.0);
                assertThat(term.path("support").isInt()).isTrue();
            } else if (term.has("user")) {
                assertThat(fields(term)).containsExactlyInAnyOrderElementsOf(evidence(term, "kind", "amount", "user"));
            } else {
                assertThat(fields(term)).containsExactlyInAnyOrder("kind", "amount");
            }
        }
        assertThat(sum).isCloseTo(explained.path("prediction").asDouble(), within(1e-4));
    }

    /** An implicit term has no deviation: how the item was rated does not matter. */
    private static List<String> evidence(JsonNode term, String... fields) {
        List<String> evidence = new ArrayList<>(List.of(fields));
        evidence.addAll(List.of("rating", "similarity", "support", "weight", "unshrunk"));
        if (!term.path("kind").asText().equals("implicit")) {
            evidence.add("deviation");
        }
        return evidence;
    }

    @Test
    void recommendListsAllThatIsLeftWhereFewerAreThanAskedFor() throws IOException {
        Path out = temp.resolve("run");
        run("train", "--ratings", data, "--model", "baseline", "--out", out).succeeded();
        String ratings = Files.readString(data.resolve("ratings.csv"));
        long rated = ratings.lines().filter(line -> line.startsWith("7,")).count();

        assertThat(list(run("recommend", "--run", out, "--user", "7", "--count", "1000", "--json")
                        .json()
                        .path("items")))
                .hasSize((int) (16 - rated));
    }

    @Test
    void progressNeverReachesStandardOutput() throws IOException {
        Object[] command = {
            "train", "--ratings", data, "--model", "svd", "--holdout", "0.1", "--preset", "quick", "--set", "epochs=200"
        };
        CommandLineRunner.Result text = run(command);

        assertThat(text.code()).isZero();
        assertThat(text.err()).contains("epoch 1: train RMSE");
        assertThat(text.out()).doesNotContain("epoch 1:").contains("Test", "RMSE");
        assertThat(run(Stream.concat(Stream.of(command), Stream.of("--json")).toArray())
                        .json()
                        .path("epochs")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void aDivergedTrainingIsAResultWithAdvice() throws IOException {
        CommandLineRunner.Result result =
                run("train", "--ratings", data, "--model", "svd", "--set", "learningRate=10", "--json");
        JsonNode node = result.json();

        assertThat(node.path("stopReason").asText()).isEqualTo("diverged");
        assertThat(node.path("divergence").path("workingLearningRate").asDouble())
                .isBetween(1e-6, 5.0);
        assertThat(node.path("train").path("rmse").asDouble()).isFinite();
        assertThat(result.err()).contains("diverged", "learning rate");
    }

    @Test
    void theBundledFilmsCanBeInspected() throws IOException {
        JsonNode node =
                run("inspect", Path.of("datasets", "demo-films"), "--json").json();

        assertThat(node.path("format").asText()).isEqualTo("MovieLens latest");
        assertThat(node.path("problemCount").asInt()).isZero();
        assertThat(node.path("duplicates").asInt()).isZero();
    }
}
