package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.fields;
import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.cli.CommandLineRunner.smallData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.factorscope.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code compare} and {@code train --repeat} promise to people and machines. */
class CompareCommandTest {
    @TempDir
    private Path temp;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = smallData(temp.resolve("small"));
    }

    private Path train(String name, String model, String... more) {
        Path folder = temp.resolve(name);
        List<Object> args = new ArrayList<>(
                List.of("train", "--ratings", data, "--model", model, "--preset", "quick", "--out", folder));
        args.addAll(Arrays.asList(more));
        run(args.toArray()).succeeded();
        return folder;
    }

    private static List<JsonNode> list(JsonNode node) {
        assertThat(node.isArray()).isTrue();
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    @Test
    void compareReportsLinesAndVerdicts() throws IOException {
        Path svd = train("svd", "svd", "--holdout", "0.2");
        Path baseline = train("baseline", "baseline", "--holdout", "0.2");
        JsonNode node = run("compare", "--run", svd, "--run", baseline, "--resamples", "500", "--seed", "3", "--json")
                .json();

        assertThat(node.path("resamples").asInt()).isEqualTo(500);
        assertThat(node.path("seed").asInt()).isEqualTo(3);
        JsonNode split = node.path("splits").path(0);
        assertThat(fields(split))
                .containsExactly("dataset", "fingerprint", "testRatings", "lines", "againstBest", "pairs");
        List<JsonNode> lines = list(split.path("lines"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("rmse").path("estimate").asDouble())
                .isLessThan(lines.get(1).path("rmse").path("estimate").asDouble());
        for (JsonNode line : lines) {
            assertThat(fields(line))
                    .contains("label", "model", "settings", "differences", "rmse", "mae", "seedNoise", "runs");
            JsonNode rmse = line.path("rmse");
            assertThat(rmse.path("estimate").asDouble())
                    .isBetween(rmse.path("low").asDouble(), rmse.path("high").asDouble())
                    .isCloseTo(line.path("runs").path(0).path("rmse").asDouble(), within(1e-6));
            assertThat(list(rmse.path("intervals")))
                    .extracting(interval -> interval.path("over").asText())
                    .containsExactly("ratings", "users");
        }
        JsonNode verdict = list(split.path("againstBest")).get(0);
        assertThat(fields(verdict))
                .contains("first", "second", "sentence", "differs", "pValue", "adjustedPValue", "differences");
        assertThat(verdict.path("pValue").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void compareSpeaksToPeople() {
        Path svd = train("svd", "svd", "--holdout", "0.2");
        Path baseline = train("baseline", "baseline", "--holdout", "0.2");
        Result result = run("compare", "--run", svd, "--run", baseline, "--resamples", "500");

        result.succeeded();
        assertThat(result.out()).contains("Test RMSE", "SVD", "Baseline", svd.toString(), "500 resamples over");
        assertThat(result.out()).containsPattern("is better than|No difference beyond noise");
        assertThat(run("compare", "--run", svd, "--run", baseline, "--resamples", "500")
                        .out())
                .as("the same seed, the same words")
                .isEqualTo(result.out());
    }

    @Test
    void runsOfDifferentSplitsAreKeptApart() throws IOException {
        Path one = train("one", "svd", "--holdout", "0.2", "--seed", "1");
        Path other = train("other", "baseline", "--holdout", "0.2", "--seed", "2");

        assertThat(run("compare", "--run", one, "--run", other).out())
                .contains("2 different splits", "ranked within each split only", "nothing to compare");
        assertThat(list(run("compare", "--run", one, "--run", other, "--json")
                        .json()
                        .path("splits")))
                .hasSize(2);
    }

    @Test
    void allPairsAreComparedWhereThatIsAskedFor() {
        String[] folders = new String[3];
        List<String> models = List.of("svd", "baseline", "cor-ngbr");
        for (int k = 0; k < 3; k++) {
            folders[k] = train(models.get(k), models.get(k), "--holdout", "0.2").toString();
        }
        Object[] args = {"compare", "--run", folders[0], "--run", folders[1], "--run", folders[2], "--all-pairs"};

        assertThat(run(args).out().lines().filter(line -> line.contains("for 3 comparisons")))
                .hasSize(3);
        assertThat(run(Arrays.copyOf(args, args.length - 1))
                        .out()
                        .lines()
                        .filter(line -> line.contains("for 2 comparisons")))
                .hasSize(2);
    }

    @Test
    void withoutTestRatingsThereIsNothingToCompareBy() {
        Path svd = train("svd", "svd");
        Path baseline = train("baseline", "baseline");
        Result result = run("compare", "--run", svd, "--run", baseline);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.error()).contains("no test ratings", "--holdout");
    }

    @Test
    void wrongUsageIsNamed() {
        Path svd = train("svd", "svd", "--holdout", "0.2");

        assertThat(run("compare", "--run", svd).code()).isEqualTo(2);
        assertThat(run("compare", "--run", svd).error()).contains("at least two runs");
        assertThat(run("compare", "--run", svd, "--run", svd, "--resamples", "5")
                        .error())
                .contains("resamples", "100", "5");
        assertThat(run("compare", "--run", svd, "--run", temp.resolve("nothing"))
                        .code())
                .isEqualTo(1);
        assertThat(run("train", "--ratings", data, "--model", "svd", "--repeat", "0")
                        .error())
                .contains("--repeat", "0");
    }

    @Test
    void repeatTrainsWithSeedsThatAreCountedUp() throws IOException {
        Path out = temp.resolve("repeats");
        JsonNode node = run(
                        "train",
                        "--ratings",
                        data,
                        "--model",
                        "svd",
                        "--preset",
                        "quick",
                        "--holdout",
                        "0.2",
                        "--seed",
                        "4",
                        "--repeat",
                        "3",
                        "--out",
                        out,
                        "--json")
                .json();

        assertThat(fields(node)).containsExactly("model", "settings", "judgedBy", "rmse", "mae", "repeats");
        List<JsonNode> repeats = list(node.path("repeats"));
        assertThat(repeats).extracting(each -> each.path("seed").asInt()).containsExactly(4, 5, 6);
        assertThat(repeats)
                .extracting(each -> each.path("run").asText())
                .containsExactly(
                        out.resolve("seed-4").toString(),
                        out.resolve("seed-5").toString(),
                        out.resolve("seed-6").toString());
        double[] errors = repeats.stream()
                .mapToDouble(each -> each.path("test").path("rmse").asDouble())
                .toArray();
        assertThat(node.path("rmse").path("mean").asDouble())
                .isCloseTo(Arrays.stream(errors).average().orElseThrow(), within(1e-9));
        assertThat(node.path("rmse").path("standardDeviation").asDouble()).isPositive();
        assertThat(node.path("judgedBy").asText()).isEqualTo("test");
    }

    @Test
    void aRepeatGivesTheRunThatItsSeedGivesAlone() throws IOException {
        Path out = train("repeats", "svd", "--holdout", "0.2", "--repeat", "2");
        Path other = train("baseline", "baseline", "--holdout", "0.2");
        JsonNode lines = run(
                        "compare",
                        "--run",
                        out.resolve("seed-1"),
                        "--run",
                        out.resolve("seed-2"),
                        "--run",
                        train("alone", "svd", "--holdout", "0.2"),
                        "--run",
                        other,
                        "--json")
                .json()
                .path("splits")
                .path(0)
                .path("lines");

        assertThat(list(lines)).extracting(line -> line.path("runs").size()).containsExactlyInAnyOrder(2, 1, 1);
        double[] errorsOfSeedOne = list(lines).stream()
                .filter(line -> line.path("model").asText().equals("svd"))
                .flatMap(line -> list(line.path("runs")).stream())
                .filter(each -> each.path("seed").asInt() == 1)
                .mapToDouble(each -> each.path("rmse").asDouble())
                .toArray();
        assertThat(errorsOfSeedOne).hasSize(2);
        assertThat(errorsOfSeedOne[0]).isEqualTo(errorsOfSeedOne[1]);
    }

    @Test
    void repeatSpeaksToPeople() {
        Result result = run(
                "train", "--ratings", data, "--model", "svd", "--preset", "quick", "--holdout", "0.2", "--repeat", "3");

        result.succeeded();
        assertThat(result.out()).contains("test RMSE", "mean and standard deviation of 3 seeds");
    }

    @Test
    void aFolderOfRepeatsStandsForItsRunsAndThePageHoldsThemAll() throws IOException {
        Path repeats = train("repeats", "svd", "--holdout", "0.2", "--repeat", "2");
        Path page = temp.resolve("page.html");
        JsonNode node = run("compare", "--run", repeats, "--resamples", "200", "--html", page, "--json")
                .json();
        JsonNode line = node.path("splits").path(0).path("lines").path(0);
        assertThat(list(line.path("runs"))).hasSize(2);
        assertThat(Files.readString(page))
                .contains("mean of 2 seeds")
                .contains(line.path("runs").path(0).path("rmse").asText().substring(0, 5));

        assertThat(run("evaluate", "--run", repeats).err())
                .contains("is a folder of 2 runs")
                .contains("seed-1");
    }

    @Test
    void aPageThatCannotBeWrittenIsRefusedBeforeAnythingIsDone() {
        for (String command : List.of("compare", "evaluate")) {
            assertThat(run(command, "--run", temp.resolve("none"), "--html", "").err())
                    .contains("--html takes the name of a file");
            assertThat(run(command, "--run", temp.resolve("none"), "--html", temp)
                            .err())
                    .contains("is a folder");
            Path nowhere = temp.resolve("nowhere").resolve("page.html");
            assertThat(run(command, "--run", temp.resolve("none"), "--html", nowhere)
                            .err())
                    .contains("There is no folder");
            assertThat(nowhere.getParent()).doesNotExist();
        }
    }
}
