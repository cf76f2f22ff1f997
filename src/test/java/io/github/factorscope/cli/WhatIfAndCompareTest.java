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
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of Explore on the command line: other ratings, other models, somebody new. */
class WhatIfAndCompareTest {
    private static final String USER = "7"; // rated 103, not 101

    @TempDir
    private Path temp;

    private Path data;
    private Path means;
    private Path svd;

    @BeforeEach
    void trainTwo() throws IOException {
        data = smallData(temp.resolve("small"));
        means = train("cor-ngbr", "means");
        svd = train("svd", "factors");
    }

    private Path train(String model, String name) {
        Path out = temp.resolve(name);
        run("train", "--ratings", data, "--model", model, "--preset", "quick", "--seed", "3", "--out", out)
                .succeeded();
        return out;
    }

    private static Result explain(Path run, Object... more) {
        return with(new Object[] {"explain", "--run", run, "--user", USER}, more);
    }

    private static Result recommend(Path run, Object... more) {
        return with(new Object[] {"recommend", "--run", run}, more);
    }

    private static Result with(Object[] command, Object... more) {
        return run(Stream.concat(Stream.of(command), Stream.of(more)).toArray());
    }

    @Test
    void theTableAddsUpToItsLastDigit() {
        for (Path trained : List.of(means, svd)) {
            for (int item = 101; item <= 110; item++) {
                Result shown = explain(trained, "--item", item);
                shown.succeeded();
                long sum = 0;
                long total = 0;
                for (String line : shown.out().lines().toList()) {
                    if (line.matches("[+-]\\d+\\.\\d{4} .*")) {
                        long units = Long.parseLong(
                                line.substring(0, line.indexOf(' ')).replace(".", ""));
                        total = units;
                        sum += line.contains(" sum") ? 0 : units;
                    }
                }
                assertThat(total).isPositive();
                assertThat(sum).isEqualTo(total);
            }
        }
    }

    private static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    /** The ids of what the user has rated, and of what they have not. */
    private List<String> items(boolean rated) throws IOException {
        List<String> items = new ArrayList<>();
        String lines = Files.readString(data.resolve("ratings.csv"));
        for (int item = 101; item <= 116; item++) {
            if (lines.contains("\n" + USER + "," + item + ",") == rated) {
                items.add(String.valueOf(item));
            }
        }
        return items;
    }

    @Test
    void comparedRunsAreEachAsTheyAreAlone() throws IOException {
        String item = items(false).get(0);
        JsonNode both =
                explain(svd, "--item", item, "--compare", means, svd, "--json").json();
        JsonNode alone = explain(svd, "--item", item, "--json").json();
        JsonNode other = explain(means, "--item", item, "--json").json();

        List<JsonNode> runs = list(both.path("runs"));
        assertThat(runs)
                .extracting(each -> each.path("run").asText())
                .containsExactly(svd.toString(), means.toString(), svd.toString());
        assertThat(runs).extracting(each -> each.path("model").asText()).containsExactly("svd", "cor-ngbr", "svd");
        for (String field : List.of("user", "item", "title", "prediction", "terms")) {
            assertThat(both.path(field))
                    .as(field)
                    .isEqualTo(alone.path(field))
                    .isEqualTo(runs.get(0).path(field));
            assertThat(runs.get(1).path(field)).as(field).isEqualTo(other.path(field));
        }
        assertThat(fields(alone)).doesNotContain("runs", "before", "rank");
        for (JsonNode each : runs) {
            assertThat(each.path("candidates").asInt()).isEqualTo(items(false).size());
            assertThat(each.path("rank").asInt()).isBetween(1, items(false).size());
        }
    }

    @Test
    void termsOfNeighboursCarryAllTheirEvidence() throws IOException {
        JsonNode node = explain(means, "--item", items(false).get(0), "--json").json();
        List<JsonNode> neighbours = list(node.path("terms")).stream()
                .filter(term -> term.path("kind").asText().equals("explicit"))
                .toList();

        assertThat(neighbours).isNotEmpty().allSatisfy(term -> {
            assertThat(fields(term))
                    .contains("item", "title", "rating", "similarity", "support", "deviation", "weight", "unshrunk");
            assertThat(term.path("weight").asDouble() * term.path("deviation").asDouble())
                    .isCloseTo(term.path("amount").asDouble(), within(1e-4));
        });
    }

