package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.cli.CommandLineRunner.smallData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.factorscope.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every error is one line on standard error; 2 for wrong usage, 1 for anything else. */
class ErrorsTest {
    @TempDir
    private Path temp;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = smallData(temp.resolve("small"));
    }

    private String wrongUsage(Object... args) {
        Result result = run(args);
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        return result.error();
    }

    private String failure(Object... args) {
        Result result = run(args);
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        return result.error();
    }

    @Test
    void anUnknownModelIsNamedWithTheKnownOnes() {
        assertThat(wrongUsage("train", "--ratings", data, "--model", "magic"))
                .contains("magic", "baseline", "cor-ngbr", "svd");
    }

    @Test
    void anUnknownPresetIsNamedWithTheKnownOnes() {
        assertThat(wrongUsage("train", "--ratings", data, "--model", "svd", "--preset", "magic"))
                .contains("magic", "default", "quick");
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red,        colour factors",
        "factors=0,         factors 1 2000",
        "factors=2.5,       factors 2.5",
        "factors=,          factors",
        "learningRate=fast, learningRate fast",
        "learningRate=NaN,  learningRate NaN",
        "factors,           --set"
    })
    void aWrongSettingIsNamedWithItsRange(String setting, String words) {
        assertThat(wrongUsage("train", "--ratings", data, "--model", "svd", "--set", setting))
                .contains(words.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "--holdout,    0.95",
        "--holdout,    -0.1",
        "--holdout,    NaN",
        "--holdout,    half",
        "--validation, 1",
        "--patience,   -1",
        "--patience,   1.5",
        "--seed,       abc"
    })
    void aWrongOptionIsNamedWithItsValue(String option, String value) {
        String error = wrongUsage("train", "--ratings", data, "--model", "baseline", option, value);

        assertThat(error).contains(value);
    }

    @Test
    void wrongUsageIsNoticedBeforeTheFileIsRead() {
        Path missing = temp.resolve("missing.csv");

        assertThat(wrongUsage("train", "--ratings", missing, "--model", "magic"))
                .contains("magic");
        assertThat(wrongUsage("train", "--ratings", missing, "--model", "svd", "--set", "factors=0"))
                .contains("factors");
        assertThat(wrongUsage("train", "--ratings", missing, "--model", "svd", "--holdout", "3"))
                .contains("3");
    }

    @Test
    void aMissingOptionIsNamed() {
        assertThat(wrongUsage("train", "--model", "svd")).contains("--ratings");
        assertThat(wrongUsage("train", "--ratings", data)).contains("--model");
        assertThat(wrongUsage("recommend", "--user", "1")).contains("--run");
        assertThat(wrongUsage("recommend", "--run", temp)).contains("--user");
        assertThat(wrongUsage("explain", "--run", temp, "--user", "1")).contains("--item");
        assertThat(wrongUsage("inspect")).contains("PATH");
    }

    @Test
    void whatIsNoCommandIsWrongUsage() {
        assertThat(wrongUsage("dance")).contains("dance");
        assertThat(wrongUsage("--json")).contains("--json");
        assertThat(wrongUsage("inspect", data, "more")).contains("more");
        assertThat(wrongUsage("train", "--ratings", data, "--model", "svd", "--colour"))
                .contains("--colour");
        assertThat(wrongUsage()).contains("--help");
    }

    @Test
    void aTestFileAndAHoldoutExcludeOneAnother() {
        assertThat(wrongUsage("train", "--ratings", data, "--model", "svd", "--test", data, "--holdout", "0.1"))
                .contains("--test", "--holdout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "sweep"})
    void theWaysToSetATestApartExcludeOneAnother(String command) {
        Object[] start = command.equals("train")
                ? new Object[] {"train", "--ratings", data, "--model", "baseline"}
                : new Object[] {"sweep", "--ratings", data, "--model", "baseline", "--vary", "itemShrinkage=1,5"};
        String[][] ways = {
            {"--test", "file"}, {"--holdout", "0.1"}, {"--folds", "5"}, {"--last", "1"}, {"--from", "2003-01-01"}
        };
        for (int first = 0; first < ways.length; first++) {
            for (int second = first + 1; second < ways.length; second++) {
                Object[] both = Stream.of(start, ways[first], ways[second])
                        .flatMap(Stream::of)
                        .toArray();
                assertThat(wrongUsage(both)).contains(ways[first][0], ways[second][0], "exclude one another");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--folds, 1,           2 to 20",
        "--folds, 21,          2 to 20",
        "--folds, five,        --folds",
        "--last,  0,           1 to 1000",
        "--last,  all,         --last",
        "--from,  2003-13-01,  2003-01-01",
        "--from,  last year,   2003-01-01"
    })
    void aWrongSplitIsNamedWithWhatIsExpectedBeforeTheFileIsRead(String option, String value, String expected) {
        Path missing = temp.resolve("missing.csv");

        assertThat(wrongUsage("train", "--ratings", missing, "--model", "baseline", option, value))
                .contains(value, expected);
    }

    @Test
    void aFoldOutOfItsFoldsIsRefused() {
        assertThat(wrongUsage("train", "--ratings", data, "--model", "baseline", "--fold", "2"))
                .contains("needs --folds");
        assertThat(wrongUsage("train", "--ratings", data, "--model", "baseline", "--folds", "3", "--fold", "4"))
                .contains("1 to 3", "4");
    }

    @Test
    void aDateIsRefusedWhereThereAreNoTimesOrNothingIsLeft() throws IOException {
        Path plain = Files.writeString(temp.resolve("plain.csv"), "user,item,rating\na,x,1\na,y,2\nb,z,3\n");

        assertThat(failure("train", "--ratings", plain, "--model", "baseline", "--from", "2003-01-01"))
                .contains("plain.csv", "no times");
        assertThat(failure("train", "--ratings", data, "--model", "baseline", "--from", "2099-01-01"))
                .contains("judge by", "2099-01-01");
        assertThat(failure("train", "--ratings", data, "--model", "baseline", "--from", "1970-01-01"))
                .contains("learn from");
    }

    @Test
    void lastWithoutTimesSaysThatItIsAtRandom() throws IOException {
        Path plain = Files.writeString(temp.resolve("plain.csv"), "user,item,rating\na,x,1\na,y,2\nb,z,3\nb,y,3\n");
        Result result = run("train", "--ratings", plain, "--model", "baseline", "--last", "1", "--json");

        assertThat(result.json().path("test").path("ratings").asInt()).isEqualTo(2);
        assertThat(result.err()).contains("plain.csv", "at random");
        assertThat(run("train", "--ratings", data, "--model", "baseline", "--last", "1")
                        .err())
                .doesNotContain("at random");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = temp.resolve("missing.csv");

        assertThat(failure("inspect", missing)).contains("missing.csv", "does not exist");
        assertThat(failure("train", "--ratings", missing, "--model", "svd")).contains("missing.csv");
        assertThat(failure("train", "--ratings", data, "--model", "svd", "--test", missing))
                .contains("missing.csv");
    }

    @Test
    void whatHoldsNoRatingsIsNamed() throws IOException {
        Path text = Files.writeString(temp.resolve("README"), "Just words,\nin two lines.\n");

        assertThat(failure("inspect", text)).contains("README", "Just words");
        assertThat(failure("inspect", "--json", data.resolve("movies.csv"))).contains("movies.csv");
        assertThat(failure("train", "--ratings", data.resolve("movies.csv"), "--model", "svd"))
                .contains("movies.csv");
    }

    @Test
    void aFolderThatIsNoRunIsNamed() {
        assertThat(failure("recommend", "--run", temp.resolve("nothing"), "--user", "1"))
                .contains("nothing", "not a run folder");
        assertThat(failure("explain", "--run", data, "--user", "1", "--item", "101"))
                .contains("small", "not a run folder");
    }

    @Test
    void unknownUsersAndItemsAreNamed() {
        Path out = temp.resolve("run");
        run("train", "--ratings", data, "--model", "baseline", "--out", out).succeeded();

        assertThat(failure("recommend", "--run", out, "--user", "4711")).contains("user 4711");
        assertThat(failure("explain", "--run", out, "--user", "4711", "--item", "101"))
                .contains("user 4711");
        assertThat(failure("explain", "--run", out, "--user", "1", "--item", "4711", "--json"))
                .contains("item 4711");
        assertThat(wrongUsage("recommend", "--run", out, "--user", "1", "--count", "0"))
                .contains("count");
    }

    @Test
    void aSplitThatLeavesNothingToLearnFromIsExplained() throws IOException {
        Path three = Files.writeString(temp.resolve("three.csv"), "user,item,rating\na,x,1\nb,y,2\nc,z,3\n");
        Result result = run("train", "--ratings", three, "--model", "svd", "--holdout", "0.9");

        assertThat(result.code()).isIn(1, 2);
        assertThat(result.error()).contains("learn from");
    }

    @Test
    void anExistingFolderIsRefusedBeforeTrainingBegins() {
        Path out = temp.resolve("run");
        run("train", "--ratings", data, "--model", "baseline", "--out", out).succeeded();
        Result result = run(
                "train", "--ratings", data, "--model", "svd", "--set", "factors=2", "--set", "epochs=3", "--out", out);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("exists already").doesNotContain("epoch 1:");
    }

    @Test
    void aBenchmarkWithoutRepetitionsIsWrongUsage() {
        assertThat(wrongUsage("bench", "--ratings", data, "--repeat", "0")).contains("repeat");
    }

    @Test
    void aBenchmarkOfNothingIsWrongUsage() {
        assertThat(wrongUsage("bench")).contains("--ratings");
        assertThat(wrongUsage("bench", "--items", "10000")).contains("--explore");
        assertThat(wrongUsage("bench", "--explore", "--items", "5")).contains("--items", "2000");
    }

    @Test
    void howSoonExploreAnswersIsMeasuredForTheModelsThatAreAskedFor() throws IOException {
        Result result = run("bench", "--explore", "--ratings", data, "--model", "baseline", "--model", "svd", "--json");
        JsonNode models = result.json().path("data").get(0).path("explore");

        assertThat(models)
                .extracting(model -> model.path("model").asText())
                .containsExactly("baseline", "svd", "svd, factors 200");
        for (JsonNode model : models) {
            for (JsonNode user : model.path("users")) {
                assertThat(user.path("changed").path("listMillis").asDouble()).isPositive();
                assertThat(user.path("known").path("explanationMillis").asDouble())
                        .isPositive();
            }
        }
        assertThat(run("bench", "--explore", "--ratings", data, "--model", "baseline")
                        .out())
                .contains("25 users, 16 items", "baseline", "As learned", "Changed");
    }

    @Test
    void memoryThatRunsOutIsOneLineToo() {
        StringWriter err = new StringWriter();
        PrintWriter full = new PrintWriter(Writer.nullWriter()) {
            @Override
            public void println(String line) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        int[] code = new int[1];
        Throwable escaped = catchThrowable(() -> code[0] = Main.run(full, new PrintWriter(err), "models", "--json"));

        assertThat(escaped).isNull();
        assertThat(code[0]).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("memory").doesNotContain("\tat ");
    }

    @Test
    void linesThatCouldNotBeReadAreMentionedOnStandardErrorOnly() throws IOException {
        Path file = data.resolve("ratings.csv");
        Files.writeString(file, Files.readString(file) + "broken\n");
        Result result = run("train", "--ratings", data, "--model", "baseline", "--json");

        assertThat(result.json().path("model").asText()).isEqualTo("baseline");
        assertThat(result.err()).contains("1 ").contains("could not be read");
    }

    static Set<String> commands() {
        return new CommandLine(new FactorScopeCommand()).getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpAndJson(String command) {
        for (String option : new String[] {"--help", "-h"}) {
            Result result = run(command, option);
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out()).contains("Usage: factorscope " + command, "--json", "--help");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void theHelpListsAllCommands(String option) {
        Result result = run(option);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains(commands());
        assertThat(commands()).contains("models", "inspect", "train", "recommend", "explain", "tour");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Result result = run("--version");

        assertThat(result.code()).isZero();
        assertThat(result.out()).containsPattern("FactorScope \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void peopleGetTables() {
        Path out = temp.resolve("run");
        run("train", "--ratings", data, "--model", "cor-ngbr", "--out", out).succeeded();

        assertThat(run("models").out()).contains("svd", "factors", "1 to 2000", "presets:");
        assertThat(run("inspect", data).out()).contains("MovieLens latest", "Users", "25");
        assertThat(run("train", "--ratings", data, "--model", "baseline", "--folds", "3")
                        .out())
                .contains("Fold", "Test RMSE", "Mean", "±", "standard deviation of the folds");
        assertThat(run("recommend", "--run", out, "--user", "7", "--count", "2")
                        .out()
                        .lines())
                .hasSize(3);
        assertThat(run("explain", "--run", out, "--user", "7", "--item", "103").out())
                .contains("The Film 3 (1953)", "mean", "sum");
    }
}
