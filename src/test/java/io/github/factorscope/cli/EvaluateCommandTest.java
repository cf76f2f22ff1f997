package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.fields;
import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.cli.CommandLineRunner.smallData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path temp;

    private Path data;
    private Path saved;
    private JsonNode trained;

    @BeforeEach
    void train() throws IOException {
        data = smallData(temp.resolve("small"));
        saved = temp.resolve("run");
        trained = run(
                        "train",
                        "--ratings",
                        data,
                        "--model",
                        "svd",
                        "--preset",
                        "quick",
                        "--holdout",
                        "0.25",
                        "--validation",
                        "0.1",
                        "--seed",
                        "3",
                        "--out",
                        saved,
                        "--json")
                .json();
    }

    @Test
    void theJsonHasAllParts() throws IOException {
        JsonNode node = run("evaluate", "--run", saved, "--top-k", "--json").json();

        assertThat(fields(node))
                .containsExactly(
                        "run",
                        "model",
                        "settings",
                        "seed",
                        "test",
                        "accuracy",
                        "breakdown",
                        "ranking",
                        "topK",
                        "seconds");
        assertThat(node.path("model").asText()).isEqualTo("svd");
        assertThat(node.path("settings")).isEqualTo(trained.path("settings"));
        assertThat(node.path("test").path("given").asBoolean()).isFalse();
        assertThat(fields(node.path("accuracy"))).containsExactly("rmse", "mae", "userRmse", "userMae", "users");
        assertThat(node.path("accuracy").path("rmse").asDouble())
                .isCloseTo(trained.path("test").path("rmse").asDouble(), within(1e-9));
        assertThat(node.path("accuracy").path("mae").asDouble())
                .isCloseTo(trained.path("test").path("mae").asDouble(), within(1e-9));
        assertThat(fields(node.path("ranking")))
                .containsExactly(
                        "k",
                        "threshold",
                        "users",
                        "usersWithoutRelevant",
                        "lists",
                        "precision",
                        "recall",
                        "ndcg",
                        "map",
                        "mrr",
                        "hitRate",
                        "coverage",
                        "novelty",
                        "meanPopularity");
        assertThat(node.path("ranking").path("k").asInt()).isEqualTo(10);
        assertThat(node.path("ranking").path("threshold").asDouble()).isEqualTo(4);
        assertThat(fields(node.path("topK")))
                .containsExactly(
                        "draws",
                        "unratedOnly",
                        "seed",
                        "cases",
                        "leftOut",
                        "meanPercentile",
                        "shareWithin",
                        "curve",
                        "curveTop");
        assertThat(node.path("topK").path("curve")).hasSize(101);
        assertThat(node.path("topK").path("curve").path(100).path("share").asDouble())
                .isEqualTo(1);
        assertThat(node.path("topK")
                        .path("curveTop")
                        .path(40)
                        .path("percentile")
                        .asDouble())
                .isEqualTo(2);
        assertThat(fields(node.path("seconds"))).containsExactly("open", "accuracy", "ranking", "topK");
    }

    @Test
    void everyBreakdownHoldsAllTestRatings() throws IOException {
        JsonNode node = run("evaluate", "--run", saved, "--json").json();

        assertThat(node.has("topK")).isFalse();
        assertThat(fields(node.path("breakdown"))).containsExactly("itemRatings", "userRatings", "value");
        for (JsonNode bins : node.path("breakdown")) {
            int ratings = 0;
            for (JsonNode bin : bins) {
                assertThat(fields(bin)).containsExactly("label", "from", "to", "ratings", "rmse", "mae");
                ratings += bin.path("ratings").asInt();
            }
            assertThat(ratings)
                    .isEqualTo(node.path("test").path("ratings").asInt())
                    .isEqualTo(trained.path("test").path("ratings").asInt());
        }
    }

    @Test
    void theSameCommandGivesTheSameNumbersAndTheSeedOtherDraws() throws IOException {
        Object[] command = {"evaluate", "--run", saved, "--top-k", "--draws", "3", "--seed", "1", "--json"};
        ObjectNode first = (ObjectNode) run(command).json();
        ObjectNode second = (ObjectNode) run(command).json();
        first.remove("seconds");
        second.remove("seconds");
        assertThat(first).isEqualTo(second);

        Set<Double> percentiles = new HashSet<>();
        JsonNode other = first;
        for (String seed : List.of("2", "3", "4", "5")) { // so few draws may well lead to the same mean
            command[7] = seed;
            other = run(command).json();
            percentiles.add(other.path("topK").path("meanPercentile").asDouble());
        }
        assertThat(percentiles).hasSizeGreaterThan(1);
        assertThat(other.path("ranking")).isEqualTo(first.path("ranking"));
    }

    @Test
    void anotherFileIsJudgedByWhereTheRunDoesNotKnowIt() throws IOException {
        // The file that the run was made of: what was learned from, or stopped by, is left out, and the test part is
        // left.
        Path file = data.resolve("ratings.csv");
        Files.writeString(file, Files.readString(file) + "999,101,4,1\n1,999,4,1\n");
        Result result = run("evaluate", "--run", saved, "--test", data, "--json");
        JsonNode test = result.json().path("test");

        assertThat(test.path("given").asBoolean()).isTrue();
        assertThat(test.path("ratings")).isEqualTo(trained.path("test").path("ratings"));
        assertThat(test.path("learnedFrom")).isEqualTo(trained.path("train").path("ratings"));
        assertThat(test.path("stoppedBy")).isEqualTo(trained.path("validation").path("ratings"));
        assertThat(test.path("unknown").asInt()).isEqualTo(2);
        assertThat(test.path("unknownUsers").asInt()).isEqualTo(1);
        assertThat(test.path("unknownItems").asInt()).isEqualTo(1);
        assertThat(result.json().path("accuracy").path("rmse").asDouble())
                .isCloseTo(trained.path("test").path("rmse").asDouble(), within(1e-9));
        assertThat(result.err()).contains("left out", "learned from", "stopped by", "unknown users (1) or items (1)");
    }

    @Test
    void peopleGetTables() {
        Result result = run("evaluate", "--run", saved, "--top-k", "--k", "3", "--threshold", "3.5");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .contains(
                        "RMSE, mean of users",
                        "Training ratings of the item",
                        "Stars given",
                        "best 3",
                        "3.5 stars or more",
                        "NDCG at K",
                        "Mean popularity",
                        "Mean percentile",
                        "Share within the top 2 %");
    }

    @Test
    void listsThatNobodyCouldFindRelevantHaveNoSuchFigures() throws IOException {
        Path test =
                Files.writeString(temp.resolve("low.csv"), "userId,movieId,rating,timestamp\n" + newPair() + ",1,1\n");
        JsonNode node = run("evaluate", "--run", saved, "--test", test, "--top-k", "--json")
                .json();

        assertThat(node.path("ranking").path("users").asInt()).isZero();
        assertThat(fields(node.path("ranking"))).contains("coverage").doesNotContain("precision");
        assertThat(node.path("topK").path("cases").asInt()).isZero();
        assertThat(fields(node.path("topK"))).doesNotContain("meanPercentile");
        assertThat(run("evaluate", "--run", saved, "--test", test, "--top-k").out())
                .contains("Precision at K", "–", "no test rating at the top of the scale");
    }

    /** User and item of which the small data has no rating. */
    private String newPair() throws IOException {
        String ratings = Files.readString(data.resolve("ratings.csv"));
        for (int item = 101; item <= 116; item++) {
            if (!ratings.contains("\n1," + item + ",")) {
                return "1," + item;
            }
        }
        throw new AssertionError("user 1 has rated everything");
    }

    @Test
    void errorsAreOneSentence() throws IOException {
        Path without = temp.resolve("without");
        run("train", "--ratings", data, "--model", "baseline", "--out", without).succeeded();
        Result noTest = run("evaluate", "--run", without);
        assertThat(noTest.code()).isEqualTo(1);
        assertThat(noTest.error()).contains("no test ratings", "--test", "--holdout");

        Path strangers = Files.writeString(temp.resolve("strangers.csv"), "user,item,rating\nx,y,3\n");
        Result nobody = run("evaluate", "--run", saved, "--test", strangers);
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.error()).contains("strangers.csv", "unknown users (1) or items (1)");

        assertThat(run("evaluate", "--run", temp.resolve("nothing")).error()).contains("not a run folder");
        assertThat(run("evaluate", "--run", saved, "--test", temp.resolve("missing.csv"))
                        .error())
                .contains("missing.csv", "does not exist");
        for (String wrong : List.of("--k=0", "--threshold=9", "--threshold=NaN", "--top-k --draws=0")) {
            Result result =
                    run(Stream.concat(Stream.of("evaluate", "--run", saved), Arrays.stream(wrong.split(" ", -1)))
                            .toArray());
            assertThat(result.code()).as(result.err()).isEqualTo(2);
            assertThat(result.error()).contains(wrong.substring(wrong.indexOf('=') + 1));
        }
        assertThat(run("evaluate", "--run", saved, "--draws", "5").error()).contains("--top-k");
        assertThat(run("evaluate").error()).contains("--run");
    }
}