    @Test
    void otherRatingsGiveAnotherAnswerBesideTheOneBefore() throws IOException {
        List<String> rated = items(true);
        String item = items(false).get(0);
        String added = items(false).get(1);
        String whatIf = rated.get(0) + "=0.5, " + rated.get(1) + "=," + rated.get(2) + "=-," + added + "=5";
        for (Path folder : List.of(means, svd)) {
            JsonNode alone = explain(folder, "--item", item, "--json").json();
            JsonNode node = explain(folder, "--item", item, "--what-if", whatIf, "--json")
                    .json();

            assertThat(fields(node.path("before"))).containsExactly("prediction", "rank");
            assertThat(node.path("before").path("prediction")).isEqualTo(alone.path("prediction"));
            assertThat(node.path("before").path("rank").asInt())
                    .isBetween(1, items(false).size());
            assertThat(node.path("prediction").asDouble())
                    .isNotEqualTo(alone.path("prediction").asDouble());
            assertThat(node.path("candidates").asInt()).isEqualTo(items(false).size() + 1);
            double sum = list(node.path("terms")).stream()
                    .mapToDouble(term -> term.path("amount").asDouble())
                    .sum();
            assertThat(sum).isCloseTo(node.path("prediction").asDouble(), within(1e-4));
            assertThat(list(node.path("terms")))
                    .extracting(term -> term.path("item").asText())
                    .doesNotContain(rated.get(1), rated.get(2));
        }
    }

    @Test
    void theSameRatingAgainChangesNothing() throws IOException {
        String item = items(false).get(0);
        JsonNode term = list(explain(means, "--item", item, "--json").json().path("terms")).stream()
                .filter(each -> each.has("item"))
                .findFirst()
                .orElseThrow();
        String same = term.path("item").asText() + "=" + term.path("rating").asText();
        for (Path folder : List.of(means, svd)) {
            JsonNode node =
                    explain(folder, "--item", item, "--what-if", same, "--json").json();

            assertThat(node.path("prediction")).isEqualTo(node.path("before").path("prediction"));
            assertThat(node.path("rank")).isEqualTo(node.path("before").path("rank"));
        }
    }

    @Test
    void bothQuestionsGoTogether() throws IOException {
        String item = items(false).get(0);
        String whatIf = items(true).get(0) + "=0.5";
        JsonNode node = explain(svd, "--item", item, "--compare", means, "--what-if", whatIf, "--json")
                .json();
        JsonNode alone =
                explain(means, "--item", item, "--what-if", whatIf, "--json").json();

        assertThat(node.has("before")).isTrue();
        JsonNode second = node.path("runs").get(1);
        for (String field : List.of("prediction", "rank", "before", "terms")) {
            assertThat(second.path(field)).isEqualTo(alone.path(field));
        }
    }

    @Test
    void anItemThatIsRatedHasNoRank() throws IOException {
        String removed = items(true).get(0);
        JsonNode rated =
                explain(svd, "--item", removed, "--compare", means, "--json").json();
        JsonNode candidate = explain(svd, "--item", removed, "--what-if", removed + "=", "--json")
                .json();

        assertThat(rated.path("rank").isNull()).isTrue();
        assertThat(candidate.path("before").path("rank").isNull()).isTrue();
        assertThat(candidate.path("rank").asInt()).isPositive();
    }

