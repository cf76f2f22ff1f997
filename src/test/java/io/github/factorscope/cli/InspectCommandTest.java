package io.github.factorscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    private Path temp;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = temp.resolve("votes.txt");
        StringBuilder text = new StringBuilder("# votes of a club\nscore;customer-id;date added;product id\n");
        for (int k = 0; k < 40; k++) {
            text.append(k % 7)
                    .append(",5;Zoë ")
                    .append(k % 8)
                    .append(";2003-01-01 12:00:00;p")
                    .append(k % 5)
                    .append('\n');
        }
        text.append("6,5;Zoë 1;2003-01-01;p1\nbad\n");
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    private static CommandLineRunner.Result run(Object... arguments) {
        return CommandLineRunner.run(arguments);
    }

    @Test
    void everythingThatWasRecognisedIsReported() throws IOException {
        JsonNode node = run("inspect", file, "--json").json();

        assertThat(node.path("encoding").asText()).isEqualTo("ISO-8859-1");
        assertThat(node.path("delimiter").asText()).isEqualTo(";");
        assertThat(node.path("decimalComma").asBoolean()).isTrue();
        assertThat(node.path("comment").asText()).isEqualTo("#");
        assertThat(node.path("header").asBoolean()).isTrue();
        assertThat(node.path("arrangement").asText()).isEqualTo("lines");
        assertThat(node.path("columns").toString())
                .isEqualTo("{\"count\":4,\"rating\":1,\"user\":2,\"time\":3,\"item\":4}");
        assertThat(node.path("timeFormat").asText()).isEqualTo("date");
        assertThat(node.path("scale").toString()).isEqualTo("{\"min\":0.5,\"max\":6.5,\"step\":0.5}");
        assertThat(node.path("policy").toString())
                .isEqualTo("{\"duplicates\":\"last\",\"outsideScale\":\"leave-out\",\"allowBad\":0.05}");
        assertThat(node.path("duplicates").asInt()).isEqualTo(1);
        assertThat(node.path("outsideScale").asInt()).isZero();
        assertThat(node.path("problemCount").asInt()).isEqualTo(1);
    }

    @Test
    void peopleReadItInWords() {
        assertThat(run("inspect", file).out())
                .contains("Text, semicolon between columns\n", "ISO-8859-1", "rating 1, user 2, time 3, item 4 of 4")
                .contains("named in the first line", "decimal comma", "times in dates")
                .contains(
                        "0.5 to 6.5 in steps of 0.5 (learned from the ratings)", "1 (the last one counts)", "line  44");
    }

    @Test
    void policiesAndItemsAreTaken() throws IOException {
        Path items = Files.writeString(temp.resolve("shop.csv"), "id,name\np1,\"Lamp, The\"\np2,Chair\n");

        JsonNode node = run("inspect", file, "--items", items, "--duplicates", "MEAN", "--allow-bad", "0.5", "--json")
                .json();

        assertThat(node.path("titles").asInt()).isEqualTo(2);
        assertThat(node.path("policy").path("duplicates").asText()).isEqualTo("mean");
        assertThat(node.path("policy").path("allowBad").asDouble()).isEqualTo(0.5);
    }

    @Test
    void tooManyBadLinesStopAndSayWhatToDo() {
        CommandLineRunner.Result stopped = run("inspect", file, "--allow-bad", "0");

        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.error()).contains("votes.txt was not loaded", "1 of 42 lines", "--allow-bad 0.03");
    }

    @Test
    void aPolicyThatIsNoneIsWrongUsage() {
        CommandLineRunner.Result wrong = run("inspect", file, "--duplicates", "best");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--duplicates must be one of last, first, mean, was best.");
        assertThat(run("inspect", file, "--allow-bad", "5").code()).isEqualTo(2);
    }
}