    @Test
    void listsFollowOtherRatings() throws IOException {
        String removed = items(true).get(0);
        JsonNode before =
                recommend(svd, "--user", USER, "--count", "16", "--json").json();
        JsonNode now = recommend(svd, "--user", USER, "--count", "16", "--what-if", removed + "=", "--json")
                .json();

        assertThat(fields(before.path("items").get(0))).containsExactly("item", "title", "prediction");
        List<JsonNode> items = list(now.path("items"));
        assertThat(items).hasSize(before.path("items").size() + 1);
        for (int k = 0; k < items.size(); k++) {
            JsonNode line = items.get(k);
            assertThat(line.path("rank").asInt()).isEqualTo(k + 1);
            if (line.path("item").asText().equals(removed)) {
                assertThat(line.path("before").path("rank").isNull()).isTrue();
            } else {
                int rank = line.path("before").path("rank").asInt();
                JsonNode same = before.path("items").get(rank - 1);
                assertThat(same.path("item")).isEqualTo(line.path("item"));
                assertThat(same.path("prediction"))
                        .isEqualTo(line.path("before").path("prediction"));
            }
        }
    }

    @Test
    void somebodyNewGetsAListAndAnExplanation() throws IOException {
        for (Path folder : List.of(means, svd)) {
            JsonNode node = recommend(folder, "--rate", "101=5,102=1,103=4.5", "--count", "16", "--json")
                    .json();

            assertThat(node.path("user").isNull()).isTrue();
            assertThat(list(node.path("items")))
                    .hasSize(13)
                    .extracting(line -> line.path("item").asText())
                    .doesNotContain("101", "102", "103");
            JsonNode best = node.path("items").get(0);
            JsonNode why = run(
                            "explain",
                            "--run",
                            folder,
                            "--rate",
                            "101=5,102=1",
                            "--rate",
                            "103=4.5",
                            "--item",
                            best.path("item").asText(),
                            "--json")
                    .json();
            assertThat(why.path("prediction")).isEqualTo(best.path("prediction"));
            assertThat(why.path("user").isNull()).isTrue();
        }
    }

    @Test
    void peopleGetTablesWhoseColumnsAddUp() throws IOException {
        String item = items(false).get(0);
        String compared = explain(svd, "--item", item, "--compare", means).out();
        assertThat(compared).contains("User 7, ", "Run", "factors", "means", "cor-ngbr", "Prediction", "Rank");
        assertColumnsAddUp(compared, 2);

        String removed = items(true).get(0);
        String changed = explain(
                        svd,
                        "--item",
                        item,
                        "--what-if",
                        removed + "=," + items(true).get(1) + "=1")
                .out();
        assertThat(changed)
                .contains(
                        "What if ",
                        "had not been rated: it was given",
                        "had been given 1 instead of",
                        "Before",
                        "Now",
                        "Change");
        assertColumnsAddUp(changed, 3);

        assertThat(explain(svd, "--item", item, "--what-if", removed + "=", "--compare", means)
                        .out())
                .contains("Prediction before", "Rank before");
        assertThat(recommend(svd, "--user", USER, "--what-if", removed + "=").out())
                .contains("Rank before");
        assertThat(run("explain", "--run", svd, "--rate", "101=5", "--item", "102")
                        .out())
                .startsWith("Somebody new, ");
    }

    /** Every column of amounts: to the last digit that is shown. */
    private static void assertColumnsAddUp(String table, int columns) {
        List<String> lines = table.lines().toList();
        int last = 0;
        while (!lines.get(last).startsWith("Prediction ")) {
            last++;
        }
        List<Integer> ends = new ArrayList<>(); // numbers end below one another
        for (int k = "Prediction ".length(); k < lines.get(last).length(); k++) {
            boolean blankBehind =
                    k + 1 == lines.get(last).length() || lines.get(last).charAt(k + 1) == ' ';
            if (lines.get(last).charAt(k) != ' ' && blankBehind) {
                ends.add(k + 1);
            }
        }
        assertThat(ends).hasSize(columns);
        for (int end : ends) {
            int sum = lines.subList(0, last).stream()
                    .filter(line -> line.matches(".*[+-]\\d\\.\\d{3}$"))
                    .mapToInt(line -> amountAt(line, end))
                    .sum();
            assertThat(sum).isEqualTo(amountAt(lines.get(last), end));
        }
    }

    private static int amountAt(String line, int end) {
        String cell = end > line.length() ? "" : line.substring(end - 8, end).strip();
        return cell.isEmpty() ? 0 : (int) Math.round(1000 * Double.parseDouble(cell));
    }
}
